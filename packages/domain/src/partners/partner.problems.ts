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
  promiseExists: () =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: 'kind', code: 'partner.promiseExists', params: {} }],
    }),
  /** Something was said of it, and what was said is kept. */
  promiseHasStatements: () => new Problem({ code: 'partner.promiseHasStatements', kind: 'closed' }),
  reasonMissing: () =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: 'reason', code: 'partner.reasonMissing', params: {} }],
    }),
  notInKind: () =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: 'lineId', code: 'partner.notInKind', params: {} }],
    }),
  ledgerClosed: () => new Problem({ code: 'partner.ledgerClosed', kind: 'closed' }),
  quarterToCome: () => new Problem({ code: 'partner.quarterToCome', kind: 'closed' }),
  nothingToAccept: () => new Problem({ code: 'partner.nothingToAccept', kind: 'closed' }),
};
