import { Problem } from '../measures/problem.ts';

/** Problems with repeating a project; texts are found by code in the browser. */
export const learningProblems = {
  /** The district or body lies in another municipality than the copy. */
  otherMunicipality: (path: 'districtId' | 'bodyId') =>
    new Problem({
      code: 'learning.otherMunicipality',
      kind: 'invalid',
      fields: [{ path, code: 'learning.otherMunicipality', params: {} }],
    }),
  idTaken: () => new Problem({ code: 'learning.idTaken', kind: 'conflict' }),
  /** Only a project that was repeated from another has adaptations. */
  notACopy: () => new Problem({ code: 'learning.notACopy', kind: 'closed' }),
  /** The part named is as it was in the original, so there is nothing to explain. */
  nothingChanged: () => new Problem({ code: 'learning.nothingChanged', kind: 'closed' }),
};
