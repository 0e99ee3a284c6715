import { Problem } from '../measures/problem.ts';
import type { ProjectStatus } from '../projects/project.ts';

const field = (path: string, code: string, params: Record<string, string | number> = {}) =>
  new Problem({ code, kind: 'invalid', params, fields: [{ path, code, params }] });

/** Problems with budgets, funding and expenses; texts are found by code in the browser. */
export const budgetProblems = {
  notOpen: (status: ProjectStatus) => new Problem({ code: 'budget.notOpen', kind: 'closed', params: { status } }),
  notRecording: (status: ProjectStatus) =>
    new Problem({ code: 'budget.notRecording', kind: 'closed', params: { status } }),
  notMovable: (status: ProjectStatus) => new Problem({ code: 'budget.notMovable', kind: 'closed', params: { status } }),
  underReview: () => new Problem({ code: 'budget.underReview', kind: 'closed' }),
  exists: () => new Problem({ code: 'budget.exists', kind: 'conflict' }),
  unknownLine: (path: string) => field(path, 'budget.unknownLine'),
  unknownSource: (path: string) => field(path, 'budget.unknownSource'),
  unknownFunder: () => field('organisationId', 'budget.unknownFunder'),
  tooLarge: () => field('unitPriceOere', 'budget.tooLarge'),
  kindsDiffer: (path: string) => field(path, 'budget.kindsDiffer'),
  kindLocked: () => field('kind', 'budget.kindLocked'),
  sameSourceTwice: (path: string) => field(path, 'budget.sameSourceTwice'),
  sameLine: () => field('toLineId', 'budget.sameLine'),
  notLeft: (leftOere: number) => field('amountOere', 'budget.notLeft', { leftOere }),
  spentInFuture: () => field('spentOn', 'budget.spentInFuture'),
  spentBeforeStart: (startsOn: string) => field('spentOn', 'budget.spentBeforeStart', { startsOn }),
  voucherNeeded: () => field('voucher', 'budget.voucherNeeded'),
  answered: () => new Problem({ code: 'budget.answered', kind: 'closed' }),
  /** What a partner delivered of a promise is corrected in the promise ledger. */
  keptByLedger: () => new Problem({ code: 'budget.keptByLedger', kind: 'closed' }),
};
