import { randomInt } from 'node:crypto';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { codeAlphabet, codeFrom } from '@forspring/domain/participation/participant-code';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';

const maxTries = 20;

/**
 * Issues new random cards under the ids their issuer made for them, each code unlike any other of the project. The
 * codes are not in the answer: it is kept as the command's receipt, with who and when, and no list of that may exist.
 */
export async function issueCodes(
  ctx: CommandContext & { project: ProjectPlace },
  { cardIds }: { cardIds: string[] },
): Promise<{ issuedOn: string; issuedCount: number }> {
  const { em, project, clock } = ctx;
  await mustUseCards(ctx);
  const known = await reader(em).selectFrom('participantCode').where('id', 'in', cardIds).select('id').execute();
  if (known.length > 0) throw commonProblems.commandReused();
  await addCards(
    ctx,
    cardIds.map((id) => ({ id, replacesId: null })),
  );
  ctx.audit.leave({
    action: 'issueCodes',
    subjectKind: 'project',
    subjectId: project.projectId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['participantCode'],
  });
  return { issuedOn: clock.today(), issuedCount: cardIds.length };
}

/** Refuses a project that has no cards: one of another tier, or one that did not choose them; and one that is over. */
export async function mustUseCards({ em, project }: CommandContext & { project: ProjectPlace }): Promise<void> {
  if (project.tier === 'individual') throw participationProblems.individualTier();
  const { usesCodes } = await reader(em)
    .selectFrom('project')
    .where('id', '=', project.projectId)
    .select('usesCodes')
    .executeTakeFirstOrThrow();
  if (!usesCodes || project.tier !== 'specific') throw participationProblems.noCodes();
  if (!recordingStatuses.includes(project.status)) throw participationProblems.notOpen(project.status);
}

/** Adds cards with codes drawn at random; a code the project has already is drawn again. */
export async function addCards(
  { em, project, clock }: CommandContext & { project: ProjectPlace },
  cards: readonly { id: string; replacesId: string | null }[],
): Promise<void> {
  let left = [...cards];
  for (let tries = 0; left.length > 0; tries += 1) {
    if (tries === maxTries) throw new Error('No free codes are left');
    const drawn = new Set<string>();
    while (drawn.size < left.length) drawn.add(randomCode());
    const codes = [...drawn];
    const inserted = await reader(em)
      .insertInto('participantCode')
      .values(
        left.map(({ id, replacesId }, index) => ({
          id,
          projectId: project.projectId,
          code: codes[index] ?? '',
          issuedOn: clock.today(),
          lostOn: null,
          replacesId,
        })),
      )
      .onConflict((conflict) => conflict.columns(['projectId', 'code']).doNothing())
      .returning('id')
      .execute();
    const done = new Set(inserted.map(({ id }) => id));
    left = left.filter(({ id }) => !done.has(id));
  }
}

function randomCode(): string {
  const draw = () => randomInt(codeAlphabet.length);
  return codeFrom([draw(), draw(), draw(), draw(), draw()]);
}
