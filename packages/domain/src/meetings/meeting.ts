import { z } from 'zod';

/** Kinds of meeting; of an information exchange nothing but date and held yes/no is stored. */
export const meetingKinds = ['committee', 'seminar', 'coordination', 'informationExchange'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** A meeting with what was decided and what somebody must do; both empty for an information exchange. */
export const shownMeeting = z.object({
  id: z.uuid(),
  bodyName: z.string(),
  kind: z.enum(meetingKinds),
  title: z.string(),
  heldOn: z.string(),
  startMinute: z.number().int(),
  wasHeld: z.boolean().nullable(),
  decisions: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      expectation: z.string(),
      reviewOn: z.string().nullable(),
      projectId: z.uuid().nullable(),
    }),
  ),
  actionItems: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      responsible: z.string(),
      deadlineOn: z.string(),
      doneOn: z.string().nullable(),
    }),
  ),
  mayEdit: z.boolean(),
});
export type ShownMeeting = z.infer<typeof shownMeeting>;
