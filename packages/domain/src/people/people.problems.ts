import { Problem } from '../measures/problem.ts';

/** Problems with people, invitations and the first set-up. */
export const peopleProblems = {
  alreadySetUp: () => new Problem({ code: 'people.alreadySetUp', kind: 'closed' }),
  emailInUse: () =>
    new Problem({
      code: 'people.emailInUse',
      kind: 'conflict',
      fields: [{ path: 'email', code: 'people.emailInUse', params: {} }],
    }),
  signInFirst: (email: string) => new Problem({ code: 'people.signInFirst', kind: 'refused', params: { email } }),
  passwordNeeded: () =>
    new Problem({
      code: 'people.passwordNeeded',
      kind: 'invalid',
      fields: [{ path: 'password', code: 'people.passwordNeeded', params: {} }],
    }),
  otherAccount: (email: string) => new Problem({ code: 'people.otherAccount', kind: 'refused', params: { email } }),
  hasRole: () => new Problem({ code: 'people.hasRole', kind: 'conflict' }),
  /** The mail server took no letter. */
  notSent: () => new Problem({ code: 'people.notSent', kind: 'unavailable' }),
  lastCoordinator: () => new Problem({ code: 'people.lastCoordinator', kind: 'closed' }),
};
