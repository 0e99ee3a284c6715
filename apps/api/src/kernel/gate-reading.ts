import type { IndicatorUnit, MeasurementMethod } from '@forspring/domain/goals/goal';
import type { Tier } from '@forspring/domain/interventions/intervention';
import { type Audience, gateFor } from './gate.ts';

/** A reading of a goal as the gate asks about it. */
export interface GatedReading {
  value: number | null;
  numeratorCount: number | null;
  baseCount: number | null;
  method: MeasurementMethod;
}

/**
 * Whether an audience may see a goal's reading. A share of an unknown base cannot be shown to be safe; small counts
 * are taken to be of people unless the registration itself counted them; money, yes and no are about the work. Of the
 * individual tier nothing leaves the project.
 */
export function mayShowReading(
  reading: GatedReading,
  about: { unit: IndicatorUnit | null; tier: Tier | null },
  audience: Audience,
): boolean {
  const { value, numeratorCount, baseCount, method } = reading;
  if (audience === 'project' || value === null) return true;
  if (about.tier === 'individual') return false;
  const gate = gateFor(audience, { tier: about.tier });
  switch (about.unit) {
    case 'share':
      return (
        numeratorCount !== null &&
        baseCount !== null &&
        gate.share({ x: numeratorCount, n: baseCount }).kind === 'value'
      );
    case 'mean':
      return baseCount === null || gate.mean({ value, n: baseCount }).kind === 'value';
    case 'count':
      return method === 'registration' || gate.persons(value).kind !== 'withheld';
    default:
      return true;
  }
}
