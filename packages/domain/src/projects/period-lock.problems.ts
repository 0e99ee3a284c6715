import { Problem } from '../measures/problem.ts';
import type { ShownLock } from './period-lock.ts';

/** Problems with locked periods; texts are found by code in the browser. */
export const periodProblems = {
  /** What was to be changed lies in a locked period; the days say which. */
  locked: ({ startsOn, endsOn }: Pick<ShownLock, 'startsOn' | 'endsOn'>) =>
    new Problem({ code: 'period.locked', kind: 'closed', params: { startsOn, endsOn } }),
  notOver: (endsOn: string) =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: 'startsOn', code: 'period.notOver', params: { endsOn } }],
    }),
  lockExists: () =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: 'startsOn', code: 'period.lockExists', params: {} }],
    }),
  lockEnded: () => new Problem({ code: 'period.lockEnded', kind: 'closed' }),
  exceptionExists: () =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: 'projectId', code: 'period.exceptionExists', params: {} }],
    }),
  exceptionEnded: () => new Problem({ code: 'period.exceptionEnded', kind: 'closed' }),
  exceptionDays: (dayCount: number) =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: 'endsOn', code: 'period.exceptionDays', params: { dayCount } }],
    }),
};
