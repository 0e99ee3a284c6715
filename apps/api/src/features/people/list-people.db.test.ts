import { expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { emailOf, problemOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const koebenhavn = storyId('municipality/koebenhavn');
const vejen = storyId('municipality/vejen');

onBothDatabases('who sees whom', (stage) => {
  const as = (key: Parameters<typeof emailOf>[0] | null) => stage().as(key === null ? null : emailOf(key));

  it('lists the people of one’s own municipality to those who administrate it', async () => {
    const henrik = await (await as('henrik')).people.listPeople({ municipalityId: koebenhavn });
    expect(henrik.persons.map((one) => one.email)).toContain(emailOf('mette'));
    expect(henrik.persons.map((one) => one.email)).not.toContain(emailOf('line'));
    expect(henrik.persons.every((one) => one.placeName !== '')).toBe(true);
    expect(henrik.abilities.invite).toBe(true);
    expect(henrik.places.map((one) => one.kind)).toEqual(
      expect.arrayContaining(['body', 'organisation', 'project', 'fundingSource']),
    );
    const kirsten = await (await as('kirsten')).people.listPeople({ municipalityId: koebenhavn });
    expect(kirsten.abilities.invite).toBe(false);
    expect(kirsten.persons).toEqual(henrik.persons);
  });

  it('answers alike for a foreign municipality and one that is not there', async () => {
    for (const key of ['ole', 'lone', 'mette', 'jonas', 'birgitte', 'ane', 'line', 'grete', 'karsten', 'bent'] as const)
      expect(await problemOf((await as(key)).people.listPeople({ municipalityId: koebenhavn })), key).toBe('missing');
    const henrik = await as('henrik');
    expect(await problemOf(henrik.people.listPeople({ municipalityId: vejen }))).toBe('missing');
    expect(await problemOf(henrik.people.listPeople({ municipalityId: newId() }))).toBe('missing');
    expect(await problemOf((await as(null)).people.listPeople({ municipalityId: koebenhavn }))).toBe('signIn');
  });

  it('shows letters of the local folder to those who administrate only', async () => {
    expect(await (await as('henrik')).people.listLetters()).toEqual([]);
    expect(await problemOf((await as('mette')).people.listLetters())).toBe('missing');
    expect(await problemOf((await as(null)).people.listLetters())).toBe('signIn');
  });

  it('tells each person of the story who they are, and a visitor nothing', async () => {
    const me = await (await as('jonas')).people.me();
    expect(me).toMatchObject({
      user: { email: emailOf('jonas') },
      needsSetUp: false,
      isStory: true,
      today: '2026-11-13',
    });
    expect(me.memberships.every((one) => one.role === 'partner' && one.municipalityId === koebenhavn)).toBe(true);
    expect(await (await as(null)).people.me()).toMatchObject({ user: null, memberships: [], needsSetUp: false });
    const persons = await (await as(null)).people.listSamplePersons();
    expect(persons.map((one) => one.name)[0]).toBe('Mette Lindholm');
    expect(persons).toHaveLength(13);
  });

  it('finds by name only what is in one’s own reach', async () => {
    const found = async (key: Parameters<typeof emailOf>[0], text: string) =>
      (await (await as(key)).people.search({ text })).map((one) => `${one.kind} ${one.title}`);
    expect(await found('mette', 'fredagshal')).toContain('project Fredagshallen 2026');
    expect(await found('jonas', 'fredagshal')).toContain('session Fredagshallen');
    expect((await found('jonas', 'fredagshal')).filter((one) => one.startsWith('intervention'))).toEqual([]);
    expect((await found('henrik', 'lind')).filter((one) => one.startsWith('person'))).toEqual([
      'person Mette Lindholm',
    ]);
    for (const key of ['mette', 'jonas', 'birgitte', 'ane', 'line'] as const)
      expect(
        (await found(key, 'lind')).filter((one) => one.startsWith('person')),
        key,
      ).toEqual([]);
    for (const key of ['ole', 'line', 'karsten', 'grete', 'bent'] as const)
      expect(
        (await found(key, 'fredagshal')).filter((one) => !one.startsWith('intervention')),
        key,
      ).toEqual([]);
    expect((await found('ole', 'markfr')).length).toBeGreaterThan(0);
    // A shared recipe is for every municipality; the project made from it is not.
    expect(await found('henrik', 'markfr')).toEqual(['intervention Markfræs og mekanik']);
    expect(await problemOf((await as(null)).people.search({ text: 'fredag' }))).toBe('signIn');
  });

  it('takes what is typed in the search as text, not as a pattern', async () => {
    const caller = await as('henrik');
    for (const text of ['%', '__', '%%', '\\', "'; drop table project; --"])
      expect(await caller.people.search({ text })).toEqual([]);
    expect(await caller.people.search({ text: 'f' })).toEqual([]);
  });
});
