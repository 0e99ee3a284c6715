import { describe, expect, it } from 'vitest';
import type { TRPCError } from '@trpc/server';
import { kioskGraceMinutes, maxWrongPins } from '@forspring/domain/participation/kiosk';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf, expectFiguresExact, fresh, problemOf, refuses, traceOf } from '@forspring/tests/ladder';
import { type Caller, newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';
import { declaredProcedures, sampleOf } from '@forspring/tests/sample-input';

const hall = storyId('project/fredagshallen-2026');
const tonight = '2026-11-13';
const lateEvening = new Date('2026-11-13T22:14:00Z');
const afterwards = new Date('2026-11-13T22:16:00Z');

async function sessionOn(stage: Stage, heldOn: string): Promise<string> {
  const session = await stage.db
    .selectFrom('session')
    .where('projectId', '=', hall)
    .where('heldOn', '=', heldOn)
    .select('id')
    .executeTakeFirstOrThrow();
  return session.id;
}

/** A kiosk opened by Jonas at tonight's session, and a caller for its browser. */
async function opened(stage: Stage, { pin = '4711', asksGender = false } = {}) {
  const sessionId = await sessionOn(stage, tonight);
  const kioskId = newId();
  const jonas = await stage.as(emailOf('jonas'));
  await jonas.kiosk.start({ ...fresh(), sessionId, kioskId, pin, asksGender });
  const token = stage.kioskTokens.at(-1) ?? '';
  return { sessionId, kioskId, jonas, token, kiosk: await stage.atKiosk(token) };
}

const tap = (sessionId: string, more: object = {}) => ({
  ...fresh(),
  sessionId,
  ageBand: '13-15' as const,
  gender: 'other' as const,
  code: null,
  isLate: false,
  ...more,
});

async function newCode(jonas: Caller): Promise<string> {
  const cards = { projectId: hall, cardIds: [newId()] };
  await jonas.cards.issue({ ...fresh(), ...cards });
  return (await jonas.cards.list(cards)).codes[0] ?? '';
}

onBothDatabases('a kiosk', (stage) => {
  describe('is opened', () => {
    refuses(
      stage,
      async (caller) => {
        const sessionId = await sessionOn(stage(), tonight);
        return caller.kiosk.start({ ...fresh(), sessionId, kioskId: newId(), pin: '4711', asksGender: false });
      },
      [
        ['a member of the deciding body', 'birgitte', 'refused'],
        ['the data protection officer', 'kirsten', 'refused'],
        ['a funder', 'ane', 'missing'],
        ['an owner elsewhere', 'rasmus', 'missing'],
        ['a partner in another municipality', 'karsten', 'missing'],
      ],
    );

    it('for tonight’s session by who may register it, once, with secret and PIN kept as hashes only', async () => {
      const sessionId = await sessionOn(stage(), tonight);
      const jonas = await stage().as(emailOf('jonas'));
      const input = { ...fresh(), sessionId, kioskId: newId(), pin: '471183', asksGender: true };
      const before = stage().kioskTokens.length;
      const { endsAt } = await jonas.kiosk.start(input);
      expect(endsAt).toBe('2026-11-13T22:15:00.000Z');
      await jonas.kiosk.start(input);
      expect(stage().kioskTokens.length).toBe(before + 1);
      const token = stage().kioskTokens.at(-1) ?? '';
      const row = await stage()
        .db.selectFrom('kiosk')
        .where('id', '=', input.kioskId)
        .selectAll()
        .executeTakeFirstOrThrow();
      expect(row.tokenHash).not.toContain(token);
      expect(row.pinHash).not.toContain(input.pin);
      const kept = JSON.stringify([
        await stage().db.selectFrom('commandReceipt').selectAll().execute(),
        await stage().db.selectFrom('auditEntry').selectAll().execute(),
      ]);
      expect(kept).not.toContain(token);
      expect(kept).not.toContain('471183');
      expect(await traceOf(stage(), input.kioskId)).toEqual(['startKiosk']);
    });

    it('not before the day, after the evening, when it is cancelled, nor for outreach or persons', async () => {
      const mette = await stage().as(emailOf('mette'));
      const start = async (caller: Caller, sessionId: string) =>
        problemOf(caller.kiosk.start({ ...fresh(), sessionId, kioskId: newId(), pin: '4711', asksGender: false }));
      expect(await start(mette, await sessionOn(stage(), '2026-11-20'))).toBe('participation.tooEarly');
      expect(await start(mette, await sessionOn(stage(), '2026-11-06'))).toBe('participation.noKiosk');
      const sessionId = await sessionOn(stage(), tonight);
      const late = await stage().as(emailOf('mette'), afterwards);
      expect(await start(late, sessionId)).toBe('participation.noKiosk');
      const jakob = await stage().as(emailOf('jakob'));
      const mentor = storyId('project/fodfaeste-2026');
      const person = newId();
      await stage()
        .db.insertInto('session')
        .values({
          id: person,
          projectId: mentor,
          title: 'Samtale',
          heldOn: tonight,
          startMinute: 1080,
          endMinute: 1350,
          state: 'planned',
          countUnit: 'visit',
        })
        .execute();
      expect(await start(jakob, person)).toBe('participation.individualTier');
    });

    it('with a PIN of four to six digits', async () => {
      const sessionId = await sessionOn(stage(), tonight);
      const jonas = await stage().as(emailOf('jonas'));
      for (const pin of ['123', '1234567', 'abcd'])
        expect(
          await problemOf(jonas.kiosk.start({ ...fresh(), sessionId, kioskId: newId(), pin, asksGender: false })),
        ).toBe('invalid');
    });
  });

  describe('reaches nothing else', () => {
    it('is asked to sign in by every other procedure there is', async () => {
      const { sessionId, kiosk } = await opened(stage());
      const own = /^(kiosk\.(show|registerTap|addPulse|endByPin)|surveys\.listAtKiosk)$/;
      const others = declaredProcedures().filter(({ path }) => !own.test(path) && path !== 'people.me');
      expect(others.length).toBeGreaterThan(100);
      const reached: string[] = [];
      for (const { path, schema } of others) {
        const [subject = '', name = ''] = path.split('.');
        const routers = kiosk as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
        const idAt = (key: string) => (key === 'projectId' ? hall : key === 'sessionId' ? sessionId : newId());
        const input = schema === null ? undefined : sampleOf(schema, { idAt, textAt: () => 'Fredag i hallen' });
        const answer = await routers[subject]?.[name]?.(input).then(
          () => 'reached',
          (error: TRPCError) => (error.cause as { code?: string } | undefined)?.code ?? error.message,
        );
        if (answer !== 'signIn') reached.push(`${path}: ${answer}`);
      }
      expect(reached).toEqual([]);
    }, 60_000);

    it('learns of itself only which session it stands at', async () => {
      const { sessionId, kiosk } = await opened(stage());
      expect(await kiosk.people.me()).toMatchObject({ user: null, memberships: [], kiosk: { sessionId } });
      const shown = await kiosk.kiosk.show({ sessionId });
      expect(Object.keys(shown).toSorted()).toEqual([
        'asksGender',
        'endMinute',
        'endsAt',
        'heldOn',
        'kioskId',
        'sessionId',
        'startMinute',
        'title',
        'usesCodes',
      ]);
    });

    it('finds no other session, and nothing at all once it has ended', async () => {
      const { sessionId, kiosk, jonas, kioskId, token } = await opened(stage());
      const other = await sessionOn(stage(), '2026-11-06');
      expect(await problemOf(kiosk.kiosk.show({ sessionId: other }))).toBe('missing');
      expect(await problemOf(kiosk.kiosk.registerTap(tap(other)))).toBe('missing');
      await jonas.kiosk.end({ ...fresh(), sessionId, kioskId });
      const ended = await stage().atKiosk(token);
      expect(await problemOf(ended.kiosk.show({ sessionId }))).toBe('signIn');
      expect(await problemOf(ended.kiosk.registerTap(tap(sessionId)))).toBe('signIn');
      expect(await traceOf(stage(), kioskId)).toEqual(['endKiosk', 'startKiosk']);
    });

    it(`ends by itself ${kioskGraceMinutes} minutes after the session`, async () => {
      const { sessionId, token } = await opened(stage());
      const late = await stage().atKiosk(token, lateEvening);
      expect(await problemOf(late.kiosk.show({ sessionId }))).toBe('done');
      const over = await stage().atKiosk(token, afterwards);
      expect(await problemOf(over.kiosk.show({ sessionId }))).toBe('signIn');
      const staff = await stage().as(emailOf('jonas'), afterwards);
      expect((await staff.kiosk.listOpened({ sessionId })).kiosks.some(({ isOpen }) => isOpen)).toBe(false);
    });

    it('is nobody, even while the browser still holds a sign-in: its own procedures ask staff for a kiosk', async () => {
      const sessionId = await sessionOn(stage(), tonight);
      const jonas = await stage().as(emailOf('jonas'));
      expect(await problemOf(jonas.kiosk.show({ sessionId }))).toBe('signIn');
      expect(await problemOf(jonas.kiosk.registerTap(tap(sessionId)))).toBe('signIn');
    });
  });

  describe('a tap', () => {
    it('is one more in the kiosk’s own entry, once however often it is sent, beside what phones count', async () => {
      const { sessionId, kioskId, jonas, kiosk } = await opened(stage());
      const before = (await jonas.participation.showSession({ sessionId })).visitCount ?? 0;
      const one = tap(sessionId);
      const answers = await Promise.all([1, 2, 3].map(() => kiosk.kiosk.registerTap(one)));
      expect(answers).toEqual([{ outcome: 'counted' }, { outcome: 'counted' }, { outcome: 'counted' }]);
      await kiosk.kiosk.registerTap(tap(sessionId, { ageBand: '16-17', gender: 'girl' }));
      const shown = await jonas.participation.showSession({ sessionId });
      expect(shown).toMatchObject({ state: 'held', visitCount: before + 2 });
      expect(shown.entries.find(({ deviceId }) => deviceId === kioskId)?.counts).toHaveLength(2);
      expect((await jonas.kiosk.listOpened({ sessionId })).kiosks.find(({ id }) => id === kioskId)?.tapCount).toBe(2);
      await expectFiguresExact(stage(), hall);
    });

    it('many at once all count', async () => {
      const { sessionId, jonas, kiosk } = await opened(stage());
      const before = (await jonas.participation.showSession({ sessionId })).visitCount ?? 0;
      await Promise.all(Array.from({ length: 12 }, () => kiosk.kiosk.registerTap(tap(sessionId))));
      expect((await jonas.participation.showSession({ sessionId })).visitCount).toBe(before + 12);
      await expectFiguresExact(stage(), hall);
    });

    it('with a card counts visit and card, kindly not twice the same evening, and never a card of nowhere', async () => {
      const { sessionId, jonas, kiosk } = await opened(stage());
      const code = await newCode(jonas);
      const before = (await jonas.participation.showSession({ sessionId })).visitCount ?? 0;
      expect(await kiosk.kiosk.registerTap(tap(sessionId, { code }))).toEqual({ outcome: 'counted' });
      expect(await kiosk.kiosk.registerTap(tap(sessionId, { code: `FS:${code}` }))).toEqual({ outcome: 'already' });
      expect(await kiosk.kiosk.registerTap(tap(sessionId, { code: 'CC-CCC' }))).toEqual({ outcome: 'unknownCard' });
      const shown = await jonas.participation.showSession({ sessionId });
      expect(shown.visitCount).toBe(before + 1);
      expect(shown.codes).toContain(code);
      await expectFiguresExact(stage(), hall);
    });

    it('that waited for the network counts the young person even when the card turns out to be of nowhere', async () => {
      const { sessionId, jonas, kiosk } = await opened(stage());
      const before = (await jonas.participation.showSession({ sessionId })).visitCount ?? 0;
      const late = tap(sessionId, { code: 'CC-CCC', isLate: true });
      expect(await kiosk.kiosk.registerTap(late)).toEqual({ outcome: 'counted' });
      expect((await jonas.participation.showSession({ sessionId })).visitCount).toBe(before + 1);
    });

    it('leaves no time anywhere: not in the trail, its receipt, the entry or the session’s history', async () => {
      const { sessionId, kioskId, token } = await opened(stage());
      const traces = (await stage().db.selectFrom('auditEntry').selectAll().execute()).length;
      const receipts = (await stage().db.selectFrom('commandReceipt').selectAll().execute()).length;
      const later = await stage().atKiosk(token, new Date('2026-11-13T19:47:00Z'));
      await later.kiosk.registerTap(tap(sessionId));
      expect((await stage().db.selectFrom('auditEntry').selectAll().execute()).length).toBe(traces);
      expect((await stage().db.selectFrom('commandReceipt').selectAll().execute()).length).toBe(receipts);
      const receipt = await stage()
        .db.selectFrom('kioskReceipt')
        .where('kioskId', '=', kioskId)
        .selectAll()
        .executeTakeFirstOrThrow();
      expect(Object.keys(receipt).toSorted()).toEqual(['id', 'kioskId', 'result']);
      const { openedAt } = await stage()
        .db.selectFrom('kiosk')
        .where('id', '=', kioskId)
        .select('openedAt')
        .executeTakeFirstOrThrow();
      const rows = await Promise.all([
        stage().db.selectFrom('sessionEntry').where('deviceId', '=', kioskId).select('at').execute(),
        stage().db.selectFrom('sessionChange').where('id', '=', kioskId).select('at').execute(),
      ]);
      expect(rows.flat()).toEqual([{ at: openedAt }, { at: openedAt }]);
    });
  });

  describe('the exit pulse', () => {
    const reply = { safe: 'yes', included: 'partly', fun: 'no' } as const;
    const pulseOf = async (caller: Caller, sessionId: string) => (await caller.kiosk.listOpened({ sessionId })).pulse;
    const clear = (sessionId: string) =>
      stage().db.deleteFrom('exitPulse').where('sessionId', '=', sessionId).execute();
    const endAll = () =>
      stage()
        .db.updateTable('kiosk')
        .set({ endedAt: new Date('2026-11-13T18:31:00Z') })
        .execute();

    it('is kept as counts of answers: no row of anybody, no time, no card', async () => {
      const { sessionId, kiosk } = await opened(stage());
      await clear(sessionId);
      const one = { ...fresh(), sessionId, answers: reply };
      await kiosk.kiosk.addPulse(one);
      await kiosk.kiosk.addPulse(one);
      await kiosk.kiosk.addPulse({ ...fresh(), sessionId, answers: { ...reply, safe: 'declined' } });
      const rows = await stage()
        .db.selectFrom('exitPulse')
        .where('sessionId', '=', sessionId)
        .orderBy('question')
        .orderBy('answer')
        .selectAll()
        .execute();
      expect(rows).toEqual([
        { sessionId, question: 'fun', answer: 'no', answerCount: 2 },
        { sessionId, question: 'included', answer: 'partly', answerCount: 2 },
        { sessionId, question: 'safe', answer: 'declined', answerCount: 1 },
        { sessionId, question: 'safe', answer: 'yes', answerCount: 1 },
      ]);
    });

    it('is shown to staff from five answers to a question, declined ones not counted, and not while a kiosk is open', async () => {
      const { sessionId, jonas, kiosk } = await opened(stage());
      await clear(sessionId);
      const say = (safe: 'yes' | 'declined') =>
        kiosk.kiosk.addPulse({ ...fresh(), sessionId, answers: { ...reply, safe } });
      for (let count = 0; count < 4; count += 1) await say('yes');
      await say('declined');
      expect(await pulseOf(jonas, sessionId)).toBeNull();
      await endAll();
      const few = await pulseOf(jonas, sessionId);
      expect(few?.find(({ question }) => question === 'safe')?.yes).toEqual({
        kind: 'withheld',
        reason: 'smallNumbers',
      });
      expect(few?.find(({ question }) => question === 'safe')?.total.kind).toBe('withheld');
      expect(few?.find(({ question }) => question === 'fun')).toMatchObject({
        no: { kind: 'value', value: 5 },
        yes: { kind: 'zero' },
        total: { kind: 'value', value: 5 },
      });
      const funder = await stage().as(emailOf('ane'));
      expect(await problemOf(funder.kiosk.listOpened({ sessionId }))).toBe('missing');
    });
  });

  describe('leaving', () => {
    it('needs the PIN; five wrong tries wait, also for the right one', async () => {
      const { sessionId, kioskId, kiosk, token } = await opened(stage(), { pin: '4711' });
      const enter = (caller: Caller, pin: string) => caller.kiosk.endByPin({ ...fresh(), sessionId, pin });
      for (let left = maxWrongPins - 1; left > 0; left -= 1)
        expect(await enter(kiosk, '0000')).toEqual({ outcome: 'wrongPin', triesLeft: left });
      expect((await enter(kiosk, '0000')).outcome).toBe('waiting');
      expect((await enter(kiosk, '4711')).outcome).toBe('waiting');
      expect(await problemOf(kiosk.kiosk.show({ sessionId }))).toBe('done');
      const later = await stage().atKiosk(token, new Date('2026-11-13T18:36:00Z'));
      expect(await enter(later, '4711')).toEqual({ outcome: 'left' });
      const gone = await stage().atKiosk(token, new Date('2026-11-13T18:37:00Z'));
      expect(await problemOf(gone.kiosk.show({ sessionId }))).toBe('signIn');
      expect(await traceOf(stage(), kioskId)).toEqual(['endKiosk', 'startKiosk']);
    });

    it('tries at once cannot get past the limit', async () => {
      const { sessionId, kiosk } = await opened(stage());
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          kiosk.kiosk.endByPin({ ...fresh(), sessionId, pin: String(5000 + index) }),
        ),
      );
      expect(answers.filter(({ outcome }) => outcome === 'wrongPin')).toHaveLength(maxWrongPins - 1);
    });

    it('forgets the receipts of its taps', async () => {
      const { sessionId, kioskId, kiosk } = await opened(stage());
      await kiosk.kiosk.registerTap(tap(sessionId));
      await kiosk.kiosk.endByPin({ ...fresh(), sessionId, pin: '4711' });
      const left = await stage().db.selectFrom('kioskReceipt').where('kioskId', '=', kioskId).select('id').execute();
      expect(left).toEqual([]);
    });
  });

  it('is ended by staff from another browser, by the ladder', async () => {
    const { sessionId, kioskId } = await opened(stage());
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.kiosk.end({ commandId, sessionId, kioskId }),
      refused: { birgitte: 'refused', kirsten: 'refused', ane: 'missing', rasmus: 'missing', karsten: 'missing' },
      by: 'mette',
      action: 'endKiosk',
      state: () => stage().db.selectFrom('kiosk').where('id', '=', kioskId).select('endedAt').execute(),
    });
  });
});
