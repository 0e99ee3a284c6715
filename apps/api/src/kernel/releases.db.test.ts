import { expect, it } from 'vitest';
import type { Cell } from '@forspring/domain/measures/cell';
import { storyId } from '@forspring/samples/story-id';
import { emailOf, problemOf } from '@forspring/tests/ladder';
import { onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

/** An evaluated project of Copenhagen with a card and a grant, seen by a colleague in Vejen and by its funder. */
async function seen({ db }: Stage) {
  const row = await db
    .selectFrom('fundingSource')
    .innerJoin('membership', 'membership.placeId', 'fundingSource.id')
    .innerJoin('appUser', 'appUser.id', 'membership.userId')
    .innerJoin('project', 'project.id', 'fundingSource.projectId')
    .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
    .innerJoin('evaluation', 'evaluation.projectId', 'project.id')
    .innerJoin('learningCard', 'learningCard.projectId', 'project.id')
    .innerJoin('projectFigures', 'projectFigures.projectId', 'project.id')
    .where('membership.role', '=', 'funder')
    .where('evaluation.status', '=', 'approved')
    .where('municipality.name', '=', 'København')
    .where('projectFigures.visitCount', '>', 100)
    .select(['fundingSource.id as sourceId', 'project.id as projectId', 'appUser.email', 'projectFigures.visitCount'])
    .select('projectFigures.visitMinutes')
    .orderBy('project.id')
    .executeTakeFirstOrThrow();
  return row;
}

onBothDatabases('what was published stands', (stage) => {
  const visitsAs = async (who: 'ole' | 'birgitte', projectId: string) =>
    (await (await stage().as(emailOf(who))).learning.showCard({ projectId })).figures.visits;
  const register = (projectId: string) =>
    stage()
      .db.selectFrom('figuresRelease')
      .where('projectId', '=', projectId)
      .orderBy('number')
      .select(['number', 'audience', 'figures'])
      .execute();
  const value = (count: number): Cell<number> => ({ kind: 'value', value: count });

  it('until it differs by enough, for everybody outside alike; its own municipality sees it as it is (disclosure 6.3, 6.4)', async () => {
    const { db } = stage();
    const { sourceId, projectId, email, visitCount, visitMinutes } = await seen(stage());
    const count = (visits: number) =>
      db
        .updateTable('projectFigures')
        .set({ visitCount: visits, visitMinutes: visitMinutes + (visits - visitCount) * 270 })
        .where('projectId', '=', projectId)
        .execute();
    const asFunder = async () => (await (await stage().as(email)).funders.showGrant({ sourceId })).done.visits;

    await db.deleteFrom('figuresRelease').where('projectId', '=', projectId).execute();
    expect(await visitsAs('birgitte', projectId)).toEqual(value(visitCount));
    expect(await register(projectId)).toEqual([]);
    expect(await visitsAs('ole', projectId)).toEqual(value(visitCount));
    expect(await register(projectId)).toMatchObject([{ number: 1, audience: 'otherDistrict' }]);

    await count(visitCount + 3);
    expect(await visitsAs('birgitte', projectId)).toEqual(value(visitCount + 3));
    expect(await visitsAs('ole', projectId)).toEqual(value(visitCount));
    expect(await asFunder()).toEqual(value(visitCount));
    expect(await register(projectId)).toHaveLength(1);

    await count(visitCount + 12);
    expect(await asFunder()).toEqual(value(visitCount + 12));
    expect(await visitsAs('ole', projectId)).toEqual(value(visitCount + 12));
    expect(await register(projectId)).toMatchObject([{ number: 1 }, { number: 2, audience: 'funder' }]);

    // Ten from the second release, but two from the first.
    await count(visitCount + 2);
    expect(await visitsAs('ole', projectId)).toEqual(value(visitCount + 12));

    const municipalityId = storyId('municipality/koebenhavn');
    const asked = { municipalityId };
    for (const key of ['henrik', 'kirsten'] as const) {
      const { releases } = await (await stage().as(emailOf(key))).trust.listReleases(asked);
      const own = releases.filter((one) => one.projectId === projectId).toSorted((a, b) => b.number - a.number);
      expect(own).toMatchObject([
        {
          number: 2,
          isCurrent: true,
          audience: 'funder',
          smallestStep: 10,
          figures: { visits: value(visitCount + 12) },
          held: { names: ['visitCount', 'visitMinutes'], reason: 'smallStep' },
        },
        { number: 1, isCurrent: false, audience: 'otherDistrict', figures: { visits: value(visitCount) }, held: null },
      ]);
    }
    for (const key of ['mette', 'birgitte', 'ane', 'ole'] as const)
      expect(await problemOf((await stage().as(emailOf(key))).trust.listReleases(asked)), key).toBe('missing');
    await count(visitCount + 12);
    const { releases } = await (await stage().as(emailOf('henrik'))).trust.listReleases(asked);
    expect(releases.find((one) => one.projectId === projectId && one.isCurrent)).toMatchObject({
      number: 2,
      held: null,
    });
    await count(visitCount + 2);
  });

  it('is published once when many look at the same moment', async () => {
    const { projectId } = await seen(stage());
    await stage().db.deleteFrom('figuresRelease').where('projectId', '=', projectId).execute();
    const cells = await Promise.all(Array.from({ length: 6 }, () => visitsAs('ole', projectId)));
    expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBe(1);
    expect(await register(projectId)).toHaveLength(1);
  });

  it('starts from what the approval froze, which reports are made from (disclosure 6.3)', async () => {
    const { db } = stage();
    const { projectId, visitCount } = await seen(stage());
    await db.deleteFrom('figuresRelease').where('projectId', '=', projectId).execute();
    const { frozen } = await db
      .selectFrom('evaluation')
      .where('projectId', '=', projectId)
      .select('frozen')
      .executeTakeFirstOrThrow();
    const frozenCount = (frozen as { figures: { visitCount: number } }).figures.visitCount;
    await db
      .updateTable('projectFigures')
      .set({ visitCount: frozenCount + 2 })
      .where('projectId', '=', projectId)
      .execute();
    expect(await visitsAs('ole', projectId)).toEqual(value(frozenCount));
    await db.updateTable('projectFigures').set({ visitCount }).where('projectId', '=', projectId).execute();
  });

  it('shows nobody outside figures or readings before the evaluation is approved (disclosure 6.1, 6.2)', async () => {
    const { db } = stage();
    const { projectId } = await seen(stage());
    await db.updateTable('project').set({ status: 'closed' }).where('id', '=', projectId).execute();
    const { figures, goals } = await (await stage().as(emailOf('ole'))).learning.showCard({ projectId });
    expect(figures.visits).toEqual({ kind: 'withheld', reason: 'notFrozen' });
    expect(figures.totalPerVisitHour).toEqual({ kind: 'withheld', reason: 'notFrozen' });
    expect(goals.length).toBeGreaterThan(0);
    for (const goal of goals)
      expect(['notMeasured', 'withheld', 'notApplicable'], goal.title).toContain(goal.result.kind);
    expect((await visitsAs('birgitte', projectId)).kind).toBe('value');
    await db.updateTable('project').set({ status: 'evaluated' }).where('id', '=', projectId).execute();
  });
});
