import { Problem } from '../measures/problem.ts';

/** Problems with annual plans. */
export const planProblems = {
  notDraft: () => new Problem({ code: 'plan.notDraft', kind: 'closed' }),
  situationNeeded: () =>
    new Problem({
      code: 'plan.situationNeeded',
      kind: 'invalid',
      fields: [{ path: 'situation', code: 'plan.situationNeeded', params: {} }],
    }),
};
