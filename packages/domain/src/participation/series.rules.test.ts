import { describe, expect, it } from 'vitest';
import { changeOfSeries, ruleOf, weeklyFormOf } from './series.rules.ts';

describe('a weekly form and its rule', () => {
  it.each([
    [{ weekdays: [5], everyWeeks: 1 }, 'FREQ=WEEKLY;BYDAY=FR'],
    [{ weekdays: [4, 2], everyWeeks: 1 }, 'FREQ=WEEKLY;BYDAY=TU,TH'],
    [{ weekdays: [1, 7], everyWeeks: 2 }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU'],
  ])('%o is %s', (form, rule) => {
    expect(ruleOf(form)).toBe(rule);
    expect(weeklyFormOf(rule)).toEqual({ ...form, weekdays: form.weekdays.toSorted((a, b) => a - b) });
  });

  it.each([
    'FREQ=MONTHLY;BYDAY=1MO',
    'FREQ=DAILY',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=FR;COUNT=3',
    'FREQ=WEEKLY;BYDAY=XX',
    '',
  ])('the form cannot show "%s"', (rule) => {
    expect(weeklyFormOf(rule)).toBeNull();
  });

  it('reads a rule whatever its case, with the week’s first day named', () => {
    expect(weeklyFormOf('freq=weekly;wkst=MO;byday=fr')).toEqual({ weekdays: [5], everyWeeks: 1 });
  });

  it('refuses no weekday at all', () => {
    expect(() => ruleOf({ weekdays: [], everyWeeks: 1 })).toThrow(RangeError);
    expect(() => ruleOf({ weekdays: [8], everyWeeks: 1 })).toThrow(RangeError);
  });
});

describe('an edit of a series', () => {
  const sessions = [
    { id: 'held', heldOn: '2026-11-06', isRegistered: true },
    { id: 'forgotten', heldOn: '2026-10-30', isRegistered: false },
    { id: 'tonight', heldOn: '2026-11-13', isRegistered: false },
    { id: 'cancelled', heldOn: '2026-11-20', isRegistered: true },
    { id: 'coming', heldOn: '2026-11-27', isRegistered: false },
  ];

  it('keeps what is registered and what is past, changes what stays and removes what goes', () => {
    const wanted = ['2026-11-13', '2026-11-20', '2026-12-04'];
    expect(changeOfSeries(sessions, wanted, '2026-11-13')).toEqual({
      keep: ['held', 'forgotten', 'cancelled'],
      change: ['tonight'],
      remove: ['coming'],
      add: ['2026-12-04'],
    });
  });

  it('invents no past sessions when the first day is moved back', () => {
    expect(changeOfSeries(sessions, ['2026-10-02', '2026-11-13'], '2026-11-13').add).toEqual([]);
  });

  it('plans every day of a new series, also past ones that are still to be registered', () => {
    expect(changeOfSeries([], ['2026-10-02', '2026-11-13'], '2026-11-13').add).toEqual(['2026-10-02', '2026-11-13']);
  });
});
