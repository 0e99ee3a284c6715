import { expect, it } from 'vitest';
import { addDays } from '@forspring/domain/measures/day';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf, fresh } from '@forspring/tests/ladder';
import { fact, held } from '@forspring/tests/evenings';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';
import { storyToday } from '@forspring/tests/story-snapshot';

const municipalityId = storyId('municipality/koebenhavn');
/** Evaluated and frozen; its evenings are held for the archive. */
const projectId = storyId('project/fredagshallen-2025');
const as = (stage: Stage, key: Parameters<typeof emailOf>[0]) => stage.as(emailOf(key));

/** Lets the frozen project correct the autumn of its year. */
async function openAutumn(stage: Stage): Promise<void> {
  const henrik = await as(stage, 'henrik');
  const lockId = newId();
  const lock = { municipalityId, id: lockId, kind: 'halfYear' as const, startsOn: '2025-09-01', reason: null };
  await henrik.periods.addLock({ ...fresh(), ...lock });
  const exception = { municipalityId, id: newId(), lockId, projectId, endsOn: addDays(storyToday, 3) };
  await henrik.periods.addException({ ...fresh(), ...exception, reason: 'Et bilag og en aften var talt forkert.' });
}

const corrections = (stage: Stage) =>
  stage.db
    .selectFrom('evaluationCorrection')
    .innerJoin('evaluation', 'evaluation.id', 'evaluationCorrection.evaluationId')
    .where('evaluation.projectId', '=', projectId)
    .select(['evaluationCorrection.id', 'evaluationCorrection.status', 'evaluationCorrection.version'])
    .execute();

const expenseOf = (stage: Stage) =>
  stage.db
    .selectFrom('expense')
    .where('projectId', '=', projectId)
    .where('spentOn', '>=', '2025-08-01')
    .where('removedAt', 'is', null)
    .where('periodId', 'is', null)
    .orderBy('spentOn')
    .orderBy('id')
    .select(['id', 'version', 'lineId', 'spentOn', 'amountOere', 'voucher'])
    .executeTakeFirstOrThrow();

async function correctExpense(stage: Stage, byOere: number) {
  const mette = await as(stage, 'mette');
  const { id, version, lineId, spentOn, amountOere, voucher } = await expenseOf(stage);
  await mette.budgets.setExpense({
    ...fresh(),
    expenseId: id,
    baseVersion: version,
    lineId,
    spentOn,
    amountOere: (Number(amountOere) + byOere) as never,
    voucher: voucher || '1',
    note: null,
  });
}

