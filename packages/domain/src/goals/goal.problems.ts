import { type FieldProblem, Problem } from '../measures/problem.ts';
import type { ProjectStatus } from '../projects/project.ts';

const field = (path: string, code: string) =>
  new Problem({ code, kind: 'invalid', fields: [{ path, code, params: {} }] });

/** Problems with goals, indicators and readings; texts are found by code in the browser. */
export const goalProblems = {
  notOpen: (status: ProjectStatus) => new Problem({ code: 'goal.notOpen', kind: 'closed', params: { status } }),
  notMeasurable: (status: ProjectStatus) =>
    new Problem({ code: 'goal.notMeasurable', kind: 'closed', params: { status } }),
  underReview: () => new Problem({ code: 'goal.underReview', kind: 'closed' }),
  reasonNeeded: () => field('reason', 'goal.reasonNeeded'),
  noIndicator: () => field('indicatorId', 'goal.noIndicator'),
  unknownIndicator: () => field('indicatorId', 'goal.unknownIndicator'),
  noComparison: () => new Problem({ code: 'goal.noComparison', kind: 'closed' }),
  measured: () => new Problem({ code: 'goal.measured', kind: 'closed' }),
  unitLocked: () => field('indicatorId', 'goal.unitLocked'),
  exists: () => new Problem({ code: 'goal.exists', kind: 'conflict' }),
  wrongValues: (fields: FieldProblem[]) => new Problem({ code: 'invalid', kind: 'invalid', fields }),
};
