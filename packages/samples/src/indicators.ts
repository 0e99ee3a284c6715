import { generalCards } from './indicators/general-cards.ts';
import type { IndicatorCard } from './indicators/indicator-card.ts';
import { individualCards } from './indicators/individual-cards.ts';
import { sharedCards } from './indicators/shared-cards.ts';
import { specificCards } from './indicators/specific-cards.ts';
import { storyId } from './story-id.ts';
import type { StoryRows } from './story-rows.ts';

/** The starter set of indicators: what stays lawful and measurable within one year, by tier. */
export const indicatorCards = { ...sharedCards, ...generalCards, ...specificCards, ...individualCards } as const;

/** The names by which recipes point at an indicator. */
export type IndicatorKey = keyof typeof indicatorCards;

/** The id of an indicator of the story. */
export function indicatorId(key: IndicatorKey): string {
  return storyId(`indicator/${key}`);
}

/** Adds the whole starter set; two versions of one indicator share its key. */
export function tellIndicators(rows: StoryRows): void {
  for (const [key, card] of Object.entries<IndicatorCard>(indicatorCards))
    rows.add('indicator', {
      id: storyId(`indicator/${key}`),
      key: key.replace(/-1$/, ''),
      version: card.version ?? 1,
      titleDa: card.da,
      titleEn: card.en,
      tier: card.tier ?? null,
      unit: card.unit,
      direction: card.direction,
      source: card.source,
      numerator: card.numerator ?? '',
      denominator: card.denominator ?? '',
    });
}
