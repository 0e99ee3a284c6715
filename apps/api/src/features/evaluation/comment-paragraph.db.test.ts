import { expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf as email } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const projectId = storyId('project/lommepengejob-2025');
const command = () => ({ projectId, commandId: newId() });
const written = {
  worked: 'Rigtig løn og den samme arbejdsleder.',
  didNotWork: 'Jobkonsulenten kom for sent ind.',
  forWhom: 'De 14–16-årige.',
  adaptations: null,
  costText: null,
  preconditions: null,
  recommendation: 'continue' as const,
  recommendationReason: 'Holdet blev ved.',
  outcomes: [],
};

onBothDatabases('comment on a paragraph', (stage) => {
  const comments = async (key: 'mette' | 'birgitte' | 'henrik' = 'mette') =>
    (await (await stage().as(email(key))).evaluation.show({ projectId })).comments;

  it('waits for an evaluation to read', async () => {
    const birgitte = await stage().as(email('birgitte'));
    const comment = { ...command(), id: newId(), paragraph: 'worked', text: 'Hvem var arbejdslederen?' };
    await expect(birgitte.evaluation.addComment(comment)).rejects.toThrow('evaluation.notSubmitted');
    const mette = await stage().as(email('mette'));
    await mette.evaluation.set({ ...command(), ...written, baseVersion: 0 });
    await mette.evaluation.submit({ ...command(), baseVersion: 1 });
  });

  it('is written by the body beside what it reads', async () => {
    const id = newId();
    await climb({
      stage: stage(),
      call: (caller, commandId) =>
        caller.evaluation.addComment({ projectId, commandId, id, paragraph: 'forWhom', text: 'Og de 13-årige?' }),
      refused: { mette: 'refused', henrik: 'refused', kirsten: 'refused', line: 'missing', ane: 'missing' },
      by: 'birgitte',
      action: 'addEvaluationComment',
      state: comments,
    });
    expect(await comments()).toMatchObject([
      { paragraph: 'forWhom', text: 'Og de 13-årige?', by: 'Birgitte Skov', settledAt: null, mayRemove: false },
    ]);
    expect((await comments('birgitte'))[0]?.mayRemove).toBe(true);
    // What the body asks of the owner is between the two of them.
    expect(await comments('henrik')).toEqual([]);
  });

  it('belongs to a paragraph that is there, and says nothing about anybody’s number', async () => {
    const birgitte = await stage().as(email('birgitte'));
    const send = (more: object) =>
      birgitte.evaluation.addComment({ ...command(), id: newId(), paragraph: 'worked', text: 'Hvordan?', ...more });
    await expect(send({ paragraph: 'nowhere' })).rejects.toThrow('invalid');
    await expect(send({ paragraph: `outcomes.${newId()}` })).rejects.toThrow('invalid');
    await expect(send({ text: 'Ring 010190-1234' })).rejects.toThrow('text.personalNumber');
  });

  it('can be taken back by whoever wrote it, and by nobody else', async () => {
    const birgitte = await stage().as(email('birgitte'));
    const id = newId();
    await birgitte.evaluation.addComment({ ...command(), id, paragraph: 'process', text: 'Tallet ser højt ud.' });
    await expect(
      (await stage().as(email('mette'))).evaluation.removeComment({ commandId: newId(), commentId: id }),
    ).rejects.toThrow('refused');
    await birgitte.evaluation.removeComment({ commandId: newId(), commentId: id });
    expect(await comments()).toHaveLength(1);
  });

  it('is reason enough to return it, and must be settled before it is sent again', async () => {
    const birgitte = await stage().as(email('birgitte'));
    const mette = await stage().as(email('mette'));
    const [comment] = await comments();
    const settle = { commentId: comment?.id ?? '', isSettled: true, answer: 'Skrevet ind i afsnittet.' };
    await expect(mette.evaluation.settleComment({ ...settle, commandId: newId() })).rejects.toThrow(
      'evaluation.underReview',
    );
    await birgitte.evaluation.return({ ...command(), baseVersion: 2, comment: null });
    await expect(mette.evaluation.submit({ ...command(), baseVersion: 3 })).rejects.toMatchObject({
      cause: { fields: [{ path: 'forWhom', code: 'evaluation.commentOpen', params: { by: 'Birgitte Skov' } }] },
    });
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.evaluation.settleComment({ ...settle, commandId }),
      refused: { birgitte: 'refused', henrik: 'refused', line: 'missing' },
      by: 'mette',
      action: 'settleEvaluationComment',
      state: async () => (await comments()).map(({ answer, settledBy }) => [answer, settledBy]),
    });
    await mette.evaluation.submit({ ...command(), baseVersion: 3 });
    expect((await comments('birgitte'))[0]).toMatchObject({
      answer: 'Skrevet ind i afsnittet.',
      settledBy: 'Mette Lindholm',
    });
    // Everything is settled: sent back once more, it needs a word of why.
    await expect(birgitte.evaluation.return({ ...command(), baseVersion: 4, comment: null })).rejects.toThrow(
      'evaluation.returnNeedsComment',
    );
  });
});
