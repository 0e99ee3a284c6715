import { expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { emailOf as email, expectFiguresExact, refuses } from '@forspring/tests/ladder';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

const hall = storyId('project/fredagshallen-2026');
const safe = storyId('goal/fredagshallen-2026/tryghed');
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
const command = () => ({ commandId: newId() });

/** A plan of Mette's that is still open: the story's own if it has one, else a submitted one taken back behind the scene. */
async function openPlan(stage: Stage): Promise<string> {
  const projectId = storyId('project/fredagshallen-2027');
  await stage.db.updateTable('project').set({ status: 'draft' }).where('id', '=', projectId).execute();
  return projectId;
}

/** Who may not write goals: refused where they may look, told that nothing is there where they may not. */
const others = [
  ['a member of the body', 'birgitte', 'refused'],
  ['a coordinator', 'henrik', 'refused'],
  ['a data protection officer', 'kirsten', 'refused'],
  ['a partner of the project', 'jonas', 'refused'],
  ['a funder', 'ane', 'missing'],
  ['an owner elsewhere in the municipality', 'rasmus', 'missing'],
  ['an owner of another municipality', 'line', 'missing'],
  ['a coordinator of another municipality', 'ole', 'missing'],
] as const;

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
    const gated = (await (await stage().as(email('birgitte'))).goals.list({ projectId })).goals.find(
      (one) => one.id === id,
    );
    expect(own?.measurements.at(-1)?.baseCount).toBe(3);
    expect(gated?.measurements.at(-1)).toMatchObject({
      value: null,
      missing: 'withheld',
      baseCount: null,
      numeratorCount: null,
      lower: null,
    });
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
    for (const key of ['rasmus', 'line', 'ane'] as const)
      await expect((await stage().as(email(key))).goals.list({ projectId: hall })).rejects.toThrow('missing');
  });
});

onBothDatabases('change a locked goal', (stage) => {
  const change = (more: object = {}) => ({
    ...command(),
    ...goal(),
    goalId: safe,
    baseVersion: 1,
    title: 'Andel trygge fredag aften fra 61 % til 75 %',
    baselineOn: '2025-11-27',
    baselineBaseCount: 38,
    deadlineOn: '2026-12-31',
    targetValue: 0.7,
    reason: 'Skemaet blev for langt; færre svarede.',
    ...more,
  });
  refuses(stage, (caller) => caller.goals.set(change()), others);

  it('asks for a reason', async () => {
    await expect((await stage().as(email('mette'))).goals.set(change({ reason: '' }))).rejects.toMatchObject({
      cause: { fields: [{ path: 'reason', code: 'goal.reasonNeeded' }] },
    });
  });

  it('refuses when the project has ended', async () => {
    const id = storyId('goal/fredagshallen-2025/tryghed');
    await expect((await stage().as(email('mette'))).goals.set(change({ goalId: id }))).rejects.toThrow('goal.notOpen');
  });

  it('changes it, keeps from, to, reason and who, counts the goal as met, and leaves a trace', async () => {
    const mette = await stage().as(email('mette'));
    const before = (await mette.goals.list({ projectId: hall })).goals.find((one) => one.id === safe)!;
    const input = change({
      baselineOn: before.baselineOn,
      deadlineOn: before.deadlineOn,
      title: before.title,
      assumption: before.assumption,
    });
    const answer = await mette.goals.set(input);
    expect(answer.version).toBe(2);
    // The same command again answers the same and changes nothing.
    expect(await mette.goals.set(input)).toEqual(answer);
    const after = (await mette.goals.list({ projectId: hall })).goals.find((one) => one.id === safe)!;
    expect(
      after.lockedChanges.map(({ field, fromText, toText, reason, by }) => ({
        field,
        fromText: fromText.replace('\u00a0', ' '),
        toText: toText.replace('\u00a0', ' '),
        reason,
        by,
      })),
    ).toContainEqual({
      field: 'targetValue',
      fromText: '75 %',
      toText: '70 %',
      reason: 'Skemaet blev for langt; færre svarede.',
      by: 'Mette Lindholm',
    });
    expect(after.isMet).toBe(true);
    const trace = await stage()
      .db.selectFrom('auditEntry')
      .where('action', '=', 'setGoal')
      .where('subjectId', '=', safe)
      .selectAll()
      .execute();
    expect(trace).toHaveLength(1);
    expect(trace[0]?.changed).toEqual(['targetValue']);
    await expectFiguresExact(stage(), hall);
  });

  it('answers both versions when somebody was faster', async () => {
    await expect((await stage().as(email('mette'))).goals.set(change())).rejects.toMatchObject({
      cause: { code: 'stale', current: { version: 2, targetValue: 0.7 } },
    });
  });

  it('refuses another indicator once it has been measured', async () => {
    await expect(
      (await stage().as(email('mette'))).goals.set(change({ baseVersion: 2, indicatorId: storyId('indicator/who-5') })),
    ).rejects.toMatchObject({ cause: { code: expect.stringMatching(/goal\.unitLocked|invalid/) } });
  });
});

