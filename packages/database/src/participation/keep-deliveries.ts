import { randomUUID } from 'node:crypto';
import { quarterEnd, quarterStart, valueOf } from '@forspring/domain/partners/promise.rules';
import { dayOf } from '@forspring/domain/measures/day';
import type { Reader } from '../tables.ts';
import { type LedgerPromise, readPromises } from './promise-ledger.view.ts';

type Period = LedgerPromise['periods'][number];

/**
 * Keeps what partners have delivered of their valued promises as in-kind expenses, one for each quarter, in the caller's
 * transaction: books what is new, changes what has changed, takes out what is nothing any more, and moves the lines' sums
 * with them. Returns by how much the project's in-kind spending changed, in øre. Safe to repeat: the second time changes
 * nothing. The caller must hold the lock of the project's figures, so that two never keep the same project at once.
 */
export async function keepDeliveries(db: Reader, projectId: string): Promise<number> {
  const promises = await readPromises(db, [projectId]);
  const booked = await db
    .selectFrom('expense')
    .where('projectId', '=', projectId)
    .where('periodId', 'is not', null)
    .select(['id', 'periodId', 'lineId', 'amountOere', 'spentOn', 'removedAt'])
    .execute();
  const { createdById } = await db
    .selectFrom('project')
    .where('id', '=', projectId)
    .select('createdById')
    .executeTakeFirstOrThrow();
  const changes = new Map<string, number>();
  const change = (lineId: string, byOere: number) => changes.set(lineId, (changes.get(lineId) ?? 0) + byOere);

  const wanted = promises.flatMap((promise) =>
    promise.periods.map((period) => ({
      periodId: period.id,
      lineId: promise.lineId,
      spentOn: bookedOn(period),
      amountOere:
        promise.lineId === null ? 0 : valueOf(promise.kind, period.standing.counted, promise.unitValueOere ?? 0),
    })),
  );
  for (const { periodId, lineId, spentOn, amountOere } of wanted) {
    const row = booked.find((one) => one.periodId === periodId);
    const isCounted = row !== undefined && row.removedAt === null;
    const before = isCounted ? { lineId: row.lineId, amountOere: row.amountOere } : null;
    if (lineId === null || amountOere === 0) {
      if (row === undefined || before === null) continue;
      change(before.lineId, -before.amountOere);
      await db
        .updateTable('expense')
        .set((one) => ({ removedAt: noonOf(spentOn), version: one('version', '+', 1) }))
        .where('id', '=', row.id)
        .execute();
      continue;
    }
    if (before?.lineId === lineId && before.amountOere === amountOere && row?.spentOn === spentOn) continue;
    if (before !== null) change(before.lineId, -before.amountOere);
    change(lineId, amountOere);
    if (row === undefined)
      await db
        .insertInto('expense')
        .values({
          id: randomUUID(),
          projectId,
          lineId,
          spentOn,
          amountOere,
          voucher: '',
          note: '',
          recordedById: createdById,
          recordedAt: noonOf(spentOn),
          removedAt: null,
          periodId,
        })
        .execute();
    else
      await db
        .updateTable('expense')
        .set((one) => ({ lineId, spentOn, amountOere, removedAt: null, version: one('version', '+', 1) }))
        .where('id', '=', row.id)
        .execute();
  }
  let changedOere = 0;
  for (const [lineId, byOere] of changes) {
    changedOere += byOere;
    if (byOere !== 0)
      await db
        .updateTable('budgetLine')
        .set((line) => ({ spentOere: line('spentOere', '+', byOere) }))
        .where('id', '=', lineId)
        .execute();
  }
  return changedOere;
}

/** The day a quarter's delivery is booked on: its last held session's, or the day it was last spoken of, within the quarter. */
function bookedOn(period: Period): string {
  const last = period.statements.filter((one) => one.kind !== 'promise').at(-1);
  const on = period.lastOn ?? (last ? dayOf(new Date(last.at)) : quarterStart(period));
  if (on < quarterStart(period)) return quarterStart(period);
  return on > quarterEnd(period) ? quarterEnd(period) : on;
}

const noonOf = (on: string) => new Date(`${on}T12:00:00Z`);
