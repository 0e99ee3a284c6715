import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { recomputeFigures } from '@forspring/database/participation/recompute-figures';
import { canonicalJson } from '@forspring/domain/evaluation/canonical';
import { frozenEvaluation } from '@forspring/domain/evaluation/frozen-evaluation';
import { screenTexts } from '@forspring/domain/measures/text';
import { onBothDatabases } from '@forspring/tests/on-both-databases';
import { storyNow, storyToday } from '@forspring/tests/story-snapshot';
import { storyId } from './story-id.ts';

/** Total, cash and in-kind in kroner of next year's twelve proposals. */
const printed = {
  'alle-de-andre': [94_220, 72_620, 21_600],
  'del-med-omtanke': [83_000, 77_000, 6_000],
  'sidste-skoledag': [80_320, 65_920, 14_400],
  'ferie-med-indhold': [435_000, 390_000, 45_000],
  fredagshallen: [345_800, 272_000, 73_800],
  'de-unges-hus': [230_000, 170_000, 60_000],
  markfraes: [340_000, 289_000, 51_000],
  lommepengejob: [354_000, 325_200, 28_800],
  aftenrunden: [324_000, 300_000, 24_000],
  fodfaeste: [572_000, 572_000, 0],
  'god-loesladelse': [441_000, 405_000, 36_000],
  familiesporet: [280_000, 270_000, 10_000],
} as const;

const tonight = storyId('project/fredagshallen-2026');

