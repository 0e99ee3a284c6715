import { expect, it } from 'vitest';
import { reader } from '@forspring/database/reader';
import { disposeProject } from '@forspring/database/trust/dispose-project';
import { storyId } from '@forspring/samples/story-id';
import { emailOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';
import { frozenEvaluation } from '@forspring/domain/evaluation/frozen-evaluation';
import { storyNow, storyToday } from '@forspring/tests/story-snapshot';

const approved = (stage: Stage) =>
  stage.db
    .selectFrom('evaluation')
    .innerJoin('project', 'project.id', 'evaluation.projectId')
    .where('evaluation.status', '=', 'approved')
    .select(['evaluation.projectId', 'evaluation.frozen', 'project.municipalityId', 'project.tier'])
    .execute();

/** Somebody who may see any project of a municipality. */
async function overseer(stage: Stage, municipalityId: string) {
  const row = await stage.db
    .selectFrom('membership')
    .innerJoin('appUser', 'appUser.id', 'membership.userId')
    .where('membership.role', '=', 'coordinator')
    .where('membership.placeId', '=', municipalityId)
    .where('membership.endedAt', 'is', null)
    .select('appUser.email')
    .executeTakeFirstOrThrow();
  return stage.as(row.email);
}

onBothDatabases('build an approved evaluation again', (stage) => {
  it('gives the same hash for every one of the story, before and after single evenings are removed', async () => {
    const rows = await approved(stage());
    expect(rows.length).toBeGreaterThan(5);
    for (const { projectId, municipalityId } of rows) {
      const caller = await overseer(stage(), municipalityId);
      const answer = await caller.evaluation.verifyFromData({ projectId });
      expect(answer, projectId).toMatchObject({ isSame: true, differences: [] });
    }
    let removedCount = 0;
    for (const { projectId, municipalityId } of rows) {
      const removed = await disposeProject(reader(stage().database.fork()), projectId, {
        now: storyNow,
        today: storyToday,
      });
      removedCount += removed?.session ?? 0;
      const caller = await overseer(stage(), municipalityId);
      expect(await caller.evaluation.verifyFromData({ projectId }), projectId).toMatchObject({ isSame: true });
    }
    const left = await stage()
      .db.selectFrom('session')
      .where(
        'projectId',
        'in',
        rows.map((row) => row.projectId),
      )
      .where('state', '=', 'held')
      .select('projectId')
      .execute();
    const totals = await stage().db.selectFrom('sessionTotal').select('projectId').distinct().execute();
    // Either removed just now, or by the story's own clearing out.
    expect(removedCount + totals.length).toBeGreaterThan(0);
    expect(new Set(left.map((one) => one.projectId)).size).toBeLessThan(rows.length);
  });

  it('is the same when a place has got another name', async () => {
    const [row] = await approved(stage());
    const { projectId = '', municipalityId = '' } = row ?? {};
    const caller = await overseer(stage(), municipalityId);
    const { districts, bodies } = await caller.places.showPlaces({ municipalityId });
    const rename = (kind: 'district' | 'body', of: readonly { id: string; name: string }[]) =>
      Promise.all(
        of.map(({ id, name }) =>
          caller.places.setPlaceName({ commandId: newId(), municipalityId, kind, id, name: `${name} nu` }),
        ),
      );
    await rename('body', bodies);
    await rename('district', districts);
    expect(await caller.evaluation.verifyFromData({ projectId })).toMatchObject({ isSame: true, differences: [] });
  });

  it('says in which part the data now differ', async () => {
    const projectId = storyId('project/fredagshallen-2025');
    const mette = await stage().as(emailOf('mette'));
    await stage().db.updateTable('projectFigures').where('projectId', '=', projectId).set({ visitCount: 1 }).execute();
    const answer = await mette.evaluation.verifyFromData({ projectId });
    expect(answer.isSame).toBe(false);
    expect(answer.computedHash).not.toBe(answer.contentHash);
    expect(answer.differences.map((one) => one.part)).toEqual(expect.arrayContaining(['figures', 'process']));
    const { isUnchanged } = await mette.evaluation.verify({ projectId });
    expect(isUnchanged, 'what was frozen is as it was').toBe(true);
  });

  it('refuses what is not approved and is missing for who may not see the project', async () => {
    const projectId = storyId('project/fredagshallen-2026');
    const mette = await stage().as(emailOf('mette'));
    await expect(mette.evaluation.verifyFromData({ projectId })).rejects.toThrow('evaluation.notFrozen');
    for (const key of ['ane', 'rasmus', 'ole'] as const)
      await expect((await stage().as(emailOf(key))).evaluation.verifyFromData({ projectId })).rejects.toThrow(
        'missing',
      );
    await expect((await stage().as(null)).evaluation.verifyFromData({ projectId })).rejects.toThrow('signIn');
  });

  it('was frozen with what each audience was not shown', async () => {
    for (const { frozen, tier } of await approved(stage())) {
      const { withheld } = frozenEvaluation.parse(frozen);
      expect(Object.keys(withheld ?? {}).sort()).toEqual(['funder', 'municipality', 'otherDistrict', 'public']);
      if (tier === 'individual') expect(withheld?.municipality).toContain('started');
    }
  });
});
