import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { addDays } from '@forspring/domain/measures/day';

/**
 * Remembers what a series expected before it is changed today, so that evenings already met keep what was expected of them. The new number is
 * for the evenings from today on; from tomorrow, when today's is registered.
 */
export async function keepExpectation(
  em: EntityManager,
  series: { id: string; expectedCount?: number | null },
  expectedCount: number | null,
  today: string,
): Promise<void> {
  const before = series.expectedCount ?? null;
  if (before === expectedCount) return;
  const db = reader(em);
  const met = await db
    .selectFrom('session')
    .where('seriesId', '=', series.id)
    .where('heldOn', '<=', today)
    .select((one) => one.fn.max('heldOn').filterWhere('state', '!=', 'planned').as('registeredOn'))
    .select((one) => one.fn.min('heldOn').as('firstOn'))
    .executeTakeFirstOrThrow();
  if (met.firstOn === null) return;
  await db
    .insertInto('pastExpectation')
    .values({
      seriesId: series.id,
      untilOn: met.registeredOn === today ? addDays(today, 1) : today,
      expectedCount: before,
    })
    // Of two changes on one day only the first had evenings behind it.
    .onConflict((conflict) => conflict.columns(['seriesId', 'untilOn']).doNothing())
    .execute();
}