onBothDatabases('write goals of an open plan', (stage) => {
  it('refuses who may not, and a plan that is not open', async () => {
    await expect((await stage().as(null)).goals.add({ ...command(), projectId: hall, ...goal() })).rejects.toThrow(
      'signIn',
    );
    await expect(
      (await stage().as(email('birgitte'))).goals.add({ ...command(), projectId: hall, ...goal() }),
    ).rejects.toThrow('refused');
    await expect(
      (await stage().as(email('line'))).goals.add({ ...command(), projectId: hall, ...goal() }),
    ).rejects.toThrow('missing');
    await expect(
      (await stage().as(email('mette'))).goals.add({ ...command(), projectId: hall, ...goal() }),
    ).rejects.toThrow('goal.notOpen');
    await expect(
      (await stage().as(email('mette'))).goals.addIndicator({
        ...command(),
        projectId: hall,
        id: newId(),
        title: 'Andel',
        unit: 'mean',
        direction: 'up',
        source: 'Optælling',
        numerator: null,
        denominator: null,
      }),
    ).rejects.toThrow('goal.notOpen');
  });

  it('adds a draft without an indicator, says what it lacks, completes it with an indicator of its own, and removes it', async () => {
    const projectId = await openPlan(stage());
    const mette = await stage().as(email('mette'));
    const draft = goal({
      indicatorId: null,
      baselineValue: null,
      baselineOn: null,
      targetValue: null,
      deadlineOn: null,
      responsible: '',
      assumption: null,
    });
    await mette.goals.add({ ...command(), projectId, ...draft });
    const added = (await mette.goals.list({ projectId })).goals.find((one) => one.id === draft.id);
    expect(added?.gaps).toEqual(['indicator', 'baseline', 'target', 'deadline', 'responsible', 'assumption']);
    await expectFiguresExact(stage(), projectId);

    const indicatorId = newId();
    await expect(
      mette.goals.addIndicator({
        ...command(),
        projectId,
        id: indicatorId,
        title: 'Andel med en voksen',
        unit: 'share',
        direction: 'up',
        source: 'Skema',
        numerator: null,
        denominator: null,
      }),
    ).rejects.toThrow('goal.shareNeedsParts');
    await mette.goals.addIndicator({
      ...command(),
      projectId,
      id: indicatorId,
      title: 'Andel med en voksen',
      unit: 'share',
      direction: 'up',
      source: 'Skema',
      numerator: 'Svaret ja',
      denominator: 'Besvarelser',
      disaggregations: ['gender'],
    });
    expect((await mette.goals.listIndicators({ projectId })).find((one) => one.id === indicatorId)).toMatchObject({
      isOwn: true,
      disaggregations: ['gender'],
    });
    expect((await mette.goals.listIndicators({ projectId: hall })).some((one) => one.id === indicatorId)).toBe(false);

    const { id: _, ...rest } = goal({ indicatorId, baselineValue: 0 });
    await mette.goals.set({ ...command(), ...rest, goalId: draft.id, baseVersion: 1, reason: null });
    const complete = (await mette.goals.list({ projectId })).goals.find((one) => one.id === draft.id);
    expect(complete).toMatchObject({ gaps: [], baselineValue: 0, lockedChanges: [] });

    await expect(mette.goals.remove({ ...command(), goalId: draft.id, baseVersion: 1 })).rejects.toThrow('stale');
    await expect(
      (await stage().as(email('birgitte'))).goals.remove({ ...command(), goalId: draft.id, baseVersion: 2 }),
    ).rejects.toThrow('refused');
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
    const error = await mette.goals.add({ ...command(), projectId, ...goal(more as object) }).then(
      () => null,
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ code: 'BAD_REQUEST' });
    expect(
      JSON.stringify(
        (error as { cause: { fields?: unknown; issues?: unknown } }).cause.fields ??
          (error as { cause: { issues: unknown } }).cause.issues,
      ),
    ).toContain(path);
  });

  it('stops a personal number in any text', async () => {
    const projectId = await openPlan(stage());
    await expect(
      (await stage().as(email('mette'))).goals.add({
        ...command(),
        projectId,
        ...goal({ assumption: 'cpr 010190-1234' }),
      }),
    ).rejects.toThrow('text.personalNumber');
  });
});
