import { expect, it } from 'vitest';
import { recomputeFigures } from '@forspring/database/participation/recompute-figures';
import { reader } from '@forspring/database/reader';
import { storyPeople } from '@forspring/samples/people';
import { storyId } from '@forspring/samples/story-id';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

const email = (key: string) => storyPeople.find((one) => one.key === key)?.email ?? key;
const hall = storyId('project/fredagshallen-2026');
const safe = storyId('goal/fredagshallen-2026/tryghed');
const evenings = storyId('goal/fredagshallen-2026/aftener');
const individual = storyId('project/fodfaeste-2026');
const safeIndicator = storyId('indicator/safe-friday');

const goal = (more: object = {}) => ({
  id: newId(),
  indicatorId: safeIndicator,
  tier: 'specific' as const,
  title: 'Andel trygge fredag aften',
  baselineValue: 0.61,
  baselineMissing: null,
  baselineOn: '2026-11-01',
  targetValue: 0.75,
  deadlineOn: '2027-12-31',
  responsible: 'Tovholder',
  assumption: 'De kender de voksne.',
  ...more,
});
const reading = (more: object = {}) => ({
  goalId: safe,
  id: newId(),
  measuredOn: '2026-11-12',
  value: null,
  missing: null,
  numeratorCount: 30,
  baseCount: 38,
  method: 'survey' as const,
  note: null,
  ...more,
});
const command = () => ({ commandId: newId() });

/** A plan of Mette's that is still open: the story's own if it has one, else a submitted one taken back behind the scene. */
async function openPlan(stage: Stage): Promise<string> {
  const projectId = storyId('project/fredagshallen-2027');
  await stage.db.updateTable('project').set({ status: 'draft' }).where('id', '=', projectId).execute();
  return projectId;
}

async function expectFiguresExact(stage: Stage, projectId: string): Promise<void> {
  const db = reader(stage.database.fork());
  const kept = await db.selectFrom('projectFigures').where('projectId', '=', projectId).selectAll().executeTakeFirst();
  await recomputeFigures(db, [projectId]);
  expect(kept).toEqual(await db.selectFrom('projectFigures').where('projectId', '=', projectId).selectAll().executeTakeFirst());
}

/** The ladder every command climbs before it does anything: who may not is refused, or told that nothing is there. */
function ladder(stage: () => Stage, send: (caller: Awaited<ReturnType<Stage['as']>>) => Promise<unknown>): void {
  it('asks to sign in', async () => {
    await expect(send(await stage().as(null))).rejects.toThrow('signIn');
  });
  it.each([
    ['a member of the body', 'birgitte', 'refused'],
    ['a coordinator', 'henrik', 'refused'],
    ['a data protection officer', 'kirsten', 'refused'],
    ['a partner of the project', 'jonas', 'refused'],
    ['a funder', 'ane', 'missing'],
    ['an owner elsewhere in the municipality', 'rasmus', 'missing'],
    ['an owner of another municipality', 'line', 'missing'],
    ['a coordinator of another municipality', 'ole', 'missing'],
  ])('refuses %s', async (_, key, code) => {
    await expect(send(await stage().as(email(key)))).rejects.toThrow(code);
  });
}

onBothDatabases('show goals', (stage) => {
  it('shows the owner everything, with what may be said of it', async () => {
    const { goals, isGated, abilities } = await (await stage().as(email('mette'))).goals.list({ projectId: hall });
    const shown = goals.find((one) => one.id === safe);
    expect(isGated).toBe(false);
    expect(abilities).toEqual({ edit: false, editLocked: true, measure: true });
    expect(shown?.measurements.at(-1)).toMatchObject({ numeratorCount: 24, baseCount: 34 });
    expect(shown?.level).toBe(2);
    expect(shown?.sentenceDa).toContain('Forskellen er inden for usikkerheden.');
    expect(shown?.isMet).toBe(false);
  });

  it('withholds from the body what rests on fewer than five, in the number and in the sentence', async () => {
    const projectId = storyId('project/de-unges-hus-2026');
    const id = storyId('goal/de-unges-hus-2026/regler');
    const own = (await (await stage().as(email('mette'))).goals.list({ projectId })).goals.find((one) => one.id === id);
    const gated = (await (await stage().as(email('birgitte'))).goals.list({ projectId })).goals.find((one) => one.id === id);
    expect(own?.measurements.at(-1)?.baseCount).toBe(3);
    expect(gated?.measurements.at(-1)).toMatchObject({ value: null, missing: 'withheld', baseCount: null, numeratorCount: null, lower: null });
    expect(gated?.sentenceDa).toContain('vises ikke');
    expect(gated?.sentenceDa).not.toMatch(/33|67|66/);
  });

  it('lets nothing of the individual tier out of the project', async () => {
    const { goals } = await (await stage().as(email('henrik'))).goals.list({ projectId: individual });
    expect(goals.length).toBeGreaterThan(0);
    for (const one of goals) {
      expect(one.isMet).toBeNull();
      for (const measurement of one.measurements) expect(measurement.value).toBeNull();
    }
  });

  it('is not there for those it is none of the business of', async () => {
    for (const key of ['rasmus', 'line', 'ane']) await expect((await stage().as(email(key))).goals.list({ projectId: hall })).rejects.toThrow('missing');
  });
});