onBothDatabases('the sample story', (stage) => {
  const rowsOf = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(stage().db)).rows;

  it.each(Object.entries(printed))('next year’s %s costs what is printed', async (name, [total, cash, inKind]) => {
    const projectId = storyId(`project/${name}-2027`);
    const lines = await stage()
      .db.selectFrom('budgetLine')
      .where('projectId', '=', projectId)
      .select(['kind', 'amountOere'])
      .execute();
    const sum = (kind: string) =>
      lines.filter((line) => line.kind === kind).reduce((oere, line) => oere + line.amountOere, 0) / 100;
    expect([sum('cash') + sum('inKind'), sum('cash'), sum('inKind')]).toEqual([total, cash, inKind]);
  });

  it('balances every budget for each kind, and every line and source with its shares', async () => {
    const unbalanced = await rowsOf(sql`
      select id, kind from (
        select project_id as id, kind, amount_oere as oere from budget_line
        union all select project_id, kind, -amount_oere from funding_source
        union all select line.id, line.kind, line.amount_oere from budget_line line
        union all select line_id, line.kind, -line_share.amount_oere from line_share join budget_line line on line.id = line_id
        union all select source.id, source.kind, source.amount_oere from funding_source source
        union all select source_id, source.kind, -line_share.amount_oere from line_share join funding_source source on source.id = source_id
      ) entry group by id, kind having sum(oere) <> 0`);
    expect(unbalanced).toEqual([]);
    const wrong = await rowsOf(sql`
      select line.title from budget_line line
      where amount_oere <> round(quantity_hundredths * unit_price_oere / 100.0)
        or spent_oere <> coalesce((select sum(amount_oere) from expense where line_id = line.id and removed_at is null), 0)`);
    expect(wrong).toEqual([]);
  });

  it('plans 41 evenings of Fredagshallen next year, each skipped Friday with its reason', async () => {
    const { db } = stage();
    const projectId = storyId('project/fredagshallen-2027');
    const evenings = await db
      .selectFrom('session')
      .where('projectId', '=', projectId)
      .where('state', '=', 'planned')
      .select('heldOn')
      .execute();
    expect(evenings).toHaveLength(41);
    const skips = await db
      .selectFrom('skip')
      .innerJoin('series', 'series.id', 'skip.seriesId')
      .where('projectId', '=', projectId)
      .select(['onDay', 'reason'])
      .orderBy('onDay')
      .execute();
    expect(skips).toHaveLength(12);
    expect(skips[0]).toEqual({ onDay: '2027-01-01', reason: 'Nytårsdag' });
    expect(skips.every((skip) => skip.reason !== '')).toBe(true);
  });

  it('has a session tonight, three evenings nobody registered and last week’s to correct', async () => {
    const sessions = await stage()
      .db.selectFrom('session')
      .where('projectId', '=', tonight)
      .select(['heldOn', 'state'])
      .orderBy('heldOn')
      .execute();
    expect(sessions.find((session) => session.heldOn === storyToday)).toEqual({ heldOn: storyToday, state: 'planned' });
    const past = sessions.filter((session) => session.heldOn < storyToday);
    expect(past.filter((session) => session.state === 'planned')).toHaveLength(3);
    expect(past.at(-1)).toEqual({ heldOn: '2026-11-06', state: 'held' });
  });

  it('keeps figures that equal those computed from raw rows', async () => {
    const { db } = stage();
    const read = () => db.selectFrom('projectFigures').selectAll().orderBy('projectId').execute();
    const kept = await read();
    await recomputeFigures(db);
    expect(await read()).toEqual(kept);
    const projects = await db.selectFrom('project').select('id').execute();
    expect(kept).toHaveLength(projects.length);
  });

  it('counts heads that sum to the visits of each session, and never more newcomers than visits', async () => {
    const wrong = await rowsOf(sql`
      select id from session where state = 'held' and (
        visit_count <> (select coalesce(sum(person_count), 0) from headcount where session_id = session.id)
        or first_time_count > visit_count
        or visit_count < (select count(*) from code_visit where session_id = session.id))`);
    expect(wrong).toEqual([]);
  });

  it('leaves out the question of newcomers in one project only', async () => {
    const asking = await stage()
      .db.selectFrom('projectFigures')
      .where('firstTimeMissingCount', '>', 0)
      .select('projectId')
      .execute();
    expect(asking).toEqual([{ projectId: storyId('project/fredagshallen-ydre-noerrebro-2026') }]);
  });

  it('records nothing about the individual tier but half-year totals', async () => {
    const found = await rowsOf(sql`
      select project.title from project where tier = 'individual' and (
        exists (select from session where project_id = project.id) or exists (select from participant_code where project_id = project.id))`);
    expect(found).toEqual([]);
    const totals = await rowsOf(sql`
      select distinct project.tier from half_year_total join project on project.id = project_id`);
    expect(totals).toEqual([{ tier: 'individual' }]);
  });

  it('lets nobody decide about what they made themselves', async () => {
    const own = await rowsOf(sql`
      select project.title from project_step join project on project.id = project_id
      where to_status in ('approved', 'returned', 'evaluated') and by_id in (created_by_id, submitted_by_id)`);
    expect(own).toEqual([]);
  });

  it('has one overspent line in a running project and one change that must be asked about', async () => {
    const overspent = await rowsOf(sql`
      select line.project_id as id, line.title from budget_line line join project on project.id = project_id
      where status = 'running' and spent_oere > amount_oere`);
    expect(overspent).toEqual([{ id: tonight, title: 'Mad' }]);
    const changes = await stage().db.selectFrom('budgetChange').select(['projectId', 'verdict', 'status']).execute();
    expect(changes).toEqual([{ projectId: tonight, verdict: 'ask', status: 'requested' }]);
    const [verdict] = await rowsOf<{ movedShare: number; askFromShare: number }>(sql`
      select budget_change.amount_oere::float8 / funding_source.amount_oere as moved_share, rule_card.ask_from_share
      from budget_change
        join line_share on line_share.line_id = from_line_id
        join funding_source on funding_source.id = line_share.source_id
        join rule_card on rule_card.organisation_id = funding_source.organisation_id`);
    expect(verdict?.movedShare).toBeGreaterThan(verdict?.askFromShare ?? 1);
  });

  it('has proposals that lack nothing where they were submitted', async () => {
    const proposals = await stage()
      .db.selectFrom('project')
      .innerJoin('appUser', 'appUser.id', 'createdById')
      .where('year', '=', 2027)
      .where('status', 'in', ['submitted', 'approved', 'returned'])
      .select(['project.id', 'project.title as project', 'email'])
      .execute();
    expect(proposals).toHaveLength(9);
    for (const { id, project, email } of proposals) {
      const caller = await stage().as(email);
      const { gaps } = await caller.projects.showSubmission({ projectId: id });
      expect([project, gaps]).toEqual([project, []]);
    }
  });

  it('measures one goal by a survey large enough to show and one too small', async () => {
    const read = (goal: string) =>
      stage()
        .db.selectFrom('measurement')
        .where('goalId', '=', storyId(`goal/${goal}`))
        .select(['baseCount', 'method'])
        .executeTakeFirst();
    expect(await read('fredagshallen-2026/tryghed')).toEqual({ baseCount: 34, method: 'survey' });
    expect(await read('de-unges-hus-2026/regler')).toEqual({ baseCount: 3, method: 'survey' });
  });

  it('freezes last year’s evaluations with a hash of what was frozen, and has a card for each and for the stopped one', async () => {
    const { db } = stage();
    const frozen = await db
      .selectFrom('evaluation')
      .where('status', '=', 'approved')
      .select(['frozen', 'contentHash', 'projectId'])
      .execute();
    expect(frozen).toHaveLength(13);
    for (const one of frozen) {
      expect(createHash('sha256').update(canonicalJson(one.frozen)).digest('hex')).toBe(one.contentHash);
      // The form is the application's own: nothing is missing and nothing is beside it.
      expect(frozenEvaluation.parse(one.frozen)).toEqual(one.frozen);
    }
    const cards = await db.selectFrom('learningCard').select(['projectId', 'isStopped']).execute();
    expect(
      cards
        .filter((card) => !card.isStopped)
        .map((card) => card.projectId)
        .sort(),
    ).toEqual(frozen.map((one) => one.projectId).sort());
    expect(cards.filter((card) => card.isStopped)).toEqual([
      { projectId: storyId('project/de-unges-hus-bispebjerg-2026'), isStopped: true },
    ]);
  });

  it('leaves the trail its people would have left: every step of every project, and the last weeks’ work', async () => {
    const { db } = stage();
    const traces = await db.selectFrom('auditEntry').selectAll().execute();
    const of = (action: string) => traces.filter((one) => one.action === action);
    const projects = await db.selectFrom('project').select('id').execute();
    expect(new Set(of('addProject').map((one) => one.projectId))).toEqual(new Set(projects.map((one) => one.id)));
    expect(of('approveEvaluation')).toHaveLength(13);
    expect(of('submitProject').length).toBeGreaterThanOrEqual(of('approveProject').length);
    expect(of('registerSession').filter((one) => one.projectId === tonight).length).toBeGreaterThan(1);
    expect(traces.every((one) => one.municipalityId !== null)).toBe(true);
    expect(traces.filter((one) => new Date(one.at) > storyNow)).toEqual([]);
  });

  it('tells the same on every database', async () => {
    const figures = await stage()
      .db.selectFrom('projectFigures')
      .where('projectId', '=', tonight)
      .select(['heldCount', 'visitCount', 'firstTimeCount', 'goalCount'])
      .executeTakeFirst();
    expect(figures).toEqual({ heldCount: 30, visitCount: 951, firstTimeCount: 100, goalCount: 5 });
  });

  it('holds no text that looks like a personal number', async () => {
    const { db } = stage();
    const tables = await rowsOf(
      sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    for (const { name } of tables) {
      if (name === 'account' || name === 'migration') continue;
      const rows = (await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)).rows;
      // A hash is digits by chance, and nobody's text.
      for (const { searchVector: _, contentHash: __, ...row } of rows)
        expect.soft([name, screenTexts(row), screenTexts(row) === 'clear' ? '' : row]).toEqual([name, 'clear', '']);
    }
  });

  it('has no column in which a young person could be named', async () => {
    const columns = await rowsOf(sql<{ name: string }>`
      select distinct column_name as name from information_schema.columns
      where table_name in ('session', 'headcount', 'participant_code', 'code_visit', 'half_year_total')`);
    const personal = /name|birth|cpr|phone|mail|address|photo|person_id|school/;
    expect(columns.map((column) => column.name).filter((name) => personal.test(name))).toEqual([]);
  });
});
