import { expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf, problemOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const koebenhavn = storyId('municipality/koebenhavn');
const vejen = storyId('municipality/vejen');
const chosen = { municipalityId: koebenhavn, thresholdCount: 50, funderThresholdCount: 50, publicThresholdCount: 50 };

onBothDatabases('thresholds of the gate', (stage) => {
  const henrik = () => stage().as(emailOf('henrik'));
  const shown = async () =>
    (await (await henrik()).places.showPlaces({ municipalityId: koebenhavn })).municipality.thresholds;
  const set = async (more: Partial<typeof chosen>) =>
    problemOf((await henrik()).places.setThresholds({ commandId: newId(), ...chosen, ...more }));
  /** What a committee member of the municipality sees of a goal read from 38 young people. */
  const seenByCommittee = async () => {
    const { outcomes, process } = await (
      await stage().as(emailOf('birgitte'))
    ).evaluation.show({ projectId: storyId('project/fredagshallen-2025') });
    return { visits: process.visits.kind, sentences: outcomes.map((one) => one.sentenceDa) };
  };

  it('stand at 5, 10 and 10 until somebody chooses', async () => {
    expect(await shown()).toEqual({ thresholdCount: 5, funderThresholdCount: 10, publicThresholdCount: 10 });
  });

  it('never go below 3, 10 and 10, above 50, or lower for those further out (disclosure 1.2)', async () => {
    const before = await shown();
    const wrong = [
      { thresholdCount: 2 },
      { thresholdCount: 0 },
      { thresholdCount: 51 },
      { thresholdCount: 4.5 },
      { thresholdCount: 5, funderThresholdCount: 9 },
      { thresholdCount: 5, publicThresholdCount: 9 },
      { thresholdCount: 20, funderThresholdCount: 19 },
      { thresholdCount: 20, publicThresholdCount: 19 },
    ];
    for (const one of wrong) expect(await set(one), JSON.stringify(one)).toBe('invalid');
    expect(await shown()).toEqual(before);
  });

  it('climb the ladder, leave the names of what changed, and hold at once in this municipality alone', async () => {
    const before = await seenByCommittee();
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.places.setThresholds({ commandId, ...chosen }),
      refused: {
        mette: 'refused',
        jonas: 'refused',
        birgitte: 'refused',
        ane: 'refused',
        kirsten: 'refused',
        ole: 'missing',
        lone: 'missing',
      },
      by: 'henrik',
      action: 'setThresholds',
      state: shown,
    });
    const trace = await stage()
      .db.selectFrom('auditEntry')
      .where('action', '=', 'setThresholds')
      .select(['changed', 'municipalityId'])
      .executeTakeFirstOrThrow();
    expect(trace).toEqual({
      changed: ['thresholdCount', 'funderThresholdCount', 'publicThresholdCount'],
      municipalityId: koebenhavn,
    });
    const after = await seenByCommittee();
    expect(after.visits).toBe('value');
    expect(after.sentences).not.toEqual(before.sentences);
    const ole = await stage().as(emailOf('ole'));
    const { municipality } = await ole.places.showPlaces({ municipalityId: vejen });
    expect(municipality.thresholds.thresholdCount).toBe(5);
  });
});
