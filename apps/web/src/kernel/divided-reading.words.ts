import { catalogue } from './words.ts';

/** Texts of a reading that is divided into groups. */
export const dividedReadingWords = catalogue({
  da: {
    caption: (dimension: string, on: string) => `Opdelt efter ${dimension}, målt ${on}`,
    short: (dimensions: string) => `Opdelt efter ${dimensions}`,
    dimension: { ageBand: 'alder', gender: 'køn', place: 'sted' },
    group: { ageBand: 'Alder', gender: 'Køn', place: 'Sted' },
    whole: 'Hele målingen',
    result: 'Resultat',
    base: (count: string) => `n = ${count}`,
    outOf: (part: string, whole: string) => `${part} ud af ${whole}`,
  },
  en: {
    caption: (dimension, on) => `Divided by ${dimension}, measured ${on}`,
    short: (dimensions) => `Divided by ${dimensions}`,
    dimension: { ageBand: 'age', gender: 'gender', place: 'place' },
    group: { ageBand: 'Age', gender: 'Gender', place: 'Place' },
    whole: 'The whole reading',
    result: 'Result',
    base: (count) => `n = ${count}`,
    outOf: (part, whole) => `${part} out of ${whole}`,
  },
});
