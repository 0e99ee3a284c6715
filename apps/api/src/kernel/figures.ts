import { sql } from 'kysely';
import { keepDeliveries } from '@forspring/database/participation/keep-deliveries';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { FigureName } from '@forspring/domain/participation/figures';

/** Figures that can be counted up and down; the largest evening changes with registrations alone, which keep it themselves. */
export type FigureChange = Partial<Record<Exclude<FigureName, 'largestVisitCount'>, number>>;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The figures that change with what a partner has delivered. */
const hourFigures = ['heldCount', 'heldMinutes', 'staffMinutes', 'volunteerMinutes'] as const;

/** Whether a change is one that what partners have delivered follows. */
export function touchesHours(change: FigureChange): boolean {
  return hourFigures.some((name) => (change[name] ?? 0) !== 0);
}

/**
 * Adds a change to a project's kept figures in the caller's transaction (flush first). The row lock it takes makes
 * writers of one project wait for each other; writers of different projects never meet. What partners have delivered of
 * valued promises follows hours, so it is kept in the same transaction, where there are such promises.
 */
export async function changeFigures(em: EntityManager, projectId: string, change: FigureChange): Promise<void> {
  const steps = Object.entries(change).filter(([, by]) => by !== 0);
  const names = sql.join(steps.map(([name]) => sql.ref(snake(name))));
  const values = sql.join(steps.map(([, by]) => sql`${by}::bigint`));
  const sets = steps.map(([name, by]) => {
    const column = sql.ref(snake(name));
    return sql`${column} = project_figures.${column} + ${by}::bigint`;
  });
  const isNothing = steps.length === 0;
  const { rows } = await sql<{ hasValues: boolean }>`
    insert into project_figures (project_id${isNothing ? sql`` : sql`, ${names}`})
    values (${projectId}${isNothing ? sql`` : sql`, ${values}`})
    on conflict (project_id) do ${isNothing ? sql`nothing` : sql`update set ${sql.join(sets)}`}
    returning exists (select 1 from promise_value where project_id = ${projectId}) as "hasValues"
  `.execute(reader(em));
  if (rows[0]?.hasValues === true && touchesHours(change)) await changeDeliveries(em, projectId);
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
