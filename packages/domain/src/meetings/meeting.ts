/** Kinds of meeting; of an information exchange nothing but date and held yes/no is stored. */
export const meetingKinds = ['committee', 'seminar', 'coordination', 'informationExchange'] as const;
export type MeetingKind = (typeof meetingKinds)[number];
