import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { z } from 'zod';
import { reader } from '@forspring/database/reader';
import { addDays } from '@forspring/domain/measures/day';
import { type Actor, municipalitiesOf, placesOf } from '@forspring/domain/people/actor';
import type { shownMeeting } from '@forspring/domain/meetings/meeting';
import type { SignedInContext } from '../../kernel/context.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/** Bodies whose meetings the actor may see: own ones, and all of a municipality for its coordinators. */
function seen(actor: Actor) {
  return {
    bodies: [nobody, ...placesOf(actor, 'committeeMember')],
    municipalities: [nobody, ...municipalitiesOf(actor, 'coordinator')],
  };
}

/** Meetings from a year back to a year ahead, newest first, with decisions and tasks. */
export async function listMeetings({ em, actor, clock }: SignedInContext): Promise<z.infer<typeof shownMeeting>[]> {
  const { bodies, municipalities } = seen(actor);
  const today = clock.today();
  const rows = await reader(em)
    .selectFrom('meeting')
    .innerJoin('body', 'body.id', 'meeting.bodyId')
    .where((one) => one.or([one('body.id', 'in', bodies), one('body.municipalityId', 'in', municipalities)]))
    .where('meeting.heldOn', '>=', addDays(today, -365))
    .where('meeting.heldOn', '<=', addDays(today, 365))
    .orderBy('meeting.heldOn', 'desc')
    .select((meeting) => [
      'meeting.id',
      'body.name as bodyName',
      'meeting.bodyId',
      'meeting.kind',
      'meeting.title',
      'meeting.heldOn',
      'meeting.startMinute',
      'meeting.wasHeld',
      jsonArrayFrom(
        meeting
          .selectFrom('decision')
          .whereRef('decision.meetingId', '=', 'meeting.id')
          .orderBy('decision.position')
          .select([
            'decision.id',
            'decision.text',
            'decision.expectation',
            'decision.reviewOn as reviewOn',
            'decision.projectId as projectId',
          ]),
      ).as('decisions'),
      jsonArrayFrom(
        meeting
          .selectFrom('actionItem')
          .whereRef('actionItem.meetingId', '=', 'meeting.id')
          .orderBy('actionItem.deadlineOn')
          .select([
            'actionItem.id',
            'actionItem.text',
            'actionItem.responsible',
            'actionItem.deadlineOn as deadlineOn',
            'actionItem.doneOn as doneOn',
          ]),
      ).as('actionItems'),
    ])
    .limit(100)
    .execute();
  return rows.map(({ bodyId, decisions, actionItems, ...meeting }) => {
    const isExchange = meeting.kind === 'informationExchange';
    return {
      ...meeting,
      decisions: isExchange ? [] : decisions,
      actionItems: isExchange ? [] : actionItems,
      mayEdit: bodies.includes(bodyId),
    };
  });
}
