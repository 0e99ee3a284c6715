import { describe, expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf, expectFiguresExact, fresh, problemOf } from '@forspring/tests/ladder';
import { cancelled } from '@forspring/tests/evenings';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

const project = storyId('project/fredagshallen-2026');
const seriesId = newId();

/** A series without a rule, registered by the club that registers in the project. */
async function addOnDemand(stage: Stage): Promise<void> {
  const { organisationId } = await stage.db
    .selectFrom('partner')
    .where('projectId', '=', project)
    .where('registers', '=', true)
    .select('organisationId')
    .executeTakeFirstOrThrow();
  const mette = await stage.as(emailOf('mette'));
  await mette.participation.addSeries({
    ...fresh(),
    projectId: project,
    id: seriesId,
    kind: 'onDemand',
    title: 'Åbent værksted',
    firstOn: '2026-01-01',
    lastOn: '2026-12-31',
    startMinute: 1020,
    endMinute: 1200,
    venueId: null,
    organisationId,
    countUnit: 'visit',
    expectedCount: null,
    skips: [],
  });
}

onBothDatabases('open a session on the spot', (stage) => {
  const openedId = newId();
  const times = { startMinute: 1140, endMinute: 1320 };
  const sessions = () =>
    stage().db.selectFrom('session').where('seriesId', '=', seriesId).select(['id', 'heldOn', 'state']).execute();

  it('plans nothing by itself', async () => {
    await addOnDemand(stage());
    expect(await sessions()).toEqual([]);
  });

  it('is offered to those who may register it, and to nobody else', async () => {
    const offered = async (key: Parameters<typeof emailOf>[0]) =>
      (await (await stage().as(emailOf(key))).calendar.listOpenings()).filter((one) => one.seriesId === seriesId);
    expect(await offered('mette')).toMatchObject([{ title: 'Åbent værksted', openedSessionId: null }]);
    expect(await offered('jonas')).toHaveLength(1);
    for (const key of ['henrik', 'birgitte', 'ole', 'ane', 'rasmus', 'kirsten'] as const)
      expect(await offered(key), key).toEqual([]);
  });

  it('climbs the ladder: a partner that registers opens it today', async () => {
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.calendar.addOpening({ commandId, id: openedId, seriesId, ...times }),
      refused: {
        birgitte: 'refused',
        kirsten: 'refused',
        ane: 'missing',
        rasmus: 'missing',
        ole: 'missing',
        karsten: 'missing',
      },
      by: 'jonas',
      action: 'addOpening',
      state: sessions,
    });
    expect(await sessions()).toEqual([{ id: openedId, heldOn: '2026-11-13', state: 'planned' }]);
    await expectFiguresExact(stage(), project);
    const jonas = await stage().as(emailOf('jonas'));
    const [one] = (await jonas.calendar.listOpenings()).filter((opening) => opening.seriesId === seriesId);
    expect(one?.openedSessionId).toBe(openedId);
  });

  it('sends the second phone to the session the first one opened', async () => {
    const mette = await stage().as(emailOf('mette'));
    const call = mette.calendar.addOpening({ ...fresh(), id: newId(), seriesId, ...times });
    await expect(call).rejects.toMatchObject({
      cause: { code: 'participation.alreadyOpened', current: { sessionId: openedId } },
    });
  });

  it('may be opened again later the same day', async () => {
    const mette = await stage().as(emailOf('mette'));
    const id = newId();
    const opened = await mette.calendar.addOpening({ ...fresh(), id, seriesId, startMinute: 1330, endMinute: 1400 });
    expect(opened.abilities.mayRemove).toBe(true);
    await mette.participation.removeSession({ ...fresh(), sessionId: id, baseVersion: 1 });
  });

  it('opens only series made for it, within their days', async () => {
    const mette = await stage().as(emailOf('mette'));
    const { series } = await mette.participation.listSeries({ projectId: project });
    const weekly = series.find(({ kind }) => kind === 'recurring')?.id ?? '';
    const open = (id: string, now?: Date) => async () =>
      (now ? await stage().as(emailOf('mette'), now) : mette).calendar.addOpening({
        ...fresh(),
        id: newId(),
        seriesId: id,
        startMinute: 600,
        endMinute: 660,
      });
    expect(await problemOf(open(weekly)())).toBe('participation.notOnDemand');
    expect(await problemOf(open(seriesId, new Date('2027-01-05T12:00:00Z'))())).toBe('participation.notOnDemand');
  });

  describe('deleting', () => {
    it('an opening made by mistake is deleted by the partner that may register it, once', async () => {
      await climb({
        stage: stage(),
        call: (caller, commandId) =>
          caller.participation.removeSession({ commandId, sessionId: openedId, baseVersion: 1 }),
        refused: { birgitte: 'refused', kirsten: 'refused', ane: 'missing', ole: 'missing', karsten: 'missing' },
        by: 'jonas',
        action: 'removeSession',
        state: sessions,
      });
      expect(await sessions()).toEqual([]);
      await expectFiguresExact(stage(), project);
    });

    it('an extra session is deleted by the owner while nothing is registered on it', async () => {
      const mette = await stage().as(emailOf('mette'));
      const id = newId();
      const extra = await mette.participation.addSession({
        ...fresh(),
        id,
        projectId: project,
        title: 'Ekstra åbning',
        heldOn: '2026-11-10',
        startMinute: 1080,
        endMinute: 1200,
        venueId: null,
        organisationId: null,
        countUnit: 'visit',
      });
      expect(extra.abilities.mayRemove).toBe(true);
      const remove = (baseVersion: number) =>
        mette.participation.removeSession({ ...fresh(), sessionId: id, baseVersion });
      expect(await problemOf(remove(7))).toBe('stale');
      const jonas = await stage().as(emailOf('jonas'));
      const byPartner = jonas.participation.removeSession({ ...fresh(), sessionId: id, baseVersion: 1 });
      expect(await problemOf(byPartner)).toBe('missing');
      await mette.participation.registerSession({ ...fresh(), sessionId: id, entry: cancelled() });
      expect(await problemOf(remove(2))).toBe('participation.alreadyRegistered');
      await expectFiguresExact(stage(), project);
    });

    it('a session that a rule gave is not deleted', async () => {
      const mette = await stage().as(emailOf('mette'));
      const planned = await stage()
        .db.selectFrom('session')
        .where('projectId', '=', project)
        .where('state', '=', 'planned')
        .where('heldOn', '>', '2026-11-13')
        .where('seriesId', 'is not', null)
        .select(['id as sessionId', 'version as baseVersion'])
        .executeTakeFirstOrThrow();
      expect((await mette.participation.showSession(planned)).abilities.mayRemove).toBe(false);
      const call = mette.participation.removeSession({ ...fresh(), ...planned });
      expect(await problemOf(call)).toBe('participation.notExtra');
    });
  });
});
