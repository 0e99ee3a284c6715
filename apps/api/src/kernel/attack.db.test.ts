import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readPulse } from '@forspring/database/participation/counted-pulse.view';
import { recomputeFigures } from '@forspring/database/participation/recompute-figures';
import { comparedMeasures } from '@forspring/domain/comparison/comparison';
import { disaggregations } from '@forspring/domain/goals/part';
import { storyId } from '@forspring/samples/story-id';
import { isSmall } from '@forspring/statistics/disclosure';
import { Attacker, pinnedDown } from '@forspring/tests/attacker';
import { emailOf } from '@forspring/tests/ladder';
import { type Caller, newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';
import { Notebook, noteStructure, type PublicProject, publicProjects, pulseOf } from '@forspring/tests/notebook';
import { noteComparison, noteGrants, noteLibrary, noteProject } from '@forspring/tests/publications';
import { groupName } from '@forspring/tests/published-groups';
import { noteDistrictReports, noteReports } from '@forspring/tests/published-reports';
import { storyNow, storyToday } from '@forspring/tests/story-snapshot';
import { isSafeGroup, noteSurveys } from '@forspring/tests/survey-attack';
import { countedMonths } from '../features/participation/counted-month.store.ts';

type Truth = Map<string, number>;

/** What was really counted, by the names of the attack. */
async function truthOf({ database, db }: Stage, projects: readonly PublicProject[]): Promise<Truth> {
  const truth: Truth = new Map();
  const figures = await db.selectFrom('projectFigures').selectAll().execute();
  for (const one of figures) {
    truth.set(`visits ${one.projectId}`, one.visitCount);
    truth.set(`minutes ${one.projectId}`, Number(one.visitMinutes));
    truth.set(`contacts ${one.projectId}`, one.contactCount);
    truth.set(`started ${one.projectId}`, one.startedCount);
  }
  for (const { id } of projects) {
    let outreach = 0;
    for (const month of await countedMonths(database.fork(), id, storyToday)) {
      truth.set(`visits ${id} ${month.month}`, month.visitCount);
      truth.set(`evening ${id} ${month.month}`, month.sessionContactCount);
      truth.set(`outreach ${id} ${month.month}`, month.outreachContactCount);
      truth.set(`contacts ${id} ${month.month}`, month.sessionContactCount + month.outreachContactCount);
      outreach += month.outreachContactCount;
    }
    truth.set(`outreach ${id}`, outreach);
  }
  for (const project of projects)
    for (const { question, yesCount, answerCount } of await readPulse(db, project.id, storyNow)) {
      const [yes, other] = pulseOf(project, question);
      truth.set(yes, yesCount).set(other, answerCount - yesCount);
    }
  for (const reading of await dividedReadings(db))
    for (const [name, count] of groupCounts(reading)) truth.set(name, count);
  return truth;
}

/** Every reading that was divided into groups, with what was found in each. */
function dividedReadings(db: Stage['db']) {
  return db
    .selectFrom('measurement')
    .innerJoin('goal', 'goal.id', 'measurement.goalId')
    .innerJoin('indicator', 'indicator.id', 'goal.indicatorId')
    .where(sql<boolean>`jsonb_array_length(measurement.parts) > 0`)
    .select(['goal.projectId', 'indicator.titleDa', 'indicator.unit', 'measuredOn', 'parts'])
    .select(['value', 'numeratorCount', 'baseCount'])
    .execute();
}

/** Part, rest and base of every group of a reading, of those in none, and of the whole. */
function groupCounts(reading: Awaited<ReturnType<typeof dividedReadings>>[number]): [string, number][] {
  const { unit, parts } = reading;
  const countsOf = (one: Pick<typeof reading, 'value' | 'numeratorCount' | 'baseCount'>) => {
    const base = (unit === 'count' ? one.value : one.baseCount) ?? 0;
    return { base, part: one.numeratorCount ?? 0, rest: base - (one.numeratorCount ?? 0) };
  };
  const whole = countsOf(reading);
  return disaggregations.flatMap((dimension) => {
    const own = parts.filter((part) => part.dimension === dimension);
    if (own.length === 0) return [];
    const groups = own.map((part) => ({ category: part.category as string | null, counts: countsOf(part) }));
    const left = (what: 'base' | 'part' | 'rest') =>
      groups.reduce((count, { counts }) => count - counts[what], whole[what]);
    const nobodys = { category: null, counts: { base: left('base'), part: left('part'), rest: left('rest') } };
    const of = [reading.projectId, reading.titleDa, dimension, reading.measuredOn];
    return [...groups, nobodys, { category: 'all', counts: whole }].flatMap(({ category, counts }) =>
      (unit === 'share' ? (['base', 'part', 'rest'] as const) : (['base'] as const)).map((what): [string, number] => [
        groupName(what, of, category),
        counts[what],
      ]),
    );
  });
}

/** Gives the attacker what nobody is told: that nothing hidden is zero, and that a hidden sum of a whole project is small. */
function helpAttacker(attacker: Attacker, truth: Truth, threshold: number): void {
  for (const [name, count] of truth) {
    attacker.range(name, count > 0 ? 1 : 0);
    const isWhole = /^(visits|contacts) \S+$/.test(name);
    if (isWhole && attacker.withheld.has(name) && isSmall(count, { k: threshold }))
      attacker.range(name, 1, threshold - 1);
  }
}

/** A number drawn from some texts and a seed, the same on every run. */
const drawn = (text: ReturnType<typeof sql>, seed: number) =>
  sql<number>`(('x' || substr(md5(${text} || ${String(seed)}), 1, 4))::bit(16)::int)`;

/**
 * Makes some months of projects that run small, evening by evening, and some of the evaluated projects small altogether,
 * and has every evaluation approved again, so that reports are made of this world.
 */
async function shrinkWorld(stage: Stage, seed: number): Promise<string[]> {
  const { db } = stage;
  const inMonth = drawn(sql`session.project_id::text || to_char(session.held_on, 'YYYY-MM')`, seed);
  const evening = drawn(sql`session.id::text`, seed);
  const approved = db.selectFrom('evaluation').where('status', '=', 'approved').select('projectId');
  await db
    .updateTable('session')
    .set({
      visitCount: sql<number>`case ${inMonth} % 8 when 0 then ${evening} % 2 when 1 then ${evening} % 3 else session.visit_count end`,
      firstTimeCount: 0,
    })
    .where('state', '=', 'held')
    .where('visitCount', 'is not', null)
    .where('projectId', 'not in', approved)
    .execute();
  await recomputeFigures(db);
  const frozen = await approved.select(['id', 'version', 'approvedById']).orderBy('projectId').execute();
  const ids = frozen.map(({ projectId }) => projectId).filter((_, index) => index % 3 === 0);
  const length = sql<number>`coalesce((select min(end_minute - start_minute) from session where session.project_id = project_figures.project_id), 270)`;
  await db
    .updateTable('projectFigures')
    .set({
      heldCount: 1,
      visitCount: 3,
      visitMinutes: sql<number>`3 * ${length}`,
      contactCount: 0,
      firstTimeCount: 3,
      firstTimeMissingCount: 0,
      largestVisitCount: 3,
    })
    .where('projectId', 'in', ids)
    .execute();
  // Another world: nothing has been published of it yet.
  await db.deleteFrom('figuresRelease').execute();
  const again = frozen.map(({ projectId }) => projectId);
  await db.updateTable('project').set({ status: 'closed' }).where('id', 'in', again).execute();
  await db
    .updateTable('evaluation')
    .set({ status: 'submitted', frozen: null, contentHash: null })
    .where('projectId', 'in', again)
    .execute();
  for (const { projectId, version, approvedById } of frozen) {
    const { email } = await db
      .selectFrom('appUser')
      .where('id', '=', approvedById ?? '')
      .select('email')
      .executeTakeFirstOrThrow();
    const approver = await stage.as(email);
    await approver.evaluation.approve({ commandId: newId(), projectId, baseVersion: version, comment: null });
  }
  return ids;
}

/** Everything one person can ask that may tell of a project: tables, lists in every order, texts, goals, files. */
async function everythingAbout(person: Caller, projectId: string): Promise<unknown[]> {
  const compared = { interventionId: null, ages: null, year: 2026 };
  const asks = [
    ...comparedMeasures.map(
      (measure) => () => person.comparison.compare({ ...compared, measure, tier: 'specific' as const }),
    ),
    () => person.comparison.compare({ ...compared, measure: 'visits', tier: null }),
    ...(['visitCount', 'firstTimeCount'] as const).map(
      (sort) => () => person.participation.listSessions({ projectId, sort, pageSize: 100 }),
    ),
    ...(['sessions', 'goals'] as const).map(
      (sort) => () => person.projects.list({ ...noFilters, sort, isDescending: true, page: 1 }),
    ),
    () => person.participation.showActivity({ projectId }),
    () => person.participation.showDelivery({ projectId }),
    () => person.participation.listControlCharts({ projectId }),
    () => person.participation.listOpenActivities({ projectId }),
    () => person.participation.listSeries({ projectId }),
    () => person.cards.showDose({ projectId }),
    () => person.evaluation.show({ projectId }),
    () => person.goals.list({ projectId }),
    () => person.budgets.show({ projectId }),
    () => person.partners.showLedger({ projectId }),
    () => person.projects.listSimilar({ projectId }),
    () => person.funders.listGrants(),
    () => person.learning.listCards({ ...noCardFilters, maxCostOere: 1_000_000, page: 1 }),
  ];
  const answers: unknown[] = [];
  for (const ask of asks) answers.push(await ask().catch((error: Error) => error.message));
  return answers;
}

const noFilters = { search: '', years: [], statuses: [], tiers: [], districtIds: [], bodyIds: [], themes: [] };
const noCardFilters = {
  search: '',
  tiers: [],
  themes: [],
  age: null,
  minEvidence: null,
  districtIds: [],
  recommendations: [],
  ending: 'all' as const,
};

onBothDatabases('an attacker with everything published', (stage) => {
  const tell = (world: string, who: string, book: Notebook, pinned: number) =>
    console.info(
      `attack on ${world} as ${who}: ${book.tableCount} tables, ${book.cellCount} cells, ${book.attacker.withheld.size} withheld, ${pinned} pinned down`,
    );

  describe.each([
    ['the story', null],
    ['a world of small numbers', 7],
  ] as const)('%s', (world, seed) => {
    it('pins down no withheld cell, whoever asks for whatever (disclosure 7.1)', async () => {
      const shrunk = seed === null ? [] : await shrinkWorld(stage(), seed);
      const projects = await publicProjects(stage());
      const truth = await truthOf(stage(), projects);
      const evaluated = (
        await stage().db.selectFrom('evaluation').where('status', '=', 'approved').select('projectId').execute()
      ).map(({ projectId }) => projectId);
      let withheldCount = 0;
      let groupCount = 0;
      for (const key of ['birgitte', 'mette', 'grete', 'ane'] as const) {
        const person = await stage().as(emailOf(key));
        const book = new Notebook();
        noteStructure(book, projects);
        if (key === 'ane') expect(await noteGrants(person, book, projects)).toBeGreaterThan(1);
        else {
          await noteComparison(person, book, projects);
          await noteLibrary(person, book, projects);
        }
        if (key === 'birgitte') {
          // The data protection officer reads the pages of every project of the municipality, the body those of its own.
          const officer = await stage().as(emailOf('kirsten'));
          for (const project of projects.filter((one) => one.municipality === 'København' && !shrunk.includes(one.id)))
            await noteProject(officer, book, project);
        }
        if (key === 'grete') await noteReports(person, book, projects, evaluated);
        if (key !== 'ane') await noteDistrictReports(person, book, projects);
        const audience = key === 'ane' ? 'funder' : key === 'grete' ? 'otherDistrict' : 'municipality';
        const surveys = await noteSurveys(stage(), { person, book, truth, audience });
        expect(surveys.count, key).toBeGreaterThan(0);
        const { attacker } = book;
        expect(attacker.contradictions(truth)).toEqual([]);
        helpAttacker(attacker, truth, key === 'ane' ? 10 : 5);
        const found = attacker.attack();
        const pinned = pinnedDown(found).filter(
          ({ name }) => !isSafeGroup(name, truth, surveys.items, key === 'ane' ? 10 : 5),
        );
        tell(world, key, book, pinned.length);
        expect(pinned).toEqual([]);
        withheldCount += attacker.withheld.size;
        groupCount += found.filter(({ name }) => /^(part|base) /.test(name)).length;
      }
      expect(groupCount).toBeGreaterThan(10);
      expect(withheldCount).toBeGreaterThan(seed === null ? 20 : 100);
    }, 120_000);
  });

  it('cannot tell two worlds apart that differ in a withheld number: not by a cell, a text, an order or a file (disclosure 7.3)', async () => {
    const { db } = stage();
    const projectId = storyId('project/fredagshallen-2026');
    const evenings = await db
      .selectFrom('session')
      .where('projectId', '=', projectId)
      .where('state', '=', 'held')
      .orderBy('heldOn')
      .select('id')
      .execute();
    /** A project to which so many came on its first evening and one more on each of two others. */
    const world = async (first: number) => {
      await db
        .updateTable('session')
        .set({ visitCount: 0, firstTimeCount: 0 })
        .where('projectId', '=', projectId)
        .where('state', '=', 'held')
        .execute();
      for (const [index, { id }] of evenings.slice(0, 3).entries())
        await db
          .updateTable('session')
          .set({ visitCount: index === 0 ? first : 1 })
          .where('id', '=', id)
          .execute();
      await recomputeFigures(db);
      const seen: Record<string, string> = {};
      for (const key of ['birgitte', 'grete', 'ane'] as const)
        seen[key] = JSON.stringify(await everythingAbout(await stage().as(emailOf(key)), projectId));
      return seen;
    };
    const [one, two] = [await world(1), await world(2)];
    for (const key of Object.keys(one)) expect(two[key] === one[key], key).toBe(true);
    // Those who write them see which world they live in.
    const mette = await stage().as(emailOf('mette'));
    const own = JSON.stringify(await mette.participation.showActivity({ projectId }));
    await world(1);
    expect(JSON.stringify(await mette.participation.showActivity({ projectId }))).not.toBe(own);
  });

  it('cannot tell two readings apart that differ in groups that are withheld (disclosure 4.5)', async () => {
    const { db } = stage();
    const projectId = storyId('project/fredagshallen-2025');
    const goalId = storyId('goal/fredagshallen-2025/tryghed');
    await db.updateTable('evaluation').set({ frozen: null }).where('projectId', '=', projectId).execute();
    /** One of the girls who felt safe is among those in no group instead. */
    const world = async (girls: number) => {
      const { parts } = await db
        .selectFrom('measurement')
        .where('goalId', '=', goalId)
        .select('parts')
        .executeTakeFirstOrThrow();
      const moved = parts.map((part) => (part.category === 'girl' ? { ...part, numeratorCount: girls } : part));
      await db
        .updateTable('measurement')
        .set({ parts: sql`${JSON.stringify(moved)}::jsonb` })
        .where('goalId', '=', goalId)
        .execute();
      const seen: Record<string, string> = {};
      for (const key of ['mette', 'birgitte', 'kirsten'] as const) {
        const person = await stage().as(emailOf(key));
        const [goals, evaluation] = [
          await person.goals.list({ projectId }),
          await person.evaluation.show({ projectId }),
        ];
        seen[key] = JSON.stringify([goals, evaluation.outcomes]);
      }
      return seen;
    };
    const [one, two] = [await world(7), await world(6)];
    for (const key of ['birgitte', 'kirsten']) expect(two[key] === one[key], key).toBe(true);
    expect(one['birgitte']).toContain('"ageBand"');
    expect(two['mette'] === one['mette']).toBe(false);
  });

  it('would find cells if only small counts were hidden: the attack can fail (disclosure 7.2)', async () => {
    const projects = (await publicProjects(stage())).filter((one) => one.municipality === 'København');
    const truth = await truthOf(stage(), projects);
    const attacker = new Attacker();
    for (const { id } of projects) {
      const months = [...truth.keys()].filter((name) => name.startsWith(`visits ${id} `));
      if (months.length === 0) continue;
      attacker.know([...months.map((name) => [name, 1] as const), [`visits ${id}`, -1]], 0);
      for (const name of [...months, `visits ${id}`])
        if (isSmall(truth.get(name) ?? 0, { k: 5 })) attacker.withheld.add(name);
        else attacker.know([[name, 1]], truth.get(name) ?? 0);
    }
    for (const reading of await dividedReadings(stage().db)) {
      const counts = new Map(groupCounts(reading));
      for (const [name, count] of counts)
        if (isSmall(count, { k: 5 })) attacker.withheld.add(name);
        else attacker.know([[name, 1]], count);
      for (const name of counts.keys())
        if (name.endsWith(' all')) {
          const start = name.slice(0, -'all'.length);
          const groups = [...counts.keys()].filter((one) => one.startsWith(start) && one !== name);
          attacker.know([...groups.map((one) => [one, 1] as const), [name, -1]], 0);
        }
    }
    helpAttacker(attacker, truth, 5);
    const pinned = pinnedDown(attacker.attack());
    expect(pinned.some(({ name }) => name.startsWith('base ') || name.startsWith('part '))).toBe(true);
    console.info(`with small counts alone hidden: ${attacker.withheld.size} withheld, ${pinned.length} pinned down`);
    expect(pinned.length).toBeGreaterThan(0);
    for (const { name, lower } of pinned) expect(lower).toBe(truth.get(name));
  });
});
