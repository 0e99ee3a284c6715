import { sql } from 'kysely';
import { z } from 'zod';
import { shownSessionStates } from '@forspring/domain/participation/session';
import { shownSessionRow } from '@forspring/domain/participation/shown-session';
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
export const sessionsPage = z.object({ rows: z.array(shownSessionRow), totalCount: z.number().int() });

/** A project's sessions, filtered, sorted and paged. */
export async function listSessions(
  { em, project, clock }: SignedInContext & { project: ProjectPlace },
  ask: z.infer<typeof sessionsAsk>,
): Promise<z.infer<typeof sessionsPage>> {
  const today = clock.today();
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
    .orderBy(sortColumns[ask.sort], (order) => (ask.isDescending ? order.desc() : order.asc()).nullsLast())
    .orderBy('session.heldOn', 'desc')
    .orderBy('session.startMinute')
    .orderBy('session.id')
    .limit(ask.pageSize)
    .offset((ask.page - 1) * ask.pageSize)
    .execute();
  return { rows: rows.map((row) => shownRow(row, today)), totalCount: count };
}
