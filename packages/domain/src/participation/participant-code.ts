import { z } from 'zod';
import { isCode, readCode } from './card-code.ts';

// What is done with codes needs no schemas, and a phone that only reads them fetches none.
export * from './card-code.ts';

/** The code of a random card, valid in one project only: two signs, a hyphen, three signs, such as `K7-TM4`. */
export const participantCode = z
  .string()
  .max(20)
  .transform(readCode)
  .refine(isCode, { params: { code: 'participation.notACode' } });
