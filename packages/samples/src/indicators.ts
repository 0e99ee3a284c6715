import { englishTexts } from './indicators/english-texts.ts';
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
      method: card.method ?? usualMethod(card),
      sourceEn: english(card.source),
      numeratorEn: english(card.numerator),
      denominatorEn: english(card.denominator),
      methodEn: english(card.method ?? usualMethod(card)),
      disaggregations: [...(card.splits ?? usualSplits(card))],
      minAge: card.ages?.[0] ?? (isAsked(card) ? 10 : null),
      maxAge: card.ages?.[1] ?? (isAsked(card) ? 17 : null),
      changeReason: card.changeReason ?? '',
    });
}

/** The English of a card's text. */
function english(text: string | undefined): string {
  if (!text) return '';
  const known = englishTexts[text];
  if (known === undefined) throw new Error(`No English for “${text}”.`);
  return known;
}

const isAsked = ({ source }: IndicatorCard) => source.startsWith('Spørgeskema');

/** How a card is measured where nothing else is said: it follows from where the number comes from. */
function usualMethod(card: IndicatorCard): string {
  if (isAsked(card))
    return 'Alle, der er der, får spørgsmålet på en skærm eller på papir, uden navn. Før og efter spørges på samme måde. Den, der ikke vil svare, tæller ikke med i nævneren.';
  if (card.source === 'Registreringen') return 'Systemet tæller af gangene; ingen skriver tallet selv.';
  if (card.source === 'Kortkoder') return 'Systemet tæller kort, aldrig personer. Et mistet kort følger det nye.';
  if (card.source === 'Forløbenes halvårstal') return 'Tovholderen skriver to samlede tal pr. halvår. Aldrig pr. ung.';
  return 'Tallet skrives af efter kilden, med den dag eller periode, det gælder. Er det ikke talt, skrives det som ikke målt.';
}

function usualSplits(card: IndicatorCard): IndicatorCard['splits'] & object {
  if (card.tier === 'individual') return [];
  if (isAsked(card) || card.source === 'Registreringen') return ['ageBand', 'gender'];
  return card.source.startsWith('Boligorganisationen') ? ['place'] : [];
}
