import { isCount, type Estimated, type Reason } from './estimate.ts';
import { wilson } from './proportions.ts';

/** Cost divided by hours times those present in each session, in the unit of the cost (øre in, øre out). The cost is null when nobody was present for any time (zeroExposure). */
export function costPerHour({
  cost,
  sessions,
}: {
  cost: number;
  sessions: readonly { participants: number; hours: number }[];
}): {
  participantHours: number;
  costPerParticipantHour: number | null;
  reason: Reason | null;
} {
  const participantHours = sessions.reduce((sum, session) => sum + session.participants * session.hours, 0);
  if (!(participantHours > 0)) return { participantHours, costPerParticipantHour: null, reason: 'zeroExposure' };
  return { participantHours, costPerParticipantHour: cost / participantHours, reason: null };
}

/**
 * What one positive outcome cost when the cost was fixed and `positives` of `n` people reached it: the cost over n times Wilson's limits, ends swapped, in the unit of the cost. No positives: no estimate and no upper limit
 * (unbounded), and the lower one reads "at least". All null (noData) when n is 0.
 */
export function costPerOutcome({
  cost,
  positives,
  n,
  conf,
}: {
  cost: number;
  positives: number;
  n: number;
  conf: number;
}): Estimated {
  const share = wilson({ x: positives, n, conf });
  if (share.estimate === null || share.upper === null || !isCount(cost))
    return { estimate: null, lower: null, upper: null, reason: 'noData' };
  const over = (part: number | null): number | null => (part ? cost / (n * part) : null);
  return {
    estimate: over(share.estimate),
    lower: over(share.upper),
    upper: over(share.lower),
    reason: positives === 0 ? 'unbounded' : null,
  };
}
