import type { ProcessFigures, ShownProcess } from '@forspring/domain/evaluation/evaluation';
import type { Interval } from '@forspring/domain/measures/interval';
import type { ReachRange } from '@forspring/domain/measures/reach';
import type { Tier } from '@forspring/domain/interventions/intervention';
import { type Cell, notApplicable, notMeasured, valueCell } from '@forspring/domain/measures/cell';
import { exactRate } from '@forspring/statistics/rates';
import type { Gate } from '../../kernel/gate.ts';

/** Process figures through the gate: numbers about people as cells, numbers about the work as they are. */
export function shownProcessOf(
  process: ProcessFigures,
  { gate, tier }: { gate: Gate; tier: Tier | null },
): ShownProcess {
  const { reach, visitCount, visitMinutes, contactCount, codeCount, codeLeftCount, spentCashOere, spentInKindOere } =
    process;
  const attendance = { visitCount, visitMinutes };
  const lowest = gate.persons(reach?.lower ?? null);
  const isIndividual = tier === 'individual';
  return {
    sessionCount: process.sessionCount,
    heldCount: process.heldCount,
    cancelledCount: process.cancelledCount,
    unregisteredCount: process.unregisteredCount,
    heldMinutes: process.heldMinutes,
    staffMinutes: process.staffMinutes,
    volunteerMinutes: process.volunteerMinutes,
    targetGroupCount: process.targetGroupCount,
    partnerAgreedCount: process.partnerAgreedCount,
    partnerActiveCount: process.partnerActiveCount,
    budgetCashOere: process.budgetCashOere,
    budgetInKindOere: process.budgetInKindOere,
    spentCashOere,
    spentInKindOere,
    visits: gate.visits(visitCount),
    visitMinutes: gate.visitMinutes(visitMinutes, visitCount),
    contacts: gate.contacts(contactCount),
    reach: reach === null ? notMeasured : lowest.kind === 'withheld' ? lowest : valueCell(reach),
    // Only the individual tier counts who started and completed; elsewhere nobody has.
    started: isIndividual ? gate.persons(process.startedCount) : notMeasured,
    completed: isIndividual ? gate.persons(process.completedCount) : notMeasured,
    dropOut: codeCount === null || codeLeftCount === null ? null : gate.share({ x: codeLeftCount, n: codeCount }),
    cashPerVisitHourOere: gate.costPerVisitHour(spentCashOere, attendance),
    totalPerVisitHourOere: gate.costPerVisitHour(spentCashOere + spentInKindOere, attendance),
    medianDose:
      process.shownCardCount === null
        ? null
        : gate.median(process.medianCount === null ? null : { value: process.medianCount, n: process.shownCardCount }),
    reachPerThousand: gate.perThousand(reach?.isCounted ? reach.lower : null, process.populationCount),
    populationCount: process.populationCount,
    cashPerYoungOere: costPerYoung(spentCashOere, reach, lowest),
    totalPerYoungOere: costPerYoung(spentCashOere + spentInKindOere, reach, lowest),
  };
}

/**
 * What one young person reached cost. The cost is exact and so is a counted reach; the interval is that of another year
 * with the same pull (exact Poisson). Where reach is known as bounds only, the cost is between two ends without an estimate.
 */
function costPerYoung(costOere: number, reach: ReachRange | null, lowest: Cell<number>): Cell<Interval> {
  if (reach === null) return notMeasured;
  if (lowest.kind === 'withheld') return lowest;
  if (reach.lower === 0) return notApplicable('zeroBase');
  const { lower, upper } = reach.isCounted
    ? exactRate({ events: reach.lower, personTime: 1, per: 1, conf: 0.95 })
    : reach;
  const over = (count: number | null) => (count === null || count === 0 ? null : Math.round(costOere / count));
  return valueCell({
    estimate: reach.isCounted ? over(reach.lower) : null,
    lower: over(upper),
    upper: over(lower),
    n: reach.lower,
  });
}
