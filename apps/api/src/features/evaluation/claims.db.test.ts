import { expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { emailOf as email } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const open = storyId('project/lommepengejob-2025');
const written = {
  worked: 'Rigtig løn og en arbejdsleder, der var den samme hele året.',
  didNotWork: 'Jobkonsulenten kom for sent ind.',
  forWhom: 'De 14–16-årige.',
  adaptations: null,
  costText: null,
  preconditions: null,
  recommendation: 'continue' as const,
  recommendationReason: 'Holdet blev ved, og butikkerne vil gerne.',
  outcomes: [],
};

onBothDatabases('one sentence, everywhere the same', (stage) => {
  it('stands on the goal, in the evaluation and in what is frozen, letter by letter', async () => {
    const frozenId = storyId('project/fredagshallen-2025');
    const mette = await stage().as(email('mette'));
    const { goals } = await mette.goals.list({ projectId: frozenId });
    const { outcomes } = await mette.evaluation.show({ projectId: frozenId });
    const { frozen } = await stage()
      .db.selectFrom('evaluation')
      .where('projectId', '=', frozenId)
      .select('frozen')
      .executeTakeFirstOrThrow();
    const kept = (frozen as { goals: { level: number | null; sentenceDa: string; sentenceEn: string }[] }).goals;
    const said = ({ level, sentenceDa, sentenceEn }: (typeof kept)[number]) => ({ level, sentenceDa, sentenceEn });
    expect(goals.length).toBeGreaterThan(3);
    expect(outcomes.map(said)).toEqual(goals.map(said));
    expect(kept.map(said)).toEqual(goals.map(said));
    for (const goal of goals) expect(`${goal.sentenceDa} ${goal.sentenceEn}`).not.toMatch(/effe[ck]t|virker|works/iu);
  });
});

onBothDatabases('an effect nobody has shown', (stage) => {
  it('is told word by word when the evaluation is sent, and nothing is sent', async () => {
    const mette = await stage().as(email('mette'));
    const [outcome] = (await mette.evaluation.show({ projectId: open })).outcomes;
    const comment = { goalId: outcome!.goalId, attainment: outcome!.proposed, comment: 'Det virker.' };
    const draft = { ...written, projectId: open, commandId: newId(), baseVersion: 0, outcomes: [comment] };
    await mette.evaluation.set({ ...draft, worked: 'Rigtig løn har en tydelig lang\u00adtids\u00adeffekt.' });
    await expect(
      mette.evaluation.submit({ projectId: open, commandId: newId(), baseVersion: 1 }),
    ).rejects.toMatchObject({
      cause: {
        fields: [
          { path: `outcomes.${outcome!.goalId}`, code: 'evaluation.causeClaimed', params: { word: 'virker' } },
          { path: 'worked', code: 'evaluation.causeClaimed', params: { word: 'langtidseffekt' } },
        ],
      },
    });
    expect((await mette.evaluation.show({ projectId: open })).status).toBe('draft');
    await mette.evaluation.set({ ...draft, commandId: newId(), baseVersion: 1, outcomes: [] });
    expect(await mette.evaluation.submit({ projectId: open, commandId: newId(), baseVersion: 2 })).toEqual({
      version: 3,
    });
  });

  it('gets no further beside what is frozen', async () => {
    const mette = await stage().as(email('mette'));
    const note = { projectId: storyId('project/fredagshallen-2025'), commandId: newId(), id: newId() };
    await expect(mette.evaluation.addNote({ ...note, text: 'Vi ser nu, at det virker.' })).rejects.toMatchObject({
      cause: { fields: [{ path: 'text', code: 'evaluation.causeClaimed', params: { word: 'virker' } }] },
    });
  });
});
