/** Cost divided by hours times those present in each session, in the unit of the cost (øre in, øre out). The cost is null when nobody was present for any time. */
export function costPerHour({
  cost,
  sessions,
}: {
  cost: number;
  sessions: readonly { participants: number; hours: number }[];
}): {
  participantHours: number;
  costPerParticipantHour: number | null;
} {
  const participantHours = sessions.reduce((sum, session) => sum + session.participants * session.hours, 0);
  return { participantHours, costPerParticipantHour: participantHours > 0 ? cost / participantHours : null };
}
