import { describe, expect, it } from 'vitest';
import { maxIssuedCodes } from '@forspring/domain/participation/participant-code';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf, fresh, problemOf, refuses, traceOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const hall = storyId('project/fredagshallen-2026');
const house = storyId('project/de-unges-hus-2026');
const mentor = storyId('project/fodfaeste-2026');
const nextDay = new Date('2026-11-14T18:30:00Z');
const ids = (count: number) => Array.from({ length: count }, newId);

onBothDatabases('cards', (stage) => {
  const issue = async (count: number, key: 'jonas' | 'mette' = 'jonas') => {
    const caller = await stage().as(emailOf(key));
    const cardIds = ids(count);
    await caller.cards.issue({ ...fresh(), projectId: hall, cardIds });
    return { caller, cardIds };
  };

  describe('issuing', () => {
    refuses(stage, (caller) => caller.cards.issue({ ...fresh(), projectId: hall, cardIds: ids(2) }), [
      ['a member of the deciding body', 'birgitte', 'refused'],
      ['the data protection officer', 'kirsten', 'refused'],
      ['a funder', 'ane', 'missing'],
      ['an owner elsewhere', 'rasmus', 'missing'],
      ['a partner in another municipality', 'karsten', 'missing'],
    ]);

    it('issues so many that no two are alike, in the form of a card, once, and leaves a trace', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const input = { ...fresh(), projectId: hall, cardIds: ids(100) };
      expect(await jonas.cards.issue(input)).toEqual({ issuedOn: '2026-11-13', issuedCount: 100 });
      const { codes } = await jonas.cards.list({ projectId: hall, cardIds: input.cardIds });
      expect(new Set(codes).size).toBe(100);
      for (const code of codes) expect(code).toMatch(/^[CDFHJKMNPRTVWX3479]{2}-[CDFHJKMNPRTVWX3479]{3}$/);
      await jonas.cards.issue(input);
      expect((await jonas.cards.list({ projectId: hall, cardIds: input.cardIds })).codes).toEqual(codes);
      expect(await traceOf(stage(), hall)).toContain('issueCodes');
    });

    it('keeps beside a card only its project, its code, its days and the lost card it carries on', async () => {
      const card = await stage()
        .db.selectFrom('participantCode')
        .where('projectId', '=', hall)
        .selectAll()
        .limit(1)
        .executeTakeFirstOrThrow();
      expect(Object.keys(card).toSorted()).toEqual(['code', 'id', 'issuedOn', 'lostOn', 'projectId', 'replacesId']);
    });

    it('writes no code into a receipt or the trail, where it would stand beside a person and an hour', async () => {
      const { caller, cardIds } = await issue(3);
      const { codes } = await caller.cards.list({ projectId: hall, cardIds });
      await caller.cards.export({ projectId: hall, cardIds, language: 'da' });
      await caller.cards.setLost({ ...fresh(), projectId: hall, code: codes[0] ?? '', cardId: newId() });
      const receipts = await stage().db.selectFrom('commandReceipt').selectAll().execute();
      const traces = await stage().db.selectFrom('auditEntry').selectAll().execute();
      const kept = JSON.stringify([receipts, traces]);
      expect(codes.filter((code) => kept.includes(code))).toEqual([]);
      expect(cardIds.filter((id) => kept.includes(id))).toEqual([]);
    });

    it('refuses a project without cards, the individual tier, too many, and ids in use', async () => {
      const mette = await stage().as(emailOf('mette'));
      const jakob = await stage().as(emailOf('jakob'));
      const call = (caller: typeof mette, projectId: string, cardIds: string[]) =>
        problemOf(caller.cards.issue({ ...fresh(), projectId, cardIds }));
      expect(await call(mette, house, ids(1))).toBe('participation.noCodes');
      expect(await call(jakob, mentor, ids(1))).toBe('participation.individualTier');
      expect(await call(mette, hall, [])).toBe('invalid');
      expect(await call(mette, hall, ids(maxIssuedCodes + 1))).toBe('invalid');
      const { cardIds } = await issue(1);
      expect(await call(mette, hall, cardIds)).toBe('commandReused');
      expect(await call(mette, hall, [cardIds[0] ?? '', cardIds[0] ?? ''])).toBe('invalid');
    });
  });

  describe('showing and printing', () => {
    refuses(
      stage,
      async (caller) => {
        const { cardIds } = await issue(1);
        return caller.cards.export({ projectId: hall, cardIds, language: 'da' });
      },
      [
        ['a member of the deciding body', 'birgitte', 'refused'],
        ['the data protection officer', 'kirsten', 'refused'],
        ['an owner elsewhere', 'rasmus', 'missing'],
      ],
    );

    it('gives today’s cards as a PDF, as often as the printer needs, and each look leaves a trace', async () => {
      const { caller, cardIds } = await issue(12);
      const { base64 } = await caller.cards.export({ projectId: hall, cardIds, language: 'da' });
      expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
      await caller.cards.export({ projectId: hall, cardIds, language: 'en' });
      const traces = await traceOf(stage(), hall);
      expect(traces.filter((action) => action === 'printCards').length).toBeGreaterThanOrEqual(2);
      expect((await caller.cards.show({ projectId: hall })).printableIds).toEqual(expect.arrayContaining(cardIds));
    });

    it('shows no code together with others from the next day on, nor of another project, nor of a lost card', async () => {
      const { caller, cardIds } = await issue(2);
      const tomorrow = await stage().as(emailOf('jonas'), nextDay);
      expect(await problemOf(tomorrow.cards.list({ projectId: hall, cardIds }))).toBe('missing');
      expect(await problemOf(tomorrow.cards.export({ projectId: hall, cardIds, language: 'da' }))).toBe('missing');
      expect((await tomorrow.cards.show({ projectId: hall })).printableIds).toEqual([]);
      const mette = await stage().as(emailOf('mette'));
      expect(await problemOf(mette.cards.list({ projectId: house, cardIds }))).toBe('missing');
      const { codes } = await caller.cards.list({ projectId: hall, cardIds });
      await caller.cards.setLost({ ...fresh(), projectId: hall, code: codes[0] ?? '', cardId: newId() });
      expect(await problemOf(caller.cards.list({ projectId: hall, cardIds }))).toBe('missing');
    });

    it('prints no card that has been shown at a session: somebody holds it', async () => {
      const { caller, cardIds } = await issue(1);
      const { id: sessionId } = await stage()
        .db.selectFrom('session')
        .where('projectId', '=', hall)
        .where('state', '=', 'held')
        .select('id')
        .limit(1)
        .executeTakeFirstOrThrow();
      await stage()
        .db.insertInto('codeVisit')
        .values({ id: newId(), sessionId, codeId: cardIds[0] ?? '' })
        .execute();
      expect(await problemOf(caller.cards.export({ projectId: hall, cardIds, language: 'da' }))).toBe('missing');
    });
  });

  describe('a lost card', () => {
    it('climbs the ladder: lost from that day, with a new card that carries it on', async () => {
      const { caller, cardIds } = await issue(1);
      const code = (await caller.cards.list({ projectId: hall, cardIds })).codes[0] ?? '';
      const cardId = newId();
      const state = () =>
        stage()
          .db.selectFrom('participantCode')
          .where((card) => card.or([card('code', '=', code), card('id', '=', cardId)]))
          .where('projectId', '=', hall)
          .orderBy('issuedOn')
          .orderBy('lostOn')
          .select(['id', 'lostOn', 'replacesId'])
          .execute();
      await climb({
        stage: stage(),
        call: (one, commandId) => one.cards.setLost({ commandId, projectId: hall, code, cardId }),
        refused: { birgitte: 'refused', kirsten: 'refused', ane: 'missing', rasmus: 'missing', karsten: 'missing' },
        by: 'jonas',
        action: 'setCardLost',
        state,
      });
      expect(await state()).toEqual([
        { id: cardIds[0], lostOn: '2026-11-13', replacesId: null },
        { id: cardId, lostOn: null, replacesId: cardIds[0] },
      ]);
      const again = caller.cards.setLost({ ...fresh(), projectId: hall, code, cardId: newId() });
      await expect(again).rejects.toMatchObject({ cause: { fields: [{ code: 'participation.alreadyLost' }] } });
      const unknown = caller.cards.setLost({ ...fresh(), projectId: hall, code: 'CC-CCC', cardId: newId() });
      await expect(unknown).rejects.toMatchObject({ cause: { fields: [{ code: 'participation.unknownCode' }] } });
    });

    it('that was shown tonight is lost from tomorrow, so that tonight’s registration stays right', async () => {
      const { caller, cardIds } = await issue(1);
      const code = (await caller.cards.list({ projectId: hall, cardIds })).codes[0] ?? '';
      const tonight = await stage()
        .db.selectFrom('session')
        .where('projectId', '=', hall)
        .where('heldOn', '=', '2026-11-13')
        .select('id')
        .executeTakeFirstOrThrow();
      await stage()
        .db.insertInto('codeVisit')
        .values({ id: newId(), sessionId: tonight.id, codeId: cardIds[0] ?? '' })
        .execute();
      const { lostOn } = await caller.cards.setLost({ ...fresh(), projectId: hall, code, cardId: newId() });
      expect(lostOn).toBe('2026-11-14');
    });
  });

  describe('dose', () => {
    refuses(stage, (caller) => caller.cards.showDose({ projectId: hall }), [
      ['a funder', 'ane', 'missing'],
      ['an owner elsewhere', 'rasmus', 'missing'],
      ['a partner', 'jonas', 'refused'],
    ]);

    it('shows its own people bands, median and drop-out with n, and they add up', async () => {
      const mette = await stage().as(emailOf('mette'));
      const dose = await mette.cards.showDose({ projectId: hall });
      const counts = dose?.bands.map(({ cards }) => (cards.kind === 'value' ? cards.value : 0)) ?? [];
      expect(dose?.cards).toEqual({ kind: 'value', value: counts.reduce((sum, one) => sum + one, 0) });
      expect(counts.every((count) => count > 0)).toBe(true);
      expect(dose?.median).toMatchObject({
        kind: 'value',
        value: { n: dose?.cards.kind === 'value' ? dose.cards.value : 0 },
      });
      expect(dose?.dropOut.kind).toBe('value');
      expect(await mette.cards.showDose({ projectId: house })).toBeNull();
    });

    it('withholds a small band from the committee, and one more so that it cannot be subtracted', async () => {
      const cards = await stage()
        .db.selectFrom('codeVisit')
        .innerJoin('participantCode', 'participantCode.id', 'codeVisit.codeId')
        .where('projectId', '=', hall)
        .groupBy('codeId')
        .select(({ fn }) => ['codeId', fn.countAll<number>().as('count')])
        .execute();
      const once = cards.filter(({ count }) => Number(count) === 1).map(({ codeId }) => codeId);
      await stage().db.deleteFrom('codeVisit').where('codeId', 'in', once.slice(2)).execute();
      const birgitte = await stage().as(emailOf('birgitte'));
      const dose = await birgitte.cards.showDose({ projectId: hall });
      const hidden = dose?.bands.filter(({ cards: cell }) => cell.kind === 'withheld') ?? [];
      expect(hidden.map(({ band }) => band)).toContain('1');
      expect(hidden.length).toBeGreaterThanOrEqual(2);
    });
  });
});
