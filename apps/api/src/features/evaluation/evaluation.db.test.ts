import { expect, it } from 'vitest';
import { frozenEvaluation } from '@forspring/domain/evaluation/frozen-evaluation';
import { storyPeople } from '@forspring/samples/people';
import { storyId } from '@forspring/samples/story-id';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';
import { contentHashOf } from '@forspring/database/evaluation/content-hash';

const email = (key: string) => storyPeople.find((one) => one.key === key)?.email ?? key;
/** Closed last year; its owner still owes the evaluation. */
const projectId = storyId('project/lommepengejob-2025');
const running = storyId('project/fredagshallen-2026');
const frozenBefore = storyId('project/fredagshallen-2025');
const command = () => ({ commandId: newId() });

const written = {
  worked: 'Rigtig løn og den samme arbejdsleder.',
  didNotWork: 'Jobkonsulenten kom for sent ind.',
  forWhom: '14–16-årige uden netværk i butikkerne.',
  adaptations: null,
  costText: 'Løn til unge blev billigere end budgetteret.',
  preconditions: null,
  recommendation: 'continue' as const,
  recommendationReason: 'Fortsæt, og lad jobkonsulenten begynde fra første uge.',
  outcomes: [],
};
const draft = (baseVersion: number, more: object = {}) => ({
  ...command(),
  projectId,
  baseVersion,
  ...written,
  ...more,
});

type Caller = Awaited<ReturnType<Stage['as']>>;

function refusals(stage: () => Stage, send: (caller: Caller) => Promise<unknown>, refused: string[]): void {
  it('asks to sign in', async () => {
    await expect(send(await stage().as(null))).rejects.toThrow('signIn');
  });
  it.each(refused.map((key) => [key]))('refuses %s', async (key) => {
    await expect(send(await stage().as(email(key)))).rejects.toThrow('refused');
  });
  it.each([['ane'], ['rasmus'], ['line'], ['ole'], ['grete']])('is not there for %s', async (key) => {
    await expect(send(await stage().as(email(key)))).rejects.toThrow('missing');
  });
}

