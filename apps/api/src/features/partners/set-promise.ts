import { randomUUID } from 'node:crypto';
import { PromisePeriod } from '@forspring/database/partners/promise-period.entity';
import { PromiseStatement } from '@forspring/database/partners/promise-statement.entity';
import { reader } from '@forspring/database/reader';
import type { Reader } from '@forspring/database/tables';
import { partnerProblems } from '@forspring/domain/partners/partner.problems';
import type { SetPromiseInput } from '@forspring/domain/partners/promise';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { partnerStatuses } from '@forspring/domain/projects/project.abilities';
import { quarterDays } from '@forspring/domain/partners/promise.rules';
import { planOpenStatuses } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { changeDeliveries } from '../../kernel/figures.ts';
import { refuseLocked } from '../../kernel/period-locks.ts';
import { countUp } from '../../kernel/stale.ts';
import { getPromiseLocked, statementCount } from './ledger.store.ts';

type Context = CommandContext & { project: ProjectPlace };

/**
 * Changes what is promised, quarter by quarter, and what it is worth. After approval a changed quantity needs a reason and
 * is written into the ledger with both figures; a quarter about which something was said stays, if need be with 0.
 */
export async function setPromise(
  ctx: Context,
  { promiseId, baseVersion, periods, value, reason }: SetPromiseInput,
): Promise<{ id: string; version: number }> {
  const { em, audit, project } = ctx;
  if (!partnerStatuses.includes(project.status)) throw partnerProblems.notOpen(project.status);
  const promise = await getPromiseLocked(em, promiseId);
  const stored = await em.find(PromisePeriod, { promiseId }, { orderBy: { year: 1, quarter: 1 } });
  await countUp(promise, baseVersion, () => ({
    version: promise.version,
    periods: stored.map(({ year, quarter, quantity }) => ({ year, quarter, quantity })),
  }));
  const isWatched = !planOpenStatuses.includes(project.status);
  const changed: string[] = [];
  for (const { year, quarter, quantity } of periods) {
    const period = stored.find((one) => one.year === year && one.quarter === quarter);
    if (period?.quantity === quantity) continue;
    changed.push(`${year}-${quarter}`);
    await refuseLocked(ctx, project, quarterDays({ year, quarter }));
    const next =
      period ?? em.create(PromisePeriod, { id: randomUUID(), promiseId, year, quarter, quantity }, { persist: true });
    if (!period) await em.flush();
    if (isWatched) {
      if (reason === null) throw partnerProblems.reasonMissing();
      await noteChange(ctx, next, { quantity, before: period?.quantity ?? 0, reason });
    }
    if (period) Object.assign(period, { quantity, version: period.version + 1 });
  }
  for (const period of stored) {
    if (periods.some((one) => one.year === period.year && one.quarter === period.quarter)) continue;
    const said = await em.count(PromiseStatement, { periodId: period.id });
    if (isWatched || said > 0) throw partnerProblems.promiseHasStatements();
    await refuseLocked(ctx, project, quarterDays(period));
    changed.push(`${period.year}-${period.quarter}`);
    em.remove(period);
  }
  await em.flush();
  if (await writeValue(reader(em), { projectId: project.projectId, promiseId, value })) {
    // What was delivered is booked anew at the new price, also in quarters gone by.
    await refuseLocked(ctx, project, periods.flatMap(quarterDays));
    changed.push('value');
  }
  await changeDeliveries(em, project.projectId);
  audit.leave({
    action: 'setPromise',
    subjectKind: 'promise',
    subjectId: promiseId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed,
  });
  return { id: promiseId, version: promise.version };
}

/** Writes into the ledger that what was promised in a quarter has changed, with the figure before. */
async function noteChange(
  { em, actor, clock }: Context,
  period: PromisePeriod,
  { quantity, before, reason }: { quantity: number; before: number; reason: string },
): Promise<void> {
  const position = (await em.count(PromiseStatement, { periodId: period.id })) + 1;
  em.create(
    PromiseStatement,
    {
      id: randomUUID(),
      periodId: period.id,
      position,
      side: 'owner',
      kind: 'promise',
      quantity,
      registeredQuantity: before,
      reason,
      byId: actor.userId,
      at: clock.now(),
    },
    { persist: true },
  );
}

/** Takes a promise out of the ledger, unless something has been said of it. */
export async function removePromise(
  ctx: Context,
  { promiseId, baseVersion }: { promiseId: string; baseVersion: number },
): Promise<{ id: string }> {
  const { em, audit, project } = ctx;
  if (!partnerStatuses.includes(project.status)) throw partnerProblems.notOpen(project.status);
  const promise = await getPromiseLocked(em, promiseId);
  await countUp(promise, baseVersion, () => ({ version: promise.version }));
  if ((await statementCount(em, promiseId)) > 0) throw partnerProblems.promiseHasStatements();
  const stored = await em.find(PromisePeriod, { promiseId });
  await refuseLocked(ctx, project, stored.flatMap(quarterDays));
  await writeValue(reader(em), { projectId: project.projectId, promiseId, value: null });
  await changeDeliveries(em, project.projectId);
  em.remove(promise);
  await em.flush();
  audit.leave({
    action: 'removePromise',
    subjectKind: 'promise',
    subjectId: promiseId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id: promiseId };
}

/** Makes a promise worth this much on this in-kind line, or nothing; says whether that is a change. */
export async function writeValue(
  db: Reader,
  { projectId, promiseId, value }: { projectId: string; promiseId: string; value: SetPromiseInput['value'] },
): Promise<boolean> {
  const before = await db.selectFrom('promiseValue').where('promiseId', '=', promiseId).selectAll().executeTakeFirst();
  if (value === null) {
    await db.deleteFrom('promiseValue').where('promiseId', '=', promiseId).execute();
    return before !== undefined;
  }
  const line = await db
    .selectFrom('budgetLine')
    .where('id', '=', value.lineId)
    .where('projectId', '=', projectId)
    .where('kind', '=', 'inKind')
    .select('id')
    .executeTakeFirst();
  if (!line) throw partnerProblems.notInKind();
  await db
    .insertInto('promiseValue')
    .values({ promiseId, projectId, ...value })
    .onConflict((conflict) => conflict.column('promiseId').doUpdateSet(value))
    .execute();
  return before?.lineId !== value.lineId || before.unitValueOere !== value.unitValueOere;
}
