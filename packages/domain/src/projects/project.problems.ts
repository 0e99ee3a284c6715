import { type FieldProblem, Problem } from '../measures/problem.ts';
import type { ProjectStatus } from './project.ts';

/** Problems with a project as a whole; texts are found by code in the browser. */
export const projectProblems = {
  notOpen: (status: ProjectStatus) => new Problem({ code: 'project.notOpen', kind: 'closed', params: { status } }),
  noSuchMove: (from: ProjectStatus, to: ProjectStatus) =>
    new Problem({ code: 'project.noSuchMove', kind: 'closed', params: { from, to } }),
  commentNeeded: () =>
    new Problem({
      code: 'project.commentNeeded',
      kind: 'invalid',
      fields: [{ path: 'comment', code: 'project.commentNeeded', params: {} }],
    }),
  exists: () => new Problem({ code: 'project.exists', kind: 'conflict' }),
  contradicts: (fields: FieldProblem[]) => new Problem({ code: 'invalid', kind: 'invalid', fields }),
  placeNotYours: (path: 'municipalityId' | 'districtId' | 'bodyId' | 'venueId' | 'interventionId') =>
    new Problem({ code: 'invalid', kind: 'invalid', fields: [{ path, code: 'project.placeNotYours', params: {} }] }),
  notBegun: (startsOn: string) => new Problem({ code: 'project.notBegun', kind: 'closed', params: { startsOn } }),
  incomplete: (fields: FieldProblem[]) => new Problem({ code: 'project.incomplete', kind: 'invalid', fields }),
  reasonNeeded: () =>
    new Problem({
      code: 'project.reasonNeeded',
      kind: 'invalid',
      fields: [{ path: 'reason', code: 'project.reasonNeeded', params: {} }],
    }),
};
