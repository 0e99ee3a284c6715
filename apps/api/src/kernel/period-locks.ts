import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import type { ShownLock } from '@forspring/domain/projects/period-lock';
import { periodProblems } from '@forspring/domain/projects/period-lock.problems';
import { isOpened, lockOn } from '@forspring/domain/projects/period-lock.rules';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from './context.ts';

type Asked = Pick<SignedInContext, 'em' | 'clock'>;
type Of = Pick<ProjectPlace, 'projectId' | 'municipalityId'>;

/** The locks of a municipality that hold now as one JSON value, each with a project's exception; `covers` narrows them. */
export const locksAsJson = (
  of: { municipalityId: RawBuilder<unknown>; projectId: RawBuilder<unknown> },
  covers: RawBuilder<unknown> = sql`true`,
): RawBuilder<ShownLock[]> => sql<ShownLock[]>`coalesce((
  select json_agg(json_build_object(
    'kind', lock.kind, 'startsOn', lock.starts_on, 'endsOn', lock.ends_on, 'opensUntilOn', opened.until_on
  ) order by lock.starts_on, lock.ends_on)
  from period_lock as lock
    left join lateral (
      select max(period_exception.ends_on) as until_on from period_exception
      where period_exception.lock_id = lock.id and period_exception.project_id = ${of.projectId}
        and period_exception.ended_at is null
    ) as opened on true
  where lock.municipality_id = ${of.municipalityId} and lock.ended_at is null and ${covers}
), '[]')`;

/** Every lock of the project's municipality, with the project's own exceptions. */
async function locksFor({ em }: Asked, { projectId, municipalityId }: Of): Promise<ShownLock[]> {
  const { rows } = await sql<{ locks: ShownLock[] }>`
    select ${locksAsJson({ municipalityId: sql`${municipalityId}::uuid`, projectId: sql`${projectId}::uuid` })} as locks
  `.execute(reader(em));
  return rows[0]?.locks ?? [];
}

/**
 * Refuses a change to what lies on any of these days while their period is locked; answers whether an exception opens
 * them all, so that even what an approval closed may be corrected.
 */
export async function refuseLocked(ctx: Asked, project: Of, days: readonly string[]): Promise<{ isOpened: boolean }> {
  const locks = await locksFor(ctx, project);
  const today = ctx.clock.today();
  const lock = lockOn(locks, days, today);
  if (lock) throw periodProblems.locked(lock);
  return { isOpened: days.every((on) => isOpened(locks, on, today)) };
}

/**
 * Drafts a correction when what an approved evaluation rests on has been changed: one for an evaluation, whatever else
 * changes before it is sent. Call it in the transaction of the change.
 */
export async function draftCorrection({ em, clock }: Asked, projectId: string): Promise<void> {
  const db = reader(em);
  const at = clock.now();
  const evaluation = await db
    .selectFrom('evaluation')
    .where('projectId', '=', projectId)
    .where('status', '=', 'approved')
    .select('id')
    .forUpdate()
    .executeTakeFirst();
  if (!evaluation) return;
  const changed = await db
    .updateTable('evaluationCorrection')
    .set({ changedAt: at })
    .where('evaluationId', '=', evaluation.id)
    .where('status', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  if (changed) return;
  await db
    .insertInto('evaluationCorrection')
    .values({
      id: randomUUID(),
      evaluationId: evaluation.id,
      status: 'draft',
      differences: '[]',
      draftedAt: at,
      changedAt: at,
    })
    .execute();
}
