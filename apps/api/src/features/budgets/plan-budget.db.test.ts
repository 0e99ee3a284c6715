import { TRPCError } from '@trpc/server';
import { expect, it } from 'vitest';
import { figureNames } from '@forspring/domain/participation/figures';
import { Problem } from '@forspring/domain/measures/problem';
import { recomputeFigures } from '@forspring/database/participation/recompute-figures';
import { storyPeople } from '@forspring/samples/people';
import { storyId } from '@forspring/samples/story-id';
import { type Caller, newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

/** Folehaven's pocket-money jobs for 2027: returned by the committee, so its budget is open. */
const openId = storyId('project/lommepengejob-2027');
/** Fredagshallen 2027: lies with the committee. */
const submittedId = storyId('project/fredagshallen-2027');
/** A proposal without a budget. */
const emptyId = storyId('project/pigeklatring-2027');

const mailOf = (key: string) => storyPeople.find((one) => one.key === key)!.email;
const lineInput = {
  title: 'Cykelhjelme',
  quantityHundredths: 1250,
  unit: 'stk.',
  unitPriceOere: 19_950,
  kind: 'cash' as const,
  isEligible: true,
  note: null,
  sourceId: null,
};

/** The problem a call ends with; fails when it does not. */
async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof TRPCError && error.cause instanceof Problem) return error.cause;
  throw new Error(`Expected a problem, got ${String(error)}`);
}

async function keptAndRecomputed(stage: Stage, projectId: string) {
  const read = () =>
    stage.db
      .selectFrom('projectFigures')
      .where('projectId', '=', projectId)
      .select([...figureNames])
      .executeTakeFirstOrThrow();
  const kept = await read();
  await recomputeFigures(stage.db, [projectId]);
  return { kept, recomputed: await read() };
}

async function tracesOf(stage: Stage, action: string, subjectId: string) {
  return stage.db
    .selectFrom('auditEntry')
    .where('action', '=', action)
    .where('subjectId', '=', subjectId)
    .selectAll()
    .execute();
}

