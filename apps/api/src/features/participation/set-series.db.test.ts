import { describe, expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { emailOf, expectFiguresExact, fresh, refuses, traceOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

const next = storyId('project/fredagshallen-2027');
const running = storyId('project/fredagshallen-2026');

async function venueOf(stage: Stage): Promise<string> {
  const venue = await stage.db
    .selectFrom('venue')
    .where('name', '=', 'Hafnia-Hallen')
    .select('id')
    .executeTakeFirstOrThrow();
  return venue.id;
}
const plan = (venueId: string | null, more: object = {}) => ({
  title: 'Fredagshallen',
  rule: 'FREQ=WEEKLY;BYDAY=FR',
  firstOn: '2027-01-01',
  lastOn: '2027-12-31',
  startMinute: 1080,
  endMinute: 1350,
  venueId,
  organisationId: null,
  countUnit: 'visit' as const,
  expectedCount: 28,
  skips: [] as { onDay: string; reason: string | null }[],
  ...more,
});

/** Next year's proposal as a plan that is still being written, without its series. */
async function openPlan(stage: Stage): Promise<void> {
  await stage.db.updateTable('project').set({ status: 'draft' }).where('id', '=', next).execute();
  await stage.db.deleteFrom('session').where('projectId', '=', next).execute();
  await stage.db
    .deleteFrom('skip')
    .where('seriesId', 'in', stage.db.selectFrom('series').where('projectId', '=', next).select('id'))
    .execute();
  await stage.db.deleteFrom('series').where('projectId', '=', next).execute();
  await stage.db.updateTable('projectFigures').set({ plannedCount: 0 }).where('projectId', '=', next).execute();
}

onBothDatabases('plan a series', (stage) => {
  describe('climbs the ladder', () => {
    refuses(
      stage,
      async (caller) => caller.participation.addSeries({ ...fresh(), projectId: next, id: newId(), ...plan(null) }),
      [
        ['a member of the deciding body', 'birgitte', 'refused'],
        ['a coordinator', 'henrik', 'refused'],
        ['the data protection officer', 'kirsten', 'refused'],
        ['a partner', 'jonas', 'refused'],
        ['a funder', 'ane', 'missing'],
        ['an owner elsewhere', 'rasmus', 'missing'],
        ['a coordinator of another municipality', 'ole', 'missing'],
      ],
    );

    it('refuses a plan that the committee is looking at', async () => {
      const mette = await stage().as(emailOf('mette'));
      await expect(
        mette.participation.addSeries({ ...fresh(), projectId: next, id: newId(), ...plan(null) }),
      ).rejects.toThrow('participation.notOpen');
    });
  });

  describe('Fredagshallen in 2027', () => {
    const id = newId();

    it('is proposed with its skips and their reasons: 41 evenings', async () => {
      await openPlan(stage());
      const mette = await stage().as(emailOf('mette'));
      const days = await mette.participation.proposeSeries({
        projectId: next,
        rule: 'FREQ=WEEKLY;BYDAY=FR',
        firstOn: '2027-01-01',
        lastOn: '2027-12-31',
      });
      expect(days.filter((day) => day.skip === null)).toHaveLength(41);
      expect(days.find((day) => day.on === '2027-03-26')?.skip).toEqual({
        kind: 'publicHoliday',
        nameDa: 'Langfredag',
        nameEn: 'Good Friday',
      });
      expect(days.find((day) => day.on === '2027-02-19')?.skip?.kind).toBe('schoolHoliday');
    });

    it('is written with its skips and sessions in one go, and leaves a trace', async () => {
      const mette = await stage().as(emailOf('mette'));
      const venueId = await venueOf(stage());
      const days = await mette.participation.proposeSeries({ projectId: next, ...plan(null) });
      const skips = days.filter((day) => day.skip !== null).map((day) => ({ onDay: day.on, reason: null }));
      const input = { ...fresh(), projectId: next, id, ...plan(venueId, { skips }) };
      const result = await mette.participation.addSeries(input);
      expect(result).toEqual({ seriesId: id, addedCount: 41, removedCount: 0 });
      expect(await mette.participation.addSeries(input)).toEqual(result);

      const { series, abilities } = await mette.participation.listSeries({ projectId: next });
      expect(abilities.mayPlan).toBe(true);
      expect(series).toHaveLength(1);
      expect(series[0]).toMatchObject({ sessionCount: 41, registeredCount: 0, venueName: 'Hafnia-Hallen' });
      expect(series[0]?.skips).toHaveLength(skips.length);
      expect(series[0]?.skips.find((skip) => skip.onDay === '2027-03-26')).toEqual({
        onDay: '2027-03-26',
        kind: 'publicHoliday',
        reasonDa: 'Langfredag',
        reasonEn: 'Good Friday',
      });
      expect(await traceOf(stage(), id)).toEqual(['addSeries']);
      await expectFiguresExact(stage(), next);
    });

    it('follows an edit: a holiday ticked back, a day skipped with the owner’s own reason, other times', async () => {
      const mette = await stage().as(emailOf('mette'));
      const { series } = await mette.participation.listSeries({ projectId: next });
      const stored = series[0];
      const skips = (stored?.skips ?? [])
        .filter((skip) => skip.onDay !== '2027-02-19')
        .map((skip) => ({ onDay: skip.onDay, reason: null as string | null }));
      skips.push(
        { onDay: '2027-05-07', reason: 'Hallen er lejet ud' },
        { onDay: '2027-05-08', reason: 'ikke en fredag' },
      );
      const input = {
        seriesId: id,
        baseVersion: stored?.version ?? 0,
        ...plan(await venueOf(stage()), { skips, endMinute: 1320 }),
      };
      const result = await mette.participation.setSeries({ ...fresh(), ...input });
      expect(result).toMatchObject({ addedCount: 1, removedCount: 1 });
      const after = (await mette.participation.listSeries({ projectId: next })).series[0];
      expect(after?.skips.find((skip) => skip.onDay === '2027-05-07')).toMatchObject({
        kind: 'chosen',
        reasonDa: 'Hallen er lejet ud',
      });
      expect(after?.skips.some((skip) => skip.onDay === '2027-05-08')).toBe(false);
      const ends = await stage()
        .db.selectFrom('session')
        .where('seriesId', '=', id)
        .select('endMinute')
        .distinct()
        .execute();
      expect(ends).toEqual([{ endMinute: 1320 }]);
      await expectFiguresExact(stage(), next);

      await expect(mette.participation.setSeries({ ...fresh(), ...input })).rejects.toMatchObject({
        code: 'CONFLICT',
        cause: { code: 'stale', current: { id, endMinute: 1320, sessionCount: 41 } },
      });
    });

    it('an evening that is moved stays in its series and remembers its day, also when the series is edited', async () => {
      const mette = await stage().as(emailOf('mette'));
      const session = await stage()
        .db.selectFrom('session')
        .where('seriesId', '=', id)
        .where('heldOn', '=', '2027-06-04')
        .select(['id', 'version'])
        .executeTakeFirstOrThrow();
      const shown = await mette.participation.moveSession({
        ...fresh(),
        sessionId: session.id,
        baseVersion: session.version,
        heldOn: '2027-06-05',
        startMinute: 720,
        endMinute: 960,
        venueId: null,
        reason: 'Hallen er lejet ud',
      });
      const where = { heldOn: '2027-06-05', startMinute: 720, venueName: null };
      expect(shown).toMatchObject({ ...where, movedFromOn: '2027-06-04', moveReason: 'Hallen er lejet ud' });
      const after = (await mette.participation.listSeries({ projectId: next })).series[0];
      expect(after?.sessionCount).toBe(41);
      expect(after?.moves).toEqual([
        { sessionId: session.id, fromOn: '2027-06-04', toOn: '2027-06-05', reason: 'Hallen er lejet ud' },
      ]);
      expect(await traceOf(stage(), session.id)).toEqual(['moveSession']);

      // The series is edited: the moved evening keeps its day and time, and the old day is not planned again.
      const skips = (after?.skips ?? []).map(({ onDay, reasonDa }) => ({ onDay, reason: reasonDa }));
      const edited = plan(await venueOf(stage()), { skips, title: 'Fredagshallen 2027' });
      const done = await mette.participation.setSeries({
        ...fresh(),
        seriesId: id,
        baseVersion: after?.version ?? 0,
        ...edited,
      });
      expect(done).toMatchObject({ addedCount: 0, removedCount: 0 });
      const kept = await mette.participation.showSession({ sessionId: session.id });
      expect(kept).toMatchObject({ ...where, title: 'Fredagshallen 2027', movedFromOn: '2027-06-04' });
      await expectFiguresExact(stage(), next);
    });

    it('an evening moved twice still says where it came from, and back on its day it is not moved', async () => {
      const mette = await stage().as(emailOf('mette'));
      const moved = async (heldOn: string) => {
        const session = await stage()
          .db.selectFrom('session')
          .where('seriesId', '=', id)
          .where('movedFromOn', '=', '2027-06-04')
          .select(['id as sessionId', 'version as baseVersion'])
          .executeTakeFirstOrThrow();
        const to = { heldOn, startMinute: 1080, endMinute: 1350, venueId: null };
        return mette.participation.moveSession({ ...fresh(), ...session, ...to });
      };
      expect(await moved('2027-06-06')).toMatchObject({ movedFromOn: '2027-06-04', moveReason: 'Hallen er lejet ud' });
      expect(await moved('2027-06-04')).toMatchObject({ movedFromOn: null, moveReason: '' });
    });

    it('is removed with its planned sessions', async () => {
      const mette = await stage().as(emailOf('mette'));
      const jonas = await stage().as(emailOf('jonas'));
      await expect(jonas.participation.removeSeries({ ...fresh(), seriesId: id })).rejects.toThrow('refused');
      expect(await mette.participation.removeSeries({ ...fresh(), seriesId: id })).toMatchObject({ removedCount: 41 });
      expect(await traceOf(stage(), id)).toContain('removeSeries');
      await expect(mette.participation.removeSeries({ ...fresh(), seriesId: id })).rejects.toThrow('missing');
      await expectFiguresExact(stage(), next);
    });
  });

  describe('a series that runs', () => {
    it('keeps everything registered and everything past when it is edited', async () => {
      const mette = await stage().as(emailOf('mette'));
      const { series } = await mette.participation.listSeries({ projectId: running });
      const stored = series[0];
      const before = await stage()
        .db.selectFrom('session')
        .where('seriesId', '=', stored?.id ?? '')
        .where('heldOn', '<', '2026-11-13')
        .orderBy('heldOn')
        .selectAll()
        .execute();
      await mette.participation.setSeries({
        ...fresh(),
        seriesId: stored?.id ?? '',
        baseVersion: stored?.version ?? 0,
        ...plan(await venueOf(stage()), {
          firstOn: '2026-01-01',
          lastOn: '2026-11-27',
          startMinute: 1020,
          skips: (stored?.skips ?? []).map((skip) => ({ onDay: skip.onDay, reason: null })),
        }),
      });
      const after = await stage()
        .db.selectFrom('session')
        .where('seriesId', '=', stored?.id ?? '')
        .orderBy('heldOn')
        .selectAll()
        .execute();
      expect(after.filter((session) => session.heldOn < '2026-11-13')).toEqual(before);
      expect(
        after.filter((session) => session.heldOn >= '2026-11-13').map((one) => [one.heldOn, one.startMinute]),
      ).toEqual([
        ['2026-11-13', 1020],
        ['2026-11-20', 1020],
        ['2026-11-27', 1020],
      ]);
      await expectFiguresExact(stage(), running);
    });

    it('is not removed', async () => {
      const mette = await stage().as(emailOf('mette'));
      const { series } = await mette.participation.listSeries({ projectId: running });
      await expect(mette.participation.removeSeries({ ...fresh(), seriesId: series[0]?.id ?? '' })).rejects.toThrow(
        'participation.seriesInUse',
      );
    });
  });

  describe('tells clearly what is wrong', () => {
    it.each([
      ['a rule that cannot be read', { rule: 'FREQ=HOURLY' }, 'rule'],
      ['no day at all', { firstOn: '2027-01-02', lastOn: '2027-01-03' }, 'lastOn'],
      ['a venue of another municipality', { venueId: newId() }, 'venueId'],
      ['an organisation that is no partner', { organisationId: newId() }, 'organisationId'],
    ])('%s', async (_name, change, path) => {
      const mette = await stage().as(emailOf('mette'));
      const error = await mette.participation
        .addSeries({ ...fresh(), projectId: running, id: newId(), ...plan(null, change) })
        .catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 'BAD_REQUEST', cause: { fields: [{ path }] } });
    });

    it.each([
      ['an end before the start', { endMinute: 1080 }, 'endMinute'],
      ['a last day before the first', { lastOn: '2026-12-31' }, 'lastOn'],
      ['more than a year', { lastOn: '2028-06-30' }, 'lastOn'],
      ['a day that does not exist', { firstOn: '2027-02-29' }, 'firstOn'],
      ['no name', { title: ' ' }, 'title'],
    ])('%s', async (_name, change, path) => {
      const mette = await stage().as(emailOf('mette'));
      const error = (await mette.participation
        .addSeries({ ...fresh(), projectId: running, id: newId(), ...plan(null, change) })
        .catch((caught: unknown) => caught)) as { code: string; cause: { issues: { path: string[] }[] } };
      expect(error.code).toBe('BAD_REQUEST');
      expect(error.cause.issues.map((issue) => issue.path.join('.'))).toContain(path);
    });
  });
});
