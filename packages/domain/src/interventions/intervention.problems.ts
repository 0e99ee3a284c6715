import { Problem } from '../measures/problem.ts';

/** Problems with making a recipe of a project. */
export const interventionProblems = {
  hasOne: () => new Problem({ code: 'intervention.hasOne', kind: 'conflict' }),
  planUnfinished: () => new Problem({ code: 'intervention.planUnfinished', kind: 'closed' }),
};
