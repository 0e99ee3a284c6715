import type { SurveyItem } from './survey-item.ts';

type Starter = SurveyItem extends infer Item ? (Item extends { id: string } ? Omit<Item, 'id'> : never) : never;

/** Own questions to begin from, by name. None is validated, and every one may be reworded. */
export const starterItems = {
  safe: {
    kind: 'scale',
    text: { da: 'Hvor tryg føler du dig her?', en: 'How safe do you feel here?' },
    low: { da: 'Slet ikke tryg', en: 'Not safe at all' },
    high: { da: 'Helt tryg', en: 'Completely safe' },
    max: 10,
  },
  adult: {
    kind: 'choice',
    text: { da: 'Er der en voksen her, du kan gå til?', en: 'Is there an adult here you can go to?' },
    options: [
      { da: 'Ja', en: 'Yes' },
      { da: 'Måske', en: 'Maybe' },
      { da: 'Nej', en: 'No' },
    ],
    counted: [0],
    isTrait: false,
  },
  leisure: {
    kind: 'choice',
    text: { da: 'Går du til noget i fritiden hver uge?', en: 'Do you have a weekly leisure activity?' },
    options: [
      { da: 'Ja', en: 'Yes' },
      { da: 'Nej', en: 'No' },
    ],
    counted: [0],
    isTrait: false,
  },
  fun: { kind: 'smiley', text: { da: 'Hvordan er det at være her?', en: 'What is it like to be here?' } },
  age: {
    kind: 'choice',
    text: { da: 'Hvor gammel er du?', en: 'How old are you?' },
    options: [
      { da: '10–12 år', en: '10–12 years' },
      { da: '13–15 år', en: '13–15 years' },
      { da: '16–17 år', en: '16–17 years' },
      { da: '18–25 år', en: '18–25 years' },
    ],
    counted: [],
    isTrait: true,
  },
} as const satisfies Record<string, Starter>;

/** The name of a starter item. */
export type StarterKey = keyof typeof starterItems;
