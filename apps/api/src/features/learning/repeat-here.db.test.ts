import { expect, it } from 'vitest';
import { recomputeFigures } from '@forspring/database/participation/recompute-figures';
import type { LearningSearch } from '@forspring/domain/learning/learning';
import { type Caller, newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

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

async function hallOf(person: Caller): Promise<string> {
  const { cards } = await person.learning.listCards({ ...everything, search: 'Fredagshallen' });
  const hall = cards.find((card) => card.title === 'Fredagshallen');
  if (!hall) throw new Error('The story has a card for Fredagshallen');
  return hall.projectId;
}

async function placeIn(stage: Stage, district: string, body = `SSP-udvalg ${district}`) {
  const row = await stage.db
    .selectFrom('district')
    .innerJoin('body', 'body.districtId', 'district.id')
    .where('district.name', '=', district)
    .where('body.name', '=', body)
    .select(['district.id as districtId', 'body.id as bodyId', 'district.municipalityId'])
    .executeTakeFirstOrThrow();
  return row;
}

onBothDatabases('repeat here', (stage) => {
  const inputOf = async (person: Caller, district = 'Vanløse') => ({
    commandId: newId(),
    projectId: await hallOf(person),
    id: newId(),
    ...(await placeIn(stage(), district)),
    year: 2027,
  });

  it('asks to sign in', async () => {
    const input = await inputOf(await stage().as(owner));
    await expect((await stage().as(null)).learning.repeatHere(input)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it.each([partner, funder, officer, 'ole.mikkelsen@vejen.example', 'line.thomsen@vejen.example'])(
    'refuses %s',
    async (email) => {
      const input = await inputOf(await stage().as(owner));
      await expect((await stage().as(email)).learning.repeatHere(input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    },
  );

  it('answers missing for a project that has taught nothing yet', async () => {
    const person = await stage().as(owner);
    const running = await stage()
      .db.selectFrom('project')
      .where('status', '=', 'running')
      .select('id')
      .executeTakeFirstOrThrow();
    const input = { ...(await inputOf(person)), projectId: running.id };
    await expect(person.learning.repeatHere(input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses a place in another municipality at the field', async () => {
    const person = await stage().as(owner);
    const body = await stage()
      .db.selectFrom('body')
      .innerJoin('municipality', 'municipality.id', 'body.municipalityId')
      .where('municipality.name', '=', 'Vejen')
      .select('body.id')
      .executeTakeFirstOrThrow();
    const input = { ...(await inputOf(person)), bodyId: body.id };
    await expect(person.learning.repeatHere(input)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      cause: { fields: [{ path: 'bodyId', code: 'learning.otherMunicipality', params: {} }] },
    });
  });

  it('makes a draft with plan, goals, days and budget, without readings and money (comparison 5.1)', async () => {
    const person = await stage().as(owner);
    const { db } = stage();
    const input = await inputOf(person);
    const made = await person.learning.repeatHere(input);
    expect(made.projectId).toBe(input.id);

    const copy = await db.selectFrom('project').where('id', '=', input.id).selectAll().executeTakeFirstOrThrow();
    const source = await db
      .selectFrom('project')
      .where('id', '=', input.projectId)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(copy).toMatchObject({
      status: 'draft',
      year: 2027,
      copiedFromId: source.id,
      interventionId: source.interventionId,
      districtId: input.districtId,
      challenge: source.challenge,
      assumptions: source.assumptions,
      tierReason: '',
      harmAnswer: '',
      nameCheckedOn: null,
      lockedAt: null,
    });
    expect(copy.startsOn).toBe('2027-01-01');

    const goals = await db.selectFrom('goal').where('projectId', '=', input.id).selectAll().execute();
    const original = await db
      .selectFrom('goal')
      .where('projectId', '=', input.projectId)
      .select(['targetValue'])
      .execute();
    expect(goals.map((goal) => goal.targetValue).toSorted()).toEqual(
      original.map((goal) => goal.targetValue).toSorted(),
    );
    expect(goals.every((goal) => goal.baselineValue === null && goal.deadlineOn?.startsWith('2027') === true)).toBe(
      true,
    );

    const sessions = await db
      .selectFrom('session')
      .where('projectId', '=', input.id)
      .orderBy('heldOn')
      .select(['heldOn', 'state', 'visitCount'])
      .execute();
    expect(sessions).toHaveLength(41);
    expect(
      sessions.every(
        (one) => one.state === 'planned' && one.visitCount === null && new Date(one.heldOn).getUTCDay() === 5,
      ),
    ).toBe(true);

    const lines = await db
      .selectFrom('budgetLine')
      .where('projectId', '=', input.id)
      .select(['amountOere', 'spentOere'])
      .execute();
    expect(lines.every((line) => line.spentOere === 0)).toBe(true);
    const sources = await db
      .selectFrom('fundingSource')
      .where('projectId', '=', input.id)
      .select('amountOere')
      .execute();
    expect(sources.every((one) => one.amountOere === 0)).toBe(true);

    const place = await db
      .selectFrom('membership')
      .where('placeId', '=', input.id)
      .select(['role', 'placeKind'])
      .execute();
    expect(place).toEqual([{ role: 'owner', placeKind: 'project' }]);
    const traces = await db.selectFrom('auditEntry').where('projectId', '=', input.id).select('action').execute();
    expect(traces).toEqual([{ action: 'repeatProject' }]);
  });

  it('keeps the figures row exact', async () => {
    const person = await stage().as(owner);
    const { db } = stage();
    const input = await inputOf(person);
    await person.learning.repeatHere(input);
    const figures = () =>
      db.selectFrom('projectFigures').where('projectId', '=', input.id).selectAll().executeTakeFirstOrThrow();
    const kept = await figures();
    await recomputeFigures(db, [input.id]);
    expect(await figures()).toEqual(kept);
  });

  it('makes one draft when the same command comes twice, and refuses an id that is taken', async () => {
    const person = await stage().as(owner);
    const input = await inputOf(person);
    const first = await person.learning.repeatHere(input);
    expect(await person.learning.repeatHere(input)).toEqual(first);
    const copies = await stage().db.selectFrom('project').where('id', '=', input.id).select('id').execute();
    expect(copies).toHaveLength(1);
    await expect(person.learning.repeatHere({ ...input, commandId: newId() })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('works for the whole municipality, and for a holiday project that runs when schools are closed', async () => {
    const person = await stage().as('henrik.toft@koebenhavn.example');
    const { cards } = await person.learning.listCards({ ...everything, search: 'Ferie med indhold' });
    const holiday = cards.find((card) => card.title === 'Ferie med indhold');
    const place = await placeIn(stage(), 'Valby');
    const made = await person.learning.repeatHere({
      commandId: newId(),
      projectId: holiday?.projectId ?? '',
      id: newId(),
      municipalityId: place.municipalityId,
      districtId: null,
      bodyId: place.bodyId,
      year: 2027,
    });
    // 30 days in the summer by a rule, and two programmes of five whose evenings were removed long ago.
    expect(made.sessionCount).toBe(40);
  });

  it('answers bad input with a clear problem', async () => {
    const person = await stage().as(owner);
    const input = await inputOf(person);
    for (const bad of [{ year: 27 }, { bodyId: 'SSP' }, { id: '' }])
      await expect(person.learning.repeatHere({ ...input, ...bad })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(person.learning.repeatHere({ ...input, districtId: newId() })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

onBothDatabases('say why a copy differs', (stage) => {
  /** A fresh copy and its owner as signed in afterwards: roles are read with each request. */
  async function copied(): Promise<{ id: string; person: Caller }> {
    const person = await stage().as(owner);
    const id = newId();
    await person.learning.repeatHere({
      commandId: newId(),
      projectId: await hallOf(person),
      id,
      ...(await placeIn(stage(), 'Vanløse')),
      year: 2027,
    });
    return { id, person: await stage().as(owner) };
  }
  const change = (id: string, activities: string) =>
    stage().db.updateTable('project').set({ activities, minAge: 14 }).where('id', '=', id).execute();

  it('finds no difference right after repeating, and null for a project that is no copy (comparison 5.2)', async () => {
    const { id, person } = await copied();
    const shown = await person.learning.listAdaptations({ projectId: id });
    expect(shown).toMatchObject({
      original: { title: 'Fredagshallen', hasCard: true },
      adaptations: [],
      abilities: { setReason: true },
    });
    const mette = await stage().as('mette.lindholm@koebenhavn.example');
    const own = await hallOf(mette);
    expect(await mette.learning.listAdaptations({ projectId: own })).toBeNull();
  });

  it('lists exactly what was changed, asks for reasons and keeps them (comparison 5.2)', async () => {
    const { id, person } = await copied();
    await change(id, 'Badminton og bordtennis.');
    const before = await person.learning.listAdaptations({ projectId: id });
    expect(before?.adaptations.map((one) => [one.field, one.reason])).toEqual([
      ['minAge', ''],
      ['activities', ''],
    ]);
    const input = {
      commandId: newId(),
      projectId: id,
      field: 'activities' as const,
      reason: 'Hallen har ingen klatrevæg.',
    };
    const after = await person.learning.setAdaptationReason(input);
    expect(after.adaptations.at(-1)).toMatchObject({ field: 'activities', reason: input.reason, isOutdated: false });
    expect(await person.learning.setAdaptationReason(input)).toEqual(after);
    const traces = await stage()
      .db.selectFrom('auditEntry')
      .where('projectId', '=', id)
      .where('action', '=', 'setAdaptationReason')
      .select('changed')
      .execute();
    expect(traces).toEqual([{ changed: ['activities'] }]);

    await change(id, 'Badminton.');
    const again = await person.learning.listAdaptations({ projectId: id });
    expect(again?.adaptations.find((one) => one.field === 'activities')).toMatchObject({ isOutdated: true });
  });

  it('asks to sign in, refuses others and hides it from strangers', async () => {
    const { id } = await copied();
    await change(id, 'Dans.');
    const input = { commandId: newId(), projectId: id, field: 'activities' as const, reason: 'De unge valgte det.' };
    await expect((await stage().as(null)).learning.setAdaptationReason(input)).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    });
    const coordinator = await stage().as('henrik.toft@koebenhavn.example');
    await expect(coordinator.learning.setAdaptationReason(input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const email of [partner, funder, 'ole.mikkelsen@vejen.example'])
      await expect((await stage().as(email)).learning.setAdaptationReason(input)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });

  it('refuses a reason where nothing was changed, and a project that is no copy', async () => {
    const { id, person } = await copied();
    const input = { commandId: newId(), projectId: id, field: 'effects' as const, reason: 'Vi ville noget andet.' };
    await expect(person.learning.setAdaptationReason(input)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
    const mette = await stage().as('mette.lindholm@koebenhavn.example');
    const other = { ...input, commandId: newId(), projectId: await hallOf(mette) };
    await expect(mette.learning.setAdaptationReason(other)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
  });

  it('refuses an empty reason and a personal number', async () => {
    const { id, person } = await copied();
    await change(id, 'Dans.');
    const input = { commandId: newId(), projectId: id, field: 'activities' as const, reason: ' ' };
    await expect(person.learning.setAdaptationReason(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const numbered = { ...input, commandId: newId(), reason: 'CPR 010106-1234 ville det.' };
    await expect(person.learning.setAdaptationReason(numbered)).rejects.toMatchObject({
      message: 'text.personalNumber',
    });
  });
});
