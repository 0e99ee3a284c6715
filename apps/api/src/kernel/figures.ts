import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { FigureName } from '@forspring/domain/participation/figures';

/** Figures that can be counted up and down; the largest evening is looked up instead. */
export type FigureChange = Partial<Record<Exclude<FigureName, 'largestVisitCount'>, number>>;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Adds a change to a project's kept figures in the caller's transaction (flush first). The row lock it takes makes
 * writers of one project wait for each other; writers of different projects never meet. The largest evening is read
 * from an index, because a maximum cannot be counted down.
 */
export async function changeFigures(em: EntityManager, projectId: string, change: FigureChange): Promise<void> {
  const steps = Object.entries(change).filter(([, by]) => by !== 0);
  const names = sql.join(steps.map(([name]) => sql.ref(snake(name))));
  const values = sql.join(steps.map(([, by]) => sql`${by}::bigint`));
  const sets = steps.map(([name, by]) => {
    const column = sql.ref(snake(name));
    return sql`${column} = project_figures.${column} + ${by}::bigint`;
  });
  const largest = sql`coalesce((select max(visit_count) from session where project_id = ${projectId} and state = 'held' and count_unit = 'visit'), 0)`;
  const comma = steps.length > 0 ? sql`, ` : sql``;
  await sql`
    insert into project_figures (project_id, largest_visit_count${comma}${steps.length > 0 ? names : sql``})
    values (${projectId}, ${largest}${comma}${steps.length > 0 ? values : sql``})
    on conflict (project_id) do update
    set largest_visit_count = ${largest}${comma}${steps.length > 0 ? sql.join(sets) : sql``}
  `.execute(reader(em));
}

/** What changed between two contributions of the same thing (either may be missing). */
export function difference(before: FigureChange, after: FigureChange): FigureChange {
  const change: FigureChange = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof FigureChange>)
    change[name] = (after[name] ?? 0) - (before[name] ?? 0);
  return change;
}
