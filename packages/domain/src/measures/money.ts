import { z } from 'zod';

/** The largest amount a field may hold, in øre: ten billion kroner, far below the limit of exact integers. */
export const maxOere = 1_000_000_000_000;

/** Money in whole øre, negative for a shortfall or a credit. Never holds a fraction; at most {@link maxOere} either way. */
export const oere = z.number().int().min(-maxOere).max(maxOere).brand<'Oere'>();

/** Money in whole øre that cannot be negative: what budget lines, expenses and grants hold. */
export const amountOere = z.number().int().min(0).max(maxOere).brand<'Oere'>();

/** Whole øre. A branded number, so that money cannot be mixed with counts. */
export type Oere = z.infer<typeof oere>;

/** Nothing. */
export const zeroOere = 0 as Oere;

/** Takes a plain number of whole øre as money. Throws a RangeError for a fraction, NaN or more than {@link maxOere}. */
export function toOere(value: number): Oere {
  if (!Number.isInteger(value) || Math.abs(value) > maxOere) throw new RangeError('Not an amount in whole øre');
  // Minus zero would print as "-0".
  return (value === 0 ? 0 : value) as Oere;
}

/** Adds two amounts. */
export function addOere(a: Oere, b: Oere): Oere {
  return toOere(a + b);
}

/** Takes the second amount from the first; negative when the second is larger. */
export function subtractOere(a: Oere, b: Oere): Oere {
  return toOere(a - b);
}

/** The sum of a list of amounts; 0 for an empty list. */
export function sumOere(amounts: Iterable<Oere>): Oere {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return toOere(sum);
}

/** Quantity in hundredths (1,5 hours = 150) times a unit price in øre, as whole øre; half an øre is rounded away from zero. Exact for every amount a field may hold. */
export function amountOf(quantityHundredths: number, unitPriceOere: Oere): Oere {
  if (!Number.isInteger(quantityHundredths)) throw new RangeError('Not a quantity in whole hundredths');
  // The product can pass 2^53, so it is made in big integers.
  const product = BigInt(quantityHundredths) * BigInt(unitPriceOere);
  const size = product < 0n ? -product : product;
  const rounded = Number((size + 50n) / 100n);
  return toOere(product < 0n ? -rounded : rounded);
}

/**
 * Splits an amount by weights (≥ 0, integers such as minutes or hundredths) by the method of largest remainder, so that the parts always sum to the whole.
 * Ties go to the earlier part. Weights that are all 0 count as equal; no weights at all give no parts, which only an amount of 0 allows (else a RangeError).
 */
export function allocateOere(amount: Oere, weights: readonly number[]): Oere[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
    throw new RangeError('A weight is a whole number of at least 0');
  if (weights.length === 0) {
    if (amount !== 0) throw new RangeError('An amount cannot be split among nobody');
    return [];
  }
  const shares = weights.every((weight) => weight === 0)
    ? weights.map(() => 1n)
    : weights.map((weight) => BigInt(weight));
  const total = shares.reduce((sum, share) => sum + share, 0n);
  const size = BigInt(Math.abs(amount));
  const parts = shares.map((share, index) => ({ index, whole: (size * share) / total, rest: (size * share) % total }));
  let left = Number(size - parts.reduce((sum, part) => sum + part.whole, 0n));
  const byRest = parts.toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const part of byRest) {
    if (left === 0) break;
    part.whole += 1n;
    left -= 1;
  }
  return parts.map((part) => toOere(amount < 0 ? -Number(part.whole) : Number(part.whole)));
}
