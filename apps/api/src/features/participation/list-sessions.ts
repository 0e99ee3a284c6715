import { sql } from 'kysely';
import { z } from 'zod';
import { shownSessionStates } from '@forspring/domain/participation/session';
import { notMeasured, numberCell } from '@forspring/domain/measures/cell';
import { projectSessionRow } from '@forspring/domain/participation/shown-session';
import { mayRegister } from '@forspring/domain/participation/participation.abilities';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { sessionColumns, sessionRows, shownRow } from './participation.store.ts';

const sortColumns = {
  heldOn: 'session.heldOn',
  visitCount: 'session.visitCount',
  firstTimeCount: 'session.firstTimeCount',
  staffMinutes: 'session.staffMinutes',
} as const;

/** What a table of a project's sessions asks for. */
export const sessionsAsk = z.object({
  states: z.array(z.enum(shownSessionStates)).max(4).default([]),
  search: z.string().trim().max(100).default(''),
  sort: z.enum(Object.keys(sortColumns) as (keyof typeof sortColumns)[]).default('heldOn'),
  isDescending: z.boolean().default(true),
  page: z.number().int().min(1).max(1000).default(1),
  pageSize: z.number().int().min(1).max(400).default(25),
});

/** A page of a project's sessions. */
export const sessionsPage = z.object({ rows: z.array(projectSessionRow), totalCount: z.number().int() });

/** What is counted in people: its order would tell what its cells do not. */
const countedSorts: readonly string[] = ['visitCount', 'firstTimeCount'];

/**
 * A project's sessions, filtered, sorted and paged. How many came to one evening is shown to those who write it; to
 * everybody else a month is the smallest part.
 */
export async function listSessions(
  { em, actor, project, clock }: SignedInContext & { project: ProjectPlace },
  ask: z.infer<typeof sessionsAsk>,
): Promise<z.infer<typeof sessionsPage>> {
  const today = clock.today();
  const isWriting = mayRegister(actor, project);
  const sort = isWriting || !countedSorts.includes(ask.sort) ? ask.sort : 'heldOn';
  const pattern = `%${ask.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const found = sessionRows(em)
    .where('session.projectId', '=', project.projectId)
    .where((session) =>
      session.or(
        (ask.states.length > 0 ? ask.states : shownSessionStates).map((state) => {
          if (state === 'held' || state === 'cancelled') return session('session.state', '=', state);
          const isPast = session('session.heldOn', state === 'unregistered' ? '<' : '>=', today);
          return session.and([session('session.state', '=', 'planned'), isPast]);
        }),
      ),
    )
    .where((session) =>
      session.or([
        session('session.title', 'ilike', pattern),
        session('venue.name', 'ilike', pattern),
        session('session.cancelReason', 'ilike', pattern),
      ]),
    );
  const { count } = await found.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
  const rows = await found
    .select(sessionColumns)
    .orderBy(sortColumns[sort], (order) => (ask.isDescending ? order.desc() : order.asc()).nullsLast())
    .orderBy('session.heldOn', 'desc')
    .orderBy('session.startMinute')
    .orderBy('session.id')
    .limit(ask.pageSize)
    .offset((ask.page - 1) * ask.pageSize)
    .execute();
  const counted = (row: (typeof rows)[number], value: number | null) =>
    isWriting ? (row.storedState === 'held' ? numberCell(value) : notMeasured) : null;
  return {
    rows: rows.map((row) => ({
      ...shownRow(row, today),
      visits: counted(row, row.visitCount),
      firstTimers: counted(row, row.firstTimeCount),
      mayOpen: isWriting,
    })),
    totalCount: count,
  };
}
