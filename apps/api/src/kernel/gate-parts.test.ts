import { describe, expect, it } from 'vitest';
import type { IndicatorUnit } from '@forspring/domain/goals/goal';
import type { MeasurementPart } from '@forspring/domain/goals/part';
import { type Audience, defaultThresholds, thresholdsFrom } from '@forspring/domain/measures/thresholds';
import { gatedDivisions } from './gate-parts.ts';
import { gateFor } from './gate.ts';

const thresholds = thresholdsFrom(defaultThresholds);
const part = (category: string, more: Partial<MeasurementPart>): MeasurementPart => ({
  dimension: 'gender',
  category,
  value: null,
  numeratorCount: null,
  baseCount: null,
  ...more,
});
const share = (category: string, numeratorCount: number, baseCount: number) =>
  part(category, { numeratorCount, baseCount, value: numeratorCount / baseCount });

/** What an audience sees of a divided reading: per group its result, or why there is none. */
function seenBy(
  audience: Audience,
  unit: IndicatorUnit,
  whole: { value: number | null; numeratorCount?: number; baseCount?: number },
  parts: MeasurementPart[],
  more: { isOpen?: boolean; tier?: 'individual' } = {},
) {
  const gate = gateFor(audience, { thresholds, ...more });
  const reading = { numeratorCount: null, baseCount: null, ...whole, parts };
  const [division] = gatedDivisions(gate, reading, { unit, tier: more.tier ?? 'specific', visitCount: 900 });
  return division?.parts.map(({ category, result, numerator, base }) => {
    const cells = [result, numerator, base].filter((cell) => cell !== null);
    // A group is shown whole or not at all.
    if (result.kind === 'withheld') expect(cells.every((cell) => cell.kind === 'withheld')).toBe(true);
    else expect(cells.some((cell) => cell.kind === 'withheld')).toBe(false);
    return [category, result.kind === 'value' ? result.value.estimate : result.kind];
  });
}

describe('the groups of a reading', () => {
  const whole = { value: 25 / 41, numeratorCount: 25, baseCount: 41 };
  const genders = [share('boy', 17, 26), share('girl', 7, 13)];

  it('are as they were written for the project’s own people, those in none as well', () => {
    expect(seenBy('project', 'share', whole, genders)).toEqual([
      ['boy', 17 / 26],
      ['girl', 7 / 13],
      [null, 1 / 2],
    ]);
  });

  it('hide a second group beside the one that is too small, so that the rest of the total is no answer (disclosure 4.5)', () => {
    expect(seenBy('municipality', 'share', whole, genders)).toEqual([
      ['boy', 17 / 26],
      ['girl', 'withheld'],
      [null, 'withheld'],
    ]);
    expect(seenBy('public', 'share', whole, genders)).toEqual([
      ['boy', 'withheld'],
      ['girl', 'withheld'],
      [null, 'withheld'],
    ]);
    const two = [share('boy', 16, 22), share('girl', 8, 12)];
    expect(seenBy('municipality', 'share', { value: 24 / 34, numeratorCount: 24, baseCount: 34 }, two)).toEqual([
      ['boy', 'withheld'],
      ['girl', 'withheld'],
    ]);
  });

  it('are counted with their complement too, and a count of nobody is told', () => {
    const counts = [part('boy', { value: 8 }), part('girl', { value: 3 }), part('other', { value: 0 })];
    expect(seenBy('municipality', 'count', { value: 11 }, counts)).toEqual([
      ['boy', 'withheld'],
      ['girl', 'withheld'],
      ['other', 0],
    ]);
    expect(
      seenBy('municipality', 'count', { value: 14 }, [part('boy', { value: 9 }), part('girl', { value: 5 })]),
    ).toEqual([
      ['boy', 9],
      ['girl', 5],
    ]);
  });

  it('of a mean rest on their n and their sum', () => {
    const mean = (category: string, value: number, baseCount: number) => part(category, { value, baseCount });
    const of = (parts: MeasurementPart[]) => seenBy('municipality', 'mean', { value: 60, baseCount: 40 }, parts);
    expect(of([mean('boy', 58, 22), mean('girl', 62.4, 18)])).toEqual([
      ['boy', 58],
      ['girl', 62.4],
    ]);
    expect(of([mean('boy', 58, 22), mean('girl', 62.4, 15)])).toEqual([
      ['boy', 58],
      ['girl', 'withheld'],
      [null, 'withheld'],
    ]);
    // 0.1 over twenty is two of something.
    expect(of([mean('boy', 0.1, 20), mean('girl', 119.9, 20)])).toEqual([
      ['boy', 'withheld'],
      ['girl', 'withheld'],
    ]);
  });

  it('fall with the reading: too few, the individual tier, or a project that can still change', () => {
    const few = { value: 0.75, numeratorCount: 3, baseCount: 4 };
    expect(seenBy('municipality', 'share', few, [share('boy', 3, 4)])).toBeUndefined();
    expect(seenBy('municipality', 'share', whole, genders, { tier: 'individual' })).toBeUndefined();
    expect(seenBy('funder', 'share', whole, genders, { isOpen: true })).toBeUndefined();
  });

  it('are hidden where nobody kept what they rest on', () => {
    const bare = [part('boy', { value: 0.6 }), share('girl', 12, 20)];
    expect(seenBy('municipality', 'share', whole, bare)?.map(([, result]) => result)).toEqual([
      'withheld',
      'withheld',
      'withheld',
    ]);
  });
});