onBothDatabases('change a locked goal', (stage) => {
  const change = (more: object = {}) => ({ ...command(), ...goal(), goalId: safe, baseVersion: 1, title: 'Andel trygge fredag aften fra 61 % til 75 %', baselineOn: '2025-11-27', deadlineOn: '2026-12-31', targetValue: 0.7, reason: 'Skemaet blev for langt; færre svarede.', ...more });
  ladder(stage, (caller) => caller.goals.set(change()));

  it('asks for a reason', async () => {
    await expect((await stage().as(email('mette'))).goals.set(change({ reason: '' }))).rejects.toMatchObject({ cause: { fields: [{ path: 'reason', code: 'goal.reasonNeeded' }] } });
  });

  it('refuses when the project has ended', async () => {
    const id = storyId('goal/fredagshallen-2025/tryghed');
    await expect((await stage().as(email('mette'))).goals.set(change({ goalId: id }))).rejects.toThrow('goal.notOpen');
  });

  it('changes it, keeps from, to, reason and who, counts the goal as met, and leaves a trace', async () => {
    const mette = await stage().as(email('mette'));
    const before = (await mette.goals.list({ projectId: hall })).goals.find((one) => one.id === safe)!;
    const input = change({ baselineOn: before.baselineOn, deadlineOn: before.deadlineOn, title: before.title, assumption: before.assumption });
    const answer = await mette.goals.set(input);
    expect(answer.version).toBe(2);
    // The same command again answers the same and changes nothing.
    expect(await mette.goals.set(input)).toEqual(answer);
    const after = (await mette.goals.list({ projectId: hall })).goals.find((one) => one.id === safe)!;
    expect(after.lockedChanges.map(({ field, fromText, toText, reason, by }) => ({ field, fromText: fromText.replace('\u00a0', ' '), toText: toText.replace('\u00a0', ' '), reason, by }))).toContainEqual({
      field: 'targetValue', fromText: '75 %', toText: '70 %', reason: 'Skemaet blev for langt; færre svarede.', by: 'Mette Lindholm',
    });
    expect(after.isMet).toBe(true);
    const trace = await stage().db.selectFrom('auditEntry').where('action', '=', 'setGoal').where('subjectId', '=', safe).selectAll().execute();
    expect(trace).toHaveLength(1);
    expect(trace[0]?.changed).toEqual(['targetValue']);
    await expectFiguresExact(stage(), hall);
  });

  it('answers both versions when somebody was faster', async () => {
    await expect((await stage().as(email('mette'))).goals.set(change())).rejects.toMatchObject({ cause: { code: 'stale', current: { version: 2, targetValue: 0.7 } } });
  });

  it('refuses another indicator once it has been measured', async () => {
    await expect((await stage().as(email('mette'))).goals.set(change({ baseVersion: 2, indicatorId: storyId('indicator/who-5') }))).rejects.toMatchObject({ cause: { code: expect.stringMatching(/goal\.unitLocked|invalid/) } });
  });
});

