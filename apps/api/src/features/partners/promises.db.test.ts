import { beforeAll, describe, expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf, expectFiguresExact, fresh, problemOf, traceOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const projectId = storyId('project/fredagshallen-2026');
const closedId = storyId('project/fredagshallen-2025');
const strangers = {
  birgitte: 'refused',
  henrik: 'refused',
  kirsten: 'refused',
  ane: 'missing',
  rasmus: 'missing',
  ole: 'missing',
} as const;

onBothDatabases('the promise ledger', (stage) => {
  const as = (key: Parameters<typeof emailOf>[0]) => stage().as(emailOf(key));
  const ledger = async () => (await as('mette')).partners.showLedger({ projectId });
  const promiseOf = async (organisation: string, kind: string) => {
    const found = (await ledger()).promises.find(
      (one) => one.organisationName.startsWith(organisation) && one.kind === kind,
    );
    if (!found) throw new Error(`${organisation} has promised no ${kind}`);
    return found;
  };
  const staffIn = async (quarter: number) => {
    const promise = await promiseOf('Fritidscenter', 'staff');
    const period = promise.periods.find((one) => one.quarter === quarter);
    if (!period) throw new Error('no such quarter');
    return { promise, period };
  };
  /** What the ledger says is delivered in-kind is what the lines, the expenses and the figures say. */
  const expectOneTruth = async () => {
    const db = stage().db;
    const { promises } = await ledger();
    const hall = promises.find((one) => one.value !== null);
    const delivered = promises.flatMap((one) => one.periods).reduce((sum, one) => sum + (one.deliveredOere ?? 0), 0);
    const booked = await db
      .selectFrom('expense')
      .where('projectId', '=', projectId)
      .where('periodId', 'is not', null)
      .where('removedAt', 'is', null)
      .select((one) => one.fn.sum<number>('amountOere').as('sum'))
      .executeTakeFirstOrThrow();
    expect(Number(booked.sum ?? 0)).toBe(delivered);
    const lines = await db
      .selectFrom('budgetLine')
      .leftJoin('expense', (join) =>
        join.onRef('expense.lineId', '=', 'budgetLine.id').on('expense.removedAt', 'is', null),
      )
      .where('budgetLine.projectId', '=', projectId)
      .groupBy(['budgetLine.id', 'budgetLine.spentOere'])
      .select(['budgetLine.spentOere', (one) => one.fn.sum<number>('expense.amountOere').as('sum')])
      .execute();
    for (const line of lines) expect(Number(line.sum ?? 0)).toBe(line.spentOere);
    await expectFiguresExact(stage(), projectId);
    return { hall, delivered };
  };

  describe('correcting a delivery', () => {
    let periodId = '';
    beforeAll(async () => {
      periodId = (await staffIn(2)).period.id;
    });

    it('climbs the ladder, for the partner', async () => {
      await climb({
        stage: stage(),
        call: (caller, commandId) =>
          caller.partners.correctDelivery({
            periodId,
            baseVersion: 1,
            quantity: 120 * 60,
            reason: 'Vi talte oprydningen med.',
            commandId,
          }),
        refused: strangers,
        by: 'jonas',
        action: 'correctDelivery',
        state: async () =>
          stage().db.selectFrom('promiseStatement').where('periodId', '=', periodId).selectAll().execute(),
      });
      const { period } = await staffIn(2);
      expect(period).toMatchObject({
        standing: 'disputed',
        waitsFor: 'owner',
        versions: {
          partner: { quantity: 7200, reason: 'Vi talte oprydningen med.', by: 'Jonas Brandt', isRegistered: false },
          owner: { quantity: period.registeredQuantity, isRegistered: true },
        },
      });
      expect(period.deliveredQuantity).toBe(Math.min(7200, period.registeredQuantity ?? 0));
    });

    it('a stale answer is shown both figures, and changes nothing', async () => {
      const call = (await as('mette')).partners.acceptDelivery({ periodId, baseVersion: 1, ...fresh() });
      await expect(call).rejects.toMatchObject({ cause: { code: 'stale', current: { partner: 7200 } } });
      expect((await staffIn(2)).period.standing).toBe('disputed');
    });

    it('climbs the ladder when the owner agrees, and both versions stay in the history', async () => {
      const { period: before } = await staffIn(2);
      await climb({
        stage: stage(),
        call: (caller, commandId) =>
          caller.partners.acceptDelivery({ periodId, baseVersion: before.version, commandId }),
        refused: strangers,
        by: 'mette',
        action: 'acceptDelivery',
        state: async () =>
          stage().db.selectFrom('promiseStatement').where('periodId', '=', periodId).selectAll().execute(),
      });
      const { period, promise } = await staffIn(2);
      expect(period).toMatchObject({ standing: 'agreed', deliveredQuantity: 7200 });
      expect(period.statements.map((one) => [one.side, one.kind, one.quantity])).toEqual([
        ['partner', 'say', 7200],
        ['owner', 'accept', 7200],
      ]);
      expect(await traceOf(stage(), promise.id)).toEqual(expect.arrayContaining(['acceptDelivery', 'correctDelivery']));
      expect(
        await problemOf(
          (await as('mette')).partners.acceptDelivery({ periodId, baseVersion: period.version, ...fresh() }),
        ),
      ).toBe('partner.nothingToAccept');
    });

    it('settles on a third figure when both say it', async () => {
      const { period } = await staffIn(4);
      const say = async (key: 'mette' | 'jonas', quantity: number) => {
        const { period: now } = await staffIn(4);
        await (
          await as(key)
        ).partners.correctDelivery({
          periodId: period.id,
          baseVersion: now.version,
          quantity,
          reason: 'Talt sammen igen.',
          ...fresh(),
        });
      };
      await say('jonas', 3000);
      await say('mette', 1800);
      expect((await staffIn(4)).period).toMatchObject({ standing: 'disputed', waitsFor: 'partner' });
      await say('jonas', 2400);
      await say('mette', 2400);
      expect((await staffIn(4)).period).toMatchObject({ standing: 'agreed', deliveredQuantity: 2400 });
      expect((await staffIn(4)).period.statements).toHaveLength(4);
    });

    it('refuses bad input and personal numbers clearly', async () => {
      const jonas = await as('jonas');
      const base = { periodId, baseVersion: 3, quantity: 60, reason: 'Talt sammen.' };
      for (const wrong of [{ quantity: -1 }, { quantity: 1.5 }, { reason: '' }, { periodId: 'x' }, { baseVersion: 0 }])
        expect(
          await problemOf(jonas.partners.correctDelivery({ ...base, ...wrong, ...fresh() } as never)),
          JSON.stringify(wrong),
        ).toMatch(/invalid|missing/);
      expect(await problemOf(jonas.partners.correctDelivery({ ...base, reason: 'se 010107-1234', ...fresh() }))).toBe(
        'text.personalNumber',
      );
    });

    it('is closed once the project is evaluated', async () => {
      const { promises } = await (await as('mette')).partners.showLedger({ projectId: closedId });
      // The first half of that year is locked besides; its end is closed by the evaluation alone.
      const period = promises[0]?.periods.at(-1);
      expect(period?.mayState).toBe(false);
      const call = (await as('mette')).partners.correctDelivery({
        periodId: period?.id ?? '',
        baseVersion: period?.version ?? 1,
        quantity: 60,
        reason: 'For sent.',
        ...fresh(),
      });
      expect(await problemOf(call)).toBe('partner.ledgerClosed');
    });
  });

  describe('what is promised', () => {
    const periods = [1, 2, 3, 4].map((quarter) => ({ year: 2026, quarter, quantity: quarter * 60 }));

    it('is added, changed with a reason that both sides see, and never lost', async () => {
      const partnerId = (await promiseOf('Klatreklubben', 'staff')).partnerId;
      const id = newId();
      const add = { partnerId, id, kind: 'volunteers' as const, unit: null, periods, value: null };
      await climb({
        stage: stage(),
        call: (caller, commandId) => caller.partners.addPromise({ ...add, commandId }),
        refused: { jonas: 'refused', ...strangers },
        by: 'mette',
        action: 'addPromise',
        state: async () => (await ledger()).promises.length,
      });
      const mette = await as('mette');
      expect(await problemOf(mette.partners.addPromise({ ...add, id: newId(), ...fresh() }))).toBe('invalid');
      const changed = periods.map((one) => (one.quarter === 4 ? { ...one, quantity: 0 } : one));
      const set = { promiseId: id, periods: changed, value: null };
      expect(await problemOf(mette.partners.setPromise({ ...set, baseVersion: 1, reason: null, ...fresh() }))).toBe(
        'invalid',
      );
      await climb({
        stage: stage(),
        call: (caller, commandId) =>
          caller.partners.setPromise({ ...set, baseVersion: 1, reason: 'Foreningen mangler folk.', commandId }),
        refused: { jonas: 'refused', ...strangers },
        by: 'mette',
        action: 'setPromise',
        state: async () => (await ledger()).promises.find((one) => one.id === id),
      });
      const promise = (await ledger()).promises.find((one) => one.id === id);
      expect(promise?.periods[3]).toMatchObject({
        promisedQuantity: 0,
        statements: [{ kind: 'promise', quantity: 0, registeredQuantity: 240, reason: 'Foreningen mangler folk.' }],
      });
      await expect(
        mette.partners.setPromise({ ...set, baseVersion: 1, reason: 'Igen og igen', ...fresh() }),
      ).rejects.toMatchObject({ cause: { code: 'stale' } });
      expect(await problemOf(mette.partners.removePromise({ promiseId: id, baseVersion: 2, ...fresh() }))).toBe(
        'partner.promiseHasStatements',
      );
    });

    it('is removed while nobody has said anything of it', async () => {
      const partnerId = (await promiseOf('Klatreklubben', 'staff')).partnerId;
      const id = newId();
      await (
        await as('mette')
      ).partners.addPromise({ partnerId, id, kind: 'other', unit: 'reb', periods, value: null, ...fresh() });
      await climb({
        stage: stage(),
        call: (caller, commandId) => caller.partners.removePromise({ promiseId: id, baseVersion: 1, commandId }),
        refused: { jonas: 'refused', ...strangers },
        by: 'mette',
        action: 'removePromise',
        state: async () => (await ledger()).promises.length,
      });
    });

    it('may be worth something on an in-kind line only', async () => {
      const mette = await as('mette');
      const { lines } = await mette.budgets.show({ projectId });
      const cash = lines.find((line) => line.kind === 'cash');
      const staff = await promiseOf('Fritidscenter', 'staff');
      const call = mette.partners.setPromise({
        promiseId: staff.id,
        baseVersion: staff.version,
        periods: staff.periods.map(({ year, quarter, promisedQuantity }) => ({
          year,
          quarter,
          quantity: promisedQuantity,
        })),
        value: { lineId: cash?.id ?? '', unitValueOere: 10_000 },
        reason: null,
        ...fresh(),
      });
      expect(await problemOf(call)).toBe('invalid');
    });
  });

  describe('in-kind value', () => {
    it('is the same in the ledger, the expenses, the lines and the figures, whatever happens to either', async () => {
      const first = await expectOneTruth();
      expect(first.delivered).toBeGreaterThan(0);
      const hall = await promiseOf('Hafnia', 'hall');
      const third = hall.periods.find((one) => one.quarter === 3);
      await (
        await as('mette')
      ).partners.correctDelivery({
        periodId: third?.id ?? '',
        baseVersion: third?.version ?? 1,
        quantity: 60,
        reason: 'Hallen var lukket.',
        ...fresh(),
      });
      const second = await expectOneTruth();
      expect(second.delivered).toBeLessThan(first.delivered);
      const values = hall.periods.map(({ year, quarter, promisedQuantity }) => ({
        year,
        quarter,
        quantity: promisedQuantity,
      }));
      const again = await promiseOf('Hafnia', 'hall');
      await (
        await as('mette')
      ).partners.setPromise({
        promiseId: hall.id,
        baseVersion: again.version,
        periods: values,
        value: null,
        reason: null,
        ...fresh(),
      });
      expect((await expectOneTruth()).delivered).toBe(0);
    });

    it('refuses to change what the ledger keeps', async () => {
      const db = stage().db;
      const other = storyId('promise/fredagshallen-2026/hafnia-hallen/hall');
      const { version } = await db
        .selectFrom('partnerPromise')
        .where('id', '=', other)
        .select('version')
        .executeTakeFirstOrThrow();
      const mette = await as('mette');
      const hall = await promiseOf('Hafnia', 'hall');
      const { lines } = await ledger();
      await mette.partners.setPromise({
        promiseId: other,
        baseVersion: version,
        periods: hall.periods.map(({ year, quarter, promisedQuantity }) => ({
          year,
          quarter,
          quantity: promisedQuantity,
        })),
        value: { lineId: lines[0]?.id ?? '', unitValueOere: 38_800 },
        reason: null,
        ...fresh(),
      });
      await expectOneTruth();
      const kept = await db
        .selectFrom('expense')
        .where('projectId', '=', projectId)
        .where('periodId', 'is not', null)
        .where('removedAt', 'is', null)
        .selectAll()
        .executeTakeFirstOrThrow();
      expect(
        await problemOf(
          mette.budgets.removeExpense({ expenseId: kept.id, baseVersion: kept.version ?? 1, ...fresh() }),
        ),
      ).toBe('budget.keptByLedger');
    });

    it('follows a registration in the same transaction', async () => {
      const before = await expectOneTruth();
      const missing = await stage()
        .db.selectFrom('session')
        .where('projectId', '=', projectId)
        .where('state', '=', 'planned')
        .where('heldOn', '<', '2026-11-13')
        .select(['id', 'startMinute', 'endMinute'])
        .executeTakeFirstOrThrow();
      await (
        await as('jonas')
      ).participation.registerSession({
        sessionId: missing.id,
        entry: {
          deviceId: newId(),
          revision: 1,
          counts: [{ ageBand: '13-15', gender: 'boy', fromMinute: 0, personCount: 9 }],
          firstTimeCount: 1,
          codes: [],
          facts: { outcome: { revision: 1, seen: {}, value: { state: 'held' } } },
        },
        ...fresh(),
      } as never);
      const after = await expectOneTruth();
      const hours = (missing.endMinute - missing.startMinute) / 60;
      expect(after.delivered - before.delivered).toBe(hours * 38_800);
    });
  });

  it('shows a partner its own promises only, and the committee what to look at', async () => {
    const own = await (await as('jonas')).partners.listOwnLedger();
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map((one) => one.organisationName))).toEqual(new Set(['Fritidscenter Indre Valby']));
    expect(await problemOf((await as('jonas')).partners.showLedger({ projectId }))).toBe('refused');
    const concerns = await (await as('birgitte')).partners.listConcerns();
    expect(concerns).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ organisationName: 'Fritidscenter Indre Valby', kind: 'staff', why: 'disputed' }),
        expect.objectContaining({ organisationName: expect.stringContaining('Klatreklubben'), why: 'farBehind' }),
      ]),
    );
    expect(await (await as('rasmus')).partners.listConcerns()).not.toEqual(
      expect.arrayContaining([expect.objectContaining({ projectId })]),
    );
  });
});
