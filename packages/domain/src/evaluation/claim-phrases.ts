import type { MissingKind } from '../goals/goal.ts';
import { type ClaimLanguage, ended } from './value-text.ts';

/** What a difference from the compared group comes to: for better, for worse, nothing certain, or nothing to reckon with. */
export type ComparedVerdict = 'better' | 'worse' | 'other';

/** The building blocks of the claim's sentences in one language. None below level 3 speaks of a cause. */
interface ClaimPhrases {
  never: string;
  missing: Record<MissingKind, string>;
  startedAt(value: string): string;
  snapshot: string;
  hiddenStart: string;
  startMissing: Record<'notMeasured' | 'notApplicable', string>;
  noCause: string;
  uncertain: string;
  regression: string;
  unchanged(to: string): string;
  went(from: string, to: string): string;
  rose(from: string, to: string): string;
  fell(from: string, to: string): string;
  interval(range: string): string;
  difference(value: string, range: string): string;
  compared: Record<3 | 4 | 5, Record<ComparedVerdict, (difference: string) => string>>;
  noDifference(difference: string): string;
  noInterval: string;
  hiddenComparison: string;
}

/** The building blocks of the claim's sentences. */
export const claimPhrases: Record<ClaimLanguage, ClaimPhrases> = {
  da: {
    never: 'endnu ikke målt',
    missing: {
      notMeasured: 'ikke målt',
      notApplicable: 'kan ikke måles her',
      withheld: 'målt, men vises ikke, fordi tallet bygger på for få',
    },
    startedAt: (value) => ended(`Udgangspunktet var ${value}`),
    snapshot: 'Sådan så det ud.',
    hiddenStart: 'Udgangspunktet vises ikke.',
    startMissing: { notMeasured: ' Udgangspunktet blev ikke målt.', notApplicable: '' },
    noCause: 'Vi kan ikke sige hvorfor.',
    uncertain: 'Forskellen er inden for usikkerheden.',
    regression:
      'Der blev sat ind, hvor tallet var usædvanligt, og så nærmer det sig ofte det sædvanlige af sig selv (regression mod midten).',
    unchanged: (to) => `uændret, ${to}`,
    went: (from, to) => `fra ${from} til ${to}`,
    rose: (from, to) => `steget fra ${from} til ${to}`,
    fell: (from, to) => `faldet fra ${from} til ${to}`,
    interval: (range) => `95 %-interval ${range}`,
    difference: (value, range) => `forskel ${value}, 95 %-interval ${range}`,
    compared: {
      3: {
        better: (difference) => `Udviklingen er bedre end i sammenligningsgruppen (${difference}).`,
        worse: (difference) => `Udviklingen er dårligere end i sammenligningsgruppen (${difference}).`,
        other: (difference) => `Udviklingen er en anden end i sammenligningsgruppen (${difference}).`,
      },
      4: {
        better: (difference) =>
          `Sammenligningen er kontrolleret for andre forhold og tyder på en effekt (${difference}).`,
        worse: (difference) =>
          `Sammenligningen er kontrolleret for andre forhold og tyder på en effekt i den forkerte retning (${difference}).`,
        other: (difference) =>
          `Sammenligningen er kontrolleret for andre forhold og tyder på en effekt (${difference}).`,
      },
      5: {
        better: (difference) =>
          `Lodtrækning afgjorde, hvem der fik tilbuddet, og forskellen viser en effekt (${difference}).`,
        worse: (difference) =>
          `Lodtrækning afgjorde, hvem der fik tilbuddet, og forskellen viser en effekt i den forkerte retning (${difference}).`,
        other: (difference) =>
          `Lodtrækning afgjorde, hvem der fik tilbuddet, og forskellen viser en effekt (${difference}).`,
      },
    },
    noDifference: (difference) => `Der er ingen sikker forskel fra sammenligningsgruppen (${difference}).`,
    noInterval: 'Der er for lidt at regne på til at sige, om det adskiller sig fra sammenligningsgruppen.',
    hiddenComparison: 'Sammenligningsgruppens tal vises ikke.',
  },
  en: {
    never: 'not measured yet',
    missing: {
      notMeasured: 'not measured',
      notApplicable: 'cannot be measured here',
      withheld: 'measured but not shown, because it rests on too few',
    },
    startedAt: (value) => ended(`The baseline was ${value}`),
    snapshot: 'This is how it was.',
    hiddenStart: 'The baseline is not shown.',
    startMissing: { notMeasured: ' The baseline was not measured.', notApplicable: '' },
    noCause: 'We cannot say why.',
    uncertain: 'The difference is within the uncertainty.',
    regression:
      'It began where the figure was unusual, and such a figure often moves back towards the usual by itself (regression to the mean).',
    unchanged: (to) => `unchanged, ${to}`,
    went: (from, to) => `from ${from} to ${to}`,
    rose: (from, to) => `up from ${from} to ${to}`,
    fell: (from, to) => `down from ${from} to ${to}`,
    interval: (range) => `95% interval ${range}`,
    difference: (value, range) => `difference ${value}, 95% interval ${range}`,
    compared: {
      3: {
        better: (difference) => `The development is better than in the comparison group (${difference}).`,
        worse: (difference) => `The development is worse than in the comparison group (${difference}).`,
        other: (difference) => `The development differs from that of the comparison group (${difference}).`,
      },
      4: {
        better: (difference) =>
          `The comparison is controlled for other factors and suggests an effect (${difference}).`,
        worse: (difference) =>
          `The comparison is controlled for other factors and suggests an effect in the wrong direction (${difference}).`,
        other: (difference) => `The comparison is controlled for other factors and suggests an effect (${difference}).`,
      },
      5: {
        better: (difference) =>
          `A draw decided who was offered a place, and the difference shows an effect (${difference}).`,
        worse: (difference) =>
          `A draw decided who was offered a place, and the difference shows an effect in the wrong direction (${difference}).`,
        other: (difference) =>
          `A draw decided who was offered a place, and the difference shows an effect (${difference}).`,
      },
    },
    noDifference: (difference) => `There is no certain difference from the comparison group (${difference}).`,
    noInterval: 'There is too little to reckon with to say whether it differs from the comparison group.',
    hiddenComparison: 'The figures of the comparison group are not shown.',
  },
};
