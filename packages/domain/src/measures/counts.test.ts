import { describe, expect, it } from 'vitest';

import {
  addContacts,
  addMinutes,
  addVisits,
  addYoung,
  hoursOf,
  toContacts,
  toMinutes,
  toVisits,
  toYoung,
} from './counts.ts';
import type { Visits, Young } from './counts.ts';

describe('counts', () => {
  it('add within their unit', () => {
    expect(addVisits(toVisits(28), toVisits(31))).toBe(59);
    expect(addVisits()).toBe(0);
    expect(addYoung(toYoung(3), toYoung(4))).toBe(7);
    expect(addMinutes(toMinutes(270), toMinutes(30))).toBe(300);
    expect(addContacts(toContacts(2))).toBe(2);
    expect(hoursOf(toMinutes(270))).toBe(4.5);
  });

  it('refuse what is not a count', () => {
    for (const value of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => toVisits(value)).toThrow(RangeError);
  });

  it('cannot be added across units: the type check refuses each of these lines', () => {
    const visits = toVisits(28);
    const young = toYoung(12);
    // @ts-expect-error visits are not young people
    addVisits(visits, young);
    // @ts-expect-error minutes are not contacts
    addContacts(toMinutes(30));
    // @ts-expect-error young people are not visits
    const wrong: Visits = young;
    // @ts-expect-error a sum of headcounts is not a number of people
    const reach: Young = visits + visits;
    // @ts-expect-error a plain number has no unit
    addMinutes(30);
    expect([wrong, reach]).toHaveLength(2);
  });
});