onBothDatabases('planning a budget', (stage) => {
  const owner = () => stage().as(mailOf('mette'));
  const firstLine = async (caller: Caller) => (await caller.budgets.show({ projectId: openId })).lines[0]!;

  /** Every command that changes a plan's budget, on the open plan, with what it needs to work. */
  const commands: Record<string, (caller: Caller, commandId?: string) => Promise<unknown>> = {
    addLine: (caller, commandId = newId()) =>
      caller.budgets.addLine({ commandId, projectId: openId, id: newId(), ...lineInput }),
    setLine: async (caller, commandId = newId()) => {
      const { id, version, title, quantityHundredths, unit, unitPriceOere, kind, isEligible } = await firstLine(
        await owner(),
      );
      return caller.budgets.setLine({
        commandId,
        lineId: id,
        baseVersion: version,
        title,
        quantityHundredths,
        unit,
        unitPriceOere: unitPriceOere + 100,
        kind,
        isEligible,
        note: 'Ny pris',
      });
    },
    moveLine: async (caller, commandId = newId()) =>
      caller.budgets.moveLine({ commandId, lineId: (await firstLine(await owner())).id, beforeId: null }),
    removeLine: async (caller, commandId = newId()) => {
      const { id, version } = (await (await owner()).budgets.show({ projectId: openId })).lines.at(-1)!;
      return caller.budgets.removeLine({ commandId, lineId: id, baseVersion: version });
    },
    addSource: (caller, commandId = newId()) =>
      caller.budgets.addSource({
        commandId,
        projectId: openId,
        id: newId(),
        organisationId: null,
        name: 'Rotary',
        kind: 'cash',
        amountOere: 2_500_000,
        isPlanFrame: false,
        reportsOn: '2028-03-01',
      }),
    setSource: async (caller, commandId = newId()) => {
      const { id, version, organisationId, name, kind, amountOere, isPlanFrame, reportsOn } = (
        await (await owner()).budgets.show({ projectId: openId })
      ).sources[0]!;
      return caller.budgets.setSource({
        commandId,
        sourceId: id,
        baseVersion: version,
        organisationId,
        name,
        kind,
        amountOere: amountOere + 100,
        isPlanFrame,
        reportsOn,
      });
    },
    setShares: async (caller, commandId = newId()) => {
      const budget = await (await owner()).budgets.show({ projectId: openId });
      const line = budget.lines.find((one) => one.kind === 'cash')!;
      const source = budget.sources.find((one) => one.kind === 'cash')!;
      return caller.budgets.setShares({
        commandId,
        lineId: line.id,
        baseVersion: line.version,
        shares: [{ sourceId: source.id, amountOere: 100 }],
      });
    },
    removeSource: async (caller, commandId = newId()) => {
      const { id, version } = (await (await owner()).budgets.show({ projectId: openId })).sources.at(-1)!;
      return caller.budgets.removeSource({ commandId, sourceId: id, baseVersion: version });
    },
  };

  for (const [name, run] of Object.entries(commands)) {
    it(`${name} asks to sign in`, async () => {
      expect((await problemOf(run(await stage().as(null)))).code).toBe('signIn');
    });

    it(`${name} refuses who may not: those who may only look are refused, others do not know it exists`, async () => {
      for (const key of ['birgitte', 'henrik', 'kirsten'] as const)
        expect((await problemOf(run(await stage().as(mailOf(key))))).code).toBe('refused');
      for (const key of ['ole', 'line', 'grete', 'lone', 'ane', 'bent', 'rasmus'] as const)
        expect((await problemOf(run(await stage().as(mailOf(key))))).code).toBe('missing');
    });

    it(`${name} does it once, however often it is sent, leaves a trace and keeps the figures exact`, async () => {
      const caller = await owner();
      const commandId = newId();
      const before = await stage()
        .db.selectFrom('auditEntry')
        .where('projectId', '=', openId)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      const first = (await run(caller, commandId)) as { id: string };
      const traces = await tracesOf(stage(), name, first.id);
      expect(traces).toHaveLength(1);
      const shown = await caller.budgets.show({ projectId: openId });
      await run(caller, commandId).catch(() => undefined);
      expect(await caller.budgets.show({ projectId: openId })).toEqual(shown);
      const after = await stage()
        .db.selectFrom('auditEntry')
        .where('projectId', '=', openId)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      expect(Number(after.count)).toBe(Number(before.count) + 1);
      const { kept, recomputed } = await keptAndRecomputed(stage(), openId);
      expect(kept).toEqual(recomputed);
    });
  }

  it('is closed while the committee has it', async () => {
    const caller = await owner();
    const budget = await caller.budgets.show({ projectId: submittedId });
    const line = budget.lines[0]!;
    const source = budget.sources[0]!;
    const { title, quantityHundredths, unit, unitPriceOere, kind, isEligible } = line;
    const { organisationId, name, amountOere, isPlanFrame, reportsOn } = source;
    const calls = [
      () => caller.budgets.addLine({ commandId: newId(), projectId: submittedId, id: newId(), ...lineInput }),
      () =>
        caller.budgets.setLine({
          commandId: newId(),
          lineId: line.id,
          baseVersion: 1,
          title,
          quantityHundredths,
          unit,
          unitPriceOere,
          kind,
          isEligible,
          note: null,
        }),
      () => caller.budgets.moveLine({ commandId: newId(), lineId: line.id, beforeId: null }),
      () => caller.budgets.removeLine({ commandId: newId(), lineId: line.id, baseVersion: 1 }),
      () =>
        caller.budgets.addSource({
          commandId: newId(),
          projectId: submittedId,
          id: newId(),
          organisationId,
          name,
          kind: source.kind,
          amountOere,
          isPlanFrame,
          reportsOn,
        }),
      () =>
        caller.budgets.setSource({
          commandId: newId(),
          sourceId: source.id,
          baseVersion: 1,
          organisationId,
          name,
          kind: source.kind,
          amountOere,
          isPlanFrame,
          reportsOn,
        }),
      () => caller.budgets.removeSource({ commandId: newId(), sourceId: source.id, baseVersion: 1 }),
      () => caller.budgets.setShares({ commandId: newId(), lineId: line.id, baseVersion: 1, shares: [] }),
    ];
    for (const call of calls) {
      const problem = await problemOf(call());
      expect([problem.code, problem.kind]).toEqual(['budget.notOpen', 'closed']);
    }
  });

  it('shows Fredagshallen 2027 as 345.800 kr., 73.800 of it in-kind, in balance (budgets 2.1)', async () => {
    const budget = await (await owner()).budgets.show({ projectId: submittedId });
    expect(budget.totals.map(({ kind, linesOere, fundingOere }) => [kind, linesOere, fundingOere])).toEqual([
      ['cash', 27_200_000, 27_200_000],
      ['inKind', 7_380_000, 7_380_000],
    ]);
    expect(budget.imbalances).toEqual([]);
    expect(budget.abilities).toEqual({ edit: false, record: false, move: false });
  });

  it('is built from nothing and says at each step what does not balance (budgets 2.2)', async () => {
    const caller = await owner();
    const [lineId, inKindId, sourceId, gymId] = [newId(), newId(), newId(), newId()];
    const codes = async () =>
      (await caller.budgets.show({ projectId: emptyId })).imbalances.map(({ code, byOere }) => [code, byOere]);
    await caller.budgets.addLine({
      commandId: newId(),
      projectId: emptyId,
      id: lineId,
      ...lineInput,
      title: 'Instruktør',
      quantityHundredths: 4100,
      unit: 'timer',
      unitPriceOere: 35_050,
    });
    expect(await codes()).toEqual([
      ['fundingMissing', 1_437_050],
      ['lineOpen', 1_437_050],
    ]);
    await caller.budgets.addSource({
      commandId: newId(),
      projectId: emptyId,
      id: sourceId,
      organisationId: null,
      name: 'Klubpuljen',
      kind: 'cash',
      amountOere: 1_400_000,
      isPlanFrame: false,
      reportsOn: null,
    });
    await caller.budgets.setShares({
      commandId: newId(),
      lineId,
      baseVersion: 1,
      shares: [{ sourceId, amountOere: 1_437_050 }],
    });
    expect(await codes()).toEqual([
      ['fundingMissing', 37_050],
      ['sourceOverdrawn', 37_050],
    ]);
    await caller.budgets.setSource({
      commandId: newId(),
      sourceId,
      baseVersion: 1,
      organisationId: null,
      name: 'Klubpuljen',
      kind: 'cash',
      amountOere: 1_437_050,
      isPlanFrame: false,
      reportsOn: null,
    });
    expect(await codes()).toEqual([]);
    await caller.budgets.addSource({
      commandId: newId(),
      projectId: emptyId,
      id: gymId,
      organisationId: null,
      name: 'Hallen',
      kind: 'inKind',
      amountOere: 100_000,
      isPlanFrame: false,
      reportsOn: null,
    });
    await caller.budgets.addLine({
      commandId: newId(),
      projectId: emptyId,
      id: inKindId,
      ...lineInput,
      title: 'Klatrevæg',
      kind: 'inKind',
      quantityHundredths: 100,
      unitPriceOere: 100_000,
      sourceId: gymId,
    });
    expect(await codes()).toEqual([]);
    // A new price takes its funding with it, and the source then lacks the difference.
    await caller.budgets.setLine({
      commandId: newId(),
      lineId,
      baseVersion: 2,
      title: 'Instruktør',
      quantityHundredths: 4100,
      unit: 'timer',
      unitPriceOere: 36_050,
      kind: 'cash',
      isEligible: true,
      note: null,
    });
    expect(await codes()).toEqual([
      ['fundingMissing', 41_000],
      ['sourceOverdrawn', 41_000],
    ]);
    await caller.budgets.moveLine({ commandId: newId(), lineId: inKindId, beforeId: lineId });
    expect((await caller.budgets.show({ projectId: emptyId })).lines.map((line) => line.title)).toEqual([
      'Klatrevæg',
      'Instruktør',
    ]);
  });
});
