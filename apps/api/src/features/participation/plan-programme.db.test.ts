import { expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { emailOf, expectFiguresExact, fresh, problemOf, traceOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const project = storyId('project/fredagshallen-2026');
const day = (id: string, onDay: string, startMinute: number, endMinute: number, title: string | null = null) => ({
  id,
  onDay,
  startMinute,
  endMinute,
  title,
});

onBothDatabases('plan a programme', (stage) => {
  const seriesId = newId();
  const ids = [newId(), newId(), newId(), newId(), newId(), newId()] as const;
  const plan = (programme: ReturnType<typeof day>[], more: object = {}) => ({
    kind: 'programme' as const,
    title: 'Juleferie med indhold',
    firstOn: '2026-12-21',
    lastOn: '2026-12-31',
    startMinute: 600,
    endMinute: 900,
    venueId: null,
    organisationId: null,
    countUnit: 'visit' as const,
    expectedCount: null,
    skips: [],
    programme,
    ...more,
  });
  const week = [
    day(ids[0], '2026-12-21', 600, 900),
    day(ids[1], '2026-12-22', 600, 900, 'Tur til skøjtebanen'),
    day(ids[2], '2026-12-22', 1080, 1320, 'Filmaften'),
    day(ids[3], '2026-12-23', 600, 840),
    // The evening of New Year's Eve ends in the new year, in week 53.
    day(ids[4], '2026-12-31', 1200, 1560, 'Nytårsaften'),
  ];
  const sessions = () =>
    stage()
      .db.selectFrom('session')
      .where('seriesId', '=', seriesId)
      .orderBy('heldOn')
      .orderBy('startMinute')
      .select(['id', 'title', 'heldOn', 'startMinute', 'endMinute', 'version'])
      .execute();

  it('writes every day with its own times and name in one go, also two on one day and one past midnight', async () => {
    const mette = await stage().as(emailOf('mette'));
    const input = { ...fresh(), projectId: project, id: seriesId, ...plan(week) };
    expect(await mette.participation.addSeries(input)).toEqual({ seriesId, addedCount: 5, removedCount: 0 });
    expect(await mette.participation.addSeries(input)).toMatchObject({ addedCount: 5 });
    expect((await sessions()).map(({ title, heldOn, startMinute }) => [title, heldOn, startMinute])).toEqual([
      ['Juleferie med indhold', '2026-12-21', 600],
      ['Tur til skøjtebanen', '2026-12-22', 600],
      ['Filmaften', '2026-12-22', 1080],
      ['Juleferie med indhold', '2026-12-23', 600],
      ['Nytårsaften', '2026-12-31', 1200],
    ]);
    const { series } = await mette.participation.listSeries({ projectId: project });
    const shown = series.find(({ id }) => id === seriesId);
    expect(shown).toMatchObject({ kind: 'programme', rule: null, sessionCount: 5, skips: [] });
    expect(shown?.programme.map(({ title }) => title)).toEqual([
      '',
      'Tur til skøjtebanen',
      'Filmaften',
      '',
      'Nytårsaften',
    ]);
    expect(await traceOf(stage(), seriesId)).toEqual(['addSeries']);
    await expectFiguresExact(stage(), project);
  });

  it('follows an edit day by day: another time, one gone, one more; nothing else is touched', async () => {
    const mette = await stage().as(emailOf('mette'));
    const edited = [
      ...week.filter(({ id }) => id !== ids[3]).map((one) => (one.id === ids[0] ? { ...one, startMinute: 660 } : one)),
      day(ids[5], '2026-12-30', 600, 900),
    ];
    const input = { ...fresh(), seriesId, baseVersion: 1, ...plan(edited) };
    expect(await mette.participation.setSeries(input)).toMatchObject({ addedCount: 1, removedCount: 1 });
    const after = await sessions();
    expect(after.map(({ id }) => id)).toEqual([ids[0], ids[1], ids[2], ids[5], ids[4]]);
    expect(after[0]).toMatchObject({ startMinute: 660, version: 2 });
    await expectFiguresExact(stage(), project);
    expect(await problemOf(mette.participation.setSeries({ ...input, ...fresh() }))).toBe('stale');
  });

  it('keeps a day that is registered, whatever the programme says', async () => {
    await stage().db.updateTable('session').set({ state: 'cancelled' }).where('id', '=', ids[1]).execute();
    const mette = await stage().as(emailOf('mette'));
    const rest = [day(ids[0], '2026-12-21', 600, 900)];
    await mette.participation.setSeries({ ...fresh(), seriesId, baseVersion: 2, ...plan(rest) });
    expect((await sessions()).map(({ id }) => id)).toEqual([ids[0], ids[1]]);
    await stage().db.updateTable('session').set({ state: 'planned' }).where('id', '=', ids[1]).execute();
  });

  it('stays a programme', async () => {
    const mette = await stage().as(emailOf('mette'));
    const rule = { kind: 'recurring' as const, rule: 'FREQ=WEEKLY;BYDAY=FR' };
    const call = mette.participation.setSeries({ ...fresh(), seriesId, baseVersion: 3, ...plan([], rule) });
    expect(await problemOf(call)).toBe('participation.kindIsFixed');
  });

  it('tells what is wrong with a programme', async () => {
    const mette = await stage().as(emailOf('mette'));
    const add = (programme: ReturnType<typeof day>[]) =>
      mette.participation.addSeries({ ...fresh(), projectId: project, id: newId(), ...plan(programme) });
    for (const programme of [
      [],
      [day(newId(), '2027-01-01', 600, 900)],
      [day(newId(), '2026-12-22', 900, 600)],
      [day(newId(), '2026-12-22', 600, 900), day(newId(), '2026-12-22', 600, 800)],
    ])
      expect(await problemOf(add(programme))).toBe('invalid');
    const noRule = { ...plan([]), kind: 'recurring' as const };
    const call = mette.participation.addSeries({ ...fresh(), projectId: project, id: newId(), ...noRule });
    expect(await problemOf(call)).toBe('invalid');
  });
});
