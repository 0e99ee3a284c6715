import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, numberIn } from '@forspring/domain/measures/cell';
import { type Audience, defaultThresholds, thresholdsFrom } from '@forspring/domain/measures/thresholds';
import type { Actor } from '@forspring/domain/people/actor';
import type { Role } from '@forspring/domain/people/membership';
import {
  type Attendance,
  audienceOf,
  gateFor as openGate,
  type GateTerms,
  municipalityTotalOf,
  sumOfShown,
} from './gate.ts';
import { gatedMonths } from './gated-months.ts';

const small = { kind: 'withheld', reason: 'smallNumbers' };
const individual = { kind: 'withheld', reason: 'individualTier' };
/** The gate of a municipality that has chosen nothing. */
const gateFor = (audience: Audience, terms: Partial<GateTerms> = {}) =>
  openGate(audience, { thresholds: thresholdsFrom(defaultThresholds), ...terms });
const outside: Audience[] = ['municipality', 'otherDistrict', 'funder', 'public'];

describe('primary suppression', () => {
  it('hides 1–4 from a municipality, shows 5 and says zero (disclosure 1.1)', () => {
    const gate = gateFor('municipality');
    expect([0, 1, 4, 5].map((count) => gate.persons(count))).toEqual([
      { kind: 'zero' },
      small,
      small,
      { kind: 'value', value: 5 },
    ]);
  });

  it('hides up to 9 from funders and the public (disclosure 1.1)', () => {
    for (const audience of ['funder', 'public'] as const) {
      expect(gateFor(audience).visits(9)).toEqual(small);
      expect(gateFor(audience).visits(10)).toEqual({ kind: 'value', value: 10 });
    }
  });

  it('shows a project its own numbers (disclosure 1.1)', () => {
    expect(gateFor('project', { tier: 'individual' }).persons(1)).toEqual({ kind: 'value', value: 1 });
  });

  it('never goes below three, and not below ten for funders and the public, whatever a municipality chose (disclosure 1.2)', () => {
    const none = { thresholdCount: 1, funderThresholdCount: 2, publicThresholdCount: 0 };
    expect(thresholdsFrom(none)).toEqual({ project: 1, municipality: 3, otherDistrict: 3, funder: 10, public: 10 });
    const near = thresholdsFrom({ ...defaultThresholds, thresholdCount: 20 });
    expect(near).toEqual({ project: 1, municipality: 20, otherDistrict: 20, funder: 20, public: 20 });
  });

  it('hides by the thresholds it is given (disclosure 1.2)', () => {
    const thresholds = thresholdsFrom({ thresholdCount: 3, funderThresholdCount: 12, publicThresholdCount: 15 });
    const least = (audience: Audience) =>
      Array.from({ length: 20 }, (_, index) => index + 1).find(
        (count) => openGate(audience, { thresholds }).visits(count).kind === 'value',
      );
    expect(outside.map(least)).toEqual([3, 3, 12, 15]);
  });

  it('says not measured where nothing was counted (disclosure 1.3)', () => {
    expect(gateFor('funder').contacts(null)).toEqual({ kind: 'notMeasured' });
    expect(gateFor('funder').perThousand(40, null)).toEqual({ kind: 'notMeasured' });
    expect(gateFor('funder').perThousand(40, 0)).toEqual({ kind: 'notApplicable', reason: 'zeroBase' });
  });
});

describe('shares and means', () => {
  it('hides a share whose base, part or rest is too small, so that 0 % and 100 % of people are never shown (disclosure 2.1)', () => {
    const gate = gateFor('municipality');
    expect(gate.share({ x: 2, n: 4 })).toEqual(small);
    expect(gate.share({ x: 4, n: 40 })).toEqual(small);
    expect(gate.share({ x: 36, n: 40 })).toEqual(small);
    expect(gate.share({ x: 0, n: 40 })).toEqual(small);
    expect(gate.share({ x: 40, n: 40 })).toEqual(small);
  });

  it('gives a share its Wilson interval and its base (disclosure 2.2)', () => {
    const cell = gateFor('municipality').share({ x: 8, n: 40 });
    if (cell.kind !== 'value') throw new Error('Shown');
    expect(cell.value.estimate).toBe(0.2);
    expect(cell.value.lower).toBeCloseTo(0.105, 3);
    expect(cell.value.upper).toBeCloseTo(0.348, 3);
    expect(cell.value.n).toBe(40);
  });

  it('shows a mean with its base, or not at all (disclosure 2.3)', () => {
    expect(gateFor('funder').mean({ value: 61.5, n: 9 })).toEqual(small);
    expect(gateFor('funder').mean({ value: 61.5, n: 10 })).toEqual({ kind: 'value', value: { value: 61.5, n: 10 } });
    expect(gateFor('municipality').mean({ value: 0.3, n: 10 })).toEqual(small);
    expect(gateFor('project').mean({ value: 0.3, n: 10 }).kind).toBe('value');
  });

  it('counts goals as work: few of them may be shown with their interval (disclosure 2.4)', () => {
    expect(gateFor('funder').workShare({ x: 2, n: 3 }).kind).toBe('value');
    expect(gateFor('funder').workShare({ x: 0, n: 0 })).toEqual({ kind: 'notApplicable', reason: 'zeroBase' });
  });
});

