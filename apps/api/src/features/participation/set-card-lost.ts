import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { ParticipantCode } from '@forspring/database/participation/participant-code.entity';
import { reader } from '@forspring/database/reader';
import { addDays } from '@forspring/domain/measures/day';
import { commonProblems } from '@forspring/domain/measures/problem';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { addCards, mustUseCards } from './issue-codes.ts';

/**
 * Makes a card lost from today and issues the one that carries it on. A card that was shown today already is lost from
 * tomorrow, so that tonight's registration stays right.
 */
export async function setCardLost(
  ctx: CommandContext & { project: ProjectPlace },
  { code, cardId }: { code: string; cardId: string },
): Promise<{ lostOn: string }> {
  const { em, project, clock } = ctx;
  await mustUseCards(ctx);
  const card = await em.findOne(
    ParticipantCode,
    { projectId: project.projectId, code },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!card) throw participationProblems.unknownCard();
  if (card.lostOn) throw participationProblems.alreadyLost();
  const used = await em.findOne(ParticipantCode, { id: cardId });
  if (used) throw commonProblems.commandReused();
  const last = await reader(em)
    .selectFrom('codeVisit')
    .innerJoin('session', 'session.id', 'codeVisit.sessionId')
    .where('codeVisit.codeId', '=', card.id)
    .select(sql<string | null>`to_char(max(session.held_on), 'YYYY-MM-DD')`.as('lastOn'))
    .executeTakeFirst();
  const today = clock.today();
  const lostOn = last?.lastOn && last.lastOn >= today ? addDays(last.lastOn, 1) : today;
  card.lostOn = lostOn;
  await em.flush();
  await addCards(ctx, [{ id: cardId, replacesId: card.id }]);
  ctx.audit.leave({
    action: 'setCardLost',
    subjectKind: 'project',
    subjectId: project.projectId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['lostOn', 'participantCode'],
  });
  return { lostOn };
}
