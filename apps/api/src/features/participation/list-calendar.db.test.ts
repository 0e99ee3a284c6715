import { describe, expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { emailOf, fresh, problemOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

const fridays = storyId('project/fredagshallen-2026');
const november = { firstOn: '2026-10-26', lastOn: '2026-12-06' };

async function hallOf(stage: Stage): Promise<string> {
  const { id } = await stage.db
    .selectFrom('venue')
    .where('name', '=', 'Hafnia-Hallen')
    .select('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A session of another owner's project in the hall at the same time as Fredagshallen on 20 November. */
async function bookTwice(stage: Stage): Promise<void> {
  const { projectId } = await stage.db
    .selectFrom('session')
    .innerJoin('project', 'project.id', 'session.projectId')
    .innerJoin('membership', 'membership.placeId', 'session.projectId')
    .innerJoin('appUser', 'appUser.id', 'membership.userId')
    .where('appUser.email', '=', emailOf('rasmus'))
    .where('project.status', '=', 'running')
    .select('session.projectId')
    .executeTakeFirstOrThrow();
  await stage.db
    .insertInto('session')
    .values({
      id: newId(),
      projectId,
      venueId: await hallOf(stage),
      title: 'Stævne',
      heldOn: '2026-11-20',
      startMinute: 1200,
      endMinute: 1500,
      countUnit: 'visit',
      state: 'planned',
    })
    .execute();
}

onBothDatabases('the calendar', (stage) => {
  const asked = async (key: Parameters<typeof emailOf>[0], ask: object = {}) =>
    (await stage().as(emailOf(key))).calendar.listCalendar({ ...november, ...ask });

  it('asks to sign in', async () => {
    expect(await problemOf((await stage().as(null)).calendar.listCalendar(november))).toBe('signIn');
  });

  describe('whose sessions', () => {
    const projectsOf = async (key: Parameters<typeof emailOf>[0]) => [
      ...new Set((await asked(key)).sessions.map(({ projectId }) => projectId)),
    ];
    const inMunicipality = async (name: string) => {
      const rows = await stage()
        .db.selectFrom('project')
        .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
        .where('municipality.name', 'ilike', `%${name}%`)
        .select('project.id')
        .execute();
      return new Set(rows.map(({ id }) => id));
    };

    it('an owner’s own projects and those of the bodies they sit on', async () => {
      expect(await projectsOf('mette')).toContain(fridays);
      expect(await projectsOf('rasmus')).not.toContain(fridays);
    });

    it('a partner’s own organisation’s, and only where it registers', async () => {
      const { sessions } = await asked('jonas');
      expect(sessions.length).toBeGreaterThan(0);
      const organisations = new Set(sessions.map(({ organisationName }) => organisationName));
      expect(organisations.size).toBe(1);
    });

    it('a coordinator’s municipality, never another’s', async () => {
      const here = await inMunicipality('København');
      const found = await projectsOf('henrik');
      expect(found.length).toBeGreaterThan(3);
      expect(found.every((id) => here.has(id))).toBe(true);
    });

    it('nobody’s for a funder', async () => {
      const { sessions, projects, venues } = await asked('ane');
      expect({ sessions, projects, venues }).toEqual({ sessions: [], projects: [], venues: [] });
    });
  });

  it('narrows to a project, which is missing for whoever may not look at it', async () => {
    const { sessions } = await asked('mette', { projectId: fridays });
    expect(new Set(sessions.map(({ projectId }) => projectId))).toEqual(new Set([fridays]));
    for (const key of ['rasmus', 'ane', 'ole', 'karsten'] as const)
      expect(await problemOf(asked(key, { projectId: fridays })), key).toBe('missing');
    expect(await problemOf(asked('mette', { projectId: newId() }))).toBe('missing');
  });

  it('names public holidays and the municipality’s school holidays, and never store bededag from 2024', async () => {
    const { holidays } = await asked('mette', { firstOn: '2027-03-22', lastOn: '2027-04-25' });
    expect(holidays.map(({ nameDa }) => nameDa)).toEqual(expect.arrayContaining(['Langfredag', '2. påskedag']));
    const spring = await asked('mette', { firstOn: '2027-04-12', lastOn: '2027-05-30' });
    expect(spring.holidays.some(({ nameDa }) => /bededag/i.test(nameDa))).toBe(false);
    const winter = await asked('mette', { firstOn: '2026-02-02', lastOn: '2026-03-01' });
    expect(winter.holidays.some(({ kind }) => kind === 'schoolHoliday')).toBe(true);
  });

  it('refuses days that are turned round, too many or none', async () => {
    for (const days of [
      { firstOn: '2026-12-06', lastOn: '2026-11-01' },
      { firstOn: '2026-01-01', lastOn: '2026-12-31' },
      { firstOn: '2026-02-30', lastOn: '2026-03-01' },
    ])
      expect(await problemOf(asked('mette', days))).toBe('invalid');
  });

  it('shows a moved evening on both days: where it is, and where it was to be', async () => {
    const mette = await stage().as(emailOf('mette'));
    const session = (await asked('mette', { projectId: fridays })).sessions.find(({ onDay }) => onDay === '2026-11-27');
    const { id, version } = await stage()
      .db.selectFrom('session')
      .where('id', '=', session?.id ?? '')
      .select(['id', 'version'])
      .executeTakeFirstOrThrow();
    await mette.participation.moveSession({
      ...fresh(),
      sessionId: id,
      baseVersion: version,
      heldOn: '2026-12-08',
      startMinute: 1080,
      endMinute: 1350,
      venueId: await hallOf(stage()),
    });
    const after = await asked('mette', { projectId: fridays });
    expect(after.sessions.some((one) => one.id === id)).toBe(false);
    expect(after.movedAway).toMatchObject([{ sessionId: id, onDay: '2026-11-27', toOn: '2026-12-08' }]);
    const december = await asked('mette', { projectId: fridays, firstOn: '2026-12-07', lastOn: '2026-12-13' });
    expect(december.sessions.find((one) => one.id === id)).toMatchObject({ movedFromOn: '2026-11-27' });
  });

  describe('two bookings of one hall', () => {
    it('are pointed out to whoever sees one of them, without saying whose the other is', async () => {
      await bookTwice(stage());
      const mine = (await asked('mette', { projectId: fridays })).sessions.find(({ onDay }) => onDay === '2026-11-20');
      expect(mine?.clashes).toEqual([
        {
          onDay: '2026-11-20',
          startMinute: 1200,
          endMinute: 1500,
          venueName: 'Hafnia-Hallen',
          title: null,
          projectTitle: null,
        },
      ]);
    });

    it('are told by name to the coordinator, who sees both', async () => {
      const { sessions } = await asked('henrik');
      const both = sessions.filter(({ onDay, clashes }) => onDay === '2026-11-20' && clashes.length > 0);
      expect(both.flatMap(({ clashes }) => clashes.map(({ title }) => title)).toSorted()).toEqual([
        'Fredagshallen',
        'Stævne',
      ]);
    });

    it('are taken times in the hall’s own calendar for whoever may not see them', async () => {
      const venueId = await hallOf(stage());
      const hall = await asked('mette', { venueId });
      expect(hall.taken).toContainEqual({ onDay: '2026-11-20', startMinute: 1200, endMinute: 1500 });
      expect(hall.sessions.some(({ title }) => title === 'Stævne')).toBe(false);
      for (const key of ['ane', 'ole', 'karsten'] as const)
        expect(await problemOf(asked(key, { venueId })), key).toBe('missing');
    });

    it('are found while planning: by a rule, by single days, never against what is being edited', async () => {
      const mette = await stage().as(emailOf('mette'));
      const venueId = await hallOf(stage());
      const { series } = await mette.participation.listSeries({ projectId: fridays });
      const seriesId = series[0]?.id ?? '';
      const rule = { rule: 'FREQ=WEEKLY;BYDAY=FR', firstOn: '2026-11-16', lastOn: '2026-12-31' };
      const times = { startMinute: 1080, endMinute: 1350 };
      const found = (ask: object) => mette.calendar.findClashes({ projectId: fridays, venueId, ...ask });
      const own = await found({ series: { ...rule, ...times }, exceptSeriesId: seriesId });
      expect(own.clashes).toContainEqual(
        expect.objectContaining({ wantedOn: '2026-11-20', title: null, projectTitle: null }),
      );
      // De unges hus is moved there on the 27th, and that is the same owner's.
      expect(own.clashes.find(({ wantedOn }) => wantedOn === '2026-11-27')?.title).toBe('Åbent hus');
      const other = await found({ series: { ...rule, ...times } });
      expect(other.clashes.some(({ title }) => title === 'Fredagshallen')).toBe(true);
      const late = await found({ times: [{ onDay: '2026-11-21', startMinute: 30, endMinute: 120 }] });
      expect(late.clashes).toMatchObject([{ wantedOn: '2026-11-21', onDay: '2026-11-20', startMinute: 1200 }]);
      expect((await found({ times: [{ onDay: '2026-11-21', startMinute: 60, endMinute: 120 }] })).clashes).toEqual([]);
    });

    it('are asked about by the owner only, and only for venues of the municipality', async () => {
      const venueId = await hallOf(stage());
      const ask = { projectId: fridays, venueId };
      for (const [key, code] of [
        ['jonas', 'refused'],
        ['henrik', 'refused'],
        ['ane', 'missing'],
        ['ole', 'missing'],
      ] as const)
        expect(await problemOf((await stage().as(emailOf(key))).calendar.findClashes(ask)), key).toBe(code);
      const foreign = await stage()
        .db.selectFrom('venue')
        .innerJoin('municipality', 'municipality.id', 'venue.municipalityId')
        .where('municipality.name', 'ilike', '%Vejen%')
        .select('venue.id')
        .executeTakeFirstOrThrow();
      const mette = await stage().as(emailOf('mette'));
      const call = mette.calendar.findClashes({ projectId: fridays, venueId: foreign.id });
      expect(await problemOf(call)).toBe('invalid');
    });

    it('are no bookings once one of them is cancelled', async () => {
      await stage().db.updateTable('session').set({ state: 'cancelled' }).where('title', '=', 'Stævne').execute();
      const mine = (await asked('mette', { projectId: fridays })).sessions.find(({ onDay }) => onDay === '2026-11-20');
      expect(mine?.clashes).toEqual([]);
    });
  });
});
