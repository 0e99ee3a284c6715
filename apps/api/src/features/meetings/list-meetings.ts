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
  const db = reader(em);
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('body', 'body.id', 'meeting.bodyId')
    .where((one) => one.or([one('body.id', 'in', bodies), one('body.municipalityId', 'in', municipalities)]))
    .where('meeting.heldOn', '>=', addDays(today, -365))
    .where('meeting.heldOn', '<=', addDays(today, 365))
    .orderBy('meeting.heldOn', 'desc')
    .select([
      'meeting.id',
      'body.name as bodyName',
      'meeting.bodyId',
      'meeting.kind',
      'meeting.title',
      'meeting.heldOn',
      'meeting.startMinute',
      'meeting.wasHeld',
    ])
    .limit(100)
    .execute();
  // Of an information exchange nothing but date and held yes/no leaves, whatever is stored.
  const open = [nobody, ...rows.filter((one) => one.kind !== 'informationExchange').map((one) => one.id)];
  const [decisions, actionItems] = await Promise.all([
    db
      .selectFrom('decision')
      .where('meetingId', 'in', open)
      .orderBy('position')
      .select(['id', 'meetingId', 'text', 'expectation', 'reviewOn', 'projectId'])
      .execute(),
    db
      .selectFrom('actionItem')
      .where('meetingId', 'in', open)
      .orderBy('deadlineOn')
      .orderBy('id')
      .select(['id', 'meetingId', 'text', 'responsible', 'deadlineOn', 'doneOn'])
      .execute(),
  ]);
  return rows.map(({ bodyId, ...meeting }) => ({
    ...meeting,
    decisions: decisions.filter((one) => one.meetingId === meeting.id),
    actionItems: actionItems.filter((one) => one.meetingId === meeting.id),
    mayEdit: bodies.includes(bodyId),
  }));
}
