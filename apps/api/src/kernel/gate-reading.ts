import { baselineOf } from '@forspring/domain/evaluation/evaluated-goals';
import type { IndicatorUnit } from '@forspring/domain/goals/goal';
import type { Tier } from '@forspring/domain/interventions/intervention';
import { type Cell, notApplicable, notMeasured, valueCell, withheld } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import type { Gate } from './gate.ts';

/** A goal's reading as the gate asks about it. */
export interface GatedReading {
  value: number | null;
  numeratorCount: number | null;
  baseCount: number | null;
}

/** What a reading rests on beside its own counts. */
export interface ReadingTerms {
  unit: IndicatorUnit | null;
  /** The goal's own tier; a goal for named young people may stand in a project for all. */
  tier: Tier | null;
  /** The project's visits, as its kept figures have them; null when it has none. */
  visitCount: number | null;
}

/**
 * The one rule for whether and how a goal's reading reaches an audience (docs/disclosure.md, 3.6): a share with its
 * interval, a mean with its base, a count as people, money and yes/no as work.
 */
export function readingCell(gate: Gate, reading: GatedReading, terms: ReadingTerms): Cell<Interval> {
  const { value, numeratorCount, baseCount } = reading;
  if (value === null) return notMeasured;
  const isOutside = gate.audience !== 'project';
  if (isOutside && terms.tier === 'individual') return withheld('individualTier');
  // A mean a session, times its sessions, is the number of visits: where those are withheld no reading is shown.
  const visits = gate.visits(terms.visitCount);
  if (visits.kind === 'withheld') return visits;

  const whole = { estimate: value, lower: null, upper: null, n: baseCount ?? 0 };
  switch (terms.unit) {
    case 'share':
    case 'mean': {
      // Without its base nobody can tell whether a share or a mean rests on too few.
      if (baseCount === null || (terms.unit === 'share' && numeratorCount === null))
        return isOutside ? withheld('smallNumbers') : valueCell(whole);
      if (terms.unit === 'share') return gate.share({ x: numeratorCount ?? 0, n: baseCount });
      const cell = gate.mean({ value, n: baseCount });
      return cell.kind === 'value' ? valueCell(whole) : cell;
    }
    case 'count': {
      const cell = gate.persons(value);
      return cell.kind === 'withheld' ? cell : valueCell(whole);
    }
    default:
      return valueCell(whole);
  }
}

/**
 * The one rule for a goal's baseline: it is a reading like the others, but was made before the project, so it rests on none
 * of its visits, and approval locked it, so it is shown while the rest can still change (docs/disclosure.md, 3.7).
 */
export function baselineCell(gate: Gate, goal: Parameters<typeof baselineOf>[0], tier: Tier | null): Cell<Interval> {
  const baseline = baselineOf(goal);
  if (baseline?.missing === 'notApplicable') return notApplicable('notPartOfPlan');
  if (baseline === null) return notMeasured;
  const cell = readingCell(gate.settled(), baseline, { unit: goal.unit, tier, visitCount: null });
  // A baseline is written as a share, from which its count is only near enough to judge it by.
  return cell.kind === 'value' ? valueCell({ ...cell.value, estimate: baseline.value }) : cell;
}

const baselineFields: readonly string[] = ['baselineValue', 'baselineBaseCount', 'baselineSpread'];

/**
 * Changes of a locked goal as an audience sees them. What a baseline was before and after is the project's own: nobody can
 * tell how many the earlier number rested on. That it was changed, when and why is told to everybody.
 */
export function seenChanges<C extends { field: string; fromText: string; toText: string }>(
  { audience }: Pick<Gate, 'audience'>,
  changes: readonly C[],
): C[] {
  const see = (text: string) => (text === '' ? '' : 'withheld');
  return changes.map((change) =>
    audience === 'project' || !baselineFields.includes(change.field)
      ? change
      : { ...change, fromText: see(change.fromText), toText: see(change.toText) },
  );
}
