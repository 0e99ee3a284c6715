import { toOere } from '../measures/money.ts';
import type { FrameClaim, PlanFrame } from './annual-plan.ts';

/**
 * What is left of a plan's frame: the frame less other yearly costs less what decided projects take from it. Proposals
 * are shown beside, never subtracted before they are decided. All in øre; left may be negative.
 */
export function frameOf(frameOere: number, otherCostsOere: number, claims: readonly FrameClaim[]): PlanFrame {
  const sum = (wanted: (claim: FrameClaim) => boolean) =>
    claims.filter(wanted).reduce((total, claim) => total + claim.frameOere, 0);
  const takenOere = sum((claim) => claim.isDecided);
  const askedOere = sum((claim) => claim.isProposed);
  const leftOere = frameOere - otherCostsOere - takenOere;
  return {
    frameOere: toOere(frameOere),
    otherCostsOere: toOere(otherCostsOere),
    takenOere: toOere(takenOere),
    askedOere: toOere(askedOere),
    leftOere: toOere(leftOere),
    leftIfAllOere: toOere(leftOere - askedOere),
  };
}
