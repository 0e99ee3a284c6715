import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachOf, sessionFigures } from './participation.rules.ts';

/** A club whose members are known to the test only: who came on which evening, and on which evenings nobody asked who was new. */
const club = fc
  .record({
    memberCount: fc.integer({ min: 1, max: 60 }),
    eveningCount: fc.integer({ min: 1, max: 41 }),
    showing: fc.double({ min: 0.02, max: 0.95, noNaN: true }),
    missingShare: fc.constantFrom(0, 0.1, 0.5, 1),
    seed: fc.integer(),
  })
  .map(({ memberCount, eveningCount, showing, missingShare, seed }) => {
    let state = seed | 0;
    const chance = () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
    const eager = Array.from({ length: memberCount }, () => showing * (0.3 + 1.4 * chance()));
    const known = new Set<number>();
    const evenings = Array.from({ length: eveningCount }, () => {
      const present = eager.flatMap((likely, member) => (chance() < likely ? [member] : []));
      const newcomers = present.filter((member) => !known.has(member));
      newcomers.forEach((member) => known.add(member));
      return {
        state: 'held' as const,
        countUnit: 'visit' as const,
        startMinute: 1080,
        endMinute: 1350,
        staffMinutes: 0,
        volunteerMinutes: 0,
        visitCount: present.length,
        firstTimeCount: chance() < missingShare ? null : newcomers.length,
      };
    });
    return { evenings, truth: known.size };
  });

type Evenings = ReturnType<typeof sessionFigures>[];

/** The kept figures of the club's project, as commands add them up. */
function figuresOf(evenings: Parameters<typeof sessionFigures>[0][]) {
  const parts: Evenings = evenings.map(sessionFigures);
  const sum = (name: 'heldCount' | 'visitCount' | 'firstTimeCount' | 'firstTimeMissingCount') =>
    parts.reduce((total, part) => total + (part[name] ?? 0), 0);
  return {
    heldCount: sum('heldCount'),
    visitCount: sum('visitCount'),
    firstTimeCount: sum('firstTimeCount'),
    firstTimeMissingCount: sum('firstTimeMissingCount'),
    largestVisitCount: Math.max(0, ...evenings.map(({ visitCount }) => visitCount ?? 0)),
  };
}

describe('a simulated club with known members', () => {
  it('where newcomers are counted every evening, reach is the number of members who came', () => {
    fc.assert(
      fc.property(club, ({ evenings, truth }) => {
        const figures = figuresOf(evenings);
        if (figures.firstTimeMissingCount > 0 || figures.visitCount === 0) return;
        expect(reachOf(figures)).toEqual({ kind: 'counted', young: truth });
      }),
      { numRuns: 500 },
    );
  });

  it('where they are not, the bounds contain the truth, and no single number is said', () => {
    fc.assert(
      fc.property(club, ({ evenings, truth }) => {
        const figures = figuresOf(evenings);
        const reach = reachOf(figures);
        if (figures.visitCount === 0) expect(reach).toEqual({ kind: 'none' });
        if (reach.kind === 'bounds') {
          expect(reach.lowest).toBeLessThanOrEqual(truth);
          expect(reach.highest).toBeGreaterThanOrEqual(truth);
        }
        if (figures.visitCount > 0) expect(reach.kind === 'bounds').toBe(figures.firstTimeMissingCount > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('a tally that was not kept with care gives bounds that still contain the truth', () => {
    fc.assert(
      fc.property(club, ({ evenings, truth }) => {
        const careless = evenings.map((evening, at) => (at === 0 ? { ...evening, firstTimeCount: 0 } : evening));
        const reach = reachOf(figuresOf(careless));
        if (reach.kind !== 'bounds') return;
        expect(reach.lowest).toBeLessThanOrEqual(truth);
        expect(reach.highest).toBeGreaterThanOrEqual(truth);
      }),
    );
  });
});
