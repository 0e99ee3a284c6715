import { describe, expect, it } from 'vitest';
import type { OpenActivityInput } from '@forspring/domain/participation/open-activity';
import { numberIn } from '@forspring/domain/measures/cell';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf, expectFiguresExact, fresh, problemOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const projectId = storyId('project/aftenrunden-2026');
const individual = storyId('project/fodfaeste-2026');
const proposed = storyId('project/aftenrunden-2027');
const team = storyId('organisation/gadeplansteamet');
const walk: OpenActivityInput = {
  kind: 'outreach',
  onDay: '2026-11-10',
  organisationId: team,
  venueId: null,
  placeName: 'Nørrebro Station',
  theme: 'safety',
  count: 14,
  minutes: 120,
  staffMinutes: 240,
  note: 'Stille aften.',
};
const talks: OpenActivityInput = {
  ...walk,
  kind: 'concernTalk',
  onDay: '2026-10-01',
  organisationId: null,
  placeName: null,
  minutes: null,
  staffMinutes: null,
  note: null,
  theme: 'wellbeing',
  count: 3,
};

onBothDatabases('an activity without a register', (stage) => {
  const stored = (id: string) =>
    stage().db.selectFrom('openActivity').where('id', '=', id).selectAll().executeTakeFirst();
  const contacts = async () =>
    await stage()
      .db.selectFrom('projectFigures')
      .where('projectId', '=', projectId)
      .select(['contactCount', 'visitCount'])
      .executeTakeFirstOrThrow();
  const add = async (activity: OpenActivityInput, who: 'nikolaj' | 'camilla' | 'henrik' = 'camilla') => {
    const id = newId();
    await (await stage().as(emailOf(who))).participation.addOpenActivity({ ...fresh(), projectId, id, activity });
    return id;
  };

  it('is written by the team that did it, once, with a trace', async () => {
    const id = newId();
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.participation.addOpenActivity({ commandId, projectId, id, activity: walk }),
      refused: { torben: 'refused', kirsten: 'refused', mette: 'missing', jonas: 'missing', ole: 'missing' },
      by: 'nikolaj',
      action: 'addOpenActivity',
      state: async () => [await stored(id), await contacts()],
    });
    await expectFiguresExact(stage(), projectId);
  });

  it('its contacts join the contacts of the evening rounds, and never the visits', async () => {
    const before = await contacts();
    await add(walk);
    await add({ ...walk, kind: 'presence', count: 300 });
    await add({ ...walk, kind: 'counselling', count: 5 });
    expect(await contacts()).toEqual({ ...before, contactCount: before.contactCount + 14 });
    await expectFiguresExact(stage(), projectId);
    const shown = await (await stage().as(emailOf('camilla'))).participation.showActivity({ projectId });
    expect(shown.months.reduce((sum, month) => sum + (numberIn(month.contacts) ?? 0), 0)).toBe(
      numberIn(shown.contacts),
    );
  });

  it('is corrected with the figures, and two who correct at once see each other', async () => {
    const activityId = await add(walk);
    const before = await contacts();
    await climb({
      stage: stage(),
      call: (caller, commandId) =>
        caller.participation.setOpenActivity({
          commandId,
          activityId,
          baseVersion: 1,
          activity: { ...walk, count: 20 },
        }),
      refused: { torben: 'refused', kirsten: 'refused', jonas: 'missing', line: 'missing' },
      by: 'nikolaj',
      action: 'setOpenActivity',
      state: async () => [await stored(activityId), await contacts()],
    });
    expect((await contacts()).contactCount).toBe(before.contactCount + 6);
    const caller = await stage().as(emailOf('camilla'));
    const again = { ...fresh(), activityId, baseVersion: 1, activity: walk };
    expect(await problemOf(caller.participation.setOpenActivity(again))).toBe('stale');
    await expectFiguresExact(stage(), projectId);
  });

  it('is removed when it was a mistake', async () => {
    const before = await contacts();
    const activityId = await add(walk);
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.participation.removeOpenActivity({ commandId, activityId, baseVersion: 1 }),
      refused: { torben: 'refused', jonas: 'missing' },
      by: 'camilla',
      action: 'removeOpenActivity',
      state: async () => [await stored(activityId), await contacts()],
    });
    expect(await stored(activityId)).toBeUndefined();
    expect(await contacts()).toEqual(before);
    await expectFiguresExact(stage(), projectId);
  });

  describe('refuses', () => {
    const tryAs = async (who: 'nikolaj' | 'camilla' | 'jakob', input: Partial<OpenActivityInput>, into = projectId) =>
      problemOf(
        (await stage().as(emailOf(who))).participation.addOpenActivity({
          ...fresh(),
          projectId: into,
          id: newId(),
          activity: { ...walk, ...input },
        }),
      );

    it('what a partner did not do itself', async () => {
      expect(await tryAs('nikolaj', { organisationId: null })).toBe('invalid');
      expect(await tryAs('nikolaj', { organisationId: storyId('organisation/natteravnene') })).toBe('invalid');
      const ofOwner = await add({ ...walk, organisationId: null });
      const caller = await stage().as(emailOf('nikolaj'));
      const change = { ...fresh(), activityId: ofOwner, baseVersion: 1 };
      expect(await problemOf(caller.participation.removeOpenActivity(change))).toBe('missing');
      const page = await caller.participation.listOpenActivities({ projectId, pageSize: 100 });
      expect(page.rows.map((row) => row.id)).not.toContain(ofOwner);
      expect(new Set(page.rows.map((row) => row.organisationId))).toEqual(new Set([team]));
    });

    it('a day to come, and a day outside the project', async () => {
      expect(await tryAs('camilla', { onDay: '2026-11-14' })).toBe('invalid');
      expect(await tryAs('camilla', { onDay: '2026-03-20' })).toBe('invalid');
    });

    it('the individual tier, and a project that has not begun', async () => {
      expect(await tryAs('jakob', { organisationId: null }, individual)).toBe('participation.individualTier');
      expect(await tryAs('camilla', { organisationId: null, onDay: '2026-11-10' }, proposed)).toBe('invalid');
    });

    it('a personal number in the note, without saying it again', async () => {
      expect(await tryAs('camilla', { note: 'Talte med 070761-4285 igen' })).toBe('text.personalNumber');
    });

    it('everything but month, theme and count of a concern talk', async () => {
      for (const extra of [{ note: 'Gik godt' }, { placeName: 'Skolen' }, { minutes: 45 }, { onDay: '2026-10-14' }])
        expect(await tryAs('camilla', { ...talks, ...extra })).toBe('invalid');
    });
  });

  it('shows concern talks to others than those who write them by quarter only, and no small number', async () => {
    await stage().db.deleteFrom('openActivity').where('projectId', '=', projectId).execute();
    const { db } = stage();
    await db.updateTable('projectFigures').set({ contactCount: 0 }).where('projectId', '=', projectId).execute();
    await add(talks);
    await add({ ...talks, onDay: '2026-09-01', count: 12 });
    await add({ ...talks, onDay: '2026-06-01', count: 11 });
    const own = await (await stage().as(emailOf('camilla'))).participation.listOpenActivities({ projectId });
    expect(own.isGated).toBe(false);
    expect(own.rows.map((row) => [row.onDay, row.count])).toEqual([
      ['2026-10-01', 3],
      ['2026-09-01', 12],
      ['2026-06-01', 11],
    ]);
    const outside = await (await stage().as(emailOf('torben'))).participation.listOpenActivities({ projectId });
    expect(outside.isGated).toBe(true);
    expect(outside.rows).toEqual([]);
    expect(outside.totalCount).toBe(0);
    const shown = outside.sums.map(({ period, count }) => [period, count.kind]);
    expect(shown.find(([period]) => period === '2026-K4')).toEqual(['2026-K4', 'withheld']);
    // Two quarters and the sum beside one hidden quarter would give it away.
    expect(
      [...shown.map(([, kind]) => kind), outside.totals[0]?.count.kind].filter((one) => one === 'withheld').length,
    ).toBeGreaterThan(1);
    expect(JSON.stringify(outside)).not.toMatch(/"value":3\b/);
  });

  it('offers a partner the projects it registers in', async () => {
    const projects = await (await stage().as(emailOf('nikolaj'))).participation.listOpenActivityProjects();
    expect(projects.map(({ id }) => id)).toContain(projectId);
    expect(await (await stage().as(emailOf('torben'))).participation.listOpenActivityProjects()).toEqual([]);
  });
});
