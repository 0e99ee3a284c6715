import { array, assert, constant, nat, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  halfYearsBetween,
  isCompletionPossible,
  isTonight,
  proposedMinutes,
  reachOf,
  sessionFigures,
  shownStateOf,
} from './participation.rules.ts';

const evening = {
  state: 'held',
  countUnit: 'visit',
  startMinute: 1080,
  endMinute: 1350,
  visitCount: 25,
  firstTimeCount: 3,
  staffMinutes: 540,
  volunteerMinutes: 0,
} as const;

describe('a session on a day', () => {
  it.each([
    ['planned', '2026-11-12', 'unregistered'],
    ['planned', '2026-11-13', 'planned'],
    ['planned', '2026-11-14', 'planned'],
    ['held', '2026-11-12', 'held'],
    ['cancelled', '2026-11-20', 'cancelled'],
  ] as const)('%s on %s is shown as %s on 13 November', (state, heldOn, shown) => {
    expect(shownStateOf(state, heldOn, '2026-11-13')).toBe(shown);
  });

  it.each([
    ['today, before it begins', '2026-11-13', 1350, 600, true],
    ['yesterday evening, at noon', '2026-11-12', 1350, 720, false],
    ['yesterday evening, half past midnight', '2026-11-12', 1350, 30, true],
    ['yesterday evening until 22.30, at 03.29', '2026-11-12', 1350, 209, true],
    ['yesterday evening until 22.30, at 03.30', '2026-11-12', 1350, 210, false],
    ['an evening past midnight, at 04.00', '2026-11-12', 1470, 240, true],
    ['tomorrow', '2026-11-14', 1350, 1000, false],
  ])('%s: is tonight %s', (_name, heldOn, endMinute, minute, expected) => {
    expect(isTonight({ heldOn, endMinute }, '2026-11-13', minute)).toBe(expected);
  });

  it('proposes the whole session for every adult', () => {
    expect(proposedMinutes(2, evening)).toBe(540);
    expect(proposedMinutes(0, evening)).toBe(0);
  });
});

describe('what a session adds to the figures', () => {
  it('a planned and a cancelled one add only themselves', () => {
    expect(sessionFigures({ ...evening, state: 'planned' })).toEqual({ plannedCount: 1 });
    expect(sessionFigures({ ...evening, state: 'cancelled' })).toEqual({ cancelledCount: 1 });
  });

  it('a held one adds visits, hours and first-timers, each in its own unit', () => {
    expect(sessionFigures(evening)).toEqual({
      heldCount: 1,
      heldMinutes: 270,
      staffMinutes: 540,
      volunteerMinutes: 0,
      visitCount: 25,
      visitMinutes: 6750,
      firstTimeCount: 3,
      firstTimeMissingCount: 0,
    });
  });

  it('first-timers that were not counted are missing, not zero', () => {
    expect(sessionFigures({ ...evening, firstTimeCount: null })).toMatchObject({
      firstTimeCount: 0,
      firstTimeMissingCount: 1,
    });
    expect(sessionFigures({ ...evening, firstTimeCount: 0 })).toMatchObject({ firstTimeMissingCount: 0 });
  });

  it('outreach adds contacts and never visits', () => {
    const outreach = sessionFigures({ ...evening, countUnit: 'contact', firstTimeCount: null });
    expect(outreach).toMatchObject({ contactCount: 25, heldMinutes: 270 });
    expect(outreach).not.toHaveProperty('visitCount');
    expect(outreach).not.toHaveProperty('firstTimeMissingCount');
  });

  it('an evening nobody came to is held with 0 visits', () => {
    expect(sessionFigures({ ...evening, visitCount: 0, firstTimeCount: 0 })).toMatchObject({
      heldCount: 1,
      visitCount: 0,
    });
  });
});

describe('unique reach', () => {
  const figures = {
    heldCount: 3,
    visitCount: 70,
    firstTimeCount: 40,
    firstTimeMissingCount: 0,
    largestVisitCount: 30,
  };

  it('is the sum of first-timers when they were counted every time', () => {
    expect(reachOf(figures)).toEqual({ kind: 'counted', young: 40 });
  });

  it('lies between the largest evening and all visits when an evening was not counted', () => {
    expect(reachOf({ ...figures, firstTimeCount: 12, firstTimeMissingCount: 1 })).toEqual({
      kind: 'bounds',
      lowest: 30,
      highest: 70,
    });
  });

  it('is at least the counted first-timers, also when more evenings were not counted', () => {
    expect(reachOf({ ...figures, firstTimeMissingCount: 1 })).toMatchObject({ lowest: 40 });
  });

  it('is bounded when fewer first-timers were counted than came on one evening', () => {
    expect(reachOf({ ...figures, firstTimeCount: 5 })).toEqual({ kind: 'bounds', lowest: 30, highest: 70 });
  });

  it('is nothing to say before anybody came', () => {
    expect(reachOf({ ...figures, heldCount: 0, visitCount: 0 }).kind).toBe('none');
    expect(reachOf({ ...figures, visitCount: 0, firstTimeCount: 0, largestVisitCount: 0 }).kind).toBe('none');
  });

  it('never claims more young people than visits nor fewer than the largest evening', () => {
    const someEvenings = array(
      nat(60).chain((visitCount) =>
        record({ visitCount: constant(visitCount), firstTimeCount: option(nat(visitCount)) }),
      ),
      { maxLength: 20 },
    );
    assert(
      property(someEvenings, (evenings) => {
        const visitCount = evenings.reduce((sum, one) => sum + one.visitCount, 0);
        const largestVisitCount = Math.max(0, ...evenings.map((one) => one.visitCount));
        const reach = reachOf({
          heldCount: evenings.length,
          visitCount,
          largestVisitCount,
          firstTimeCount: evenings.reduce((sum, one) => sum + (one.firstTimeCount ?? 0), 0),
          firstTimeMissingCount: evenings.filter((one) => one.firstTimeCount === null).length,
        });
        const [lowest, highest] =
          reach.kind === 'counted'
            ? [reach.young, reach.young]
            : reach.kind === 'bounds'
              ? [reach.lowest, reach.highest]
              : [0, 0];
        const inOrder = [largestVisitCount, lowest, highest, visitCount];
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
        expect(reach.kind === 'none').toBe(visitCount === 0);
      }),
    );
  });
});

describe('half-years', () => {
  it('are those a project runs in, in order', () => {
    expect(halfYearsBetween('2026-04-01', '2027-03-31')).toEqual([
      { year: 2026, half: 1 },
      { year: 2026, half: 2 },
      { year: 2027, half: 1 },
    ]);
    expect(halfYearsBetween('2026-07-01', '2026-07-01')).toEqual([{ year: 2026, half: 2 }]);
    expect(halfYearsBetween('2026-07-01', '2026-06-30')).toEqual([]);
  });

  it('never complete more than have started by then, in whichever order they are told', () => {
    const first = { year: 2026, half: 1, startedCount: 8, completedCount: 2 };
    const second = { year: 2026, half: 2, startedCount: 0, completedCount: 6 };
    expect(isCompletionPossible([second, first])).toBe(true);
    expect(isCompletionPossible([first, { ...second, completedCount: 7 }])).toBe(false);
    expect(
      isCompletionPossible([
        { ...first, completedCount: 9 },
        { ...second, startedCount: 9 },
      ]),
    ).toBe(false);
    expect(isCompletionPossible([])).toBe(true);
  });
});
