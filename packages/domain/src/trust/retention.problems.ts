import { Problem } from '../measures/problem.ts';

/** Problems with what is kept and removed; texts are found by code in the browser. */
export const retentionProblems = {
  holdExists: () => new Problem({ code: 'retention.holdExists', kind: 'closed' }),
  holdLifted: () => new Problem({ code: 'retention.holdLifted', kind: 'closed' }),
  unknownProject: () =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: 'projectId', code: 'retention.unknownProject', params: {} }],
    }),
};
