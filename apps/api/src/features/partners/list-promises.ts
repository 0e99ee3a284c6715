import { placesOf } from '@forspring/domain/people/actor';
import { mayEditPartners, promiseStatuses } from '@forspring/domain/partners/partner.abilities';
import type { PromiseConcern, ShownLedger, ShownPromise } from '@forspring/domain/partners/promise';
import { quartersBetween } from '@forspring/domain/partners/promise.rules';
import { reader } from '@forspring/database/reader';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { partnerStatuses } from '@forspring/domain/projects/project.abilities';
import type { SignedInContext } from '../../kernel/context.ts';
import { inKindLines, ledgerProjects, shownPromises } from './ledger.store.ts';

/** A project's whole ledger, for its own people. */
export async function showLedger({
  em,
  actor,
  clock,
  project,
}: SignedInContext & { project: ProjectPlace }): Promise<ShownLedger> {
  const projects = await ledgerProjects(em, [project.projectId]);
  const [own] = projects;
  const isEditor = mayEditPartners(actor, project) && partnerStatuses.includes(project.status);
  return {
    promises: await shownPromises(em, { actor, today: clock.today() }, projects),
    quarters: quartersBetween(
      own?.startsOn ?? null,
      own?.endsOn ?? null,
      own?.year ?? Number(clock.today().slice(0, 4)),
    ),
    lines: isEditor ? await inKindLines(em, project.projectId) : [],
    abilities: { edit: isEditor },
  };
}

/** What this person's own organisations promised, wherever they take part; nobody else's promises. */
export async function listOwnLedger({ em, actor, clock }: SignedInContext): Promise<ShownPromise[]> {
  const organisationIds = placesOf(actor, 'partner');
  const rows = await reader(em)
    .selectFrom('partner')
    .innerJoin('project', 'project.id', 'partner.projectId')
    .where('partner.organisationId', 'in', organisationIds)
    .where('project.status', 'in', [...promiseStatuses])
    .orderBy('project.year', 'desc')
    .orderBy('project.sortKey')
    .limit(200)
    .select('project.id')
    .execute();
  const projects = await ledgerProjects(
    em,
    rows.map((row) => row.id),
  );
  const order = new Map(rows.map((row, index) => [row.id, index]));
  const promises = await shownPromises(em, { actor, today: clock.today() }, projects);
  return promises
    .filter((one) => organisationIds.includes(one.organisationId))
    .toSorted((a, b) => (order.get(a.projectId) ?? 0) - (order.get(b.projectId) ?? 0));
}

/** Promises that are disputed or far behind, in running projects of one's own bodies, municipality and projects. */
export async function listConcerns({ em, actor, clock }: SignedInContext): Promise<PromiseConcern[]> {
  const places = {
    bodies: placesOf(actor, 'committeeMember'),
    municipalities: placesOf(actor, 'coordinator'),
    owned: placesOf(actor, 'owner'),
  };
  const rows = await reader(em)
    .selectFrom('project')
    .where((project) =>
      project.or([
        ...(places.bodies.length > 0 ? [project('project.bodyId', 'in', places.bodies)] : []),
        ...(places.municipalities.length > 0 ? [project('project.municipalityId', 'in', places.municipalities)] : []),
        ...(places.owned.length > 0 ? [project('project.id', 'in', places.owned)] : []),
      ]),
    )
    .where('project.status', 'in', ['running', 'paused', 'closed'])
    .orderBy('project.sortKey')
    .limit(500)
    .select('project.id')
    .execute();
  const projects = await ledgerProjects(
    em,
    rows.map((row) => row.id),
  );
  const promises = await shownPromises(em, { actor, today: clock.today() }, projects);
  return promises.flatMap((promise): PromiseConcern[] => {
    const disputed = promise.periods.filter((period) => period.standing === 'disputed');
    if (disputed.length === 0 && promise.pace !== 'farBehind') return [];
    const periods = disputed.length > 0 ? disputed : promise.periods.filter((period) => period.hasBegun);
    const sum = (of: 'promisedQuantity' | 'deliveredQuantity') => periods.reduce((total, one) => total + one[of], 0);
    const { projectId, projectTitle, year, organisationName, kind, unit } = promise;
    return [
      {
        projectId,
        projectTitle,
        year,
        bodyId: projects.find((one) => one.id === projectId)?.bodyId ?? null,
        organisationName,
        kind,
        unit,
        why: disputed.length > 0 ? 'disputed' : 'farBehind',
        promisedQuantity: sum('promisedQuantity'),
        deliveredQuantity: sum('deliveredQuantity'),
      },
    ];
  });
}
