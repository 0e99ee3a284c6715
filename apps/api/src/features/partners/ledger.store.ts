import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { type LedgerPromise, readPromises } from '@forspring/database/participation/promise-ledger.view';
import { PartnerPromise } from '@forspring/database/partners/partner-promise.entity';
import { PromisePeriod } from '@forspring/database/partners/promise-period.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { sideOf } from '@forspring/domain/partners/partner.abilities';
import type { LedgerSide, ShownPeriod, ShownPromise, ShownVersion } from '@forspring/domain/partners/promise';
import { isLedgerOpen, paceOf, quarterDays, quarterStart, valueOf } from '@forspring/domain/partners/promise.rules';
import type { Actor } from '@forspring/domain/people/actor';
import { isOpened, lockOn } from '@forspring/domain/projects/period-lock.rules';
import type { ProjectStatus } from '@forspring/domain/projects/project';
import { locksAsJson } from '../../kernel/period-locks.ts';

type Period = LedgerPromise['periods'][number];

/** Where a project's ledger stands: its period, whether it may still be written in, and the locked periods over it. */
export async function ledgerProjects(em: EntityManager, projectIds: readonly string[]) {
  if (projectIds.length === 0) return [];
  const rows = await reader(em)
    .selectFrom('project')
    .leftJoin('evaluation', 'evaluation.projectId', 'project.id')
    .where('project.id', 'in', [...projectIds])
    .select([
      'project.id',
      'project.title',
      'project.year',
      'project.status',
      'project.startsOn',
      'project.endsOn',
      'project.bodyId',
      'evaluation.status as evaluationStatus',
      locksAsJson({ municipalityId: sql.ref('project.municipality_id'), projectId: sql.ref('project.id') }).as('locks'),
    ])
    .execute();
  return rows.map((row) => ({ ...row, isOpen: isLedgerOpen(row.status, row.evaluationStatus) }));
}
export type LedgerProject = Awaited<ReturnType<typeof ledgerProjects>>[number];

/** Whether anything may be said of a quarter that no lock closes: while the ledger is open, and of an evaluated project where an exception opens it. */
export function mayStateIn(place: { status: ProjectStatus; isOpen: boolean }, isOpenedQuarter: boolean): boolean {
  return place.isOpen || (isOpenedQuarter && place.status === 'evaluated');
}

/** Every promise of these projects as somebody sees it; the caller has asked whether they may. */
export async function shownPromises(
  em: EntityManager,
  { actor, today }: { actor: Actor; today: string },
  projects: readonly LedgerProject[],
): Promise<(ShownPromise & { organisationId: string })[]> {
  const promises = await readPromises(
    reader(em),
    projects.map((one) => one.id),
  );
  return promises.flatMap((promise) => {
    const project = projects.find((one) => one.id === promise.projectId);
    if (!project) return [];
    const { id, version, partnerId, projectId, organisationId, organisationName, kind, unit } = promise;
    const { lineId, lineTitle, unitValueOere } = promise;
    const side = sideOf(actor, projectId, organisationId);
    const periods = promise.periods.map((period) => shownPeriod({ promise, project, side, today }, period));
    return [
      {
        id,
        version,
        partnerId,
        projectId,
        projectTitle: project.title,
        year: project.year,
        status: project.status,
        organisationId,
        organisationName,
        kind,
        unit,
        value: lineId === null || unitValueOere === null ? null : { lineId, unitValueOere, lineTitle: lineTitle ?? '' },
        pace: paceOf(kind, periods, today),
        periods,
        side,
      },
    ];
  });
}

function shownPeriod(
  {
    promise,
    project,
    side,
    today,
  }: { promise: LedgerPromise; project: LedgerProject; side: LedgerSide | null; today: string },
  period: Period,
): ShownPeriod {
  const days = quarterDays(period);
  const closing = lockOn(project.locks, days, today);
  const covering = project.locks.find((lock) => days.some((on) => on >= lock.startsOn && on <= lock.endsOn));
  const isOpen = days.every((on) => isOpened(project.locks, on, today));
  const { standing, statements, quantity, lastOn: _lastOn, promiseId: _promiseId, ...rest } = period;
  const versionOf = (version: Period['standing']['owner']): ShownVersion | null =>
    version && {
      quantity: version.quantity,
      isRegistered: version.statement === null,
      reason: version.statement?.reason ?? '',
      by: version.statement?.by ?? '',
      at: version.statement ? new Date(version.statement.at).toISOString() : null,
    };
  return {
    ...rest,
    promisedQuantity: quantity,
    deliveredQuantity: standing.counted,
    deliveredOere:
      promise.unitValueOere === null ? null : valueOf(promise.kind, standing.counted, promise.unitValueOere),
    standing: standing.kind,
    versions: { owner: versionOf(standing.owner), partner: versionOf(standing.partner) },
    waitsFor: standing.waitsFor,
    hasMoved: standing.hasMoved,
    hasBegun: quarterStart(period) <= today,
    lock: closing ?? covering ?? null,
    mayState: side !== null && closing === null && mayStateIn(project, isOpen),
    statements: statements.map(({ periodId: _periodId, ...one }) => ({ ...one, at: new Date(one.at).toISOString() })),
  };
}

/** A promise of this project, locked until the command ends. */
export async function getPromiseLocked(em: EntityManager, promiseId: string): Promise<PartnerPromise> {
  const promise = await em.findOne(PartnerPromise, { id: promiseId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!promise) throw commonProblems.missing();
  return promise;
}

/** A quarter of a promise, locked, and how it stands now. */
export async function getPeriodLocked(em: EntityManager, projectId: string, periodId: string) {
  const period = await em.findOne(PromisePeriod, { id: periodId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!period) throw commonProblems.missing();
  const promises = await readPromises(reader(em), [projectId]);
  const promise = promises.find((one) => one.id === period.promiseId);
  const now = promise?.periods.find((one) => one.id === periodId);
  if (!promise || !now) throw commonProblems.missing();
  return { period, promise, now };
}

/** The in-kind lines of a project's budget, which a promise may pay. */
export function inKindLines(em: EntityManager, projectId: string) {
  return reader(em)
    .selectFrom('budgetLine')
    .where('projectId', '=', projectId)
    .where('kind', '=', 'inKind')
    .orderBy('position')
    .select(['id', 'title'])
    .execute();
}

/** How many statements the quarters of a promise hold. */
export async function statementCount(em: EntityManager, promiseId: string): Promise<number> {
  const { count } = await reader(em)
    .selectFrom('promiseStatement')
    .innerJoin('promisePeriod', 'promisePeriod.id', 'promiseStatement.periodId')
    .where('promisePeriod.promiseId', '=', promiseId)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
