import { beforeAll, describe, expect, it } from 'vitest';
import { clockFrom } from '@forspring/api/kernel/clock';
import { recomputeFigures } from '@forspring/database/participation/recompute-figures';
import { instantOf } from '@forspring/domain/measures/day';
import { storyId } from '@forspring/samples/story-id';
import { emailOf, fresh } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';
import { disposeDue } from './daily-disposal.ts';

const koebenhavn = storyId('municipality/koebenhavn');
const vejen = storyId('municipality/vejen');
const held = storyId('project/fredagshallen-2025');
const workshop = storyId('project/markfraes-2025');
const waiting = storyId('project/lommepengejob-2025');
/** The first day on which even the projects nobody evaluated are due. */
const later = clockFrom(instantOf('2027-01-15', 600));
const soon = clockFrom(instantOf('2026-11-14', 180));

onBothDatabases('daily disposal', (stage) => {
  const rowsLeft = async (projectId: string) => {
    const { count } = await stage()
      .db.selectFrom('session')
      .where('projectId', '=', projectId)
      .select((one) => one.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  };

  /** Everything the story's people can see of figures: activity, dose, comparison, funders, evaluation, library. */
  async function published(): Promise<unknown> {
    const as = (key: Parameters<typeof emailOf>[0]) => stage().as(emailOf(key));
    const henrik = await as('henrik');
    const ole = await as('ole');
    const birgitte = await as('birgitte');
    const seen: unknown[] = [];
    for (const [caller, ids] of [
      [henrik, [held, waiting]],
      [ole, [workshop]],
    ] as const)
      for (const projectId of ids) {
        const {
          summedCount: _summed,
          abilities: _abilities,
          ...activity
        } = await caller.participation.showActivity({ projectId });
        const { missed: _missed, ...delivery } = await caller.participation.showDelivery({ projectId });
        const charts = await caller.participation.listControlCharts({ projectId });
        seen.push(charts.map(({ attendance }) => attendance));
        const { series } = await caller.participation.listSeries({ projectId });
        const { abilities: _may, ...evaluation } = await caller.evaluation.show({ projectId });
        seen.push(
          activity,
          delivery,
          series.map(({ sessionCount }) => sessionCount),
          evaluation,
        );
        seen.push(await caller.cards.showDose({ projectId }).catch((error: Error) => error.message));
        seen.push(await caller.partners.showLedger({ projectId }));
        const { surveys } = await caller.surveys.list({ projectId });
        for (const { id: surveyId } of surveys) {
          const results = await caller.surveys.showResults({ surveyId });
          expect(results.measures.flatMap(({ levels }) => levels).map(({ value }) => value.kind)).toContain('value');
          seen.push(results);
        }
        seen.push(await caller.budgets.show({ projectId }).then(({ lines, totals }) => ({ lines, totals })));
      }
    for (const caller of [birgitte, ole])
      for (const year of [2025, 2026])
        for (const measure of ['visitsPerThousand', 'heldShare'] as const)
          for (const tier of ['general', 'specific'] as const)
            seen.push(
              await caller.comparison
                .compare({ measure, interventionId: null, tier, ages: null, year } as never)
                .catch((error: Error) => error.message),
            );
    for (const caller of [await as('ane'), await as('bent')])
      for (const grant of await caller.funders.listGrants())
        seen.push(await caller.funders.showGrant({ sourceId: grant.id }));
    seen.push(
      await henrik.learning.listCards({
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
      }),
    );
    seen.push(await stage().db.selectFrom('projectFigures').orderBy('projectId').selectAll().execute());
    return JSON.parse(JSON.stringify(seen));
  }

  it('leaves what is held back: a project on hold, and a municipality without a basis', async () => {
    const run = await disposeDue(stage().database, soon);
    expect(run).toEqual({ projects: [], failedCount: 0 });
    expect(await rowsLeft(held)).toBeGreaterThan(30);
    expect(await rowsLeft(workshop)).toBeGreaterThan(20);
    const page = await (await stage().as(emailOf('ole'))).trust.showRetention({ municipalityId: vejen });
    expect(page.basis).toBeNull();
    expect(page.due.find((one) => one.projectId === workshop)).toMatchObject({ isDue: true, heldBack: 'noBasis' });
    const own = await (await stage().as(emailOf('kirsten'))).trust.showRetention({ municipalityId: koebenhavn });
    expect(own.due.find((one) => one.projectId === held)).toMatchObject({ isDue: true, heldBack: 'projectHold' });
    expect(own.due.find((one) => one.projectId === waiting)).toMatchObject({ isDue: false, dueOn: '2026-12-31' });
  });

  describe('once there is a basis and the hold is lifted', () => {
    let before: unknown;
    beforeAll(async () => {
      const ole = await stage().as(emailOf('ole'));
      await ole.trust.setBasis({
        municipalityId: vejen,
        id: newId(),
        text: 'Kassationsplan for Ungdomsskolen, afsnit 2.',
        validFrom: '2026-01-01',
        ...fresh(),
      });
      const kirsten = await stage().as(emailOf('kirsten'));
      const { holds } = await kirsten.trust.showRetention({ municipalityId: koebenhavn });
      const hold = holds.find((one) => one.projectId === held);
      await kirsten.trust.endHold({
        municipalityId: koebenhavn,
        holdId: hold?.id ?? '',
        baseVersion: hold?.version ?? 1,
        reason: 'Arkivet har set dem.',
        ...fresh(),
      });
      before = await published();
    }, 120_000);

    it('removes the rows, and everything published is as it was', async () => {
      const run = await disposeDue(stage().database, later);
      expect(run.failedCount).toBe(0);
      expect(run.projects.map((one) => one.projectId).toSorted()).toEqual([held, waiting, workshop].toSorted());
      for (const projectId of [held, waiting, workshop]) expect(await rowsLeft(projectId)).toBe(0);
      const orphans = await stage()
        .db.selectFrom('headcount')
        .leftJoin('session', 'session.id', 'headcount.sessionId')
        .where('session.id', 'is', null)
        .select('headcount.sessionId')
        .execute();
      expect(orphans).toEqual([]);
      expect(await published()).toEqual(before);
    }, 120_000);

    it('recomputes the same figures from the sums', async () => {
      const kept = await stage().db.selectFrom('projectFigures').orderBy('projectId').selectAll().execute();
      await recomputeFigures(stage().db);
      expect(await stage().db.selectFrom('projectFigures').orderBy('projectId').selectAll().execute()).toEqual(kept);
    });

    it('changes nothing the second time, and has logged what went without its content', async () => {
      const log = () => stage().db.selectFrom('disposal').orderBy('id').selectAll().execute();
      const logged = await log();
      expect(await disposeDue(stage().database, later)).toEqual({ projects: [], failedCount: 0 });
      expect(await log()).toEqual(logged);
      const page = await (await stage().as(emailOf('kirsten'))).trust.showRetention({ municipalityId: koebenhavn });
      const own = page.disposals.filter((one) => one.projectId === held);
      expect(own.map((one) => one.kind)).toEqual(expect.arrayContaining(['session', 'headcount', 'entry']));
      expect(
        own.every((one) => one.reason === 'evaluationApproved' && one.basisText.startsWith('Kassationsplan')),
      ).toBe(true);
    });

    it('leaves frozen evaluations as they were: their hash still fits', async () => {
      for (const [key, projectId] of [
        ['mette', held],
        ['ole', workshop],
      ] as const) {
        const check = await (await stage().as(emailOf(key))).evaluation.verify({ projectId });
        expect(check.isUnchanged).toBe(true);
      }
    });
  });

  it('goes on with the others when one fails, and takes the one that failed next time', async () => {
    const failures: unknown[] = [];
    const project = storyId('project/de-unges-hus-2026');
    await stage()
      .db.updateTable('project')
      .set({ status: 'closed', endsOn: '2025-06-30' })
      .where('id', '=', project)
      .execute();
    const broken = {
      ...stage().database,
      fork: () => {
        const em = stage().database.fork();
        return Object.assign(em, { transactional: () => Promise.reject(new Error('the power went')) });
      },
    };
    const run = await disposeDue(broken as never, soon, (error) => failures.push(error));
    expect(run.failedCount).toBeGreaterThan(0);
    expect(failures.length).toBe(run.failedCount);
    expect(await rowsLeft(project)).toBeGreaterThan(0);
    const next = await disposeDue(stage().database, soon);
    expect(next.projects.map((one) => one.projectId)).toContain(project);
  });

  it('sums cards so that dose, median and drop-out stay, and leaves no code anywhere', async () => {
    const project = storyId('project/fredagshallen-2026');
    const long = instantOf('2028-01-15', 600);
    const henrik = await stage().as(emailOf('henrik'), long);
    const codes = await stage()
      .db.selectFrom('participantCode')
      .where('projectId', '=', project)
      .select(['id', 'code', 'issuedOn'])
      .execute();
    expect(codes.length).toBeGreaterThan(50);
    // A lost card and the one that carries it on are one young person's.
    await stage()
      .db.updateTable('participantCode')
      .set({ lostOn: '2026-05-01' })
      .where('id', '=', codes[0]?.id ?? '')
      .execute();
    await stage()
      .db.updateTable('participantCode')
      .set({ replacesId: codes[0]?.id ?? null })
      .where('id', '=', codes[1]?.id ?? '')
      .execute();
    const surveysOf = async () => {
      const { surveys } = await henrik.surveys.list({ projectId: project });
      const shown = surveys.map(({ id }) => henrik.surveys.showResults({ surveyId: id }));
      return Promise.all(shown);
    };
    const answersOf = () =>
      stage()
        .db.selectFrom('surveyAnswers')
        .innerJoin('surveyWave', 'surveyWave.id', 'surveyAnswers.waveId')
        .innerJoin('survey', 'survey.id', 'surveyWave.surveyId')
        .where('survey.projectId', '=', project)
        .select(['answers', 'answerCount', 'closedOn', 'salt'])
        .execute();
    const seen = async () => ({
      dose: await henrik.cards.showDose({ projectId: project }),
      cards: (await henrik.participation.showActivity({ projectId: project })).cards,
      surveys: await surveysOf(),
    });
    const before = await seen();
    expect(before.dose?.dropOut.kind).toBe('value');
    // A change over linked rounds is among the results, so that pairs are summed too.
    expect(before.surveys.flatMap(({ measures }) => measures).map((one) => one.changes[0]?.difference.kind)).toContain(
      'value',
    );
    const answerCount = (await answersOf()).reduce((sum, { answers }) => sum + answers.length, 0);
    expect(answerCount).toBeGreaterThan(60);
    const run = await disposeDue(stage().database, clockFrom(long));
    expect(run.projects.find((one) => one.projectId === project)?.removed.surveyAnswer).toBe(answerCount);
    for (const row of await answersOf()) expect(row).toMatchObject({ answers: [], salt: null, closedOn: '2028-01-15' });
    expect(run.projects.find((one) => one.projectId === project)?.removed).toMatchObject({ card: codes.length });
    expect(await seen()).toEqual(before);
    const left = await stage()
      .db.selectFrom('codeVisit')
      .select((one) => one.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(left.count)).toBe(0);
    const receipts = await stage().db.selectFrom('commandReceipt').select('result').execute();
    expect(receipts.filter(({ result }) => codes.some(({ code }) => JSON.stringify(result).includes(code)))).toEqual(
      [],
    );
  }, 120_000);
});
