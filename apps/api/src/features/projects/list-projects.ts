import { sql } from 'kysely';
import type { z } from 'zod';
import { reader } from '@forspring/database/reader';
import { daysBetween } from '@forspring/domain/measures/day';
import { danishSortKey } from '@forspring/domain/measures/sort';
import { mayAddProject } from '@forspring/domain/projects/project.abilities';
import {
  countCap,
  type listProjectsInput,
  type ProjectPage,
  type ProjectSort,
  projectsOnPage,
} from '@forspring/domain/projects/shown-project';
import { projectStatuses } from '@forspring/domain/projects/project';
import { tiers } from '@forspring/domain/interventions/intervention';
import type { SignedInContext } from '../../kernel/context.ts';
import { isReachable } from './project.store.ts';

const inOrder = (column: string, values: readonly string[]) =>
  sql`array_position(${sql.raw(`array['${values.join("','")}']`)}::text[], ${sql.ref(column)}::text)`;

/** What each sort orders by; missing values come last whichever way. */
const orders: Record<ProjectSort, ReturnType<typeof sql>> = {
  title: sql`project.sort_key`,
  status: inOrder('project.status', projectStatuses),
  year: sql`project.year`,
  tier: inOrder('project.tier', tiers),
  district: sql`coalesce(district.sort_key, '')`,
  startsOn: sql`project.starts_on`,
  sessions: sql`coalesce(project_figures.held_count, 0)`,
  spent: sql`coalesce(project_figures.spent_cash_oere + project_figures.spent_in_kind_oere, 0)`,
  goals: sql`coalesce(project_figures.goal_met_count, 0)`,
};

/** A text to find anywhere in a name, with the wildcards of LIKE made plain. */
const pattern = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** One page of the projects this person has a part in; three queries whatever the number. */
export async function listProjects(
  { em, actor, clock }: SignedInContext,
  asked: z.output<typeof listProjectsInput>,
): Promise<ProjectPage> {
  const db = reader(em);
  const reachable = isReachable(actor);
  let matching = db.selectFrom('project').where(reachable);
  if (asked.search !== '')
    matching = matching.where((one) =>
      one.or([
        one('project.title', 'ilike', pattern(asked.search)),
        one('project.areaName', 'ilike', pattern(asked.search)),
        one('project.sortKey', 'like', pattern(danishSortKey(asked.search).split(' ')[0] ?? '')),
      ]),
    );
  if (asked.years.length > 0) matching = matching.where('project.year', 'in', asked.years);
  if (asked.statuses.length > 0) matching = matching.where('project.status', 'in', asked.statuses);
  if (asked.tiers.length > 0) matching = matching.where('project.tier', 'in', asked.tiers);
  if (asked.districtIds.length > 0) matching = matching.where('project.districtId', 'in', asked.districtIds);
  if (asked.bodyIds.length > 0) matching = matching.where('project.bodyId', 'in', asked.bodyIds);
  if (asked.themes.length > 0) matching = matching.where(sql<boolean>`project.themes && ${asked.themes}::text[]`);

  const direction = asked.isDescending ? sql`desc nulls last` : sql`asc nulls last`;
  const [rows, counted, choices] = await Promise.all([
    matching
      .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
      .leftJoin('district', 'district.id', 'project.districtId')
      .leftJoin('body', 'body.id', 'project.bodyId')
      .leftJoin('projectFigures', 'projectFigures.projectId', 'project.id')
      .select((one) => [
        'project.id',
        'project.title',
        'project.status',
        'project.tier',
        'project.themes',
        'project.year',
        'project.startsOn',
        'project.endsOn',
        'project.minAge',
        'project.maxAge',
        'municipality.name as municipalityName',
        sql<string | null>`case when district.is_implicit then null else district.name end`.as('districtName'),
        'body.name as bodyName',
        one
          .selectFrom('membership')
          .innerJoin('appUser', 'appUser.id', 'membership.userId')
          .whereRef('membership.placeId', '=', 'project.id')
          .where('membership.role', '=', 'owner')
          .where('membership.endedAt', 'is', null)
          .select(sql<string[]>`coalesce(array_agg(app_user.name order by app_user.name), '{}')`.as('names'))
          .as('ownerNames'),
        sql<number>`coalesce(project_figures.planned_count + project_figures.held_count + project_figures.cancelled_count, 0)::int`.as(
          'sessionCount',
        ),
        sql<number>`coalesce(project_figures.held_count, 0)::int`.as('heldCount'),
        sql<number>`coalesce(project_figures.cancelled_count, 0)::int`.as('cancelledCount'),
        sql<number>`coalesce(project_figures.budget_cash_oere + project_figures.budget_in_kind_oere, 0)::bigint`.as(
          'budgetOere',
        ),
        sql<number>`coalesce(project_figures.spent_cash_oere + project_figures.spent_in_kind_oere, 0)::bigint`.as(
          'spentOere',
        ),
        sql<number>`coalesce(project_figures.goal_count, 0)::int`.as('goalCount'),
        sql<number>`coalesce(project_figures.goal_met_count, 0)::int`.as('goalMetCount'),
      ])
      .orderBy(sql`${orders[asked.sort]} ${direction}`)
      .orderBy('project.year', 'desc')
      .orderBy('project.sortKey')
      .orderBy('project.id')
      .limit(projectsOnPage)
      .offset((asked.page - 1) * projectsOnPage)
      .execute(),
    db
      .selectFrom(
        matching
          .select('project.id')
          .limit(countCap + 1)
          .as('some'),
      )
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('project')
      .where(reachable)
      .leftJoin('district', 'district.id', 'project.districtId')
      .select(['project.year', 'district.id', 'district.name', 'district.sortKey', 'district.isImplicit'])
      .distinct()
      .orderBy('project.year', 'desc')
      .orderBy('district.sortKey')
      .limit(countCap)
      .execute(),
  ]);

  const districts = new Map<string, string>();
  for (const { id, name, isImplicit } of choices.toSorted((a, b) => ((a.sortKey ?? '') < (b.sortKey ?? '') ? -1 : 1)))
    if (id !== null && name !== null && isImplicit === false) districts.set(id, name);
  return {
    rows: rows.map((row) => ({
      ...row,
      ownerNames: row.ownerNames ?? [],
      goneShare: goneShare(row.startsOn, row.endsOn, clock.today()),
    })),
    totalCount: Math.min(counted.count, countCap),
    isCapped: counted.count > countCap,
    pageSize: projectsOnPage,
    filters: {
      years: [...new Set(choices.map((one) => one.year))],
      districts: [...districts].map(([id, name]) => ({ id, name })),
    },
    abilities: { add: mayAddProject(actor) },
  };
}

/** 0–1 of a period that has passed on a day, both ends included. */
function goneShare(startsOn: string | null, endsOn: string | null, today: string): number | null {
  if (startsOn === null || endsOn === null || endsOn < startsOn) return null;
  const share = (daysBetween(startsOn, today) + 1) / (daysBetween(startsOn, endsOn) + 1);
  return Math.min(1, Math.max(0, share));
}
