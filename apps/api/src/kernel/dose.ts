import type { EntityManager } from '@forspring/database/open-database';
import { readCards } from '@forspring/database/participation/counted-card.view';
import { reader } from '@forspring/database/reader';
import { type Dose, doseOf } from '@forspring/domain/participation/dose.rules';

/** Dose and drop-out of a project by its cards, as of a day; null while no card has been shown. */
export async function findDose(
  em: EntityManager,
  project: { id: string; startsOn: string | null; endsOn: string | null },
  today: string,
): Promise<Dose | null> {
  const { cards, sinceOn, lastHeldOn } = await readCards(reader(em), project, today);
  const dose = doseOf(cards, sinceOn, lastHeldOn);
  return dose.cardCount === 0 ? null : dose;
}
