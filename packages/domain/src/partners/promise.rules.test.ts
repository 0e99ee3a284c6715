import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectedBy,
  figureToAccept,
  isLedgerOpen,
  paceOf,
  quarterEnd,
  quarterOf,
  quarterStart,
  quartersBetween,
  splitOverQuarters,
  standingOf,
  type Statement,
  valueOf,
} from './promise.rules.ts';
import type { LedgerSide } from './promise.ts';

const say = (
  position: number,
  side: LedgerSide,
  quantity: number,
  registeredQuantity: number | null = 600,
): Statement => ({
  position,
  side,
  kind: 'say',
  quantity,
  registeredQuantity,
});

describe('quarters', () => {
  it('run from the first day to the last', () => {
    expect(quartersBetween('2026-08-10', '2027-01-15', 2026)).toEqual([
      { year: 2026, quarter: 3 },
      { year: 2026, quarter: 4 },
      { year: 2027, quarter: 1 },
    ]);
    expect(quartersBetween(null, null, 2026)).toHaveLength(4);
  });

  it('begin and end on their days', () => {
    expect([quarterStart({ year: 2026, quarter: 4 }), quarterEnd({ year: 2026, quarter: 4 })]).toEqual([
      '2026-10-01',
      '2026-12-31',
    ]);
    expect(quarterEnd({ year: 2028, quarter: 1 })).toBe('2028-03-31');
    expect(quarterOf('2026-09-30')).toEqual({ year: 2026, quarter: 3 });
  });

  it('share a total without losing a minute', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(1, 15, 60),
        (total, count, step) => {
          const parts = splitOverQuarters(total, count, step);
          expect(parts.reduce((sum, one) => sum + one, 0)).toBe(total);
          expect(Math.max(...parts) - Math.min(...parts)).toBeLessThan(step * 2);
        },
      ),
    );
  });
});

describe('how a quarter stands', () => {
  it('is what is registered while nobody says anything', () => {
    expect(standingOf(600, [])).toMatchObject({ kind: 'registered', counted: 600, waitsFor: null });
    expect(standingOf(null, [])).toMatchObject({ kind: 'none', counted: 0 });
  });

  it('is disputed as soon as one side says something else than the registrations, and shows both', () => {
    expect(standingOf(600, [say(1, 'partner', 720)])).toMatchObject({
      kind: 'disputed',
      counted: 600,
      waitsFor: 'owner',
      owner: { quantity: 600, statement: null },
      partner: { quantity: 720, statement: { position: 1 } },
    });
  });

  it('is agreed when the other accepts, or when both settle on a third figure', () => {
    expect(standingOf(600, [say(1, 'partner', 720), say(2, 'owner', 720)])).toMatchObject({
      kind: 'agreed',
      counted: 720,
    });
    const third = [say(1, 'partner', 720), say(2, 'owner', 660), say(3, 'partner', 660)];
    expect(standingOf(600, third)).toMatchObject({ kind: 'agreed', counted: 660 });
  });

  it('counts a single report of what nobody registers, until the other says otherwise', () => {
    expect(standingOf(null, [say(1, 'partner', 3, null)])).toMatchObject({ kind: 'reported', counted: 3 });
    expect(standingOf(null, [say(1, 'partner', 3, null), say(2, 'owner', 2, null)])).toMatchObject({
      kind: 'disputed',
      counted: 2,
      waitsFor: 'partner',
    });
  });

  it('keeps what was agreed when registrations change afterwards, and says that they did', () => {
    const agreed = [say(1, 'partner', 720), say(2, 'owner', 720)];
    expect(standingOf(660, agreed)).toMatchObject({ kind: 'agreed', counted: 720, hasMoved: true });
    expect(standingOf(600, agreed).hasMoved).toBe(false);
    expect(standingOf(720, agreed).hasMoved).toBe(false);
  });

  it('offers to accept only what the other side says', () => {
    const disputed = standingOf(600, [say(1, 'partner', 720)]);
    expect(figureToAccept(disputed, 'owner')).toBe(720);
    expect(figureToAccept(disputed, 'partner')).toBe(600);
    expect(figureToAccept(standingOf(600, []), 'owner')).toBeNull();
    const reported = standingOf(null, [say(1, 'partner', 3, null)]);
    expect(figureToAccept(reported, 'owner')).toBe(3);
    expect(figureToAccept(reported, 'partner')).toBeNull();
  });
});

