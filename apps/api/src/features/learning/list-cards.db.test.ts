import { expect, it } from 'vitest';
import type { LearningSearch } from '@forspring/domain/learning/learning';
import { type Caller, newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const everything: LearningSearch = {
  search: '',
  tiers: [],
  themes: [],
  age: null,
  maxCostOere: null,
  minEvidence: null,
  districtIds: [],
  recommendations: [],
  ending: 'all',
  page: 1,
};
const owner = 'rasmus.kjaer@koebenhavn.example';
const partner = 'jonas.brandt@fritidscenter.example';
const funder = 'ane.dalsgaard@tryggefaellesskaber.example';
const officer = 'kirsten.bach@koebenhavn.example';

const titles = async (person: Caller, search: Partial<LearningSearch>) =>
  (await person.learning.listCards({ ...everything, ...search })).cards.map((card) => card.title);

async function hallOf(person: Caller): Promise<string> {
  const { cards } = await person.learning.listCards({ ...everything, search: 'Fredagshallen' });
  const hall = cards.find((card) => card.title === 'Fredagshallen');
  if (!hall) throw new Error('The story has a card for Fredagshallen');
  return hall.projectId;
}

onBothDatabases('the learning library', (stage) => {
  it('asks to sign in, and is missing for partners and funders', async () => {
    const nobody = await stage().as(null);
    await expect(nobody.learning.listCards(everything)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    for (const email of [partner, funder]) {
      const other = await stage().as(email);
      await expect(other.learning.listCards(everything)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(other.learning.showCard({ projectId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('finds Danish words in any of their forms', async () => {
    const person = await stage().as(owner);
    // "fællesspisninger" is another form of what a card says.
    expect(await titles(person, { search: 'fællesspisninger' })).toContain('Fredagshallen');
    expect(await titles(person, { search: 'naboerne' })).not.toEqual([]);
  });

  it('forgives spelling, and says so', async () => {
    const person = await stage().as(owner);
    const forgiven = await person.learning.listCards({ ...everything, search: 'fredashalen' });
    expect(forgiven.isForgiving).toBe(true);
    expect(forgiven.cards.map((card) => card.title)).toContain('Fredagshallen');
    const nothing = await person.learning.listCards({ ...everything, search: 'xyzxyzxyz' });
    expect(nothing).toMatchObject({ cards: [], totalCount: 0 });
  });

  it('takes every sign a person may type', async () => {
    const person = await stage().as(owner);
    for (const search of ["'", '"hal', '%', '&|!:*', '\\', '( or', 'æøå', '☃'])
      await expect(person.learning.listCards({ ...everything, search })).resolves.toMatchObject({
        isForgiving: expect.any(Boolean),
      });
  });

  it('filters by each thing a card knows', async () => {
    const person = await stage().as(owner);
    const all = await person.learning.listCards(everything);
    const { cards } = all;
    const only = async (part: Partial<LearningSearch>) =>
      (await person.learning.listCards({ ...everything, ...part })).cards;
    expect((await only({ tiers: ['general'] })).every((card) => card.tier === 'general')).toBe(true);
    expect((await only({ themes: ['job'] })).every((card) => card.themes.includes('job'))).toBe(true);
    expect((await only({ age: 11 })).every((card) => card.minAge <= 11 && card.maxAge >= 11)).toBe(true);
    expect((await only({ recommendations: ['spread'] })).map((card) => card.recommendation)).toEqual(['spread']);
    expect((await only({ minEvidence: 2 })).every((card) => (card.evidenceLevel ?? 0) >= 2)).toBe(true);
    const stopped = await only({ ending: 'stopped' });
    expect(stopped.map((card) => card.title)).toEqual(['De unges pavillon']);
    const completed = await only({ ending: 'completed' });
    expect(completed.length + stopped.length).toBe(cards.length);
    const vanloese = all.districts.find((one) => one.name === 'Vanløse');
    expect(
      (await only({ districtIds: [vanloese?.id ?? newId()] })).every((card) => card.districtName === 'Vanløse'),
    ).toBe(true);
  });

  it('never lets the filter on cost tell of a cost that is not shown (disclosure 3.5)', async () => {
    const person = await stage().as(owner);
    const found = await person.learning.listCards({ ...everything, maxCostOere: 10_000_000 });
    expect(found.cards.length).toBeGreaterThan(3);
    for (const card of found.cards) expect(card.costPerVisitHour.kind).toBe('value');
    const individual = await person.learning.listCards({ ...everything, tiers: ['individual'] });
    expect(individual.cards.length).toBeGreaterThan(0);
    for (const card of individual.cards)
      expect(card.costPerVisitHour).toEqual({ kind: 'withheld', reason: 'individualTier' });
  });

  it('shows a card with learning, plan, goals, numbers and family', async () => {
    const person = await stage().as(owner);
    const learning = await person.learning.showCard({ projectId: await hallOf(person) });
    expect(learning.card).toMatchObject({ title: 'Fredagshallen', recommendation: 'spread', districtName: 'Valby' });
    expect(learning.plan.assumptions).toHaveLength(5);
    expect(learning.goals.length).toBeGreaterThan(3);
    expect(learning.copies.map((copy) => copy.placeName)).toContain('Bispebjerg');
    const bispebjerg = learning.copies.find((copy) => copy.placeName === 'Bispebjerg');
    expect(bispebjerg?.adaptations.every((one) => one.reason !== '')).toBe(true);
    expect(learning.repeat.places.map((place) => place.municipalityName)).toEqual(['København']);
  });

  it('shows the individual tier without numbers about people', async () => {
    const person = await stage().as(officer);
    const { cards } = await person.learning.listCards({ ...everything, tiers: ['individual'] });
    for (const { projectId } of cards) {
      const { figures, goals, repeat } = await person.learning.showCard({ projectId });
      for (const cell of [figures.visits, figures.reach, figures.visitMinutes, figures.totalPerVisitHour])
        expect(['withheld', 'notMeasured']).toContain(cell.kind);
      for (const goal of goals) expect(['withheld', 'notMeasured', 'value']).toContain(goal.result.kind);
      for (const goal of goals.filter((one) => one.unit === 'share' || one.unit === 'count'))
        expect(['withheld', 'notMeasured']).toContain(goal.result.kind);
      // A data protection officer has nowhere to repeat it.
      expect(repeat.places).toEqual([]);
    }
  });

  it('answers missing for a project without a card', async () => {
    const person = await stage().as(owner);
    await expect(person.learning.showCard({ projectId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
