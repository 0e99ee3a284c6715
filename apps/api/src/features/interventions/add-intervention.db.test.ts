import { expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf, problemOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const running = storyId('project/fredagshallen-2026');
const koebenhavn = storyId('municipality/koebenhavn');

onBothDatabases('making a recipe of a project', (stage) => {
  const as = (key: Parameters<typeof emailOf>[0] | null) => stage().as(key === null ? null : emailOf(key));
  const recipeOf = async (projectId: string) =>
    (
      await stage()
        .db.selectFrom('project')
        .where('id', '=', projectId)
        .select('interventionId')
        .executeTakeFirstOrThrow()
    ).interventionId;
  const fromNothing = async (plan: object) => {
    const id = newId();
    const mette = await as('mette');
    const place = { municipalityId: koebenhavn, districtId: null, bodyId: null, interventionId: null, year: 2027 };
    await mette.projects.add({ commandId: newId(), id, title: 'Skakklubben', ...place });
    await stage().db.updateTable('project').set(plan).where('id', '=', id).execute();
    return id;
  };
  const recipe = () => ({
    id: newId(),
    title: 'Skak efter skole',
    coreElements: ['Faste voksne', 'Alle spiller'],
    knownRisks: '',
  });

  it('climbs the ladder, and others may start from it', async () => {
    const projectId = await fromNothing({ tier: 'general', minAge: 10, maxAge: 13, challenge: 'Få tilbud' });
    const input = recipe();
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.interventions.add({ commandId, projectId, ...input }),
      refused: { jonas: 'missing', henrik: 'refused', kirsten: 'refused', rasmus: 'missing', ole: 'missing' },
      by: 'mette',
      action: 'addIntervention',
      state: () => recipeOf(projectId),
    });
    expect(await (await as('line')).interventions.show({ interventionId: input.id })).toMatchObject({
      title: 'Skak efter skole',
      tier: 'general',
      problem: 'Få tilbud',
      coreElements: ['Faste voksne', 'Alle spiller'],
    });
    const mette = await as('mette');
    expect((await mette.projects.show({ projectId })).intervention?.title).toBe('Skak efter skole');
    expect(await problemOf(mette.interventions.add({ commandId: newId(), projectId, ...recipe() }))).toBe(
      'intervention.hasOne',
    );
  });

  it('asks for tier and ages first, and for what it consists of', async () => {
    const projectId = await fromNothing({ challenge: 'Få tilbud' });
    const mette = await as('mette');
    const add = (change: object) =>
      problemOf(mette.interventions.add({ commandId: newId(), projectId, ...recipe(), ...change }));
    expect(await add({})).toBe('intervention.planUnfinished');
    expect(await add({ coreElements: [] })).toBe('invalid');
    expect(await recipeOf(projectId)).toBeNull();
  });

  it('comes by itself when a project without one is repeated, so that copy and original can be compared', async () => {
    const { db } = stage();
    const source = await db
      .selectFrom('learningCard')
      .innerJoin('project', 'project.id', 'learningCard.projectId')
      .where('project.id', '!=', running)
      .select(['project.id', 'project.title'])
      .orderBy('project.id')
      .executeTakeFirstOrThrow();
    await db.updateTable('project').set({ interventionId: null }).where('id', '=', source.id).execute();
    const body = await db
      .selectFrom('body')
      .where('municipalityId', '=', koebenhavn)
      .orderBy('sortKey')
      .select('id')
      .executeTakeFirstOrThrow();
    const mette = await as('mette');
    const repeat = () => {
      const place = { municipalityId: koebenhavn, districtId: null, bodyId: body.id, year: 2027 };
      return mette.learning.repeatHere({ commandId: newId(), id: newId(), projectId: source.id, ...place });
    };
    const first = await repeat();
    const second = await repeat();
    const made = await recipeOf(source.id);
    expect(made).not.toBeNull();
    expect(await recipeOf(first.projectId)).toBe(made);
    expect(await recipeOf(second.projectId)).toBe(made);
    expect((await mette.interventions.show({ interventionId: made ?? '' })).title).toBe(source.title);
  });
});
