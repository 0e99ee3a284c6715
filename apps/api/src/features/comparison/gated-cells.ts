import { type Cell, notApplicable, notMeasured, numberIn } from '@forspring/domain/measures/cell';
import type { ReachRange } from '@forspring/domain/measures/reach';
import type { ComparisonCells } from '@forspring/domain/comparison/comparison';
import type { Audience, Thresholds } from '@forspring/domain/measures/thresholds';
import { type Gate, gateFor, municipalityTotalOf, sumOfShown } from '../../kernel/gate.ts';
import { isUnfrozen } from '../../kernel/releases.ts';
import type { ComparedProject } from './comparison.store.ts';

/** Years that still change. */
const openStatuses: readonly string[] = ['approved', 'running', 'paused'];

/** Whether a project's figures can still change because its year is not over. */
export function isOpenProject({ status }: Pick<ComparedProject, 'status'>): boolean {
  return openStatuses.includes(status);
}

/** What is counted at a project's sessions; null while nothing is. */
export function unitOf(project: ComparedProject): 'visit' | 'contact' | null {
  if (project.visitCount > 0) return 'visit';
  return project.contactCount > 0 ? 'contact' : project.heldCount > 0 ? 'visit' : null;
}

/**
 * The cells of some projects of one tier together. Each project passes the gate alone first, and a sum is shown only
 * when all its parts are: a hidden part cannot be found by subtracting the shown ones. Everything derived is made from
 * the shown sums.
 */
export function gatedCells(
  projects: readonly ComparedProject[],
  to: { audience: Audience; thresholds: Thresholds },
  population: number | null,
): ComparisonCells {
  const tier = projects[0]?.tier ?? null;
  const gates = projects.map((project) => ({
    project,
    gate: gateFor(to.audience, { tier, thresholds: to.thresholds, isOpen: isUnfrozen(project.status) }),
  }));
  const gate = gateFor(to.audience, { tier, thresholds: to.thresholds });
  const sum = (of: (project: ComparedProject) => number) => projects.reduce((total, project) => total + of(project), 0);
  const together = (cell: (gate: Gate, project: ComparedProject) => Cell<number>, unit: 'visit' | 'contact') => {
    const parts = gates.filter(({ project }) => unitOf(project) === unit).map((one) => cell(one.gate, one.project));
    const isOtherUnit = parts.length === 0 && projects.some((project) => unitOf(project) !== null);
    return isOtherUnit && tier !== 'individual' ? notApplicable('notPartOfPlan') : sumOfShown(parts);
  };

  const visiting = projects.filter((project) => unitOf(project) === 'visit');
  const visits =
    tier === 'individual' ? gate.visits(0) : together((one, project) => one.visits(project.visitCount), 'visit');
  const visitCount = visits.kind === 'zero' ? 0 : numberIn(visits);
  const visitMinutes = visiting.reduce((total, project) => total + project.visitMinutes, 0);
  /** What rests on visits that are not shown is not shown either, for the same reason. */
  const resting = <T>(make: (visitCount: number) => Cell<T>): Cell<T> =>
    visitCount === null ? (visits as Cell<never>) : make(visitCount);
  const costPerHour = (of: (project: ComparedProject) => number) =>
    resting((count) =>
      gate.costPerVisitHour(
        visiting.reduce((total, project) => total + of(project), 0),
        { visitCount: count, visitMinutes },
      ),
    );
  const planned = sum((project) => project.plannedCount + project.heldCount + project.cancelledCount);
  const goalCount = sum((project) => project.goalCount);
  const measuredCount = sum((project) => project.goalMeasuredCount);

  return {
    visits,
    contacts:
      tier === 'individual'
        ? gate.contacts(0)
        : together((one, project) => one.contacts(project.contactCount), 'contact'),
    reach: resting(() => reachTogether(gates.filter(({ project }) => unitOf(project) === 'visit'))),
    visitMinutes: resting((count) => gate.visitMinutes(visitMinutes, count)),
    staffMinutes: gate.work(sum((project) => project.staffMinutes + project.volunteerMinutes)),
    held: gate.work(sum((project) => project.heldCount)),
    planned: gate.work(planned),
    heldShare:
      planned === 0
        ? notApplicable('notPartOfPlan')
        : gate.workShare({ x: sum((project) => project.heldCount), n: planned }),
    spentCash: gate.work(sum((project) => project.spentCashOere)),
    spentTotal: gate.work(sum((project) => project.spentCashOere + project.spentInKindOere)),
    cashPerVisitHour: costPerHour((project) => project.spentCashOere),
    totalPerVisitHour: costPerHour((project) => project.spentCashOere + project.spentInKindOere),
    goalShare:
      goalCount === 0
        ? notApplicable('notPartOfPlan')
        : gate.workShare(measuredCount === 0 ? null : { x: sum((project) => project.goalMetCount), n: measuredCount }),
    visitsPerThousand: resting((count) => gate.perThousand(count, population)),
    started: tier === 'individual' ? gate.persons(0) : notApplicable('notPartOfPlan'),
  };
}

/** The individual tier of a whole municipality: money and the one total about people that is shown. */
export function municipalityCells(
  projects: readonly ComparedProject[],
  to: { audience: Audience; thresholds: Thresholds },
): ComparisonCells {
  return {
    ...gatedCells(projects, to, null),
    started: municipalityTotalOf(projects.map((project) => project.startedCount)),
  };
}

/** Different young people in several projects: the same may come to all of them, so only bounds are known. */
function reachTogether(gates: readonly { project: ComparedProject; gate: Gate }[]): Cell<ReachRange> {
  const cells = gates.map(({ project, gate }) => gate.reach(project));
  const hidden = cells.find((cell) => cell.kind === 'withheld');
  if (hidden) return hidden;
  const known = cells.flatMap((cell) => (cell.kind === 'value' ? [cell.value] : []));
  if (known.length === 0) return cells.some((cell) => cell.kind === 'zero') ? { kind: 'zero' } : notMeasured;
  if (known.length === 1 && known[0]) return { kind: 'value', value: known[0] };
  const upper = known.reduce((sum, reach) => sum + reach.upper, 0);
  return { kind: 'value', value: { lower: Math.max(...known.map((reach) => reach.lower)), upper, isCounted: false } };
}
