import { sql } from 'kysely';
import type { z } from 'zod';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { type Cell, numberCell } from '@forspring/domain/measures/cell';
import { danishSortKey } from '@forspring/domain/measures/sort';
import {
  isQuiet,
  type OpenActivityKind,
  openActivityKinds,
  type OpenActivitiesPage,
  type openActivitiesAsk,
  type OpenSum,
  quietKinds,
  type ShownOpenActivity,
  unitOfKind,
} from '@forspring/domain/participation/open-activity';
import { quarterOf } from '@forspring/domain/participation/open-activity.rules';
import {
  mayEditOpenActivity,
  mayRegister,
  maySeeActivity,
  maySeeQuietCounts,
} from '@forspring/domain/participation/participation.abilities';
import { type Actor, holds, placesOf } from '@forspring/domain/people/actor';
import { isCoordinator, isOwner } from '@forspring/domain/projects/project.abilities';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { SignedInContext } from '../../kernel/context.ts';
import type { Gate } from '../../kernel/gate.ts';
import { openRegister } from '../../kernel/gate-thresholds.ts';
import { type CountedMonth, gatedMonths } from '../../kernel/gated-months.ts';
import { countedMonths } from './counted-month.store.ts';

type Context = SignedInContext & { project: ProjectPlace };

const sortColumns = {
  onDay: 'openActivity.onDay',
  count: 'openActivity.count',
  staffMinutes: 'openActivity.staffMinutes',
} as const;

/** The project an open activity lies in; null when there is no such activity. */
export async function findOpenActivityProject(em: EntityManager, activityId: string): Promise<string | null> {
  const row = await reader(em)
    .selectFrom('openActivity')
    .where('id', '=', activityId)
    .select('projectId')
    .executeTakeFirst();
  return row?.projectId ?? null;
}

/** The organisations whose activities the actor sees in a project; null: all of them. */
function seenOrganisations(actor: Actor, project: ProjectPlace): string[] | null {
  if (maySeeActivity(actor, project)) return null;
  return project.registeringOrganisationIds.filter((one) => holds(actor, 'partner', one));
}

