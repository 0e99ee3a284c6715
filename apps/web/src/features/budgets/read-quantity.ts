import { readNumber, writeNumber } from '@forspring/ui/reading';
import type { Language } from '../../kernel/words.ts';

/** A quantity as typed, a number or a product such as "41 × 5,5 × 2" (also with x or *), in whole hundredths; null when it cannot be read or is not positive. */
export function readQuantity(typed: string, language: Language): number | null {
  let product = 1;
  for (const factor of typed.split(/[×x*·]/iu)) {
    const reading = readNumber(factor.trim(), language);
    if (reading.kind !== 'value') return null;
    product *= reading.value;
  }
  const hundredths = Math.round(product * 100);
  return hundredths > 0 && Math.abs(hundredths - product * 100) < 1e-6 && Number.isSafeInteger(hundredths)
    ? hundredths
    : null;
}

/** Whether a typed quantity is a sum to be worked out, worth keeping as a note. */
export function isProduct(typed: string): boolean {
  return /[×x*·]/iu.test(typed);
}

/** A quantity as it stands in its field. */
export function writeQuantity(hundredths: number, language: Language): string {
  return writeNumber(hundredths / 100, language);
}
