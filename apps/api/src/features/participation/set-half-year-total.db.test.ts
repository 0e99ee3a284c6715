import { describe, expect, it } from 'vitest';
import { valueCell } from '@forspring/domain/measures/cell';
import { storyId } from '@forspring/samples/story-id';
import { emailOf, expectFiguresExact, fresh, refuses, traceOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const hall = storyId('project/fredagshallen-2026');
const mentor = storyId('project/fodfaeste-2026');

onBothDatabases('set half-year totals', (stage) => {
  const input = (more: object = {}) => ({
    ...fresh(),
    projectId: mentor,
    id: newId(),
    baseVersion: 0,
    year: 2026,
    half: 2 as const,
    startedCount: 5,
    completedCount: 3,
    ...more,
  });

  refuses(stage, (caller) => caller.participation.setHalfYearTotal(input()), [
    ['a member of the deciding body', 'dorthe', 'refused'],
    ['the data protection officer', 'kirsten', 'refused'],
    ['a committee member elsewhere', 'birgitte', 'missing'],
    ['a coordinator of another municipality', 'ole', 'missing'],
  ]);

  it('keeps them with figures and a trace, counts a correction by the difference, and conflicts on a stale version', async () => {
    const jakob = await stage().as(emailOf('jakob'));
    const before = await jakob.participation.listHalfYears({ projectId: mentor });
    const second = before.halfYears.find((one) => one.half === 2);
    const set = input({ baseVersion: second?.version ?? 0, startedCount: 9, completedCount: 4 });
    const shown = await jakob.participation.setHalfYearTotal(set);
    const stored = shown.halfYears.find((one) => one.half === 2);
    expect(stored).toMatchObject({
      started: valueCell(9),
      completed: valueCell(4),
      version: (second?.version ?? 0) + 1,
    });
    await expectFiguresExact(stage(), mentor);
    expect(await traceOf(stage(), stored?.id ?? '')).toContain('setHalfYearTotal');
    expect(await jakob.participation.setHalfYearTotal(set)).toEqual(shown);
    await expect(
      jakob.participation.setHalfYearTotal(
        input({ baseVersion: second?.version ?? 0, startedCount: 1, completedCount: 0 }),
      ),
    ).rejects.toMatchObject({ code: 'CONFLICT', cause: { code: 'stale' } });
    await expectFiguresExact(stage(), mentor);
  });

  it('refuses more completed than started, a half-year outside the project, and every other tier', async () => {
    const jakob = await stage().as(emailOf('jakob'));
    const mette = await stage().as(emailOf('mette'));
    const { halfYears } = await jakob.participation.listHalfYears({ projectId: mentor });
    const baseVersion = halfYears.find((one) => one.half === 2)?.version ?? 0;
    await expect(
      jakob.participation.setHalfYearTotal(input({ baseVersion, startedCount: 0, completedCount: 400 })),
    ).rejects.toMatchObject({ cause: { fields: [{ path: 'completedCount', code: 'participation.moreCompleted' }] } });
    await expect(jakob.participation.setHalfYearTotal(input({ year: 2030 }))).rejects.toMatchObject({
      cause: { fields: [{ path: 'year' }] },
    });
    await expect(mette.participation.setHalfYearTotal(input({ projectId: hall }))).rejects.toThrow(
      'participation.notIndividualTier',
    );
  });
});

onBothDatabases('add and move a session', (stage) => {
  const extra = (more: object = {}) => ({
    ...fresh(),
    projectId: hall,
    id: newId(),
    title: 'Ekstra åbning i uge 47',
    heldOn: '2026-11-18',
    startMinute: 960,
    endMinute: 1200,
    venueId: null,
    organisationId: null,
    countUnit: 'visit' as const,
    ...more,
  });

  describe('adding', () => {
    refuses(stage, (caller) => caller.participation.addSession(extra()), [
      ['a member of the deciding body', 'birgitte', 'refused'],
      ['a coordinator', 'henrik', 'refused'],
      ['a partner', 'jonas', 'refused'],
      ['a funder', 'ane', 'missing'],
      ['an owner of another municipality', 'line', 'missing'],
    ]);

    it('plans one more, past midnight too, and leaves a trace', async () => {
      const mette = await stage().as(emailOf('mette'));
      const input = extra({ startMinute: 1140, endMinute: 1470 });
      const shown = await mette.participation.addSession(input);
      expect(shown).toMatchObject({ state: 'planned', heldOn: '2026-11-18', endMinute: 1470, hasBegun: false });
      expect(await mette.participation.addSession(input)).toEqual(shown);
      expect(await traceOf(stage(), input.id)).toEqual(['addSession']);
      await expectFiguresExact(stage(), hall);
    });

    it('refuses a status that is over, an end before the start and an id in use', async () => {
      const mette = await stage().as(emailOf('mette'));
      const over = storyId('project/fredagshallen-2025');
      await expect(mette.participation.addSession(extra({ projectId: over }))).rejects.toThrow('participation.notOpen');
      await expect(mette.participation.addSession(extra({ endMinute: 900 }))).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
      const input = extra();
      await mette.participation.addSession(input);
      await expect(mette.participation.addSession(extra({ id: input.id }))).rejects.toThrow('commandReused');
    });
  });

  describe('moving', () => {
    const move = async (heldOn: string) => {
      const session = await stage()
        .db.selectFrom('session')
        .where('projectId', '=', hall)
        .where('heldOn', '=', heldOn)
        .select(['id', 'version'])
        .executeTakeFirstOrThrow();
      return {
        ...fresh(),
        sessionId: session.id,
        baseVersion: session.version,
        heldOn: '2026-12-12',
        startMinute: 720,
        endMinute: 900,
        venueId: null,
      };
    };
    refuses(stage, async (caller) => caller.participation.moveSession(await move('2026-11-20')), [
      ['a member of the deciding body', 'birgitte', 'refused'],
      ['a coordinator', 'henrik', 'refused'],
      ['a partner', 'jonas', 'refused'],
      ['an owner elsewhere', 'rasmus', 'missing'],
    ]);

    it('refuses what is registered, and a stale version', async () => {
      const mette = await stage().as(emailOf('mette'));
      const registered = await stage()
        .db.selectFrom('session')
        .where('projectId', '=', hall)
        .where('state', '=', 'held')
        .select('heldOn')
        .limit(1)
        .executeTakeFirstOrThrow();
      await expect(mette.participation.moveSession(await move(registered.heldOn))).rejects.toThrow(
        'participation.alreadyRegistered',
      );
      const stale = { ...(await move('2026-11-20')), baseVersion: 99 };
      await expect(mette.participation.moveSession(stale)).rejects.toMatchObject({ code: 'CONFLICT' });
    });
  });
});