onBothDatabases('write an evaluation', (stage) => {
  refusals(stage, (caller) => caller.evaluation.set(draft(0)), ['birgitte', 'henrik', 'kirsten']);

  it('refuses a project that has not ended, and one that is frozen', async () => {
    const mette = await stage().as(email('mette'));
    await expect(mette.evaluation.set({ ...draft(0), projectId: running })).rejects.toThrow('evaluation.notEvaluable');
    await expect(mette.evaluation.set({ ...draft(1), projectId: frozenBefore })).rejects.toThrow('evaluation.frozen');
  });

  it('begins it, keeps what is written from others, counts versions and leaves a trace of names only', async () => {
    const mette = await stage().as(email('mette'));
    const first = draft(0, { worked: 'Rigtig løn' });
    expect(await mette.evaluation.set(first)).toMatchObject({ version: 1 });
    expect(await mette.evaluation.set(first)).toMatchObject({ version: 1 });
    await expect(mette.evaluation.set(draft(0))).rejects.toMatchObject({
      cause: { code: 'stale', current: { worked: 'Rigtig løn', version: 1 } },
    });
    expect(await mette.evaluation.set(draft(1))).toMatchObject({ version: 2 });
    const own = await mette.evaluation.show({ projectId });
    expect(own).toMatchObject({
      status: 'draft',
      isHidden: false,
      worked: written.worked,
      abilities: { write: true, review: false },
    });
    const others = await (await stage().as(email('birgitte'))).evaluation.show({ projectId });
    expect(others).toMatchObject({
      status: 'draft',
      isHidden: true,
      worked: '',
      recommendation: null,
      gaps: [],
      abilities: { write: false, review: false },
    });
    const trace = await stage().db.selectFrom('auditEntry').where('action', '=', 'setEvaluation').selectAll().execute();
    expect(trace).toHaveLength(2);
    expect(JSON.stringify(trace)).not.toContain('Rigtig');
  });

  it('fills in what the system knows', async () => {
    const { process, outcomes } = await (await stage().as(email('mette'))).evaluation.show({ projectId });
    const figures = await stage()
      .db.selectFrom('projectFigures')
      .where('projectId', '=', projectId)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(process.heldCount).toBe(figures.heldCount);
    expect(process.sessionCount).toBe(figures.plannedCount + figures.heldCount + figures.cancelledCount);
    expect(process.visits).toEqual({ kind: 'value', value: figures.visitCount });
    expect(process.spentCashOere).toBe(figures.spentCashOere);
    expect(outcomes.length).toBe(figures.goalCount);
    for (const outcome of outcomes) expect(outcome.attainment).toBe(outcome.proposed);
  });

  it('stops a personal number, a goal that is not there and a text without end', async () => {
    const mette = await stage().as(email('mette'));
    const versionOf = async () => (await mette.evaluation.show({ projectId })).version;
    await expect(mette.evaluation.set(draft(await versionOf(), { worked: 'Ring til 010190-1234' }))).rejects.toThrow(
      'text.personalNumber',
    );
    await expect(
      mette.evaluation.set(
        draft(await versionOf(), { outcomes: [{ goalId: newId(), attainment: 'achieved', comment: null }] }),
      ),
    ).rejects.toMatchObject({ cause: { fields: [{ path: 'outcomes.0.goalId' }] } });
    await expect(mette.evaluation.set(draft(await versionOf(), { worked: 'a'.repeat(4001) }))).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(
      mette.evaluation.set({ ...draft(await versionOf()), recommendation: 'medal' as never }),
    ).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

onBothDatabases('submit, return and approve an evaluation', (stage) => {
  it('climbs from an empty page to a frozen one', async () => {
    const mette = await stage().as(email('mette'));
    const birgitte = await stage().as(email('birgitte'));
    const submit = (baseVersion: number) => ({ ...command(), projectId, baseVersion });

    // Nothing written: told what is missing.
    await expect(mette.evaluation.submit(submit(0))).rejects.toMatchObject({
      cause: { code: 'evaluation.incomplete' },
    });
    await mette.evaluation.set(draft(0, { forWhom: null, recommendation: null }));
    await expect(mette.evaluation.submit(submit(1))).rejects.toMatchObject({
      cause: { fields: [{ path: 'forWhom' }, { path: 'recommendation' }] },
    });
    // A judgement against the numbers needs its reason.
    const [outcome] = (await mette.evaluation.show({ projectId })).outcomes;
    const other = outcome!.proposed === 'achieved' ? ('partly' as const) : ('achieved' as const);
    await mette.evaluation.set(draft(1, { outcomes: [{ goalId: outcome!.goalId, attainment: other, comment: null }] }));
    await expect(mette.evaluation.submit(submit(2))).rejects.toMatchObject({
      cause: { fields: [{ path: `outcomes.${outcome!.goalId}`, code: 'evaluation.judgementNeedsComment' }] },
    });
    await mette.evaluation.set(
      draft(2, { outcomes: [{ goalId: outcome!.goalId, attainment: other, comment: 'Butikkerne lukkede i uge 30.' }] }),
    );

    // Who may not submit; then it is submitted, and stands still.
    await expect((await stage().as(null)).evaluation.submit(submit(3))).rejects.toThrow('signIn');
    for (const key of ['birgitte', 'henrik', 'kirsten'])
      await expect((await stage().as(email(key))).evaluation.submit(submit(3))).rejects.toThrow('refused');
    await expect((await stage().as(email('line'))).evaluation.submit(submit(3))).rejects.toThrow('missing');
    await expect(birgitte.evaluation.approve({ ...submit(3), comment: null })).rejects.toThrow(
      'evaluation.notSubmitted',
    );
    await expect(mette.evaluation.submit(submit(1))).rejects.toThrow('stale');
    expect(await mette.evaluation.submit(submit(3))).toEqual({ version: 4 });
    await expect(mette.evaluation.set(draft(4))).rejects.toThrow('evaluation.underReview');
    const goals = await stage()
      .db.selectFrom('goalOutcome')
      .innerJoin('evaluation', 'evaluation.id', 'goalOutcome.evaluationId')
      .where('evaluation.projectId', '=', projectId)
      .selectAll('goalOutcome')
      .execute();
    expect(goals).toHaveLength((await mette.evaluation.show({ projectId })).outcomes.length);

    // The body reads it, and returns it with a comment.
    const read = await birgitte.evaluation.show({ projectId });
    expect(read).toMatchObject({
      status: 'submitted',
      isHidden: false,
      worked: written.worked,
      submittedBy: 'Mette Lindholm',
      abilities: { review: true },
    });
    const giveBack = (baseVersion: number, comment = 'Skriv, hvad de 13-årige fik ud af det.') => ({
      ...submit(baseVersion),
      comment,
    });
    for (const key of ['mette', 'henrik', 'kirsten'])
      await expect((await stage().as(email(key))).evaluation.return(giveBack(4))).rejects.toThrow('refused');
    await expect((await stage().as(null)).evaluation.return(giveBack(4))).rejects.toThrow('signIn');
    await expect((await stage().as(email('grete'))).evaluation.return(giveBack(4))).rejects.toThrow('missing');
    await expect(birgitte.evaluation.return(giveBack(4, ' '))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(birgitte.evaluation.return(giveBack(3))).rejects.toThrow('stale');
    expect(await birgitte.evaluation.return(giveBack(4))).toEqual({ version: 5 });
    expect(await mette.evaluation.show({ projectId })).toMatchObject({
      status: 'returned',
      returnComment: 'Skriv, hvad de 13-årige fik ud af det.',
      abilities: { write: true },
    });

    // Mended, submitted again, approved and frozen.
    await mette.evaluation.set(
      draft(5, {
        forWhom: 'De 13-årige måtte for lidt.',
        outcomes: [{ goalId: outcome!.goalId, attainment: other, comment: 'Butikkerne lukkede i uge 30.' }],
      }),
    );
    await mette.evaluation.submit(submit(6));
    const approve = (baseVersion: number) => ({ ...submit(baseVersion), comment: null });
    for (const key of ['mette', 'henrik', 'kirsten'])
      await expect((await stage().as(email(key))).evaluation.approve(approve(7))).rejects.toThrow('refused');
    await expect((await stage().as(null)).evaluation.approve(approve(7))).rejects.toThrow('signIn');
    await expect((await stage().as(email('grete'))).evaluation.approve(approve(7))).rejects.toThrow('missing');
    await expect(birgitte.evaluation.approve(approve(6))).rejects.toThrow('stale');
    await expect(birgitte.evaluation.verify({ projectId })).rejects.toThrow('evaluation.notFrozen');
    const approval = approve(7);
    const approved = await birgitte.evaluation.approve(approval);
    expect(await birgitte.evaluation.approve(approval)).toEqual(approved);

    const row = await stage()
      .db.selectFrom('evaluation')
      .where('projectId', '=', projectId)
      .selectAll()
      .executeTakeFirstOrThrow();
    const frozen = frozenEvaluation.parse(row.frozen);
    expect(row.contentHash).toBe(contentHashOf(row.frozen));
    expect(frozen).toMatchObject({
      forWhom: 'De 13-årige måtte for lidt.',
      approvedBy: 'Birgitte Skov',
      submittedBy: 'Mette Lindholm',
      suppression: { municipality: 5, funder: 10 },
    });
    expect(frozen.goals.every((goal) => goal.indicator !== null && goal.indicator.version >= 1)).toBe(true);
    const project = await stage()
      .db.selectFrom('project')
      .where('id', '=', projectId)
      .select(['status'])
      .executeTakeFirstOrThrow();
    expect(project.status).toBe('evaluated');
    const steps = await stage()
      .db.selectFrom('projectStep')
      .where('projectId', '=', projectId)
      .where('toStatus', '=', 'evaluated')
      .selectAll()
      .execute();
    expect(steps).toHaveLength(1);
    expect(steps[0]?.fromStatus).toBe('closed');
    const card = await stage()
      .db.selectFrom('learningCard')
      .where('projectId', '=', projectId)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(card).toMatchObject({
      recommendation: 'continue',
      isStopped: false,
      worked: written.worked,
      forWhom: 'De 13-årige måtte for lidt.',
    });
    const traces = await stage()
      .db.selectFrom('auditEntry')
      .where('projectId', '=', projectId)
      .where('subjectKind', '=', 'evaluation')
      .select('action')
      .execute();
    expect(traces.map((trace) => trace.action).sort()).toEqual([
      'approveEvaluation',
      'returnEvaluation',
      'setEvaluation',
      'setEvaluation',
      'setEvaluation',
      'setEvaluation',
      'submitEvaluation',
      'submitEvaluation',
    ]);

    // Nothing changes it any more.
    await expect(mette.evaluation.set(draft(8))).rejects.toThrow('evaluation.frozen');
    await expect(mette.evaluation.submit(submit(8))).rejects.toThrow('evaluation.frozen');
    await expect(birgitte.evaluation.return(giveBack(8))).rejects.toThrow('evaluation.frozen');
    await expect(birgitte.evaluation.approve(approve(8))).rejects.toThrow('evaluation.frozen');
    const goalId = frozen.goals[0]!.id;
    await expect(
      mette.goals.addMeasurement({
        ...command(),
        goalId,
        id: newId(),
        measuredOn: '2026-11-12',
        value: 1,
        missing: null,
        numeratorCount: null,
        baseCount: null,
        method: 'count',
        note: null,
      }),
    ).rejects.toThrow('goal.notMeasurable');
    expect(await mette.evaluation.verify({ projectId })).toMatchObject({
      isUnchanged: true,
      contentHash: row.contentHash,
    });
    await stage()
      .db.updateTable('measurement')
      .set({ note: 'Ændret bag om ryggen' })
      .where('goalId', '=', goalId)
      .execute();
    expect(await mette.evaluation.show({ projectId })).toMatchObject({
      status: 'approved',
      forWhom: 'De 13-årige måtte for lidt.',
      abilities: { write: false, submit: false, review: false, addNote: true },
    });
    expect(await mette.evaluation.verify({ projectId })).toMatchObject({ isUnchanged: true });
  });

  it('sees that frozen content was tampered with', async () => {
    const { db } = stage();
    const row = await db
      .selectFrom('evaluation')
      .where('projectId', '=', frozenBefore)
      .select(['frozen'])
      .executeTakeFirstOrThrow();
    const mette = await stage().as(email('mette'));
    expect(await mette.evaluation.verify({ projectId: frozenBefore })).toMatchObject({ isUnchanged: true });
    await db
      .updateTable('evaluation')
      .set({ frozen: JSON.stringify({ ...(row.frozen as object), year: 1999 }) })
      .where('projectId', '=', frozenBefore)
      .execute();
    expect(await mette.evaluation.verify({ projectId: frozenBefore })).toMatchObject({ isUnchanged: false });
  });

  it('lets nobody approve what they submitted, even when they sit on the body', async () => {
    const { db } = stage();
    const id = storyId('project/sidste-skoledag-2026');
    const on = await db
      .selectFrom('project')
      .where('id', '=', id)
      .select(['bodyId', 'municipalityId'])
      .executeTakeFirstOrThrow();
    const henrik = await db
      .selectFrom('appUser')
      .where('email', '=', email('henrik'))
      .select('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('membership')
      .values({
        id: newId(),
        userId: henrik.id,
        role: 'committeeMember',
        placeKind: 'body',
        placeId: on.bodyId!,
        municipalityId: on.municipalityId,
        createdAt: new Date(),
        endedAt: null,
      })
      .execute();
    await db.updateTable('evaluation').set({ submittedById: henrik.id }).where('projectId', '=', id).execute();
    const caller = await stage().as(email('henrik'));
    const { version, abilities } = await caller.evaluation.show({ projectId: id });
    expect(abilities.review).toBe(false);
    await expect(
      caller.evaluation.approve({ ...command(), projectId: id, baseVersion: version, comment: null }),
    ).rejects.toThrow('evaluation.ownSubmission');
    await expect(
      caller.evaluation.return({ ...command(), projectId: id, baseVersion: version, comment: 'Ret det.' }),
    ).rejects.toThrow('evaluation.ownSubmission');
  });
});

onBothDatabases('note on a frozen evaluation', (stage) => {
  const note = (more: object = {}) => ({
    ...command(),
    projectId: frozenBefore,
    id: newId(),
    text: 'Tallet for klager var fem.',
    ...more,
  });
  refusals(stage, (caller) => caller.evaluation.addNote(note()), ['kirsten']);

  it('refuses where nothing is frozen', async () => {
    await expect((await stage().as(email('mette'))).evaluation.addNote(note({ projectId }))).rejects.toThrow(
      'evaluation.notFrozen',
    );
  });

  it('adds it once, beside what is frozen, and leaves a trace', async () => {
    const mette = await stage().as(email('mette'));
    const input = note();
    await mette.evaluation.addNote(input);
    await mette.evaluation.addNote(input);
    const shown = await mette.evaluation.show({ projectId: frozenBefore });
    expect(shown.notes.filter((one) => one.id === input.id)).toEqual([
      expect.objectContaining({ text: 'Tallet for klager var fem.', by: 'Mette Lindholm' }),
    ]);
    expect(await mette.evaluation.verify({ projectId: frozenBefore })).toMatchObject({ isUnchanged: true });
    expect(
      await stage().db.selectFrom('auditEntry').where('subjectId', '=', input.id).select('action').execute(),
    ).toEqual([{ action: 'addEvaluationNote' }]);
    await expect(mette.evaluation.addNote(note({ text: ' ' }))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
