import { qualityPhrases } from '@forspring/domain/evaluation/quality-phrases';
import { catalogue } from '../../kernel/words.ts';

/** Texts of the quality check and of costs per young person. */
export const qualityWords = catalogue({
  da: {
    ...qualityPhrases.da,
    title: 'Kvalitetstjek',
    help: 'Svarene er læst ud af planen og tallene. Det er en huskeliste, ikke en karakter, og den sammenligner ingen.',
    count: (yes: string, no: string) => `${yes} ja, ${no} nej.`,
    show: 'Vis alle spørgsmål',
    hide: 'Vis kun det, der mangler',
    allWell: 'Tjekket finder ingen mangler.',
    mend: 'Gå til det',
    medianDose: 'Modtaget dosis',
    medianDoseText: (median: string, n: string) => `${median} gange for det midterste kort (n = ${n} kort)`,
    perThousand: 'Nået pr. 1.000 unge i området',
    perThousandText: (rate: string, range: string, population: string) =>
      `${rate} (95 %-interval ${range}); der bor ${population} på 10–17 år`,
    ofTarget: (share: string) => `${share} af målgruppen`,
    perYoungCash: 'Pr. ung, kontant',
    perYoungTotal: 'Pr. ung, inkl. naturalier',
    between: (low: string, high: string) => `mellem ${low} og ${high}`,
    withRange: (value: string, low: string, high: string) => `${value} (95 %-interval ${low}–${high})`,
    atLeast: (low: string) => `mindst ${low}`,
    costReached: (cash: string, total: string) =>
      `Pris pr. ung, der nåede målet: ${cash} kontant, ${total} inkl. naturalier. Det er ikke en besparelse.`,
  },
  en: {
    ...qualityPhrases.en,
    title: 'Quality check',
    help: 'The answers are read from the plan and the figures. It is a reminder, not a mark, and compares nobody.',
    count: (yes, no) => `${yes} yes, ${no} no.`,
    show: 'Show all questions',
    hide: 'Show only what is missing',
    allWell: 'The check finds nothing missing.',
    mend: 'Go to it',
    medianDose: 'Dose received',
    medianDoseText: (median, n) => `${median} sessions for the card in the middle (n = ${n} cards)`,
    perThousand: 'Reached per 1,000 young people living there',
    perThousandText: (rate, range, population) =>
      `${rate} (95% interval ${range}); ${population} aged 10–17 live there`,
    ofTarget: (share) => `${share} of the target group`,
    perYoungCash: 'Per young person, cash',
    perYoungTotal: 'Per young person, with in-kind',
    between: (low, high) => `between ${low} and ${high}`,
    withRange: (value, low, high) => `${value} (95% interval ${low}–${high})`,
    atLeast: (low) => `at least ${low}`,
    costReached: (cash, total) =>
      `Cost per young person who reached the goal: ${cash} in cash, ${total} with in-kind. This is not a saving.`,
  },
});
