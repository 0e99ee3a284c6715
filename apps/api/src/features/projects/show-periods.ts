import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { type Actor, placesOf } from '@forspring/domain/people/actor';
import type { ListedException, ShownPeriods } from '@forspring/domain/projects/period-lock';
import { mayLock, maySeePeriods } from '@forspring/domain/projects/period-lock.abilities';
import type { SignedInContext } from '../../kernel/context.ts';

const instant = (at: Date | string) => new Date(at).toISOString();

/** A municipality's locked periods and exceptions, the latest first. */
export async function showPeriods(
  { em, actor, clock }: SignedInContext,
  municipalityId: string,
): Promise<ShownPeriods> {
  if (!maySeePeriods(actor, municipalityId)) throw commonProblems.missing();
  const db = reader(em);
  const today = clock.today();
  const [locks, exceptions, projects] = await Promise.all([
    db
      .selectFrom('periodLock')
      .innerJoin('appUser', 'appUser.id', 'periodLock.byId')
      .leftJoin('appUser as ender', 'ender.id', 'periodLock.endedById')
      .where('periodLock.municipalityId', '=', municipalityId)
      .orderBy('periodLock.startsOn', 'desc')
      .orderBy('periodLock.at', 'desc')
      .selectAll('periodLock')
      .select(['appUser.name as by', 'ender.name as endedBy'])
      .limit(200)
      .execute(),
    exceptionRows(em).where('periodLock.municipalityId', '=', municipalityId).limit(200).execute(),
    db
      .selectFrom('project')
      .where('municipalityId', '=', municipalityId)
      .where('status', 'in', ['approved', 'running', 'paused', 'closed', 'stopped', 'evaluated'])
      .orderBy('year', 'desc')
      .orderBy('sortKey')
      .select(['id', 'title', 'year'])
      .limit(1000)
      .execute(),
  ]);
  return {
    locks: locks.map(({ id, kind, startsOn, endsOn, reason, by, at, endedBy, endedAt, endReason }) => ({
      id,
      kind,
      startsOn,
      endsOn,
      reason,
      by,
      at: instant(at),
      endedBy: endedBy ?? null,
      endedAt: endedAt ? instant(endedAt) : null,
      endReason,
    })),
    exceptions: exceptions.map((row) => listed(row, today)),
    projects,
    today,
    abilities: { edit: mayLock(actor, municipalityId) },
  };
}

/** Open exceptions in what a person owns or registers in: what a work list and the project's own pages show. */
export async function listExceptions({ em, actor, clock }: SignedInContext): Promise<ListedException[]> {
  const today = clock.today();
  const own = ownProjects(actor);
  if (own.owned.length + own.organisations.length === 0) return [];
  const rows = await exceptionRows(em)
    .where('periodException.endedAt', 'is', null)
    .where('periodException.endsOn', '>=', today)
    .where('periodLock.endedAt', 'is', null)
    .where((one) =>
      one.or([
        ...(own.owned.length > 0 ? [one('periodException.projectId', 'in', own.owned)] : []),
        ...(own.organisations.length > 0
          ? [
              one.exists(
                one
                  .selectFrom('partner')
                  .whereRef('partner.projectId', '=', 'periodException.projectId')
                  .where('partner.organisationId', 'in', own.organisations)
                  .select('partner.id'),
              ),
            ]
          : []),
      ]),
    )
    .limit(50)
    .execute();
  return rows.map((row) => listed(row, today));
}

const ownProjects = (actor: Actor) => ({ owned: placesOf(actor, 'owner'), organisations: placesOf(actor, 'partner') });

function exceptionRows(em: SignedInContext['em']) {
  return reader(em)
    .selectFrom('periodException')
    .innerJoin('periodLock', 'periodLock.id', 'periodException.lockId')
    .innerJoin('project', 'project.id', 'periodException.projectId')
    .innerJoin('appUser', 'appUser.id', 'periodException.byId')
    .orderBy('periodException.at', 'desc')
    .orderBy('periodException.id')
    .select([
      'periodException.id',
      'periodException.lockId',
      'periodException.projectId',
      'project.title as projectTitle',
      'project.year',
      'periodLock.kind',
      'periodLock.startsOn',
      'periodException.reason',
      'periodException.endsOn',
      'appUser.name as by',
      'periodException.at',
      'periodException.endedAt',
      'periodLock.endedAt as lockEndedAt',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof exceptionRows>['execute']>>[number];

function listed({ endedAt, lockEndedAt, at, ...row }: Row, today: string): ListedException {
  return { ...row, at: instant(at), isOpen: endedAt === null && lockEndedAt === null && row.endsOn >= today };
}