onBothDatabases('write goals of an open plan', (stage) => {
  it('refuses who may not, and a plan that is not open', async () => {
    await expect((await stage().as(null)).goals.add({ ...command(), projectId: hall, ...goal() })).rejects.toThrow('signIn');
    await expect((await stage().as(email('birgitte'))).goals.add({ ...command(), projectId: hall, ...goal() })).rejects.toThrow('refused');
    await expect((await stage().as(email('line'))).goals.add({ ...command(), projectId: hall, ...goal() })).rejects.toThrow('missing');
    await expect((await stage().as(email('mette'))).goals.add({ ...command(), projectId: hall, ...goal() })).rejects.toThrow('goal.notOpen');
    await expect((await stage().as(email('mette'))).goals.addIndicator({ ...command(), projectId: hall, id: newId(), title: 'Andel', unit: 'mean', direction: 'up', source: 'Optælling', numerator: null, denominator: null })).rejects.toThrow('goal.notOpen');
  });

  it('adds a draft without an indicator, says what it lacks, completes it with an indicator of its own, and removes it', async () => {
    const projectId = await openPlan(stage());
    const mette = await stage().as(email('mette'));
    const draft = goal({ indicatorId: null, baselineValue: null, baselineOn: null, targetValue: null, deadlineOn: null, responsible: '', assumption: null });
    await mette.goals.add({ ...command(), projectId, ...draft });
    const added = (await mette.goals.list({ projectId })).goals.find((one) => one.id === draft.id);
    expect(added?.gaps).toEqual(['indicator', 'baseline', 'target', 'deadline', 'responsible', 'assumption']);
    await expectFiguresExact(stage(), projectId);

    const indicatorId = newId();
    await expect(mette.goals.addIndicator({ ...command(), projectId, id: indicatorId, title: 'Andel med en voksen', unit: 'share', direction: 'up', source: 'Skema', numerator: null, denominator: null })).rejects.toThrow('goal.shareNeedsParts');
    await mette.goals.addIndicator({ ...command(), projectId, id: indicatorId, title: 'Andel med en voksen', unit: 'share', direction: 'up', source: 'Skema', numerator: 'Svaret ja', denominator: 'Besvarelser' });
    expect((await mette.goals.listIndicators({ projectId })).find((one) => one.id === indicatorId)?.isOwn).toBe(true);
    expect((await mette.goals.listIndicators({ projectId: hall })).some((one) => one.id === indicatorId)).toBe(false);

    const { id: _, ...rest } = goal({ indicatorId, baselineValue: 0 });
    await mette.goals.set({ ...command(), ...rest, goalId: draft.id, baseVersion: 1, reason: null });
    const complete = (await mette.goals.list({ projectId })).goals.find((one) => one.id === draft.id);
    expect(complete).toMatchObject({ gaps: [], baselineValue: 0, lockedChanges: [] });

    await expect(mette.goals.remove({ ...command(), goalId: draft.id, baseVersion: 1 })).rejects.toThrow('stale');
    await expect((await stage().as(email('birgitte'))).goals.remove({ ...command(), goalId: draft.id, baseVersion: 2 })).rejects.toThrow('refused');
    await mette.goals.remove({ ...command(), goalId: draft.id, baseVersion: 2 });
    expect((await mette.goals.list({ projectId })).goals.some((one) => one.id === draft.id)).toBe(false);
    await expectFiguresExact(stage(), projectId);
  });

  it.each([
    ['a share above 100 %', { targetValue: 1.2 }, 'targetValue'],
    ['a baseline that is both a value and missing', { baselineMissing: 'notMeasured' }, 'baselineMissing'],
    ['an indicator that does not exist', { indicatorId: newId() }, 'indicatorId'],
    ['a title of nothing', { title: '  ' }, 'title'],
    ['a day that does not exist', { deadlineOn: '2027-02-30' }, 'deadlineOn'],
    ['a value beyond numbers', { targetValue: Number.MAX_VALUE }, 'targetValue'],
  ])('says what is wrong with %s', async (_, more, path) => {
    const projectId = await openPlan(stage());
    const mette = await stage().as(email('mette'));
    const error = await mette.goals.add({ ...command(), projectId, ...goal(more as object) }).then(() => null, (caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'BAD_REQUEST' });
    expect(JSON.stringify((error as { cause: { fields?: unknown; issues?: unknown } }).cause.fields ?? (error as { cause: { issues: unknown } }).cause.issues)).toContain(path);
  });

  it('stops a personal number in any text', async () => {
    const projectId = await openPlan(stage());
    await expect((await stage().as(email('mette'))).goals.add({ ...command(), projectId, ...goal({ assumption: 'cpr 010190-1234' }) })).rejects.toThrow('text.personalNumber');
  });
});

