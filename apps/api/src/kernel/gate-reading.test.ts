import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Audience, defaultThresholds, thresholdsFrom } from '@forspring/domain/measures/thresholds';
import { gateFor } from './gate.ts';
import { baselineCell, type ReadingTerms, readingCell, seenChanges } from './gate-reading.ts';

const thresholds = thresholdsFrom(defaultThresholds);
const outside: Audience[] = ['municipality', 'otherDistrict', 'funder', 'public'];
const terms: ReadingTerms = { unit: 'count', tier: 'general', visitCount: 900 };
const reading = (value: number | null, numeratorCount: number | null = null, baseCount: number | null = null) => ({
  value,
  numeratorCount,
  baseCount,
});
const kindFor = (audience: Audience, one: ReturnType<typeof reading>, about: Partial<ReadingTerms>) =>
  readingCell(gateFor(audience, { thresholds }), one, { ...terms, ...about }).kind;

describe('a goal’s reading', () => {
  it('is withheld as a share or a mean when its base is not known, from everybody outside alike (disclosure 3.6)', () => {
    for (const unit of ['share', 'mean'] as const) {
      expect(outside.map((audience) => kindFor(audience, reading(0.4), { unit }))).toEqual(
        outside.map(() => 'withheld'),
      );
      expect(kindFor('project', reading(0.4), { unit })).toBe('value');
    }
    expect(kindFor('municipality', reading(0.4, null, 40), { unit: 'share' })).toBe('withheld');
  });

  it('is shown as a share or a mean of enough, with its base', () => {
    const gate = gateFor('municipality', { thresholds });
    expect(readingCell(gate, reading(0.4, 16, 40), { ...terms, unit: 'share' })).toMatchObject({
      kind: 'value',
      value: { estimate: 0.4, n: 40 },
    });
    expect(readingCell(gate, reading(22.4, 448, 20), { ...terms, unit: 'mean' })).toEqual({
      kind: 'value',
      value: { estimate: 22.4, lower: null, upper: null, n: 20 },
    });
  });

  it('takes a count to be of people, however it was counted, and says zero as a value (disclosure 3.6)', () => {
    expect(kindFor('municipality', reading(4), {})).toBe('withheld');
    expect(kindFor('municipality', reading(5), {})).toBe('value');
    expect(kindFor('funder', reading(9), {})).toBe('withheld');
    expect(kindFor('funder', reading(0), {})).toBe('value');
  });

  it('is about the work when it is money or yes and no', () => {
    for (const unit of ['oere', 'yesNo'] as const) expect(kindFor('public', reading(1), { unit })).toBe('value');
  });

  it('falls with the visits, and with the goal’s own tier (disclosure 3.1, 5.1)', () => {
    for (const unit of ['count', 'share', 'mean', 'oere', 'yesNo'] as const)
      for (const audience of outside) {
        expect(kindFor(audience, reading(60, 60, 100), { unit, visitCount: 3 })).toBe('withheld');
        expect(kindFor(audience, reading(60, 60, 100), { unit, tier: 'individual' })).toBe('withheld');
      }
  });

  it('that nobody made is not measured, whoever asks', () => {
    expect(outside.map((audience) => kindFor(audience, reading(null), {}))).toEqual(outside.map(() => 'notMeasured'));
  });

  it('is never shown to somebody further out and hidden from somebody nearer', () => {
    const order: Audience[] = ['project', 'municipality', 'funder'];
    fc.assert(
      fc.property(
        fc.constantFrom('count', 'share', 'mean', 'oere', 'yesNo' as const),
        fc.nat({ max: 30 }),
        fc.option(fc.nat({ max: 30 })),
        fc.nat({ max: 30 }),
        (unit, part, rest, visitCount) => {
          const base = rest === null ? null : part + rest;
          const one = reading(base ? part / base : part, part, base);
          const shown = order.map((audience) =>
            Number(kindFor(audience, one, { unit: unit as ReadingTerms['unit'], visitCount }) === 'value'),
          );
          expect(shown).toEqual(shown.toSorted((a, b) => b - a));
        },
      ),
    );
  });
});

describe('a goal’s baseline', () => {
  const goal = (more: object = {}) => ({
    baselineValue: 0.61,
    baselineMissing: null,
    baselineOn: '2025-11-27',
    baselineBaseCount: 38,
    baselineSpread: null,
    unit: 'share' as const,
    ...more,
  });
  const kindOf = (audience: Audience, more: object = {}, isOpen = false) =>
    baselineCell(gateFor(audience, { thresholds, isOpen }), goal(more), 'specific').kind;

  it('follows the rule for readings: shown on enough, withheld on too few or on nobody knows how many (disclosure 3.7)', () => {
    expect(outside.map((audience) => kindOf(audience))).toEqual(outside.map(() => 'value'));
    expect(outside.map((audience) => kindOf(audience, { baselineBaseCount: null }))).toEqual(
      outside.map(() => 'withheld'),
    );
    expect(kindOf('municipality', { baselineBaseCount: 6 })).toBe('withheld');
    expect(kindOf('project', { baselineBaseCount: null })).toBe('value');
    // 0.52 of 38 is nobody's count; what is shown is what was written.
    expect(baselineCell(gateFor('public', { thresholds }), goal({ baselineValue: 0.52 }), 'specific')).toMatchObject({
      value: { estimate: 0.52, n: 38 },
    });
  });

  it('was locked at approval, so it is shown while the readings can still change', () => {
    expect(kindOf('funder', {}, true)).toBe('value');
    expect(readingCell(gateFor('funder', { thresholds, isOpen: true }), reading(0.6, 23, 38), terms).kind).toBe(
      'withheld',
    );
  });

  it('that is missing says why', () => {
    expect(kindOf('public', { baselineValue: null, baselineMissing: 'notApplicable' })).toBe('notApplicable');
    expect(kindOf('public', { baselineValue: null, baselineMissing: 'notMeasured' })).toBe('notMeasured');
    expect(kindOf('public', { baselineValue: null })).toBe('notMeasured');
  });

  it('keeps its numbers before and after a change to the project, and tells everybody when and why it was changed', () => {
    const changes = [
      { field: 'baselineValue', fromText: '75 %', toText: '', reason: 'Talt forkert.' },
      { field: 'targetValue', fromText: '28', toText: '22', reason: 'Brandsyn.' },
    ];
    expect(seenChanges({ audience: 'project' }, changes)).toEqual(changes);
    for (const audience of outside)
      expect(seenChanges({ audience }, changes)).toEqual([{ ...changes[0], fromText: 'withheld' }, changes[1]]);
  });
});
