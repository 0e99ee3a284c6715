import { Problem } from '../measures/problem.ts';

/** Problems with reminders. */
export const owedProblems = {
  /** One reminder a day is enough. */
  alreadyReminded: () => new Problem({ code: 'owed.alreadyReminded', kind: 'closed' }),
  /** Nobody has a role there, so there is nobody to write to. */
  nobodyThere: () => new Problem({ code: 'owed.nobodyThere', kind: 'closed' }),
  /** The mail server took no letter. */
  notSent: () => new Problem({ code: 'owed.notSent', kind: 'unavailable' }),
};
