import { Problem } from '../measures/problem.ts';
import type { ProjectStatus } from '../projects/project.ts';

/** Problems with a project's partners; texts are found by code in the browser. */
export const partnerProblems = {
  notOpen: (status: ProjectStatus) => new Problem({ code: 'project.notOpen', kind: 'closed', params: { status } }),
  alreadyPartner: () =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: 'organisationId', code: 'partner.alreadyPartner', params: {} }],
    }),
  unknownOrganisation: () =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: 'organisationId', code: 'partner.unknownOrganisation', params: {} }],
    }),
  organisationExists: () =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: 'name', code: 'partner.organisationExists', params: {} }],
    }),
  /** Its people have sessions to register, so it cannot disappear. */
  holdsSessions: (sessionCount: number) =>
    new Problem({ code: 'partner.holdsSessions', kind: 'closed', params: { sessionCount } }),
};
