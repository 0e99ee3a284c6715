import { expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf, problemOf } from '@forspring/tests/ladder';
import { type Caller, newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const koebenhavn = storyId('municipality/koebenhavn');
const vejen = storyId('municipality/vejen');
/** Roles without administration are refused; who administrates elsewhere finds nothing; who only looks is refused. */
const refused = {
  mette: 'refused',
  jonas: 'refused',
  birgitte: 'refused',
  ane: 'refused',
  kirsten: 'refused',
  ole: 'missing',
  lone: 'missing',
  line: 'refused',
  grete: 'refused',
  karsten: 'refused',
  bent: 'refused',
} as const;

type Command = Parameters<typeof climb>[0]['call'];
const holidayId = newId();

const commands: [action: string, call: Command][] = [
  [
    'addDistrict',
    once((caller, commandId, id) =>
      caller.places.addDistrict({ commandId, id, municipalityId: koebenhavn, name: 'Østbyen' }),
    ),
  ],
  [
    'addBody',
    once((caller, commandId, id) =>
      caller.places.addBody({
        commandId,
        id,
        municipalityId: koebenhavn,
        name: 'Følgegruppe',
        kind: 'followGroup',
        level: 'executing',
        districtId: null,
      }),
    ),
  ],
  [
    'addVenue',
    once((caller, commandId, id) =>
      caller.places.addVenue({
        commandId,
        id,
        municipalityId: koebenhavn,
        name: 'Havnehallen',
        address: '',
        districtId: null,
      }),
    ),
  ],
  [
    'addOrganisation',
    once((caller, commandId, id) =>
      caller.places.addOrganisation({ commandId, id, municipalityId: koebenhavn, name: 'Roklubben', kind: 'club' }),
    ),
  ],
  [
    'setPlaceName',
    (caller, commandId) =>
      caller.places.setPlaceName({
        commandId,
        municipalityId: koebenhavn,
        kind: 'district',
        id: storyId('district/valby'),
        name: 'Valby og Vigerslev',
      }),
  ],
  [
    'addSchoolHolidays',
    (caller, commandId) =>
      caller.places.addSchoolHolidays({
        commandId,
        municipalityId: koebenhavn,
        holidays: [
          {
            id: holidayId,
            nameDa: 'Vinterferie',
            nameEn: 'Winter holiday',
            firstOn: '2028-02-14',
            lastOn: '2028-02-18',
          },
        ],
      }),
  ],
  [
    'removeSchoolHoliday',
    (caller, commandId) => caller.places.removeSchoolHoliday({ commandId, id: holidayId, municipalityId: koebenhavn }),
  ],
  [
    'setPopulation',
    (caller, commandId) =>
      caller.places.setPopulation({
        commandId,
        municipalityId: koebenhavn,
        districtId: storyId('district/valby'),
        year: 2030,
        youthCount: 4321,
        source: 'Danmarks Statistik',
      }),
  ],
  [
    'setConcernUrl',
    (caller, commandId) =>
      caller.places.setConcernUrl({
        commandId,
        municipalityId: koebenhavn,
        concernUrl: 'https://kommune.example/underretning',
      }),
  ],
];

/** The id of what is added stays the same when the command is sent again. */
function once(call: (caller: Caller, commandId: string, id: string) => Promise<unknown>): Command {
  const id = newId();
  return (caller, commandId) => call(caller, commandId, id);
}

onBothDatabases('places', (stage) => {
  const henrik = () => stage().as(emailOf('henrik'));
  const shown = async () => (await henrik()).places.showPlaces({ municipalityId: koebenhavn });
  const vanloese = async () =>
    (
      await stage()
        .db.selectFrom('district')
        .where('municipalityId', '=', koebenhavn)
        .where('name', '=', 'Vanløse')
        .select('id')
        .executeTakeFirstOrThrow()
    ).id;

  it.each(commands)('climbs the ladder: %s', async (action, call) => {
    await climb({ stage: stage(), call, refused, by: 'henrik', action, state: shown });
  });

  it('keeps names apart, and renames nothing that lies elsewhere', async () => {
    const caller = await henrik();
    const at = { municipalityId: koebenhavn, id: newId() };
    const district = { ...at, name: ' vanløse ' };
    expect(await problemOf(caller.places.addDistrict({ commandId: newId(), ...district }))).toBe('places.nameTaken');
    // A venue may bear the name of its district.
    expect(
      await problemOf(caller.places.addVenue({ commandId: newId(), ...district, address: '', districtId: null })),
    ).toBe('done');
    const rename = (kind: 'district' | 'organisation', id: string, name: string) =>
      problemOf(caller.places.setPlaceName({ commandId: newId(), municipalityId: koebenhavn, kind, id, name }));
    expect(await rename('district', await vanloese(), 'Bispebjerg')).toBe('places.nameTaken');
    expect(await rename('district', await vanloese(), 'Vanløse')).toBe('done');
    expect(await rename('organisation', await vanloese(), 'Et andet navn')).toBe('missing');
    const implicit = await stage()
      .db.selectFrom('district')
      .where('municipalityId', '=', vejen)
      .select('id')
      .executeTakeFirstOrThrow();
    expect(await rename('district', implicit.id, 'Vejen by')).toBe('missing');
  });

  it('marks example figures and stops when a real one is written', async () => {
    const districtId = await vanloese();
    const before = (await shown()).districts.find((one) => one.id === districtId);
    expect(before?.population?.isExample).toBe(true);
    const year = before?.population?.year ?? 0;
    const write = { municipalityId: koebenhavn, districtId, year, youthCount: 5000, source: 'Danmarks Statistik' };
    const caller = await henrik();
    await caller.places.setPopulation({ commandId: newId(), ...write });
    expect((await shown()).districts.find((one) => one.id === districtId)?.population).toEqual({
      year,
      youthCount: 5000,
      source: 'Danmarks Statistik',
      isExample: false,
    });
  });

  it('puts nothing into the district of another municipality', async () => {
    const foreign = await stage()
      .db.selectFrom('district')
      .where('municipalityId', '=', vejen)
      .select('id')
      .executeTakeFirstOrThrow();
    const caller = await henrik();
    const at = { municipalityId: koebenhavn, districtId: foreign.id };
    const body = {
      ...at,
      commandId: newId(),
      id: newId(),
      name: 'Gruppe',
      kind: 'followGroup' as const,
      level: 'executing' as const,
    };
    expect(await problemOf(caller.places.addBody(body))).toBe('missing');
    expect(
      await problemOf(caller.places.addVenue({ ...at, commandId: newId(), id: newId(), name: 'Hal', address: '' })),
    ).toBe('missing');
    const population = { ...at, commandId: newId(), year: 2027, youthCount: 1, source: 'Egen optælling' };
    expect(await problemOf(caller.places.setPopulation(population))).toBe('missing');
  });

  it('answers alike for a holiday of another municipality and one that is not there', async () => {
    const foreign = await stage()
      .db.selectFrom('schoolHoliday')
      .where('municipalityId', '=', vejen)
      .select('id')
      .executeTakeFirstOrThrow();
    const caller = await henrik();
    for (const id of [foreign.id, newId()]) {
      const call = caller.places.removeSchoolHoliday({ commandId: newId(), id, municipalityId: koebenhavn });
      expect(await problemOf(call)).toBe('missing');
    }
  });

  it('refuses what cannot be a place', async () => {
    const caller = await henrik();
    const at = () => ({ commandId: newId(), id: newId(), municipalityId: koebenhavn });
    const holiday = { nameDa: 'Ferie', nameEn: 'Holiday' };
    const addHolidays = (...holidays: { nameDa: string; nameEn: string; firstOn: string; lastOn: string }[]) =>
      caller.places.addSchoolHolidays({
        commandId: newId(),
        municipalityId: koebenhavn,
        holidays: holidays.map((one) => ({ ...one, id: newId() })),
      });
    for (const call of [
      () => caller.places.addDistrict({ ...at(), name: ' ' }),
      () => caller.places.addDistrict({ ...at(), name: 'x'.repeat(121) }),
      () => addHolidays({ ...holiday, firstOn: '2027-02-19', lastOn: '2027-02-15' }),
      () => addHolidays({ ...holiday, firstOn: '2027-02-30', lastOn: '2027-03-01' }),
      () => addHolidays(),
      () => caller.places.setConcernUrl({ ...at(), concernUrl: 'javascript:alert(1)' }),
      () => caller.places.setConcernUrl({ ...at(), concernUrl: 'http://kommune.example' }),
      () => caller.places.setPopulation({ ...at(), districtId: newId(), year: 2027, youthCount: -1, source: 'Kilde' }),
    ])
      expect(await problemOf(call())).toBe('invalid');
  });

  it('adds several holidays in one go, and none of them when one is there already or cannot be', async () => {
    const caller = await henrik();
    const holiday = (nameDa: string, firstOn: string, lastOn: string) => ({
      id: newId(),
      nameDa,
      nameEn: nameDa,
      firstOn,
      lastOn,
    });
    const add = (...holidays: ReturnType<typeof holiday>[]) =>
      caller.places.addSchoolHolidays({ commandId: newId(), municipalityId: koebenhavn, holidays });
    await add(holiday('Efterår', '2029-10-15', '2029-10-19'), holiday('Jul', '2029-12-21', '2030-01-02'));
    const names = async () => (await shown()).schoolHolidays.map(({ nameDa, firstOn }) => `${nameDa} ${firstOn}`);
    const before = await names();
    expect(before).toEqual(expect.arrayContaining(['Efterår 2029-10-15', 'Jul 2029-12-21']));
    const again = add(holiday('Ny ferie', '2029-03-01', '2029-03-02'), holiday('jul', '2029-12-21', '2030-01-02'));
    expect(await problemOf(again)).toBe('alreadyThere');
    const wrong = add(holiday('Ny ferie', '2029-03-01', '2029-03-02'), holiday('Bagvendt', '2029-05-02', '2029-05-01'));
    expect(await problemOf(wrong)).toBe('invalid');
    expect(await names()).toEqual(before);
  });

  it('says that an id is in use instead of writing over what is there', async () => {
    const caller = await henrik();
    const call = caller.places.addDistrict({
      commandId: newId(),
      id: await vanloese(),
      municipalityId: koebenhavn,
      name: 'Andet',
    });
    expect(await problemOf(call)).toBe('alreadyThere');
  });

  it('shows places to those who administrate the municipality, and only they may edit', async () => {
    const looks = async (key: Parameters<typeof emailOf>[0], municipalityId = koebenhavn) =>
      (await stage().as(emailOf(key))).places.showPlaces({ municipalityId });
    expect((await looks('henrik')).abilities.edit).toBe(true);
    expect((await looks('kirsten')).abilities.edit).toBe(false);
    for (const key of ['mette', 'jonas', 'birgitte', 'ane', 'ole', 'lone'] as const)
      expect(await problemOf(looks(key)), key).toBe('missing');
    expect(await problemOf(looks('henrik', vejen))).toBe('missing');
    expect(await problemOf(looks('henrik', newId()))).toBe('missing');
  });
});