describe('the ledger is lawful', () => {
  /** What the two sides do, one thing at a time: say a figure, or accept the other's. */
  const acts = fc.array(
    fc.record({
      side: fc.constantFrom<LedgerSide>('owner', 'partner'),
      act: fc.constantFrom('say' as const, 'accept' as const),
      quantity: fc.nat(2000),
    }),
    { maxLength: 20 },
  );
  const registered = fc.option(fc.nat(2000), { nil: null });

  /** Carries them out as the commands do: a statement more, never one less. */
  function carryOut(base: number | null, wanted: { side: LedgerSide; act: 'say' | 'accept'; quantity: number }[]) {
    const statements: Statement[] = [];
    for (const { side, act, quantity } of wanted) {
      const figure = act === 'say' ? quantity : figureToAccept(standingOf(base, statements), side);
      if (figure === null) continue;
      statements.push({ position: statements.length + 1, side, kind: act, quantity: figure, registeredQuantity: base });
    }
    return statements;
  }

  it('in whatever order statements are read, they give the same standing', () => {
    fc.assert(
      fc.property(registered, acts, fc.infiniteStream(fc.nat()), (base, wanted, numbers) => {
        const statements = carryOut(base, wanted);
        const shuffled = statements
          .map((one) => ({ one, key: numbers.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(standingOf(base, shuffled)).toEqual(standingOf(base, statements));
      }),
    );
  });

  it('however corrections of the two sides interleave, the same last words end in the same state', () => {
    const says = (side: LedgerSide) =>
      fc
        .array(fc.nat(2000), { maxLength: 8 })
        .map((list) => list.map((quantity) => ({ side, act: 'say' as const, quantity })));
    fc.assert(
      fc.property(
        registered,
        says('owner'),
        says('partner'),
        fc.array(fc.boolean(), { maxLength: 20 }),
        (base, a, b, turns) => {
          const [left, right] = [[...a], [...b]];
          const mixed = turns.flatMap((isLeft) => (isLeft ? left : right).splice(0, 1));
          mixed.push(...left, ...right);
          const one = standingOf(base, carryOut(base, mixed));
          const other = standingOf(base, carryOut(base, [...a, ...b]));
          expect({ kind: one.kind, counted: one.counted }).toEqual({ kind: other.kind, counted: other.counted });
          expect([one.owner?.quantity, one.partner?.quantity]).toEqual([
            other.owner?.quantity,
            other.partner?.quantity,
          ]);
        },
      ),
    );
  });

  it('never loses a version: everything said is still there, and a dispute shows both figures', () => {
    fc.assert(
      fc.property(registered, acts, (base, wanted) => {
        const statements = carryOut(base, wanted);
        expect(statements.map((one) => one.position)).toEqual(statements.map((_, index) => index + 1));
        const standing = standingOf(base, statements);
        if (standing.kind === 'disputed') {
          expect(standing.owner?.quantity).not.toBe(standing.partner?.quantity);
          expect(standing.counted).toBe(Math.min(standing.owner?.quantity ?? 0, standing.partner?.quantity ?? 0));
        }
      }),
    );
  });

  it('accepting ends every dispute, whoever does it', () => {
    fc.assert(
      fc.property(registered, acts, fc.constantFrom<LedgerSide>('owner', 'partner'), (base, wanted, side) => {
        const statements = carryOut(base, wanted);
        const figure = figureToAccept(standingOf(base, statements), side);
        fc.pre(figure !== null);
        const after = standingOf(base, [...statements, say(statements.length + 1, side, figure ?? 0, base)]);
        expect(after).toMatchObject({ kind: 'agreed', counted: figure });
      }),
    );
  });
});

describe('pace and value', () => {
  const third = {
    year: 2026,
    quarter: 3,
    promisedQuantity: 6000,
    deliveredQuantity: 2000,
    standing: 'registered' as const,
  };
  const fourth = { ...third, quarter: 4, deliveredQuantity: 0 };
  const periods = [third, fourth];
  it('says when a promise is far behind, behind, on track or kept', () => {
    expect(paceOf('hall', periods, '2026-10-01')).toBe('farBehind');
    expect(paceOf('hall', [{ ...third, deliveredQuantity: 4500 }], '2026-10-01')).toBe('behind');
    expect(paceOf('hall', [{ ...third, deliveredQuantity: 5000 }], '2026-10-01')).toBe('onTrack');
    expect(paceOf('hall', [{ ...third, deliveredQuantity: 6000 }], '2026-10-01')).toBe('kept');
    expect(paceOf('hall', periods, '2026-06-30')).toBe('notYet');
    expect(paceOf('hall', [{ ...fourth, standing: 'none' }], '2027-01-01')).toBe('notReported');
  });
  it('expects a quarter to be filled as its days pass', () => {
    expect(expectedBy({ year: 2026, quarter: 4, promisedQuantity: 920 }, '2026-10-01')).toBe(0);
    expect(expectedBy({ year: 2026, quarter: 4, promisedQuantity: 920 }, '2026-11-16')).toBe(460);
    expect(expectedBy({ year: 2026, quarter: 4, promisedQuantity: 920 }, '2027-01-01')).toBe(920);
  });
  it('values minutes by the hour and counts by the piece', () => {
    expect(valueOf('hall', 270, 40_000)).toBe(180_000);
    expect(valueOf('introductions', 3, 50_000)).toBe(150_000);
    expect(valueOf('staff', 1, 100)).toBe(2);
  });
  it('is open while the project records and its evaluation is being written', () => {
    expect(isLedgerOpen('running', null)).toBe(true);
    expect(isLedgerOpen('closed', 'returned')).toBe(true);
    expect(isLedgerOpen('closed', 'submitted')).toBe(false);
    expect(isLedgerOpen('evaluated', 'approved')).toBe(false);
    expect(isLedgerOpen('submitted', null)).toBe(false);
  });
});
