import type { ProcessFigures, ShownProcess } from '@forspring/domain/evaluation/evaluation';
import type { Tier } from '@forspring/domain/interventions/intervention';
import { notMeasured, valueCell } from '@forspring/domain/measures/cell';
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
  };
}
