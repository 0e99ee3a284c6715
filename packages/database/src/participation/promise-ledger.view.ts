import { sql } from 'kysely';
import type { LedgerSide, PromiseKind, StatementKind } from '@forspring/domain/partners/promise';
import { minuteKinds } from '@forspring/domain/partners/promise';
import { standingOf } from '@forspring/domain/partners/promise.rules';
import type { Reader } from '../tables.ts';
import { countedSessions } from './counted-session.view.ts';

/** One statement with the name of whoever made it. */
interface LedgerStatement {
  id: string;
  periodId: string;
  position: number;
  side: LedgerSide;
  kind: StatementKind;
  quantity: number;
  registeredQuantity: number | null;
  reason: string;
  by: string;
  at: Date;
}

/** What registrations say of one organisation in one quarter of a project, in minutes, and the last day of it. */
interface Registered {
  projectId: string;
  organisationId: string;
  year: number;
  quarter: number;
  hall: number;
  staff: number;
  volunteers: number;
  lastOn: string | null;
}

/**
 * Every promise of these projects, quarter by quarter: what is promised, what registrations say (null where they cannot
 * say anything: a count, or an organisation that holds no sessions), all that was said, and how it stands. Five queries,
 * however many promises there are.
 */
export async function readPromises(db: Reader, projectIds: readonly string[]) {
  if (projectIds.length === 0) return [];
  const promises = await db
    .selectFrom('partnerPromise')
    .innerJoin('partner', 'partner.id', 'partnerPromise.partnerId')
    .innerJoin('organisation', 'organisation.id', 'partner.organisationId')
    .leftJoin('promiseValue', 'promiseValue.promiseId', 'partnerPromise.id')
    .leftJoin('budgetLine', 'budgetLine.id', 'promiseValue.lineId')
    .where('partnerPromise.projectId', 'in', [...projectIds])
    .orderBy('organisation.sortKey')
    .orderBy(sql`array_position(array['hall', 'staff', 'volunteers', 'introductions', 'other'], partner_promise.kind)`)
    .orderBy('partnerPromise.unit')
    .orderBy('partnerPromise.id')
    .select([
      'partnerPromise.id',
      'partnerPromise.version',
      'partnerPromise.projectId',
      'partnerPromise.partnerId',
      'partnerPromise.kind',
      'partnerPromise.unit',
      'partner.organisationId',
      'organisation.name as organisationName',
      'promiseValue.lineId',
      'promiseValue.unitValueOere',
      'budgetLine.title as lineTitle',
    ])
    .execute();
  if (promises.length === 0) return [];
  const periods = await db
    .selectFrom('promisePeriod')
    .innerJoin('partnerPromise', 'partnerPromise.id', 'promisePeriod.promiseId')
    .where('partnerPromise.projectId', 'in', [...projectIds])
    .orderBy('promisePeriod.year')
    .orderBy('promisePeriod.quarter')
    .selectAll('promisePeriod')
    .execute();
  const statements: LedgerStatement[] = await db
    .selectFrom('promiseStatement')
    .innerJoin('promisePeriod', 'promisePeriod.id', 'promiseStatement.periodId')
    .innerJoin('partnerPromise', 'partnerPromise.id', 'promisePeriod.promiseId')
    .innerJoin('appUser', 'appUser.id', 'promiseStatement.byId')
    .where('partnerPromise.projectId', 'in', [...projectIds])
    .orderBy('promiseStatement.position')
    .selectAll('promiseStatement')
    .select('appUser.name as by')
    .execute();
  const registered = await readRegistered(db, projectIds);
  return promises.map((promise) => {
    const isMinutes = minuteKinds.includes(promise.kind);
    const own = registered.filter(
      (one) => one.projectId === promise.projectId && one.organisationId === promise.organisationId,
    );
    const speaks = isMinutes && own.some((one) => (promise.kind === 'hall' ? one.isHost : one.isHolder));
    return {
      ...promise,
      periods: periods
        .filter((period) => period.promiseId === promise.id)
        .map((period) => {
          const quarter = own.find((one) => one.year === period.year && one.quarter === period.quarter);
          const registeredQuantity = speaks ? (quarter?.[promise.kind as 'hall' | 'staff' | 'volunteers'] ?? 0) : null;
          const said = statements.filter((one) => one.periodId === period.id);
          return {
            ...period,
            registeredQuantity,
            lastOn: quarter?.lastOn ?? null,
            statements: said,
            standing: standingOf(registeredQuantity, said),
          };
        }),
    };
  });
}
export type LedgerPromise = Awaited<ReturnType<typeof readPromises>>[number];

/** The kinds registrations fill, as columns of {@link Registered}. */
export type RegisteredKind = Extract<PromiseKind, 'hall' | 'staff' | 'volunteers'>;

/**
 * Hall minutes belong to the partner at whose venue a session was held, or, where the venue is no partner's, to the
 * partner that held it; staff and volunteers to the partner that held it. Only held sessions give anything.
 */
async function readRegistered(db: Reader, projectIds: readonly string[]) {
  const { rows } = await sql<Registered & { isHost: boolean; isHolder: boolean }>`
    with counted as (
      select counted.*, coalesce(host.organisation_id, counted.organisation_id) as hall_id
      from (${countedSessions}) as counted
        left join partner as host
          on host.project_id = counted.project_id and host.organisation_id = counted.host_id
      where counted.project_id in (${sql.join(projectIds.map((one) => sql`${one}::uuid`))})
    )
    select partner.project_id as "projectId", partner.organisation_id as "organisationId",
      substr(counted.month, 1, 4)::int as year, (substr(counted.month, 6, 2)::int + 2) / 3 as quarter,
      bool_or(counted.hall_id = partner.organisation_id) as "isHost",
      coalesce(bool_or(counted.organisation_id = partner.organisation_id), false) as "isHolder",
      coalesce(sum(length_minutes) filter (where state = 'held' and hall_id = partner.organisation_id), 0)::int as hall,
      coalesce(sum(staff_minutes) filter (where state = 'held' and counted.organisation_id = partner.organisation_id), 0)::int as staff,
      coalesce(sum(volunteer_minutes) filter (where state = 'held' and counted.organisation_id = partner.organisation_id), 0)::int as volunteers,
      max(held_on) filter (where state = 'held') as "lastOn"
    from counted join partner on partner.project_id = counted.project_id
      and partner.organisation_id in (counted.organisation_id, counted.hall_id)
    group by 1, 2, 3, 4
  `.execute(db);
  return rows;
}
