import { sql } from 'kysely';
import { keepDeliveries } from '@forspring/database/participation/keep-deliveries';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { FigureName } from '@forspring/domain/participation/figures';

/** Figures that can be counted up and down; the largest evening is looked up instead. */
export type FigureChange = Partial<Record<Exclude<FigureName, 'largestVisitCount'>, number>>;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The figures that change with what a partner has delivered. */
const hourFigures = ['heldCount', 'heldMinutes', 'staffMinutes', 'volunteerMinutes'] as const;

/**
 * Adds a change to a project's kept figures in the caller's transaction (flush first). The row lock it takes makes
 * writers of one project wait for each other; writers of different projects never meet. The largest evening is read
 * from an index, because a maximum cannot be counted down. What partners have delivered of valued promises follows hours,
 * so it is kept in the same transaction, where there are such promises.
 */
export async function changeFigures(em: EntityManager, projectId: string, change: FigureChange): Promise<void> {
  const steps = Object.entries(change).filter(([, by]) => by !== 0);
  const names = sql.join(steps.map(([name]) => sql.ref(snake(name))));
  const values = sql.join(steps.map(([, by]) => sql`${by}::bigint`));
  const sets = steps.map(([name, by]) => {
    const column = sql.ref(snake(name));
    return sql`${column} = project_figures.${column} + ${by}::bigint`;
  });
  const largest = sql`greatest(
    coalesce((select max(visit_count) from session where project_id = ${projectId} and state = 'held' and count_unit = 'visit'), 0),
    coalesce((select max(largest_count) from session_total where project_id = ${projectId} and state = 'held' and count_unit = 'visit'), 0)
  )`;
  const comma = steps.length > 0 ? sql`, ` : sql``;
  const { rows } = await sql<{ hasValues: boolean }>`
    insert into project_figures (project_id, largest_visit_count${comma}${steps.length > 0 ? names : sql``})
    values (${projectId}, ${largest}${comma}${steps.length > 0 ? values : sql``})
    on conflict (project_id) do update
    set largest_visit_count = ${largest}${comma}${steps.length > 0 ? sql.join(sets) : sql``}
    returning exists (select 1 from promise_value where project_id = ${projectId}) as "hasValues"
  `.execute(reader(em));
  const touchesHours = hourFigures.some((name) => (change[name] ?? 0) !== 0);
  if (rows[0]?.hasValues === true && touchesHours) await changeDeliveries(em, projectId);
}

/**
 * Keeps what partners have delivered of valued promises in budget and figures, in the caller's transaction (flush first):
 * for everything that changes the ledger itself. Takes the lock of the project's figures.
 */
export async function changeDeliveries(em: EntityManager, projectId: string): Promise<void> {
  const db = reader(em);
  await db
    .selectFrom('projectFigures')
    .where('projectId', '=', projectId)
    .select('projectId')
    .forUpdate()
    .executeTakeFirst();
  const spentInKindOere = await keepDeliveries(db, projectId);
  if (spentInKindOere !== 0) await changeFigures(em, projectId, { spentInKindOere });
}

/** What changed between two contributions of the same thing (either may be missing). */
export function difference(before: FigureChange, after: FigureChange): FigureChange {
  const change: FigureChange = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof FigureChange>)
    change[name] = (after[name] ?? 0) - (before[name] ?? 0);
  return change;
}