describe('what rests on a hidden number', () => {
  const attendance = fc.record<Attendance>({
    heldCount: fc.integer({ min: 1, max: 4 }),
    visitCount: fc.nat(30),
    visitMinutes: fc.nat(10_000),
    firstTimeCount: fc.nat(30),
    firstTimeMissingCount: fc.nat(2),
    largestVisitCount: fc.nat(30),
  });

  it('is hidden itself: hours, reach, rates and costs fall with the visits they were made of (disclosure 3.1)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...outside),
        attendance,
        fc.nat(1_000_000),
        fc.nat(4000),
        (audience, raw, cost, population) => {
          const gate = gateFor(audience);
          if (gate.visits(raw.visitCount).kind !== 'withheld') return;
          const derived: Cell<unknown>[] = [
            gate.visitMinutes(raw.visitMinutes, raw.visitCount),
            gate.reach(raw),
            gate.perThousand(raw.visitCount, population),
            gate.costPerVisitHour(cost, raw),
            gate.costPer(cost, raw.visitCount),
          ];
          for (const cell of derived) expect(cell.kind).toBe('withheld');
        },
      ),
    );
  });

  it('leaves the server without the number it hides (disclosure 3.2)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...outside), fc.integer({ min: 1, max: 4 }), (audience, count) => {
        expect(JSON.stringify(gateFor(audience).visits(count))).not.toContain(String(count));
      }),
    );
  });

  it('shows reach as a number only when every evening asked who was new (disclosure 3.3)', () => {
    const gate = gateFor('municipality');
    const base = {
      heldCount: 14,
      visitCount: 420,
      visitMinutes: 1,
      firstTimeCount: 44,
      firstTimeMissingCount: 0,
      largestVisitCount: 30,
    };
    expect(gate.reach({ ...base, firstTimeMissingCount: 0 })).toEqual({
      kind: 'value',
      value: { lower: 44, upper: 44, isCounted: true },
    });
    expect(gate.reach({ ...base, firstTimeMissingCount: 3 })).toEqual({
      kind: 'value',
      value: { lower: 44, upper: 420, isCounted: false },
    });
    expect(gate.reach({ ...base, firstTimeCount: 2, largestVisitCount: 4, firstTimeMissingCount: 1 })).toEqual(small);
    expect(gate.reach({ ...base, visitCount: 0 })).toEqual({ kind: 'zero' });
    expect(gate.reach({ ...base, visitCount: 0, heldCount: 0 })).toEqual({ kind: 'notMeasured' });
  });

  it('is hidden in a sum as well (disclosure 3.4)', () => {
    expect(
      sumOfShown([
        { kind: 'value', value: 40 },
        { kind: 'withheld', reason: 'smallNumbers' },
      ]),
    ).toEqual(small);
    expect(sumOfShown([{ kind: 'value', value: 40 }, { kind: 'zero' }, { kind: 'notMeasured' }])).toEqual({
      kind: 'value',
      value: 40,
    });
    expect(sumOfShown([])).toEqual({ kind: 'notMeasured' });
  });
});

describe('lists with a total', () => {
  /** What somebody who sees everything published can say at most about each hidden part. */
  const widths = (parts: readonly Cell<number>[], total: Cell<number>): number[] => {
    if (total.kind === 'withheld') return [];
    const known = (cell: Cell<number>) => (cell.kind === 'value' ? cell.value : 0);
    const hidden = parts.filter((cell) => cell.kind === 'withheld').length;
    // Zeros are shown, so a hidden part is at least 1.
    const left = known(total) - parts.reduce((sum, cell) => sum + known(cell), 0) - hidden;
    return parts.flatMap((cell) => (cell.kind === 'withheld' ? [hidden === 1 ? 0 : left] : []));
  };

  it('cannot be undone by subtraction (disclosure 4.1)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...outside),
        fc.array(fc.nat(25), { minLength: 1, maxLength: 8 }),
        (audience, counts) => {
          const { parts, total } = gateFor(audience).list(counts);
          const k = thresholdsFrom(defaultThresholds)[audience];
          for (const width of widths(parts, total)) expect(width).toBeGreaterThanOrEqual(k);
          for (const [index, count] of counts.entries())
            if (count > 0 && count < k) expect(parts[index]?.kind).toBe('withheld');
        },
      ),
    );
  });
});

