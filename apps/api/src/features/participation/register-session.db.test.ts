import { describe, expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { emailOf, expectFiguresExact, fresh, refuses, traceOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

const hall = storyId('project/fredagshallen-2026');
const tonight = '2026-11-13';
const lastWeek = '2026-11-06';

const counted = (boyCount: number, girlCount: number) => [
  { ageBand: '13-15' as const, gender: 'boy' as const, personCount: boyCount },
  { ageBand: '16-17' as const, gender: 'girl' as const, personCount: girlCount },
];
const held = (more: object = {}) => ({
  state: 'held' as const,
  headcounts: counted(15, 10),
  codes: [] as string[],
  firstTimeCount: 3,
  staffCount: 2,
  staffMinutes: 540,
  volunteerCount: 0,
  volunteerMinutes: 0,
  note: null,
  ...more,
});
const cancelled = {
  state: 'cancelled' as const,
  cancelledBy: 'venue' as const,
  cancelReason: 'Stævne i hallen',
  note: null,
};

async function sessionOn(
  stage: Stage,
  heldOn: string,
  projectId = hall,
): Promise<{ sessionId: string; baseVersion: number }> {
  const row = await stage.db
    .selectFrom('session')
    .where('projectId', '=', projectId)
    .where('heldOn', '=', heldOn)
    .select(['id', 'version'])
    .executeTakeFirstOrThrow();
  return { sessionId: row.id, baseVersion: row.version };
}
const figuresOf = (stage: Stage) =>
  stage.db.selectFrom('projectFigures').where('projectId', '=', hall).selectAll().executeTakeFirstOrThrow();

onBothDatabases('register a session', (stage) => {
  describe('climbs the ladder', () => {
    refuses(
      stage,
      async (caller) =>
        caller.participation.registerSession({
          ...fresh(),
          ...(await sessionOn(stage(), tonight)),
          registration: held(),
        }),
      [
        ['a member of the deciding body', 'birgitte', 'refused'],
        ['the data protection officer', 'kirsten', 'refused'],
        ['a funder', 'ane', 'missing'],
        ['an owner elsewhere in the municipality', 'rasmus', 'missing'],
        ['a partner of other projects', 'mikkel', 'missing'],
        ['a coordinator of another municipality', 'ole', 'missing'],
        ['a partner in another municipality', 'karsten', 'missing'],
      ],
    );

    it('answers a session that does not exist as one that is not yours', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const nowhere = { ...fresh(), sessionId: newId(), baseVersion: 1, registration: held() };
      await expect(jonas.participation.registerSession(nowhere)).rejects.toThrow('missing');
    });

    it('refuses an organisation that no longer registers', async () => {
      const registers = (value: boolean) =>
        stage().db.updateTable('partner').set({ registers: value }).where('projectId', '=', hall).execute();
      const jonas = await stage().as(emailOf('jonas'));
      const session = await sessionOn(stage(), tonight);
      await registers(false);
      await expect(
        jonas.participation.registerSession({ ...fresh(), ...session, registration: held() }),
      ).rejects.toThrow('refused');
      await registers(true);
    });

    it('shows a partner nothing of another organisation’s sessions', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const session = await sessionOn(stage(), '2026-11-20');
      const organisation = (organisationId: string | null) =>
        stage().db.updateTable('session').set({ organisationId }).where('id', '=', session.sessionId).execute();
      const own = await stage()
        .db.selectFrom('session')
        .where('id', '=', session.sessionId)
        .select('organisationId')
        .executeTakeFirstOrThrow();
      await organisation(null);
      await expect(jonas.participation.showSession({ sessionId: session.sessionId })).rejects.toThrow('missing');
      await expect(
        jonas.participation.registerSession({ ...fresh(), ...session, registration: cancelled }),
      ).rejects.toThrow('missing');
      await organisation(own.organisationId);
    });

    it('refuses visits before the session’s day, but takes a cancellation', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const session = await sessionOn(stage(), '2026-11-20');
      await expect(
        jonas.participation.registerSession({ ...fresh(), ...session, registration: held() }),
      ).rejects.toThrow('participation.tooEarly');
      const shown = await jonas.participation.registerSession({ ...fresh(), ...session, registration: cancelled });
      expect(shown).toMatchObject({ state: 'cancelled', cancelledBy: 'venue', cancelReason: 'Stævne i hallen' });
      await expectFiguresExact(stage(), hall);
    });

    it.each([
      ['a closed evaluation', 'evaluated'],
      ['a proposal', 'submitted'],
    ] as const)('refuses %s', async (_name, status) => {
      const setStatus = (value: 'evaluated' | 'submitted' | 'running') =>
        stage().db.updateTable('project').set({ status: value }).where('id', '=', hall).execute();
      const mette = await stage().as(emailOf('mette'));
      const session = await sessionOn(stage(), tonight);
      await setStatus(status);
      await expect(
        mette.participation.registerSession({ ...fresh(), ...session, registration: held() }),
      ).rejects.toThrow('participation.notOpen');
      await setStatus('running');
    });

    it('refuses the individual tier, with the reason', async () => {
      const mette = await stage().as(emailOf('mette'));
      const session = await sessionOn(stage(), tonight);
      const setTier = (tier: 'individual' | 'specific') =>
        stage().db.updateTable('project').set({ tier }).where('id', '=', hall).execute();
      await setTier('individual');
      await expect(
        mette.participation.registerSession({ ...fresh(), ...session, registration: held() }),
      ).rejects.toThrow('participation.individualTier');
      expect(await mette.participation.showSession({ sessionId: session.sessionId })).toMatchObject({
        abilities: { mayRegister: false },
      });
      await setTier('specific');
    });
  });

  describe('does it', () => {
    it('keeps headcounts, hours and figures, and leaves a trace', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const session = await sessionOn(stage(), tonight);
      const before = await figuresOf(stage());
      const shown = await jonas.participation.registerSession({ ...fresh(), ...session, registration: held() });
      expect(shown).toMatchObject({
        state: 'held',
        visitCount: 25,
        firstTimeCount: 3,
        staffMinutes: 540,
        registeredByName: 'Jonas Brandt',
        version: session.baseVersion + 1,
      });
      expect(shown.headcounts).toHaveLength(2);
      const after = await figuresOf(stage());
      expect(after).toMatchObject({
        plannedCount: before.plannedCount - 1,
        heldCount: before.heldCount + 1,
        visitCount: before.visitCount + 25,
        firstTimeCount: before.firstTimeCount + 3,
        heldMinutes: before.heldMinutes + 270,
        visitMinutes: before.visitMinutes + 25 * 270,
        staffMinutes: before.staffMinutes + 540,
      });
      expect(await traceOf(stage(), session.sessionId)).toContain('registerSession');
      await expectFiguresExact(stage(), hall);
    });

    it('corrects last week’s: rows that are gone go, others change, none are doubled', async () => {
      const mette = await stage().as(emailOf('mette'));
      const session = await sessionOn(stage(), lastWeek);
      const registration = held({
        headcounts: [...counted(0, 7), { ageBand: 'unknown', gender: 'other', personCount: 2 }],
      });
      const shown = await mette.participation.registerSession({ ...fresh(), ...session, registration });
      expect(shown.visitCount).toBe(9);
      expect(shown.headcounts.toSorted((a, b) => a.personCount - b.personCount)).toEqual([
        { ageBand: 'unknown', gender: 'other', personCount: 2 },
        { ageBand: '16-17', gender: 'girl', personCount: 7 },
      ]);
      await expectFiguresExact(stage(), hall);
    });

    it('a held evening that is corrected to cancelled leaves no counts, cards or hours behind', async () => {
      const mette = await stage().as(emailOf('mette'));
      const session = await sessionOn(stage(), lastWeek);
      const shown = await mette.participation.registerSession({ ...fresh(), ...session, registration: cancelled });
      expect(shown).toMatchObject({ state: 'cancelled', visitCount: null, firstTimeCount: null, staffMinutes: 0 });
      expect([shown.headcounts, shown.codes]).toEqual([[], []]);
      await expectFiguresExact(stage(), hall);
    });

    it('an evening nobody came to is held with 0, which is not cancelled and not unregistered', async () => {
      const mette = await stage().as(emailOf('mette'));
      const session = await sessionOn(stage(), lastWeek);
      const registration = held({ headcounts: [], firstTimeCount: 0 });
      const shown = await mette.participation.registerSession({ ...fresh(), ...session, registration });
      expect(shown).toMatchObject({ state: 'held', visitCount: 0, headcounts: [] });
      await expectFiguresExact(stage(), hall);
    });

    it('takes cards of this project and refuses any other, keeping what was there', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const cards = { projectId: hall, cardIds: [newId(), newId(), newId()] };
      await jonas.cards.issue({ ...fresh(), ...cards });
      const { codes } = await jonas.cards.list(cards);
      const session = await sessionOn(stage(), tonight);
      const typed = codes.map((code) => code.toLowerCase().replace('-', ' '));
      const shown = await jonas.participation.registerSession({
        ...fresh(),
        ...session,
        registration: held({ codes: typed }),
      });
      expect(shown.codes).toEqual(codes.toSorted());
      expect(shown.visitCount).toBe(25);
      const strange = { ...fresh(), ...session, baseVersion: shown.version, registration: held({ codes: ['QQ-QQQ'] }) };
      await expect(jonas.participation.registerSession(strange)).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        cause: { fields: [{ path: 'registration.codes.0', code: 'participation.unknownCode' }] },
      });
      expect((await jonas.participation.showSession({ sessionId: session.sessionId })).codes).toEqual(codes.toSorted());
    });
  });

  describe('can be repeated and collide without harm', () => {
    it('the same command twice changes nothing more', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const input = { ...fresh(), ...(await sessionOn(stage(), '2026-10-30')), registration: held() };
      const first = await jonas.participation.registerSession(input);
      const again = await jonas.participation.registerSession(input);
      expect(again).toEqual(first);
      await expectFiguresExact(stage(), hall);
    });

    it('a stale version conflicts and answers the stored one', async () => {
      const mette = await stage().as(emailOf('mette'));
      const session = await sessionOn(stage(), '2026-10-30');
      const stale = {
        ...fresh(),
        ...session,
        baseVersion: session.baseVersion - 1,
        registration: held({ firstTimeCount: 0 }),
      };
      await expect(mette.participation.registerSession(stale)).rejects.toMatchObject({
        code: 'CONFLICT',
        cause: { code: 'stale', current: { visitCount: 25, registeredByName: 'Jonas Brandt' } },
      });
    });

    it('two phones at once: one is kept, the other is shown both', async () => {
      const session = await sessionOn(stage(), '2026-10-23');
      const send = async (key: 'jonas' | 'mette', boyCount: number) =>
        (await stage().as(emailOf(key))).participation.registerSession({
          ...fresh(),
          ...session,
          registration: held({ headcounts: counted(boyCount, 3) }),
        });
      const results = await Promise.allSettled([send('jonas', 10), send('mette', 20)]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      await expectFiguresExact(stage(), hall);
    });
  });

  describe('tells clearly what is wrong', () => {
    it.each([
      ['more first-timers than visits', held({ firstTimeCount: 26 }), 'registration.firstTimeCount'],
      ['a negative count', held({ headcounts: counted(-1, 2) }), 'registration.headcounts.0.personCount'],
      ['too many in one place', held({ headcounts: counted(501, 0) }), 'registration.headcounts.0.personCount'],
      ['no reason for a cancellation', { ...cancelled, cancelReason: '' }, 'registration.cancelReason'],
      ['an unknown state', { state: 'maybe' }, 'registration.state'],
      ['nothing at all', undefined, 'registration'],
    ])('%s', async (_name, registration, path) => {
      const jonas = await stage().as(emailOf('jonas'));
      const input = { ...fresh(), ...(await sessionOn(stage(), tonight)), registration } as never;
      const error = await jonas.participation.registerSession(input).then(
        () => null,
        (caught: { code: string; cause: { issues: { path: string[] }[] } }) => caught,
      );
      expect(error?.code).toBe('BAD_REQUEST');
      expect(error?.cause.issues.map((issue) => issue.path.join('.'))).toContain(path);
    });

    it('a CPR number in the remark is stopped and not echoed', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const input = {
        ...fresh(),
        ...(await sessionOn(stage(), tonight)),
        registration: held({ note: 'Ring om 010108-1234' }),
      };
      const error = await jonas.participation.registerSession(input).catch((caught: Error) => caught);
      expect(String(error)).toContain('text.personalNumber');
      expect(JSON.stringify(error)).not.toContain('010108');
    });

    it('an id that is none is missing, never a failure', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      await expect(jonas.participation.showSession({ sessionId: 'x' })).rejects.toThrow('missing');
    });
  });
});