/** A project's activities without a register, filtered, sorted and paged, with sums by kind and period. */
export async function listOpenActivities(
  ctx: Context,
  ask: z.infer<typeof openActivitiesAsk>,
): Promise<OpenActivitiesPage> {
  const { actor, project, clock } = ctx;
  const isGated = !maySeeQuietCounts(actor, project);
  const pattern = `%${ask.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  let found = seenRows(ctx);
  // Whoever gets quarterly sums only must not count the rows of a month.
  if (isGated) found = found.where('openActivity.kind', 'not in', [...quietKinds]);
  if (ask.kinds.length > 0) found = found.where('openActivity.kind', 'in', [...ask.kinds]);
  if (ask.search !== '')
    found = found.where((one) =>
      one.or([
        one('openActivity.placeName', 'ilike', pattern),
        one('venue.name', 'ilike', pattern),
        one('organisation.name', 'ilike', pattern),
        one('openActivity.note', 'ilike', pattern),
      ]),
    );
  const counted = await found.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
  const direction = ask.isDescending ? 'desc' : 'asc';
  const rows = await found
    .select(columns)
    // The order of numbers would tell what their cells do not.
    .orderBy(sortColumns[isGated && ask.sort === 'count' ? 'onDay' : ask.sort], (order) =>
      ask.isDescending ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .orderBy('openActivity.onDay', direction)
    .orderBy('openActivity.id')
    .limit(ask.pageSize)
    .offset((ask.page - 1) * ask.pageSize)
    .execute();
  return {
    rows: rows.map((row) => shownOf(ctx, row)),
    totalCount: counted.count,
    ...(await sumsOf(ctx, isGated)),
    isGated,
    ...(await choicesOf(ctx)),
    lastOn: clock.today(),
    abilities: {
      mayAdd: isOpen(project) && mayRegister(actor, project),
      mayAddForProject: isOpen(project) && (isOwner(actor, project) || isCoordinator(actor, project)),
    },
  };
}

/** One activity as it is stored now. */
export async function findShownOpenActivity(ctx: Context, id: string): Promise<ShownOpenActivity> {
  const row = await seenRows(ctx).where('openActivity.id', '=', id).select(columns).executeTakeFirstOrThrow();
  return shownOf(ctx, row);
}

/** The projects that have begun and in which the actor may write open activities: an owner's own, and those a partner registers in. */
export async function listOpenActivityProjects({ em, actor, clock }: SignedInContext) {
  const owned = placesOf(actor, 'owner');
  const organisations = placesOf(actor, 'partner');
  if (owned.length + organisations.length === 0) return [];
  return reader(em)
    .selectFrom('project')
    .where('project.status', 'in', [...recordingStatuses])
    .where('project.startsOn', '<=', clock.today())
    .where((project) => project.or([project('project.tier', 'is', null), project('project.tier', '!=', 'individual')]))
    .where((project) =>
      project.or([
        ...(owned.length > 0 ? [project('project.id', 'in', owned)] : []),
        ...(organisations.length > 0
          ? [
              project.exists(
                project
                  .selectFrom('partner')
                  .whereRef('partner.projectId', '=', 'project.id')
                  .where('partner.registers', '=', true)
                  .where('partner.organisationId', 'in', organisations)
                  .select('partner.id'),
              ),
            ]
          : []),
      ]),
    )
    .orderBy('project.year', 'desc')
    .orderBy('project.sortKey')
    .select(['project.id', 'project.title', 'project.year'])
    .limit(200)
    .execute();
}

const columns = [
  'openActivity.id',
  'openActivity.kind',
  'openActivity.onDay',
  'openActivity.organisationId',
  'organisation.name as organisationName',
  'openActivity.venueId',
  'venue.name as venueName',
  'openActivity.placeName',
  'openActivity.theme',
  'openActivity.count',
  'openActivity.minutes',
  'openActivity.staffMinutes',
  'openActivity.note',
  'openActivity.version',
] as const;

function seenRows({ em, actor, project }: Context) {
  const rows = reader(em)
    .selectFrom('openActivity')
    .leftJoin('venue', 'venue.id', 'openActivity.venueId')
    .leftJoin('organisation', 'organisation.id', 'openActivity.organisationId')
    .where('openActivity.projectId', '=', project.projectId);
  const organisations = seenOrganisations(actor, project);
  if (organisations === null) return rows;
  return rows.where(
    'openActivity.organisationId',
    'in',
    organisations.length > 0 ? organisations : [sql<string>`null`],
  );
}

const isOpen = (project: ProjectPlace) => recordingStatuses.includes(project.status) && project.tier !== 'individual';

type ActivityRow = Omit<ShownOpenActivity, 'count' | 'unit' | 'mayEdit'> & { count: number };

function shownOf({ actor, project }: Context, row: ActivityRow): ShownOpenActivity {
  return {
    ...row,
    // One evening on a square is the smallest part there is: for those who write it.
    count: mayRegister(actor, project) ? row.count : null,
    unit: unitOfKind[row.kind],
    mayEdit: isOpen(project) && mayEditOpenActivity(actor, project, row),
  };
}

/** Sums by kind and month as they are, or through the gate for somebody who does not register here: quiet kinds by quarter, and outreach as part of all contacts. */
async function sumsOf(ctx: Context, isGated: boolean): Promise<Pick<OpenActivitiesPage, 'sums' | 'totals'>> {
  const months = await seenRows(ctx)
    .select([
      'openActivity.kind',
      sql<string>`to_char(open_activity.on_day, 'YYYY-MM')`.as('month'),
      sql<number>`count(*)::int`.as('activityCount'),
      sql<number>`sum(open_activity.count)::int`.as('count'),
      sql<number>`coalesce(sum(open_activity.staff_minutes), 0)::int`.as('staffMinutes'),
    ])
    .groupBy(['openActivity.kind', sql`2`])
    .orderBy(sql`2`)
    .execute();
  const gate = await openRegister(ctx.em, ctx.actor, ctx.project);
  const all = isGated ? await countedMonths(ctx.em, ctx.project.projectId, ctx.clock.today()) : [];
  const parts = openActivityKinds.flatMap((kind) => {
    const own = months.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    if (isGated && isQuiet(kind)) return [quartersOf(gate, kind, own)];
    const shown = isGated && kind === 'outreach' ? outreachOf(gate, all) : listOf(gate, own);
    const sums = own.map(({ month, activityCount, staffMinutes }): OpenSum => ({
      kind,
      period: month,
      activityCount: numberCell(activityCount),
      count: shown.counts.get(month) ?? numberCell<number>(null),
      staffMinutes,
    }));
    return [{ sums, total: { kind, count: shown.total } }];
  });
  return { sums: parts.flatMap(({ sums }) => sums), totals: parts.map(({ total }) => total) };
}

type Sums = { month: string; count: number }[];
type GatedSums = { counts: Map<string, Cell<number>>; total: Cell<number> };

function listOf(gate: Gate, own: Sums): GatedSums {
  const { parts, total } = gate.list(own.map(({ count }) => count));
  return { counts: new Map(own.map(({ month }, index) => [month, parts[index] ?? numberCell<number>(null)])), total };
}

function outreachOf(gate: Gate, all: readonly CountedMonth[]): GatedSums {
  const { outreach, outreachTotal } = gatedMonths(gate, all);
  const counts = all.map(({ month }, index): [string, Cell<number>] => [
    month,
    outreach[index] ?? numberCell<number>(null),
  ]);
  return { counts: new Map(counts), total: outreachTotal };
}

function quartersOf(gate: Gate, kind: OpenActivityKind, own: Sums) {
  const quarters = [...new Set(own.map(({ month }) => quarterOf(`${month}-01`)))];
  const { parts, total } = gate.list(
    quarters.map((quarter) =>
      own.filter(({ month }) => quarterOf(`${month}-01`) === quarter).reduce((sum, one) => sum + one.count, 0),
    ),
  );
  const sums = quarters.map((period, index): OpenSum => ({
    kind,
    period,
    // How many entries there were says nothing more, and would help to guess.
    activityCount: { kind: 'notApplicable', reason: 'notPartOfPlan' },
    count: parts[index] ?? numberCell<number>(null),
    staffMinutes: 0,
  }));
  return { sums, total: { kind, count: total } };
}

/** What a form can choose between: the municipality's venues and the organisations one may write for. */
async function choicesOf({ em, actor, project }: Context) {
  const db = reader(em);
  const { startsOn } = await db
    .selectFrom('project')
    .where('id', '=', project.projectId)
    .select('startsOn')
    .executeTakeFirstOrThrow();
  const byName = (a: { name: string }, b: { name: string }) => (danishSortKey(a.name) < danishSortKey(b.name) ? -1 : 1);
  if (!mayRegister(actor, project)) return { venues: [], organisations: [], firstOn: startsOn };
  const venues = await db
    .selectFrom('venue')
    .where('municipalityId', '=', project.municipalityId)
    .select(['id', 'name'])
    .execute();
  const organisations = await db
    .selectFrom('partner')
    .innerJoin('organisation', 'organisation.id', 'partner.organisationId')
    .where('partner.projectId', '=', project.projectId)
    .select(['organisation.id', 'organisation.name'])
    .execute();
  return {
    venues: venues.toSorted(byName),
    organisations: organisations
      .filter(({ id }) => mayEditOpenActivity(actor, project, { organisationId: id }))
      .toSorted(byName),
    firstOn: startsOn,
  };
}