onBothDatabases('a late change of frozen data', (stage) => {
  it('is refused while nothing opens the period', async () => {
    await expect(correctExpense(stage(), 100)).rejects.toThrow(/budget.notRecording|period.locked/);
    expect(await corrections(stage())).toEqual([]);
  });

  it('drafts exactly one correction, however much is changed, and leaves the frozen text as it was', async () => {
    await openAutumn(stage());
    const mette = await as(stage(), 'mette');
    const before = await mette.evaluation.show({ projectId });
    await correctExpense(stage(), 50_000);
    expect(await corrections(stage())).toMatchObject([{ status: 'draft' }]);

    const evening = await stage()
      .db.selectFrom('session')
      .where('projectId', '=', projectId)
      .where('state', '=', 'held')
      .where('heldOn', '>=', '2025-10-01')
      .orderBy('heldOn')
      .select('id')
      .executeTakeFirstOrThrow();
    const entry = held({ facts: { note: fact('To var talt dobbelt') } });
    await mette.participation.registerSession({ ...fresh(), sessionId: evening.id, entry });

    const reading = await stage()
      .db.selectFrom('measurement')
      .innerJoin('goal', 'goal.id', 'measurement.goalId')
      .innerJoin('indicator', 'indicator.id', 'goal.indicatorId')
      .where('indicator.unit', '=', 'share')
      .where('goal.projectId', '=', projectId)
      .where('measurement.baseCount', 'is not', null)
      .where('measurement.numeratorCount', 'is not', null)
      .select(['measurement.id', 'measurement.version', 'measurement.measuredOn', 'measurement.baseCount'])
      .executeTakeFirstOrThrow();
    await mette.goals.setMeasurement({
      ...fresh(),
      measurementId: reading.id,
      baseVersion: reading.version,
      measuredOn: reading.measuredOn,
      value: null,
      missing: null,
      numeratorCount: 20,
      baseCount: reading.baseCount,
      method: 'survey',
      note: null,
    });
    expect(await corrections(stage())).toMatchObject([{ status: 'draft' }]);

    const after = await mette.evaluation.show({ projectId });
    expect({ ...after, gaps: [] }).toEqual({ ...before, gaps: [] });
    expect(await mette.evaluation.verify({ projectId })).toMatchObject({ isUnchanged: true });
    const { isSame, differences } = await mette.evaluation.verifyFromData({ projectId });
    expect(isSame).toBe(false);
    expect(differences.map((one) => one.part)).toEqual(expect.arrayContaining(['process', 'goals', 'budget']));
  });

  it('is addressed to everybody who received the evaluation, and lies in its writer’s work list', async () => {
    const ane = await as(stage(), 'ane');
    const grants = await ane.funders.listGrants();
    const grant = grants.find((one) => one.projectTitle === 'Fredagshallen' && one.year === 2025);
    await ane.funders.showGrant({ sourceId: grant?.id ?? '' });
    const ole = await as(stage(), 'ole');
    await ole.reports.exportProject({ projectId, form: 'csv', language: 'da' });

    const mette = await as(stage(), 'mette');
    const [draft] = await mette.corrections.show({ projectId });
    expect(draft).toMatchObject({ status: 'draft', abilities: { edit: true } });
    expect(
      draft?.details.some((one) => one.path === 'process.spentCashOere' || one.path === 'process.spentInKindOere'),
    ).toBe(true);
    const names = draft?.receivers.map(({ kind, name }) => `${kind} ${name}`) ?? [];
    expect(names).toContain('body SSP-udvalg Valby');
    expect(names.some((name) => name.startsWith('funder '))).toBe(true);
    expect(names.some((name) => name.startsWith('repeat Fredagshallen'))).toBe(true);
    expect(names).toContain('reader Ole Mikkelsen');
    expect(names).not.toContain('reader Mette Lindholm');
    for (const key of ['mette', 'henrik'] as const)
      expect(await (await as(stage(), key)).corrections.list(), key).toMatchObject([{ task: 'write', projectId }]);
    // Nobody else sees a draft, and the numbers of it are the project's own.
    expect(await (await as(stage(), 'birgitte')).corrections.show({ projectId })).toEqual([]);
    expect(await (await as(stage(), 'birgitte')).corrections.list()).toEqual([]);
    expect((await (await as(stage(), 'henrik')).corrections.show({ projectId }))[0]?.details).toEqual([]);
  });

  it('is completed and sent up its ladder, and told to each receiver until they have read it', async () => {
    const [draft] = await corrections(stage());
    const correction = { correctionId: draft?.id ?? '', baseVersion: draft?.version ?? 0 };
    const text = 'Et bilag på 500 kr. manglede, og en aften var talt forkert.';
    const mette = await as(stage(), 'mette');
    await expect(
      mette.corrections.submit({ ...fresh(), ...correction, text: 'Hallens effekt var større end skrevet.' }),
    ).rejects.toMatchObject({ cause: { fields: [{ code: 'evaluation.correctionClaims' }] } });
    await expect(mette.corrections.submit({ ...fresh(), ...correction, text: 'kort' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(
      mette.corrections.submit({ ...fresh(), correctionId: correction.correctionId, baseVersion: 7, text }),
    ).rejects.toThrow('stale');
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.corrections.submit({ commandId, ...correction, text }),
      refused: { birgitte: 'refused', kirsten: 'refused', jonas: 'refused', ane: 'missing', ole: 'missing' },
      by: 'mette',
      action: 'submitCorrection',
      state: () => corrections(stage()),
    });
    await expect(mette.corrections.submit({ ...fresh(), ...correction, baseVersion: 2, text })).rejects.toThrow(
      'evaluation.correctionDone',
    );

    for (const key of ['birgitte', 'ane', 'ole'] as const) {
      const caller = await as(stage(), key);
      const [task] = await caller.corrections.list();
      expect(task, key).toMatchObject({ task: 'read', text, projectId });
      await caller.corrections.markRead({ ...fresh(), correctionId: task?.id ?? '' });
      await caller.corrections.markRead({ ...fresh(), correctionId: task?.id ?? '' });
      expect(await caller.corrections.list(), key).toEqual([]);
    }
    const jonas = await as(stage(), 'jonas');
    await expect(jonas.corrections.list()).rejects.toThrow('missing');
    const line = await as(stage(), 'line');
    await expect(line.corrections.markRead({ ...fresh(), correctionId: correction.correctionId })).rejects.toThrow(
      'missing',
    );
    const [sent] = await (await as(stage(), 'birgitte')).corrections.show({ projectId });
    expect(sent).toMatchObject({ status: 'sent', text, doneBy: 'Mette Lindholm' });
    expect(sent?.receivers.find((one) => one.kind === 'body')?.seenAt).not.toBeNull();
  });

  it('stands in the report from then on, which is the same bytes again', async () => {
    const mette = await as(stage(), 'mette');
    const ask = { projectId, form: 'html', language: 'da' } as const;
    const first = await mette.reports.exportProject(ask);
    const html = Buffer.from(first.base64, 'base64').toString('utf8');
    expect(html).toContain('Rettelser efter frysningen');
    expect(html).toContain('Et bilag på 500 kr. manglede');
    expect(await mette.reports.exportProject(ask)).toEqual(first);
  });

  it('a change after that drafts a new one, which can be put aside with a reason', async () => {
    await correctExpense(stage(), -50_000);
    const draft = (await corrections(stage())).find((one) => one.status === 'draft');
    const correction = { correctionId: draft?.id ?? '', baseVersion: 1, text: 'Bilaget var rigtigt alligevel.' };
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.corrections.reject({ commandId, ...correction }),
      refused: { birgitte: 'refused', ane: 'missing' },
      by: 'henrik',
      action: 'rejectCorrection',
      state: () => corrections(stage()),
    });
    expect(await (await as(stage(), 'henrik')).corrections.list()).toEqual([]);
  });
});
