import { LockMode } from '@mikro-orm/core';
import { ActionItem } from '@forspring/database/meetings/action-item.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { mayEditMeetingsOf, maySeeMeetingsOf } from '@forspring/domain/meetings/meeting.abilities';
import type { CommandContext } from '../../kernel/context.ts';

/** A member of the body ticks a task off, or opens it again; an information exchange has no tasks. */
export async function setActionDone(
  { em, actor, clock, audit }: CommandContext,
  { actionItemId, isDone }: { actionItemId: string; isDone: boolean },
): Promise<{ id: string; doneOn: string | null }> {
  const item = await em.findOne(ActionItem, { id: actionItemId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const body = item
    ? await reader(em)
        .selectFrom('meeting')
        .innerJoin('body', 'body.id', 'meeting.bodyId')
        .where('meeting.id', '=', item.meetingId)
        .where('meeting.kind', '!=', 'informationExchange')
        .select(['body.id as bodyId', 'body.municipalityId'])
        .executeTakeFirst()
    : undefined;
  if (!item || !body || !maySeeMeetingsOf(actor, body)) throw commonProblems.missing();
  if (!mayEditMeetingsOf(actor, body)) throw commonProblems.refused();
  item.doneOn = isDone ? clock.today() : null;
  audit.leave({
    action: 'setActionDone',
    subjectKind: 'actionItem',
    subjectId: item.id,
    municipalityId: body.municipalityId,
    changed: ['doneOn'],
  });
  return { id: item.id, doneOn: item.doneOn };
}
