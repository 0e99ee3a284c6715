import { Problem } from '../measures/problem.ts';

/** Problems with districts, bodies, venues and organisations. */
export const placeProblems = {
  nameTaken: () =>
    new Problem({
      code: 'places.nameTaken',
      kind: 'conflict',
      fields: [{ path: 'name', code: 'places.nameTaken', params: {} }],
    }),
};
