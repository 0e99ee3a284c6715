import { z } from 'zod';
import { shownMeeting } from '@forspring/domain/meetings/meeting';
import { maySeeMeetings } from '@forspring/domain/meetings/meeting.abilities';
import { command, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { listMeetings } from './list-meetings.ts';
import { setActionDone } from './set-action-done.ts';

export const meetingsRouter = router({
  listMeetings: query
    .by(maySeeMeetings)
    .output(z.array(shownMeeting))
    .query(({ ctx }) => listMeetings(ctx)),
  setActionDone: command
    .by(maySeeMeetings)
    .input(z.object({ actionItemId: z.uuid(), isDone: z.boolean() }))
    .output(z.object({ id: z.uuid(), doneOn: z.string().nullable() }))
    .mutation(({ ctx, input }) => setActionDone(ctx, input)),
});
