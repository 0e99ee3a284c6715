import { describe, expect, it } from 'vitest';
import { isProduct, readQuantity, writeQuantity } from './read-quantity.ts';

describe('a typed quantity', () => {
  it.each([
    ['41', 'da', 4100],
    ['41 × 5,5', 'da', 22_550],
    ['41 x 5,5 x 2', 'da', 45_100],
    ['41*4,5', 'da', 18_450],
    ['1.148', 'da', 114_800],
    ['41 × 5.5', 'en', 22_550],
  ] as const)('reads %s (%s)', (typed, language, hundredths) => {
    expect(readQuantity(typed, language)).toBe(hundredths);
  });

  it.each(['', '×', '41 ×', 'en del', '0', '-3', '0,001'])('cannot read %j', (typed) => {
    expect(readQuantity(typed, 'da')).toBeNull();
  });

  it('knows a product and writes a quantity back', () => {
    expect(isProduct('41 × 5,5')).toBe(true);
    expect(isProduct('225,5')).toBe(false);
    expect(writeQuantity(22_550, 'da')).toBe('225,5');
  });
});
