import { describe, expect, it } from 'vitest';
import { changeOfProgramme, changeOfSeries, type RuleForm, ruleFormOf, ruleOf } from './series.rules.ts';

describe('a rule as the form has it', () => {
  it.each<[RuleForm, string]>([
    [{ kind: 'weekly', weekdays: [5], everyWeeks: 1 }, 'FREQ=WEEKLY;BYDAY=FR'],
    [{ kind: 'weekly', weekdays: [2, 4], everyWeeks: 1 }, 'FREQ=WEEKLY;BYDAY=TU,TH'],
    [{ kind: 'weekly', weekdays: [1, 7], everyWeeks: 2 }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU'],
    [{ kind: 'monthlyWeekday', weekday: 3, ordinals: [1], everyMonths: 1 }, 'FREQ=MONTHLY;BYDAY=1WE'],
    [{ kind: 'monthlyWeekday', weekday: 3, ordinals: [1, 3], everyMonths: 1 }, 'FREQ=MONTHLY;BYDAY=1WE,3WE'],
    [
      { kind: 'monthlyWeekday', weekday: 5, ordinals: [2, -1], everyMonths: 2 },
      'FREQ=MONTHLY;INTERVAL=2;BYDAY=2FR,-1FR',
    ],
    [{ kind: 'monthlyDay', dayOfMonth: 15, everyMonths: 1 }, 'FREQ=MONTHLY;BYMONTHDAY=15'],
    [{ kind: 'monthlyDay', dayOfMonth: -1, everyMonths: 3 }, 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1'],
  ])('%o is %s, and back', (form, rule) => {
    expect(ruleOf(form)).toBe(rule);
    expect(ruleFormOf(rule)).toEqual(form);
  });

  it('puts the days in order, the last of the month behind the others', () => {
    expect(ruleOf({ kind: 'weekly', weekdays: [4, 2], everyWeeks: 1 })).toBe('FREQ=WEEKLY;BYDAY=TU,TH');
    expect(ruleOf({ kind: 'monthlyWeekday', weekday: 1, ordinals: [-1, 1], everyMonths: 1 })).toBe(
      'FREQ=MONTHLY;BYDAY=1MO,-1MO',
    );
  });

  it.each([
    'FREQ=MONTHLY;BYDAY=1MO,2TU',
    'FREQ=MONTHLY;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=5MO',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=MONTHLY',
    'FREQ=DAILY',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=FR;COUNT=3',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;INTERVAL=x;BYDAY=FR',
    '',
  ])('the form cannot show "%s"', (rule) => {
    expect(ruleFormOf(rule)).toBeNull();
  });

  it('reads a rule whatever its case, with the week’s first day named', () => {
    expect(ruleFormOf('freq=weekly;wkst=MO;byday=fr')).toEqual({ kind: 'weekly', weekdays: [5], everyWeeks: 1 });
  });

  it('refuses no day at all', () => {
    expect(() => ruleOf({ kind: 'weekly', weekdays: [], everyWeeks: 1 })).toThrow(RangeError);
    expect(() => ruleOf({ kind: 'weekly', weekdays: [8], everyWeeks: 1 })).toThrow(RangeError);
    expect(() => ruleOf({ kind: 'monthlyWeekday', weekday: 3, ordinals: [], everyMonths: 1 })).toThrow(RangeError);
    expect(() => ruleOf({ kind: 'monthlyWeekday', weekday: 0, ordinals: [1], everyMonths: 1 })).toThrow(RangeError);
  });
});

describe('an edit of a series', () => {
  const sessions = [
    { id: 'held', heldOn: '2026-11-06', movedFromOn: null, isRegistered: true },
    { id: 'forgotten', heldOn: '2026-10-30', movedFromOn: null, isRegistered: false },
    { id: 'tonight', heldOn: '2026-11-13', movedFromOn: null, isRegistered: false },
    { id: 'cancelled', heldOn: '2026-11-20', movedFromOn: null, isRegistered: true },
    { id: 'coming', heldOn: '2026-11-27', movedFromOn: null, isRegistered: false },
  ];

  it('keeps what is registered and what is past, changes what stays and removes what goes', () => {
    const wanted = ['2026-11-13', '2026-11-20', '2026-12-04'];
    expect(changeOfSeries(sessions, wanted, '2026-11-13')).toEqual({
      keep: ['held', 'forgotten', 'cancelled'],
      change: ['tonight'],
      changeMoved: [],
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

  it('does not plan a day again whose session was moved, and leaves the session where it was moved to', () => {
    const moved = { id: 'moved', heldOn: '2026-11-21', movedFromOn: '2026-11-20', isRegistered: false };
    expect(changeOfSeries([moved], ['2026-11-20', '2026-11-27'], '2026-11-13')).toEqual({
      keep: [],
      change: [],
      changeMoved: ['moved'],
      remove: [],
      add: ['2026-11-27'],
    });
  });

  it('keeps a rule’s own day beside a session moved onto it, and takes a moved one away with the day it came from', () => {
    const moved = { id: 'moved', heldOn: '2026-11-27', movedFromOn: '2026-11-20', isRegistered: false };
    const own = { id: 'own', heldOn: '2026-11-27', movedFromOn: null, isRegistered: false };
    expect(changeOfSeries([moved, own], ['2026-11-27'], '2026-11-13')).toMatchObject({
      change: ['own'],
      changeMoved: [],
      remove: ['moved'],
      add: [],
    });
  });
});

describe('an edit of a programme', () => {
  const sessions = [
    { id: 'held', heldOn: '2026-07-13', movedFromOn: null, isRegistered: true },
    { id: 'forgotten', heldOn: '2026-07-14', movedFromOn: null, isRegistered: false },
    { id: 'tomorrow', heldOn: '2026-07-16', movedFromOn: null, isRegistered: false },
    { id: 'gone', heldOn: '2026-07-17', movedFromOn: null, isRegistered: false },
  ];

  it('keeps what is registered or past, sets what stays, removes what is left out and adds what is new', () => {
    expect(changeOfProgramme(sessions, ['held', 'tomorrow', 'new'], '2026-07-15')).toEqual({
      keep: ['held', 'forgotten'],
      set: ['tomorrow'],
      remove: ['gone'],
      add: ['new'],
    });
  });

  it('plans every session of a new programme', () => {
    expect(changeOfProgramme([], ['a', 'b'], '2026-07-15')).toEqual({ keep: [], set: [], remove: [], add: ['a', 'b'] });
  });
});
