import { addDays, type Day, daysBetween } from '../measures/day.ts';

/** How often a card was seen, in bands: a small number of visits never stands alone in a list of its own. */
export const doseBands = ['1', '2-4', '5-9', '10+'] as const;
export type DoseBand = (typeof doseBands)[number];

/** A card and the evenings it was shown at; `replacesId` is the lost card that it carries on. */
export interface SeenCard {
  id: string;
  replacesId: string | null;
  isLost: boolean;
  seenCount: number;
  /** The last day it was shown; null when it never was. */
  lastOn: Day | null;
}

/** What the cards of one project say together; a card that was never shown says nothing. */
export interface Dose {
  cardCount: number;
  /** Cards in each of {@link doseBands}, in their order. */
  bandCounts: [number, number, number, number];
  /** Evenings attended by the card in the middle; between two when there is an even number of cards. Null without cards. */
  medianCount: number | null;
  /** Cards that could have been seen in the last quarter of the period, and those that were not; null when nothing was held in it. */
  left: { cardCount: number; leftCount: number; sinceOn: Day } | null;
}

/**
 * The first day of the last quarter of a project's period, or of the part of it that is over by `today`. Null before
 * the project began.
 */
export function lastQuarterOn(
  { startsOn, endsOn }: { startsOn: Day | null; endsOn: Day | null },
  today: Day,
): Day | null {
  if (startsOn === null || endsOn === null || today < startsOn) return null;
  const until = today < endsOn ? today : endsOn;
  return addDays(startsOn, Math.floor((daysBetween(startsOn, until) * 3) / 4));
}

/** Cards with what a lost one was shown at added to the one that replaced it, so that a lost card is nobody who left. */
export function followCards(cards: readonly SeenCard[]): SeenCard[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const followed = new Set(cards.flatMap(({ replacesId }) => (replacesId === null ? [] : [replacesId])));
  return cards
    .filter(({ id }) => !followed.has(id))
    .map((card) => {
      let { seenCount, lastOn } = card;
      const walked = new Set([card.id]);
      let before = card.replacesId === null ? undefined : byId.get(card.replacesId);
      while (before !== undefined && !walked.has(before.id)) {
        walked.add(before.id);
        seenCount += before.seenCount;
        if (before.lastOn !== null && (lastOn === null || before.lastOn > lastOn)) lastOn = before.lastOn;
        before = before.replacesId === null ? undefined : byId.get(before.replacesId);
      }
      return { ...card, seenCount, lastOn };
    });
}

/**
 * Dose and drop-out of a project by its cards. `sinceOn` is the first day of the last quarter and `lastHeldOn` the last
 * evening that was held: when none was held in that quarter nobody could be seen, and drop-out is not measured. A lost
 * card that nothing replaced counts in the bands, but says nothing about who left.
 */
export function doseOf(cards: readonly SeenCard[], sinceOn: Day | null, lastHeldOn: Day | null): Dose {
  const seen = followCards(cards).filter(({ seenCount }) => seenCount > 0);
  const bandCounts: Dose['bandCounts'] = [0, 0, 0, 0];
  for (const { seenCount } of seen) bandCounts[seenCount >= 10 ? 3 : seenCount >= 5 ? 2 : seenCount >= 2 ? 1 : 0] += 1;
  const followable = seen.filter(({ isLost }) => !isLost);
  const isMeasured = sinceOn !== null && lastHeldOn !== null && lastHeldOn >= sinceOn && followable.length > 0;
  return {
    cardCount: seen.length,
    bandCounts,
    medianCount: medianOf(seen.map(({ seenCount }) => seenCount)),
    left: isMeasured
      ? {
          cardCount: followable.length,
          leftCount: followable.filter(({ lastOn }) => lastOn !== null && lastOn < sinceOn).length,
          sinceOn,
        }
      : null,
  };
}

function medianOf(counts: readonly number[]): number | null {
  const sorted = counts.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) return null;
  return sorted.length % 2 === 1 ? middle : (middle + (sorted[sorted.length / 2 - 1] ?? middle)) / 2;
}
