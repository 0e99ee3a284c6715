import { TRPCError } from '@trpc/server';
import { expect, it } from 'vitest';
import { Problem } from '@forspring/domain/measures/problem';
import { storyId } from '@forspring/samples/story-id';
import { emailOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

/** Folehaven's pocket-money jobs for 2027: returned by the committee, so its budget is open. */
const openId = storyId('project/lommepengejob-2027');
/** Fredagshallen 2027: lies with the committee. */
const submittedId = storyId('project/fredagshallen-2027');

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

onBothDatabases('a budget written badly or too late', (stage) => {
  const owner = () => stage().as(emailOf('mette'));

  it('answers a stale version with the stored one', async () => {
    const caller = await owner();
    const { lines, sources } = await caller.budgets.show({ projectId: openId });
    const { id, version, title, quantityHundredths, unit, unitPriceOere, kind, isEligible } = lines[1]!;
    const change = {
      lineId: id,
      baseVersion: version,
      title,
      quantityHundredths,
      unit,
      unitPriceOere,
      kind,
      isEligible,
      note: null,
    };
    await caller.budgets.setLine({ commandId: newId(), ...change, title: 'Først' });
    const stale = await problemOf(caller.budgets.setLine({ commandId: newId(), ...change, title: 'Sidst' }));
    expect([stale.code, stale.kind, stale.current]).toEqual([
      'stale',
      'conflict',
      expect.objectContaining({ title: 'Først', version: version + 1 }),
    ]);
    expect(
      (await problemOf(caller.budgets.setShares({ commandId: newId(), lineId: id, baseVersion: version, shares: [] })))
        .code,
    ).toBe('stale');
    expect(
      (await problemOf(caller.budgets.removeLine({ commandId: newId(), lineId: id, baseVersion: version }))).code,
    ).toBe('stale');
    const source = sources[0]!;
    expect(
      (
        await problemOf(
          caller.budgets.removeSource({ commandId: newId(), sourceId: source.id, baseVersion: source.version + 7 }),
        )
      ).code,
    ).toBe('stale');
  });

  it('says what is wrong with bad input, at the field', async () => {
    const caller = await owner();
    const { lines, sources } = await caller.budgets.show({ projectId: openId });
    const cash = lines.find((line) => line.kind === 'cash')!;
    const shares = (list: { sourceId: string; amountOere: number }[], line = cash) =>
      caller.budgets.setShares({ commandId: newId(), lineId: line.id, baseVersion: line.version, shares: list });
    const elsewhere = (await caller.budgets.show({ projectId: submittedId })).sources;
    const source = sources.find((one) => one.kind === 'cash')!;
    const found = [
      await problemOf(
        caller.budgets.addLine({
          commandId: newId(),
          projectId: openId,
          id: newId(),
          ...lineInput,
          quantityHundredths: 1_000_000_000,
          unitPriceOere: 999_999_999_999,
        }),
      ),
      await problemOf(
        caller.budgets.addLine({
          commandId: newId(),
          projectId: openId,
          id: newId(),
          ...lineInput,
          sourceId: elsewhere[0]!.id,
        }),
      ),
      await problemOf(
        caller.budgets.addLine({
          commandId: newId(),
          projectId: openId,
          id: newId(),
          ...lineInput,
          kind: 'inKind',
          sourceId: source.id,
        }),
      ),
      await problemOf(shares([{ sourceId: elsewhere[0]!.id, amountOere: 1 }])),
      await problemOf(
        shares([
          { sourceId: source.id, amountOere: 1 },
          { sourceId: source.id, amountOere: 2 },
        ]),
      ),
      await problemOf(
        caller.budgets.addSource({
          commandId: newId(),
          projectId: openId,
          id: newId(),
          organisationId: storyId('organisation/markfraes'),
          name: 'X',
          kind: 'cash',
          amountOere: 1,
          isPlanFrame: false,
          reportsOn: null,
        }),
      ),
      await problemOf(caller.budgets.addLine({ commandId: newId(), projectId: openId, id: cash.id, ...lineInput })),
      await problemOf(caller.budgets.moveLine({ commandId: newId(), lineId: cash.id, beforeId: newId() })),
    ];
    expect(found.map(({ code, fields }) => [code, fields[0]?.path])).toEqual([
      ['budget.tooLarge', 'unitPriceOere'],
      ['budget.unknownSource', 'sourceId'],
      ['budget.kindsDiffer', 'sourceId'],
      ['budget.unknownSource', 'shares.0.sourceId'],
      ['budget.sameSourceTwice', 'shares.1.sourceId'],
      ['budget.unknownFunder', 'organisationId'],
      ['budget.exists', undefined],
      ['budget.unknownLine', 'beforeId'],
    ]);
    const schema = await caller.budgets
      .addLine({
        commandId: newId(),
        projectId: openId,
        id: newId(),
        ...lineInput,
        title: ' ',
        quantityHundredths: 0.5,
      })
      .catch((error: TRPCError) => error);
    expect((schema as TRPCError).code).toBe('BAD_REQUEST');
    const cpr = await problemOf(
      caller.budgets.addLine({
        commandId: newId(),
        projectId: openId,
        id: newId(),
        ...lineInput,
        note: 'Kontakt 010190-1234',
      }),
    );
    expect(cpr.code).toMatch(/^text\./);
  });
});
