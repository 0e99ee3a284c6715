import { surveysToFreeze } from './frozen-surveys.ts';
import { withheldFrom } from './withheld-numbers.ts';

/** What the sample story needs of the gate to freeze an evaluation as the application does it. */
export const storyGate = { withheldFrom, surveysToFreeze };
