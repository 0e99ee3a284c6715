import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorUnit } from './goal.ts';
import { type Disaggregation, type MeasurementPart, mostParts } from './part.ts';
import { partLabel } from './part-label.ts';
import { partProblems, storedParts } from './part.rules.ts';

const part = (category: string, more: Partial<MeasurementPart> = {}): MeasurementPart => ({
  dimension: 'gender',
  category,
  value: null,
  numeratorCount: null,
  baseCount: null,
  ...more,
});
const share = (category: string, numeratorCount: number | null, baseCount: number | null) =>
  part(category, { numeratorCount, baseCount });
const whole = (more: object = {}) => ({
  measuredOn: '2026-09-25',
  value: null,
  missing: null,
  numeratorCount: 25,
  baseCount: 41,
  ...more,
});
const all: readonly Disaggregation[] = ['ageBand', 'gender', 'place'];
const wrong = (unit: IndicatorUnit, parts: MeasurementPart[], more: object = {}, disaggregations = all) =>
  partProblems({ unit, disaggregations }, { ...whole(more), parts }).map(({ path, code }) => [path, code]);

describe('the parts of a reading', () => {
  it('may be less than the whole, and in several ways at once', () => {
    const ages = [share('13-15', 17, 24), share('16-17', 8, 17)].map((one) => ({
      ...one,
      dimension: 'ageBand' as const,
    }));
    expect(wrong('share', [share('boy', 17, 26), share('girl', 7, 13), ...ages])).toEqual([]);
    expect(wrong('share', [])).toEqual([]);
  });

  it('are no more than the whole in any way of counting them', () => {
    expect(wrong('share', [share('boy', 20, 26), share('girl', 7, 13)])).toEqual([
      ['parts.1.numeratorCount', 'goal.partsAboveWhole'],
    ]);
    expect(wrong('share', [share('boy', 17, 30), share('girl', 7, 13)])).toEqual([
      ['parts.1.baseCount', 'goal.partsAboveWhole'],
    ]);
    // 16 of the whole do not qualify, but 17 of the groups.
    expect(wrong('share', [share('boy', 10, 20), share('girl', 7, 14)])).toEqual([
      ['parts.1.baseCount', 'goal.partsRestAbove'],
    ]);
    const count = { value: 11, numeratorCount: null, baseCount: null };
    expect(wrong('count', [part('boy', { value: 8 }), part('girl', { value: 3 })], count)).toEqual([]);
    expect(wrong('count', [part('boy', { value: 8 }), part('girl', { value: 4 })], count)).toEqual([
      ['parts.1.value', 'goal.partsAboveWhole'],
    ]);
  });

  it('that are means need what each rests on, and are never added themselves', () => {
    const mean = { value: 60, numeratorCount: null, baseCount: 41 };
    const boys = part('boy', { value: 70, baseCount: 26 });
    expect(wrong('mean', [boys, part('girl', { value: 90, baseCount: 13 })], mean)).toEqual([]);
    expect(wrong('mean', [boys, part('girl', { value: 50 })], mean)).toEqual([
      ['parts.1.baseCount', 'goal.partBaseNeeded'],
    ]);
    expect(wrong('mean', [boys, part('girl', { value: 50, baseCount: 16 })], mean)).toEqual([
      ['parts.1.baseCount', 'goal.partsAboveWhole'],
    ]);
    expect(wrong('mean', [boys], { ...mean, baseCount: null })).toEqual([['baseCount', 'goal.partsNeedBase']]);
  });

  it('are groups the card names, each known and once', () => {
    expect(wrong('share', [share('boy', 1, 2)], {}, ['ageBand'])).toEqual([['parts.0.category', 'goal.partNotOnCard']]);
    expect(wrong('share', [share('men', 1, 2)])).toEqual([['parts.0.category', 'goal.partUnknown']]);
    expect(wrong('share', [share('boy', 1, 2), share('boy', 1, 2)])).toEqual([['parts.1.category', 'goal.partTwice']]);
    const places = ['Stationen', ' stationen '].map((name) => ({ ...share(name, 1, 2), dimension: 'place' as const }));
    expect(wrong('share', places)).toEqual([['parts.1.category', 'goal.partTwice']]);
    expect(wrong('share', [{ ...share(' ', 1, 2), dimension: 'place' }])).toEqual([
      ['parts.0.category', 'goal.partNameNeeded'],
    ]);
    const many = Array.from({ length: mostParts + 1 }, (_, index) => ({
      ...share(`Sted ${index}`, 0, 1),
      dimension: 'place' as const,
    }));
    expect(wrong('share', many)).toEqual([[`parts.${mostParts}.category`, 'goal.tooManyParts']]);
  });

  it('have what their unit asks for', () => {
    expect(wrong('share', [share('boy', 3, 2)])).toEqual([['parts.0.numeratorCount', 'goal.partAboveBase']]);
    expect(wrong('share', [share('boy', 0, 0)])).toEqual([['parts.0.baseCount', 'goal.partBaseNeeded']]);
    expect(wrong('share', [share('boy', null, 3)])).toEqual([['parts.0.numeratorCount', 'goal.numeratorNeeded']]);
    expect(wrong('count', [part('boy', { value: 1.5 })], { value: 4 })).toEqual([
      ['parts.0.value', 'goal.valueNot.count'],
    ]);
    expect(wrong('oere', [part('boy', { value: 1 })], { value: 4 })).toEqual([['missing', 'goal.partsWithoutValue']]);
    expect(wrong('share', [share('boy', 1, 2)], { missing: 'notMeasured', numeratorCount: null })).toEqual([
      ['missing', 'goal.partsWithoutValue'],
    ]);
  });

  it('are stored in the order of the lists with the value their counts give, twice the same', () => {
    const stored = storedParts('share', [share('girl', 7, 13), { ...share('16-17', 8, 16), dimension: 'ageBand' }]);
    expect(stored.map(({ category, value }) => [category, value])).toEqual([
      ['16-17', 0.5],
      ['girl', 7 / 13],
    ]);
    expect(storedParts('share', stored)).toEqual(stored);
    expect(storedParts('count', [part('boy', { value: 3, baseCount: 9, numeratorCount: 1 })])).toEqual([
      part('boy', { value: 3 }),
    ]);
  });

  it('that were counted one by one never break the rule, whatever the whole', () => {
    const person = fc.record({ gender: fc.constantFrom('boy', 'girl', 'other', null), isPart: fc.boolean() });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 60 }), (people) => {
        const of = (group: typeof people) => [group.filter(({ isPart }) => isPart).length, group.length] as const;
        const parts = ['boy', 'girl', 'other'].flatMap((gender) => {
          const group = people.filter((one) => one.gender === gender);
          return group.length === 0 ? [] : [share(gender, ...of(group))];
        });
        const [numeratorCount, baseCount] = of(people);
        expect(wrong('share', parts, { numeratorCount, baseCount })).toEqual([]);
      }),
    );
  });

  it('are called by their label in both languages, a place by its name', () => {
    expect(['13-15', 'girl', 'Stationen', null].map((one) => partLabel(one, 'da'))).toEqual([
      '13–15 år',
      'Piger',
      'Stationen',
      'I ingen af grupperne',
    ]);
    expect(partLabel('girl', 'en')).toBe('Girls');
  });
});
