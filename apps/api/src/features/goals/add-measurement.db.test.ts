import { expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { emailOf as email, expectFiguresExact, refuses } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const hall = storyId('project/fredagshallen-2026');
const safe = storyId('goal/fredagshallen-2026/tryghed');
const evenings = storyId('goal/fredagshallen-2026/aftener');

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

onBothDatabases('measure a goal', (stage) => {
  refuses(stage, (caller) => caller.goals.addMeasurement({ ...command(), ...reading() }), others);

  it('refuses a project that is only planned, and one that has been evaluated', async () => {
    const mette = await stage().as(email('mette'));
    await expect(
      mette.goals.addMeasurement({ ...command(), ...reading({ goalId: storyId('goal/fredagshallen-2027/tryghed') }) }),
    ).rejects.toThrow('goal.notMeasurable');
    await expect(
      mette.goals.addMeasurement({ ...command(), ...reading({ goalId: storyId('goal/fredagshallen-2025/tryghed') }) }),
    ).rejects.toThrow('goal.notMeasurable');
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
    expect(
      await stage()
        .db.selectFrom('auditEntry')
        .where('action', '=', 'addMeasurement')
        .where('subjectId', '=', input.id)
        .select('actorId')
        .execute(),
    ).toHaveLength(1);
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
    const none = reading({
      goalId: evenings,
      measuredOn: '2026-11-13',
      numeratorCount: null,
      baseCount: null,
      missing: 'notMeasured',
      method: 'registration',
    });
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
    const error = await (
      await stage().as(email('mette'))
    ).goals
      .addMeasurement({ ...command(), ...reading(more as object) })
      .then(
        () => null,
        (caught: unknown) => caught,
      );
    expect(error).toMatchObject({
      code: 'BAD_REQUEST',
      cause: { fields: expect.arrayContaining([expect.objectContaining({ code })]) },
    });
  });

  it('corrects a reading, counts its version up, and keeps the figures', async () => {
    const mette = await stage().as(email('mette'));
    const shown = (await mette.goals.list({ projectId: hall })).goals.find((one) => one.id === safe)!;
    const last = shown.measurements.at(-1)!;
    const { goalId: _, id: __, ...fields } = reading({ numeratorCount: 20, note: 'Talt om.' });
    const input = { ...command(), ...fields, measurementId: last.id, baseVersion: last.version };
    await expect((await stage().as(null)).goals.setMeasurement({ ...input, ...command() })).rejects.toThrow('signIn');
    await expect(
      (await stage().as(email('birgitte'))).goals.setMeasurement({ ...input, ...command() }),
    ).rejects.toThrow('refused');
    await expect((await stage().as(email('line'))).goals.setMeasurement({ ...input, ...command() })).rejects.toThrow(
      'missing',
    );
    expect((await mette.goals.setMeasurement(input)).version).toBe(last.version + 1);
    await expect(mette.goals.setMeasurement({ ...input, ...command() })).rejects.toMatchObject({
      cause: { code: 'stale', current: { numeratorCount: 20, note: 'Talt om.' } },
    });
    const trace = await stage()
      .db.selectFrom('auditEntry')
      .where('action', '=', 'setMeasurement')
      .select(['changed', 'subjectId'])
      .execute();
    expect(trace).toEqual([
      { subjectId: last.id, changed: expect.arrayContaining(['numeratorCount', 'value', 'note']) },
    ]);
    await expectFiguresExact(stage(), hall);
  });

  it('keeps what was found in each group, shows it exactly to the project and past the gate to the body', async () => {
    const mette = await stage().as(email('mette'));
    const group = (category: string, numeratorCount: number, baseCount: number) => ({
      dimension: 'gender' as const,
      category,
      value: null,
      numeratorCount,
      baseCount,
    });
    const input = reading({ numeratorCount: 26, parts: [group('girl', 8, 12), group('boy', 17, 24)] });
    await mette.goals.addMeasurement({ ...command(), ...input });
    const groupsFor = async (key: 'mette' | 'birgitte') => {
      const { goals } = await (await stage().as(email(key))).goals.list({ projectId: hall });
      const found = goals.find((one) => one.id === safe)?.measurements.find((one) => one.id === input.id);
      return found?.divisions.flatMap(({ parts }) => parts.map(({ category, base }) => [category, base]));
    };
    const value = (count: number) => ({ kind: 'value', value: count });
    const hidden = { kind: 'withheld', reason: 'smallNumbers' };
    expect(await groupsFor('mette')).toEqual([
      ['boy', value(24)],
      ['girl', value(12)],
      [null, value(2)],
    ]);
    // Four of the girls and both of the rest are too few; the boys alone can be shown beside them.
    expect(await groupsFor('birgitte')).toEqual([
      ['boy', value(24)],
      ['girl', hidden],
      [null, hidden],
    ]);

    const { goalId: _, id: __, ...fields } = input;
    const change = { ...fields, measurementId: input.id, baseVersion: 1 };
    await mette.goals.setMeasurement({ ...command(), ...change, parts: [group('boy', 17, 24)] });
    expect(await groupsFor('mette')).toEqual([
      ['boy', value(24)],
      [null, value(14)],
    ]);
    await mette.goals.setMeasurement({ ...command(), ...change, baseVersion: 2, parts: [group('boy', 17, 24)] });
    const trace = await stage()
      .db.selectFrom('auditEntry')
      .where('subjectId', '=', input.id)
      .where('action', '=', 'setMeasurement')
      .orderBy('at')
      .orderBy('id')
      .select('changed')
      .execute();
    expect(trace.map(({ changed }) => changed).toSorted()).toEqual([[], ['parts']]);
    await expect(
      mette.goals.setMeasurement({ ...command(), ...change, baseVersion: 3, parts: [group('boy', 30, 31)] }),
    ).rejects.toMatchObject({
      cause: {
        fields: [{ path: 'parts.0.numeratorCount', code: 'goal.partsAboveWhole', params: { sum: 30, whole: 26 } }],
      },
    });
    await expect(
      mette.goals.addMeasurement({ ...command(), ...reading({ parts: [{ ...group('', 1, 2), dimension: 'place' }] }) }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('lets numbers stand still while the body reads the evaluation', async () => {
    const projectId = storyId('project/sidste-skoledag-2026');
    const jakob = (
      await stage()
        .db.selectFrom('membership')
        .innerJoin('appUser', 'appUser.id', 'membership.userId')
        .where('membership.placeId', '=', projectId)
        .where('role', '=', 'owner')
        .select('appUser.email')
        .executeTakeFirstOrThrow()
    ).email;
    const owner = await stage().as(jakob);
    const { goals, abilities } = await owner.goals.list({ projectId });
    expect(abilities.measure).toBe(false);
    await expect(owner.goals.addMeasurement({ ...command(), ...reading({ goalId: goals[0]!.id }) })).rejects.toThrow(
      'goal.underReview',
    );
  });
});
