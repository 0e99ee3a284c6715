import { expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf as email } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const school = storyId('project/alle-de-andre-2026');
const compared = storyId('goal/alle-de-andre-2026/misforstaaelse');
const bare = storyId('goal/alle-de-andre-2026/foraeldre');

const reading = (more: object = {}) => ({
  goalId: compared,
  measuredOn: '2026-10-20',
  value: null,
  numeratorCount: 104,
  baseCount: 240,
  note: null,
  ...more,
});

onBothDatabases('compare a goal with a group that is alike', (stage) => {
  const shown = async (key: 'thomas' | 'inge' = 'thomas', id = compared) => {
    const { goals } = await (await stage().as(email(key))).goals.list({ projectId: school });
    const goal = goals.find((one) => one.id === id);
    if (!goal) throw new Error('The story has no such goal.');
    return goal;
  };

  it('lifts the level when the group was measured before and after, and says how the development stands beside it', async () => {
    const goal = await shown();
    expect(goal.level).toBe(3);
    expect(goal.sentenceDa).toContain('Udviklingen er bedre end i sammenligningsgruppen (forskel ');
    expect(goal.sentenceEn).toContain('The development is better than in the comparison group (difference ');
    expect((await shown('thomas', bare)).level).toBe(2);
  });

  it('falls back when the group loses its second measurement', async () => {
    const caller = await stage().as(email('thomas'));
    const { comparisonReadings } = await shown();
    expect(comparisonReadings).toHaveLength(2);
    await caller.goals.removeComparisonReading({ readingId: comparisonReadings[1]?.id ?? '', commandId: newId() });
    const goal = await shown();
    expect(goal.level).toBe(2);
    expect(goal.sentenceDa).toContain('Vi kan ikke sige hvorfor.');
  });

  it('is recorded by the owner, once, with a trace', async () => {
    const id = newId();
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.goals.addComparisonReading({ ...reading(), id, commandId }),
      refused: {
        inge: 'refused',
        henrik: 'refused',
        kirsten: 'refused',
        mette: 'missing',
        line: 'missing',
        ole: 'missing',
      },
      by: 'thomas',
      action: 'addComparisonReading',
      state: async () => (await shown()).comparisonReadings,
    });
    expect((await shown()).level).toBe(3);
  });

  it('is refused where no comparison was chosen, and where the numbers cannot be', async () => {
    const caller = await stage().as(email('thomas'));
    const send = (more: object) =>
      caller.goals.addComparisonReading({ ...reading(more), id: newId(), commandId: newId() } as never);
    await expect(send({ goalId: bare })).rejects.toThrow('goal.noComparison');
    await expect(send({ numeratorCount: 300 })).rejects.toThrow('invalid');
    await expect(send({ measuredOn: '2027-01-01' })).rejects.toThrow('invalid');
    await expect(send({ baseCount: null })).rejects.toThrow('invalid');
  });

  it('stands still while the evaluation lies with the body', async () => {
    const { db } = stage();
    await db
      .insertInto('evaluation')
      .values({ id: newId(), projectId: school, status: 'submitted' } as never)
      .execute();
    const caller = await stage().as(email('thomas'));
    await expect(caller.goals.addComparisonReading({ ...reading(), id: newId(), commandId: newId() })).rejects.toThrow(
      'goal.underReview',
    );
    const { comparisonReadings } = await shown();
    await expect(
      caller.goals.removeComparisonReading({ readingId: comparisonReadings[0]?.id ?? '', commandId: newId() }),
    ).rejects.toThrow('goal.underReview');
  });

  it('is changed after approval only with a reason, which stays with the goal', async () => {
    const caller = await stage().as(email('thomas'));
    const goal = await shown('thomas', bare);
    const change = {
      goalId: goal.id,
      baseVersion: goal.version,
      indicatorId: goal.indicator?.id ?? null,
      tier: goal.tier,
      title: goal.title,
      baselineValue: goal.baselineValue,
      baselineMissing: null,
      baselineOn: goal.baselineOn,
      baselineBaseCount: goal.baselineBaseCount,
      targetValue: goal.targetValue,
      deadlineOn: goal.deadlineOn,
      responsible: goal.responsible,
      assumption: goal.assumption,
      design: 'comparisonGroup' as const,
      comparison: 'Årgangen på naboskolen.',
    };
    await expect(caller.goals.set({ ...change, reason: null, commandId: newId() })).rejects.toThrow(
      'goal.reasonNeeded',
    );
    await caller.goals.set({ ...change, reason: 'Naboskolen ville være med.', commandId: newId() });
    const changes = (await shown('inge', bare)).lockedChanges.map(({ field, reason }) => [field, reason]);
    expect(changes.toSorted()).toEqual([
      ['comparison', 'Naboskolen ville være med.'],
      ['design', 'Naboskolen ville være med.'],
    ]);
  });
});
