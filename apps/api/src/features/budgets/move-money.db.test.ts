import { TRPCError } from '@trpc/server';
import { expect, it } from 'vitest';
import { Problem } from '@forspring/domain/measures/problem';
import { figureNames } from '@forspring/domain/participation/figures';
import { recomputeFigures } from '@forspring/database/participation/recompute-figures';
import { storyPeople } from '@forspring/samples/people';
import { storyId } from '@forspring/samples/story-id';
import { type Caller, newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

const runningId = storyId('project/fredagshallen-2026');
const submittedId = storyId('project/fredagshallen-2027');
const evaluatedId = storyId('project/fredagshallen-2025');

const mailOf = (key: string) => storyPeople.find((one) => one.key === key)?.email ?? '';

/** The problem a call ends with; fails when it does not. */
async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof TRPCError && error.cause instanceof Problem) return error.cause;
  throw new Error(`Expected a problem, got ${String(error)}`);
}

async function expectExactFigures(stage: Stage) {
  const read = () =>
    stage.db
      .selectFrom('projectFigures')
      .where('projectId', '=', runningId)
      .select([...figureNames])
      .executeTakeFirstOrThrow();
  const kept = await read();
  await recomputeFigures(stage.db, [runningId]);
  expect(kept).toEqual(await read());
  const lines = await stage.db
    .selectFrom('budgetLine')
    .where('projectId', '=', runningId)
    .select(['id', 'spentOere'])
    .execute();
  const spent = await stage.db
    .selectFrom('expense')
    .where('projectId', '=', runningId)
    .where('removedAt', 'is', null)
    .groupBy('lineId')
    .select(['lineId', ({ fn }) => fn.sum<number>('amountOere').as('sum')])
    .execute();
  for (const { id, spentOere } of lines)
    expect(spentOere).toBe(Number(spent.find((one) => one.lineId === id)?.sum ?? 0));
}