onBothDatabases('measure a goal', (stage) => {
  ladder(stage, (caller) => caller.goals.addMeasurement({ ...command(), ...reading() }));

  it('refuses a project that is only planned, and one that has been evaluated', async () => {
    const mette = await stage().as(email('mette'));
    await expect(mette.goals.addMeasurement({ ...command(), ...reading({ goalId: storyId('goal/fredagshallen-2027/tryghed') }) })).rejects.toThrow('goal.notMeasurable');
    await expect(mette.goals.addMeasurement({ ...command(), ...reading({ goalId: storyId('goal/fredagshallen-2025/tryghed') }) })).rejects.toThrow('goal.notMeasurable');
  });

  it('makes the value of a share from its counts, with its interval, and leaves a trace', async () => {
    const mette = await stage().as(email('mette'));
    const input = { ...command(), ...reading() };
    const answer = await mette.goals.addMeasurement(input);
    expect(await mette.goals.addMeasurement(input)).toEqual(answer);
    const shown = (await mette.goals.list({ projectId: hall })).goals.find((one) => one.id === safe)!;
    expect(shown.measurements.filter((one) => one.id === input.id)).toHaveLength(1);
    const last = shown.measurements.at(-1)!;
    expect(last.value).toBeCloseTo(30 / 38, 12);
    expect(last.lower).toBeCloseTo(0.6365, 3);
    expect(shown.isMet).toBe(true);
    expect(await stage().db.selectFrom('auditEntry').where('action', '=', 'addMeasurement').where('subjectId', '=', input.id).select('actorId').execute()).toHaveLength(1);
    await expectFiguresExact(stage(), hall);
  });

  it('keeps zero and the kinds of missing apart', async () => {
    const mette = await stage().as(email('mette'));
    const zero = reading({ goalId: evenings, numeratorCount: null, baseCount: null, value: 0, method: 'registration' });
    await mette.goals.addMeasurement({ ...command(), ...zero });
    const shown = async () => (await mette.goals.list({ projectId: hall })).goals.find((one) => one.id === evenings)!;
    expect((await shown()).measurements.at(-1)).toMatchObject({ value: 0, missing: null });
    expect((await shown()).isMet).toBe(false);
    await expectFiguresExact(stage(), hall);
    const none = reading({ goalId: evenings, measuredOn: '2026-11-13', numeratorCount: null, baseCount: null, missing: 'notMeasured', method: 'registration' });
    await mette.goals.addMeasurement({ ...command(), ...none });
    expect((await shown()).measurements.at(-1)).toMatchObject({ value: null, missing: 'notMeasured' });
    expect((await shown()).isMet).toBeNull();
    await expectFiguresExact(stage(), hall);
  });

  it.each([
    ['a part above the base', { numeratorCount: 40 }, 'goal.partAboveBase'],
    ['a base of nobody', { baseCount: 0 }, 'goal.baseNeeded'],
    ['no part', { numeratorCount: null }, 'goal.numeratorNeeded'],
    ['a day that has not come', { measuredOn: '2026-11-14' }, 'goal.measuredInFuture'],
    ['both a number and a reason for none', { missing: 'notMeasured' }, 'goal.valueAndMissing'],
    ['half a count', { goalId: evenings, value: 1.5, numeratorCount: null }, 'goal.valueNot.count'],
    ['nothing at all', { goalId: evenings, numeratorCount: null }, 'goal.valueNeeded'],
  ])('says what is wrong with %s', async (_, more, code) => {
    const error = await (await stage().as(email('mette'))).goals.addMeasurement({ ...command(), ...reading(more as object) }).then(() => null, (caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'BAD_REQUEST', cause: { fields: expect.arrayContaining([expect.objectContaining({ code })]) } });
  });

  it('corrects a reading, counts its version up, and keeps the figures', async () => {
    const mette = await stage().as(email('mette'));
    const shown = (await mette.goals.list({ projectId: hall })).goals.find((one) => one.id === safe)!;
    const last = shown.measurements.at(-1)!;
    const { goalId: _, id: __, ...fields } = reading({ numeratorCount: 20, note: 'Talt om.' });
    const input = { ...command(), ...fields, measurementId: last.id, baseVersion: last.version };
    await expect((await stage().as(null)).goals.setMeasurement({ ...input, ...command() })).rejects.toThrow('signIn');
    await expect((await stage().as(email('birgitte'))).goals.setMeasurement({ ...input, ...command() })).rejects.toThrow('refused');
    await expect((await stage().as(email('line'))).goals.setMeasurement({ ...input, ...command() })).rejects.toThrow('missing');
    expect((await mette.goals.setMeasurement(input)).version).toBe(last.version + 1);
    await expect(mette.goals.setMeasurement({ ...input, ...command() })).rejects.toMatchObject({ cause: { code: 'stale', current: { numeratorCount: 20, note: 'Talt om.' } } });
    const trace = await stage().db.selectFrom('auditEntry').where('action', '=', 'setMeasurement').select(['changed', 'subjectId']).execute();
    expect(trace).toEqual([{ subjectId: last.id, changed: expect.arrayContaining(['numeratorCount', 'value', 'note']) }]);
    await expectFiguresExact(stage(), hall);
  });

  it('lets numbers stand still while the body reads the evaluation', async () => {
    const projectId = storyId('project/sidste-skoledag-2026');
    const jakob = (await stage().db.selectFrom('membership').innerJoin('appUser', 'appUser.id', 'membership.userId').where('membership.placeId', '=', projectId).where('role', '=', 'owner').select('appUser.email').executeTakeFirstOrThrow()).email;
    const owner = await stage().as(jakob);
    const { goals, abilities } = await owner.goals.list({ projectId });
    expect(abilities.measure).toBe(false);
    await expect(owner.goals.addMeasurement({ ...command(), ...reading({ goalId: goals[0]!.id }) })).rejects.toThrow('goal.underReview');
  });
});