describe('tables with their totals', () => {
  it('hide small counts and as few others as protect them, and keep their totals where they can (disclosure 4.2)', () => {
    const counts = [
      [3, 20, 30],
      [14, 9, 40],
      [22, 31, 8],
    ];
    const { cells, rowTotals, columnTotals, total } = gateFor('municipality').table(counts);
    expect(cells[0]?.[0]).toEqual(small);
    expect(cells.flat().filter((cell) => cell.kind === 'withheld')).toHaveLength(4);
    expect([...rowTotals, ...columnTotals, total].every((cell) => cell.kind === 'value')).toBe(true);
    expect(gateFor('project').table(counts).cells.flat().map(numberIn)).toEqual(counts.flat());
    expect(
      gateFor('municipality', { tier: 'individual' })
        .table(counts)
        .cells.flat()
        .every((cell) => cell.kind === 'withheld'),
    ).toBe(true);
  });

  it('protect two pages that show parts of the same contacts as one table (disclosure 4.4)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...outside),
        (counts, audience) => {
          const months = counts.map(([sessionContactCount, outreachContactCount], index) => ({
            month: `2026-0${index + 1}`,
            heldCount: 4,
            visitCount: sessionContactCount * 2,
            sessionContactCount,
            outreachContactCount,
          }));
          const k = thresholdsFrom(defaultThresholds)[audience];
          const { contacts, outreach } = gatedMonths(gateFor(audience), months);
          for (const [index, { sessionContactCount }] of months.entries()) {
            const [all, part] = [contacts[index], outreach[index]];
            if (!all || !part || all.kind === 'withheld' || part.kind === 'withheld') continue;
            // What neither page shows is what one minus the other gives.
            expect(sessionContactCount === 0 || sessionContactCount >= k).toBe(true);
          }
        },
      ),
    );
  });
});

describe('the individual tier', () => {
  it('shows nothing about people outside the project (disclosure 5.1)', () => {
    for (const audience of outside) {
      const gate = gateFor(audience, { tier: 'individual' });
      expect(gate.persons(400)).toEqual(individual);
      expect(gate.persons(0)).toEqual(individual);
      expect(gate.share({ x: 200, n: 400 })).toEqual(individual);
      expect(gate.workShare({ x: 2, n: 4 })).toEqual(individual);
      expect(gate.mean({ value: 3, n: 400 })).toEqual(individual);
      expect(gate.list([100, 200]).total).toEqual(individual);
      expect(gate.work(120_000)).toEqual({ kind: 'value', value: 120_000 });
    }
  });

  it('shows the total of a municipality, when nobody can subtract their own project from it (disclosure 5.2)', () => {
    expect(municipalityTotalOf([14, 12, 6])).toEqual({ kind: 'value', value: 32 });
    expect(municipalityTotalOf([40])).toEqual(individual);
    expect(municipalityTotalOf([40, 3])).toEqual(individual);
    expect(municipalityTotalOf([null])).toEqual({ kind: 'notMeasured' });
  });
});

describe('open years', () => {
  it('hides people’s numbers from other municipalities while a project still runs (disclosure 6.1)', () => {
    expect(gateFor('otherDistrict', { isOpen: true }).visits(900)).toEqual({ kind: 'withheld', reason: 'notFrozen' });
    expect(gateFor('municipality', { isOpen: true }).visits(900)).toEqual({ kind: 'value', value: 900 });
    expect(gateFor('otherDistrict', { isOpen: true }).work(900)).toEqual({ kind: 'value', value: 900 });
  });
});

describe('the audience a person belongs to', () => {
  const project = { projectId: 'p', municipalityId: 'm', partnerOrganisationIds: ['o'] };
  const actor = (role: Role, placeId: string, municipalityId = 'm'): Actor => ({
    userId: 'u',
    name: 'U',
    memberships: [{ role, placeKind: 'municipality', placeId, municipalityId }],
  });

  it.each<[string, Actor, Audience]>([
    ['owner of the project', actor('owner', 'p'), 'project'],
    ['partner in the project', actor('partner', 'o'), 'project'],
    ['committee member', actor('committeeMember', 'b'), 'municipality'],
    ['coordinator', actor('coordinator', 'm'), 'municipality'],
    ['data protection officer', actor('dataProtectionOfficer', 'm'), 'municipality'],
    ['owner of another project', actor('owner', 'q'), 'otherDistrict'],
    ['coordinator elsewhere', actor('coordinator', 'n', 'n'), 'otherDistrict'],
    ['funder', actor('funder', 'f'), 'funder'],
    ['partner elsewhere', actor('partner', 'x'), 'public'],
  ])('%s', (_name, person, audience) => {
    expect(audienceOf(person, project)).toBe(audience);
  });
});