onBothDatabases('money that is spent and moved', (stage) => {
  const owner = () => stage().as(mailOf('mette'));
  const show = async () => (await owner()).budgets.show({ projectId: runningId });
  const lineNamed = async (title: string) => {
    const line = (await show()).lines.find((one) => one.title.startsWith(title));
    if (!line) throw new Error(`No line ${title}`);
    return line;
  };
  const book = async (
    caller: Caller,
    lineId: string,
    rest: { id?: string; commandId?: string; amountOere?: number; spentOn?: string; voucher?: string | null } = {},
  ) => {
    const { id = newId(), commandId = newId(), amountOere = 12_345, spentOn = '2026-11-12', voucher = 'B-1234' } = rest;
    return caller.budgets.addExpense({ id, commandId, lineId, amountOere, spentOn, voucher, note: null });
  };

  const commands: Record<string, (caller: Caller, commandId?: string) => Promise<unknown>> = {
    addExpense: async (caller, commandId = newId()) => book(caller, (await lineNamed('Udstyr')).id, { commandId }),
    setExpense: async (caller, commandId = newId()) => {
      const expense = (await (await owner()).budgets.listExpenses({ projectId: runningId })).expenses[0];
      if (!expense) throw new Error('The story has expenses');
      const { id, version, lineId, spentOn, amountOere, voucher } = expense;
      return caller.budgets.setExpense({
        commandId,
        expenseId: id,
        baseVersion: version,
        lineId,
        spentOn,
        amountOere: amountOere + 1,
        voucher: voucher || 'B-1',
        note: null,
      });
    },
    removeExpense: async (caller, commandId = newId()) => {
      const expense = (
        await (await owner()).budgets.listExpenses({ projectId: runningId, sort: 'amountOere', isDescending: false })
      ).expenses[0];
      if (!expense) throw new Error('The story has expenses');
      return caller.budgets.removeExpense({ commandId, expenseId: expense.id, baseVersion: expense.version });
    },
    moveMoney: async (caller, commandId = newId()) =>
      caller.budgets.moveMoney({
        commandId,
        id: newId(),
        fromLineId: (await lineNamed('Udstyr')).id,
        toLineId: (await lineNamed('Mad')).id,
        amountOere: 100_000,
        reason: 'Flere spiser med end ventet.',
      }),
    setChangeAnswer: async (caller, commandId = newId()) => {
      const change = (await show()).changes.find((one) => one.status === 'requested');
      return caller.budgets.setChangeAnswer({ commandId, changeId: change?.id ?? newId(), answer: 'refused' });
    },
  };

  for (const [name, run] of Object.entries(commands)) {
    it(`${name} asks to sign in`, async () => {
      expect((await problemOf(run(await stage().as(null)))).code).toBe('signIn');
    });

    it(`${name} refuses who may not`, async () => {
      for (const key of ['birgitte', 'henrik', 'kirsten', 'jonas'])
        expect((await problemOf(run(await stage().as(mailOf(key))))).code).toBe('refused');
      for (const key of ['ole', 'line', 'grete', 'lone', 'karsten', 'bent', 'ane', 'rasmus'])
        expect((await problemOf(run(await stage().as(mailOf(key))))).code).toBe('missing');
    });

    it(`${name} does it once, leaves a trace and keeps line and figures exact`, async () => {
      const caller = await owner();
      const commandId = newId();
      const countTraces = async () =>
        Number(
          (
            await stage()
              .db.selectFrom('auditEntry')
              .where('projectId', '=', runningId)
              .select(({ fn }) => fn.countAll<number>().as('count'))
              .executeTakeFirstOrThrow()
          ).count,
        );
      const before = await countTraces();
      await run(caller, commandId);
      const shown = await show();
      await run(caller, commandId).catch(() => undefined);
      expect(await show()).toEqual(shown);
      expect(await countTraces()).toBe(before + 1);
      await expectExactFigures(stage());
    });
  }

  it('spends nothing before approval and nothing after the evaluation is approved (budgets 6.1)', async () => {
    const caller = await owner();
    for (const projectId of [submittedId, evaluatedId]) {
      const { lines, abilities } = await caller.budgets.show({ projectId });
      expect(abilities.record).toBe(false);
      const [from, to] = lines;
      expect(await problemOf(book(caller, from?.id ?? ''))).toMatchObject({
        code: 'budget.notRecording',
        kind: 'closed',
      });
      const move = caller.budgets.moveMoney({
        commandId: newId(),
        id: newId(),
        fromLineId: from?.id ?? '',
        toLineId: to?.id ?? '',
        amountOere: 100,
        reason: 'Fordi det passer bedre.',
      });
      expect(await problemOf(move)).toMatchObject({ code: 'budget.notMovable', kind: 'closed' });
    }
    const { expenses } = await caller.budgets.listExpenses({ projectId: evaluatedId });
    const expense = expenses[0];
    expect(
      await problemOf(
        caller.budgets.removeExpense({ commandId: newId(), expenseId: expense?.id ?? '', baseVersion: 1 }),
      ),
    ).toMatchObject({ code: 'budget.notRecording' });
  });

  it('books only on approved lines of the project, within its period, with a voucher for cash (budgets 6.2)', async () => {
    const caller = await owner();
    const cash = await lineNamed('Udstyr');
    const hall = await lineNamed('Hal');
    expect((await problemOf(book(caller, newId()))).code).toBe('missing');
    const elsewhere = (await caller.budgets.show({ projectId: submittedId })).lines[0]?.id ?? '';
    const { expenses } = await caller.budgets.listExpenses({ projectId: runningId });
    const { id, version, spentOn, amountOere } = expenses[0] ?? { id: '', version: 1, spentOn: '', amountOere: 1 };
    const away = caller.budgets.setExpense({
      commandId: newId(),
      expenseId: id,
      baseVersion: version,
      lineId: elsewhere,
      spentOn,
      amountOere,
      voucher: 'B-9',
      note: null,
    });
    expect((await problemOf(away)).fields).toMatchObject([{ path: 'lineId', code: 'budget.unknownLine' }]);
    expect((await problemOf(book(caller, cash.id, { spentOn: '2026-11-14' }))).code).toBe('budget.spentInFuture');
    expect((await problemOf(book(caller, cash.id, { spentOn: '2025-12-31' }))).code).toBe('budget.spentBeforeStart');
    expect((await problemOf(book(caller, cash.id, { voucher: null }))).fields[0]?.path).toBe('voucher');
    await book(caller, hall.id, { voucher: null });
    await expect(book(caller, cash.id, { amountOere: 0 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(book(caller, cash.id, { spentOn: '2026-02-30' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expectExactFigures(stage());
  });

  it('moves an expense to another line and answers a stale version with the stored one (budgets 6.3)', async () => {
    const caller = await owner();
    const [from, to] = [await lineNamed('Transport'), await lineNamed('Uforudset')];
    const expenseId = newId();
    await book(caller, from.id, { id: expenseId, amountOere: 4200 });
    const change = {
      expenseId,
      baseVersion: 1,
      lineId: to.id,
      spentOn: '2026-11-11',
      amountOere: 4300,
      voucher: 'B-77',
      note: 'Rettet post',
    };
    await caller.budgets.setExpense({ commandId: newId(), ...change });
    expect((await lineNamed('Transport')).spentOere).toBe(from.spentOere);
    expect((await lineNamed('Uforudset')).spentOere).toBe(to.spentOere + 4300);
    expect(await problemOf(caller.budgets.setExpense({ commandId: newId(), ...change }))).toMatchObject({
      code: 'stale',
      current: { version: 2, voucher: 'B-77' },
    });
    expect(
      (await problemOf(caller.budgets.removeExpense({ commandId: newId(), expenseId, baseVersion: 1 }))).code,
    ).toBe('stale');
    await caller.budgets.removeExpense({ commandId: newId(), expenseId, baseVersion: 2 });
    expect(
      (await problemOf(caller.budgets.removeExpense({ commandId: newId(), expenseId, baseVersion: 3 }))).code,
    ).toBe('missing');
    await expectExactFigures(stage());
  });

  it('lets what is spent be split among funders without losing an øre (budgets 3.2)', async () => {
    const { lines, sources } = await show();
    for (const line of lines) expect(line.shares.reduce((sum, share) => sum + share.spentOere, 0)).toBe(line.spentOere);
    const paid = sources.reduce((sum, source) => sum + source.spentOere, 0);
    expect(paid).toBe(lines.reduce((sum, line) => sum + line.spentOere, 0));
  });

  it('asks the funder over its threshold, moves nothing until it is answered, then moves its money along (budgets 5.2, 5.7)', async () => {
    const caller = await owner();
    const { sources } = await show();
    const fond = sources.find((source) => source.name.startsWith('Fond'));
    const [from, to] = [await lineNamed('Ung-til-ung'), await lineNamed('Mad')];
    // The fund's limits are 10 % of its grant and its own amount; earlier moves count with it.
    const small = await caller.budgets.moveMoney({
      commandId: newId(),
      id: newId(),
      fromLineId: from.id,
      toLineId: to.id,
      amountOere: 50_000,
      reason: 'Der er brug for mere mad.',
    });
    expect(small.status).toBe('made');
    const limitOere = Math.floor((fond?.amountOere ?? 0) * (fond?.ruleCard.askFromShare ?? 0.1));
    const left = await lineNamed('Udstyr');
    const big = {
      id: newId(),
      fromLineId: left.id,
      toLineId: to.id,
      amountOere: limitOere - 10_000,
      reason: 'Flere spiser med end ventet.',
    };
    expect(await caller.budgets.moveMoney({ commandId: newId(), ...big })).toEqual({
      id: big.id,
      verdict: 'ask',
      status: 'requested',
    });
    expect((await lineNamed('Udstyr')).amountOere).toBe(left.amountOere);
    const before = await show();
    await caller.budgets.setChangeAnswer({ commandId: newId(), changeId: big.id, answer: 'made' });
    const after = await show();
    expect((await lineNamed('Udstyr')).amountOere).toBe(left.amountOere - big.amountOere);
    expect(after.totals.map((total) => total.linesOere)).toEqual(before.totals.map((total) => total.linesOere));
    expect(after.sources.map((source) => source.sharedOere)).toEqual(before.sources.map((source) => source.sharedOere));
    expect(after.imbalances).toEqual([]);
    expect(after.changes.find((change) => change.id === big.id)?.verdicts[0]).toMatchObject({
      verdict: 'ask',
      amountOere: big.amountOere,
    });
    expect(
      (await problemOf(caller.budgets.setChangeAnswer({ commandId: newId(), changeId: big.id, answer: 'refused' })))
        .code,
    ).toBe('budget.answered');
    await expectExactFigures(stage());
  });

  it('moves no more than is left, only between lines of one kind (budgets 5.9)', async () => {
    const caller = await owner();
    const [udstyr, hal, mad] = [await lineNamed('Udstyr'), await lineNamed('Hal'), await lineNamed('Løn')];
    const move = (fromLineId: string, toLineId: string, amountOere: number) =>
      problemOf(
        caller.budgets.moveMoney({
          commandId: newId(),
          id: newId(),
          fromLineId,
          toLineId,
          amountOere,
          reason: 'Det passer bedre sådan.',
        }),
      );
    expect(await move(udstyr.id, mad.id, udstyr.restOere + 1)).toMatchObject({
      code: 'budget.notLeft',
      params: { leftOere: udstyr.restOere },
    });
    expect((await move(udstyr.id, hal.id, 100)).code).toBe('budget.kindsDiffer');
    expect((await move(udstyr.id, udstyr.id, 100)).code).toBe('budget.sameLine');
    expect((await move(udstyr.id, newId(), 100)).code).toBe('budget.unknownLine');
    const short = caller.budgets.moveMoney({
      commandId: newId(),
      id: newId(),
      fromLineId: udstyr.id,
      toLineId: mad.id,
      amountOere: 100,
      reason: 'kort',
    });
    await expect(short).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('searches, filters, sorts and pages expenses on the server; months sum to the year (budgets 4.4)', async () => {
    const caller = await owner();
    const all = await caller.budgets.listExpenses({ projectId: runningId });
    expect(all.expenses).toHaveLength(Math.min(all.totalCount, all.pageSize));
    const mad = await lineNamed('Mad');
    const some = await caller.budgets.listExpenses({
      projectId: runningId,
      lineIds: [mad.id],
      sort: 'amountOere',
      isDescending: true,
    });
    expect(some.expenses.every((one) => one.lineId === mad.id)).toBe(true);
    expect(some.expenses.map((one) => one.amountOere)).toEqual(
      some.expenses.map((one) => one.amountOere).toSorted((a, b) => b - a),
    );
    expect(
      (await caller.budgets.listExpenses({ projectId: runningId, search: 'B-04' })).expenses.every((one) =>
        one.voucher.includes('B-04'),
      ),
    ).toBe(true);
    expect((await caller.budgets.listExpenses({ projectId: runningId, search: '%' })).totalCount).toBe(0);
    const months = await caller.budgets.listMonths({ projectId: runningId });
    const sum = (key: 'cash' | 'plan') =>
      months.reduce((total, month) => total + (month[key].kind === 'value' ? month[key].value : 0), 0);
    const cash = (await show()).totals.find((total) => total.kind === 'cash');
    expect([sum('cash'), sum('plan')]).toEqual([cash?.spentOere, cash?.linesOere]);
    expect(months.at(-1)?.cash).toEqual({ kind: 'notMeasured' });
  });
});
