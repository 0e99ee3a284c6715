import { who5 } from './who-5.ts';

/** A validated questionnaire: its words and scoring belong to its authors and are shipped as data. */
export interface Instrument {
  name: { da: string; en: string };
  lead: { da: string; en: string };
  questions: readonly { da: string; en: string }[];
  choices: readonly { value: number; da: string; en: string }[];
  /** The ends of the score that is shown of a group. */
  score: { min: number; max: number };
  /** How much of the score one point of its questions is worth. */
  perPoint: number;
  /** The smallest change of the score that matters to people. */
  relevantChange: number;
  /** At or below this a group is unusually low, so that chance alone may lift it. */
  lowAt: number;
  /** From what age it may be used. */
  minAge: number;
  /** Who the words belong to and where the terms stand, said wherever it is chosen. */
  notice: { da: string; en: string };
  version: string;
}

/** Every instrument that is shipped, by key. */
export const instruments = { 'who-5': who5 } as const satisfies Record<string, Instrument>;

/** The key of an instrument. */
export type InstrumentKey = keyof typeof instruments;

/** The keys of all instruments. */
export const instrumentKeys = Object.keys(instruments) as [InstrumentKey, ...InstrumentKey[]];
