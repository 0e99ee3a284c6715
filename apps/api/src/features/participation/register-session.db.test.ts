import { describe, expect, it } from 'vitest';
import type { SessionEntry } from '@forspring/domain/participation/session-entry';
import {
  emptyEntry,
  setCard,
  setCount,
  setFact,
  setFirstTimeCount,
} from '@forspring/domain/participation/session-entry.rules';
import {
  boys,
  cancelled,
  counted,
  fact,
  girls,
  hall,
  held,
  lastWeek,
  outcome,
  sessionOn,
  tonight,
} from '@forspring/tests/evenings';
import { emailOf, expectFiguresExact, fresh, refuses, traceOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

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
          entry: held(),
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
      const nowhere = { ...fresh(), sessionId: newId(), entry: held() };
      await expect(jonas.participation.registerSession(nowhere)).rejects.toThrow('missing');
    });

    it('refuses an organisation that no longer registers', async () => {
      const registers = (value: boolean) =>
        stage().db.updateTable('partner').set({ registers: value }).where('projectId', '=', hall).execute();
      const jonas = await stage().as(emailOf('jonas'));
      const session = await sessionOn(stage(), tonight);
      await registers(false);
      await expect(jonas.participation.registerSession({ ...fresh(), ...session, entry: held() })).rejects.toThrow(
        'refused',
      );
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
      await expect(jonas.participation.registerSession({ ...fresh(), ...session, entry: cancelled() })).rejects.toThrow(
        'missing',
      );
      await organisation(own.organisationId);
    });

    it('refuses visits before the session’s day, but takes a cancellation', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const session = await sessionOn(stage(), '2026-11-20');
      await expect(jonas.participation.registerSession({ ...fresh(), ...session, entry: held() })).rejects.toThrow(
        'participation.tooEarly',
      );
      const shown = await jonas.participation.registerSession({ ...fresh(), ...session, entry: cancelled() });
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
      await expect(mette.participation.registerSession({ ...fresh(), ...session, entry: held() })).rejects.toThrow(
        'participation.notOpen',
      );
      await setStatus('running');
    });

    it('refuses the individual tier, with the reason', async () => {
      const mette = await stage().as(emailOf('mette'));
      const session = await sessionOn(stage(), tonight);
      const setTier = (tier: 'individual' | 'specific') =>
        stage().db.updateTable('project').set({ tier }).where('id', '=', hall).execute();
      await setTier('individual');
      await expect(mette.participation.registerSession({ ...fresh(), ...session, entry: held() })).rejects.toThrow(
        'participation.individualTier',
      );
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
      const shown = await jonas.participation.registerSession({ ...fresh(), ...session, entry: held() });
      expect(shown).toMatchObject({
        state: 'held',
        visitCount: 25,
        firstTimeCount: 3,
        staffMinutes: 540,
        registeredByName: 'Jonas Brandt',
        entries: [{ byName: 'Jonas Brandt', revision: 1 }],
        changes: [{ byName: 'Jonas Brandt', before: { state: 'planned' }, after: { state: 'held', visitCount: 25 } }],
      });
      expect(shown.headcounts).toHaveLength(2);
      expect(await jonas.participation.showSession(session)).toEqual(shown);
      expect(await jonas.participation.showVersion(session)).toEqual({ version: shown.version });
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

    it('corrects last week’s from a desk: rows that are gone go, others change, none are doubled', async () => {
      const mette = await stage().as(emailOf('mette'));
      const session = await sessionOn(stage(), lastWeek);
      const { entries, headcounts } = await mette.participation.showSession(session);
      expect(headcounts.length).toBeGreaterThan(3);
      let desk: SessionEntry = emptyEntry(newId());
      for (const place of headcounts) desk = setCount(entries, desk, place, 0);
      desk = setCount(entries, desk, girls, 7);
      desk = setCount(entries, desk, { ageBand: 'unknown', gender: 'other', fromMinute: 0 }, 2);
      desk = setFirstTimeCount(entries, desk, 1);
      const shown = await mette.participation.registerSession({ ...fresh(), ...session, entry: desk });
      expect(shown).toMatchObject({ visitCount: 9, firstTimeCount: 1 });
      expect(shown.headcounts).toEqual([
        { ...girls, personCount: 7 },
        { ageBand: 'unknown', gender: 'other', fromMinute: 0, personCount: 2 },
      ]);
      await expectFiguresExact(stage(), hall);
    });

    it('a held evening that is corrected to cancelled leaves no counts, cards, mood or hours behind', async () => {
      const mette = await stage().as(emailOf('mette'));
      const session = await sessionOn(stage(), lastWeek);
      const { entries } = await mette.participation.showSession(session);
      const entry = setFact(entries, emptyEntry(newId()), 'outcome', outcome.value);
      const shown = await mette.participation.registerSession({ ...fresh(), ...session, entry });
      expect(shown).toMatchObject({ state: 'cancelled', visitCount: null, firstTimeCount: null, staffMinutes: 0 });
      expect([shown.headcounts, shown.codes, shown.mood]).toEqual([[], [], null]);
      await expectFiguresExact(stage(), hall);
    });

    it('an evening nobody came to is held with 0, which is not cancelled and not unregistered', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const session = await sessionOn(stage(), '2026-10-23');
      const entry = held({ counts: [], firstTimeCount: 0 });
      const shown = await jonas.participation.registerSession({ ...fresh(), ...session, entry });
      expect(shown).toMatchObject({ state: 'held', visitCount: 0, headcounts: [] });
      await expectFiguresExact(stage(), hall);
    });

    it('what is undone is unregistered again', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const session = await sessionOn(stage(), '2026-10-02');
      const entry = held({ facts: {} });
      const send = (own: SessionEntry) => jonas.participation.registerSession({ ...fresh(), ...session, entry: own });
      expect(await send(entry)).toMatchObject({ state: 'held', visitCount: 25 });
      const undone = { ...entry, revision: 2, counts: [], firstTimeCount: null };
      expect(await send(undone)).toMatchObject({ state: 'unregistered', visitCount: null, staffCount: 0 });
      await expectFiguresExact(stage(), hall);
    });

    it('counts in time bands, and keeps mood, core elements and remark', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const session = await sessionOn(stage(), '2026-10-02');
      const early = { ...boys, fromMinute: 1080 };
      const late = { ...boys, fromMinute: 1200 };
      let entry: SessionEntry = setCount([], emptyEntry(newId()), early, 8);
      entry = setCount([], entry, late, 5);
      entry = setFact([], entry, 'mood', 4);
      entry = setFact([], entry, 'elements', [2, 0, 29]);
      entry = setFact([], entry, 'note', 'Mange nye.');
      const shown = await jonas.participation.registerSession({ ...fresh(), ...session, entry });
      expect(shown).toMatchObject({ visitCount: 13, mood: 4, note: 'Mange nye.', timeBands: [1080, 1200] });
      expect(shown.headcounts).toEqual([
        { ...early, personCount: 8 },
        { ...late, personCount: 5 },
      ]);
      // There is no thirtieth element in this recipe.
      expect(shown.deliveredElements).toEqual([0, 2]);
      expect(shown.coreElements[2]).toBe('Fællesspisning');
      await expectFiguresExact(stage(), hall);
    });

    it('takes cards of this project; any other counts nothing, is named, and never stops the evening', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const cards = { projectId: hall, cardIds: [newId(), newId(), newId()] };
      await jonas.cards.issue({ ...fresh(), ...cards });
      const { codes } = await jonas.cards.list(cards);
      const [lost = '', ...kept] = codes.toSorted();
      await stage()
        .db.updateTable('participantCode')
        .set({ lostOn: tonight })
        .where('projectId', '=', hall)
        .where('code', '=', lost)
        .execute();
      const session = await sessionOn(stage(), tonight);
      let phone: SessionEntry = emptyEntry(newId());
      for (const code of [...codes, 'QQ-QQQ']) phone = setCard([], phone, code, true);
      const entry = { ...phone, codes: phone.codes.map((one) => ({ ...one, code: one.code.toLowerCase() })) };
      const shown = await jonas.participation.registerSession({ ...fresh(), ...session, entry });
      expect(shown.codes).toEqual(kept);
      expect(shown.unknownCodes).toEqual([lost, 'QQ-QQQ'].toSorted());
      expect(shown.visitCount).toBe(25);
      expect(await jonas.participation.showSession(session)).toEqual(shown);
    });
  });

  describe('tells clearly what is wrong', () => {
    it.each([
      ['too many in one place', held({ counts: counted(501, 0) }), 'entry.counts.0.personCount'],
      ['a place counted twice', held({ counts: [...counted(1, 2), ...counted(3, 4)] }), 'entry.counts'],
      ['no revision', held({ revision: 0 }), 'entry.revision'],
      ['no device', held({ deviceId: 'mine' }), 'entry.deviceId'],
      [
        'no reason for a cancellation',
        held({ facts: { outcome: fact({ ...outcome.value, cancelReason: '' }) } }),
        'entry.facts.outcome.value.cancelReason',
      ],
      [
        'an unknown state',
        held({ facts: { outcome: fact({ state: 'maybe' }) as never } }),
        'entry.facts.outcome.value.state',
      ],
      [
        'hours without adults',
        held({ facts: { staff: fact({ count: 0, minutes: 60 }) } }),
        'entry.facts.staff.value.minutes',
      ],
      ['a card that is none', held({ codes: [{ code: 'Amina K', times: 1 }] }), 'entry.codes.0.code'],
      ['nothing at all', undefined, 'entry'],
    ])('%s', async (_name, entry, path) => {
      const jonas = await stage().as(emailOf('jonas'));
      const input = { ...fresh(), ...(await sessionOn(stage(), tonight)), entry } as never;
      const error = await jonas.participation.registerSession(input).then(
        () => null,
        (caught: { code: string; cause: { issues: { path: string[] }[] } }) => caught,
      );
      expect(error?.code).toBe('BAD_REQUEST');
      expect(error?.cause.issues.map((issue) => issue.path.join('.'))).toContain(path);
    });

    it('outreach has no first-timers', async () => {
      const mette = await stage().as(emailOf('mette'));
      const session = await sessionOn(stage(), '2026-10-09');
      const unit = (countUnit: 'visit' | 'contact') =>
        stage().db.updateTable('session').set({ countUnit }).where('id', '=', session.sessionId).execute();
      await unit('contact');
      await expect(
        mette.participation.registerSession({ ...fresh(), ...session, entry: held() }),
      ).rejects.toMatchObject({
        cause: { fields: [{ path: 'entry.firstTimeCount', code: 'participation.noFirstTimers' }] },
      });
      await unit('visit');
    });

    it('a CPR number in the remark is stopped and not echoed', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const entry = held({ facts: { note: fact('Ring om 010108-1234') } });
      const input = { ...fresh(), ...(await sessionOn(stage(), tonight)), entry };
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
