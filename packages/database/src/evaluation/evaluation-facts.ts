import { sql } from 'kysely';
import type { ProcessFigures } from '@forspring/domain/evaluation/evaluation';
import type { FrozenBudget } from '@forspring/domain/evaluation/frozen-evaluation';
import { doseOf } from '@forspring/domain/participation/dose.rules';
import { figureNames, type FigureName } from '@forspring/domain/participation/figures';
import { reachOf } from '@forspring/domain/participation/participation.rules';
import { readCards } from '../participation/counted-card.view.ts';
import { countedSessions } from '../participation/counted-session.view.ts';
import type { Reader } from '../tables.ts';

/** The judgements written so far, by goal. */
export async function outcomesOf(db: Reader, evaluationId: string | null) {
  if (evaluationId === null) return [];
  return db.selectFrom('goalOutcome').where('evaluationId', '=', evaluationId).selectAll().execute();
}

/** Goals with indicator and everything decided about them, for one project. */
export async function goalsWithReadings(db: Reader, projectId: string) {
  const [goals, readings, comparisonReadings, changes] = await Promise.all([
    db
      .selectFrom('goal')
      .innerJoin('project', 'project.id', 'goal.projectId')
      .leftJoin('indicator', 'indicator.id', 'goal.indicatorId')
      .where('goal.projectId', '=', projectId)
      .orderBy('goal.position')
      .orderBy('goal.id')
      .selectAll('goal')
      .select([
        'indicator.key',
        'indicator.version as indicatorVersion',
        'indicator.titleDa',
        'indicator.titleEn',
        'indicator.unit',
        'indicator.direction',
        'indicator.source',
        'indicator.numerator',
        'indicator.denominator',
        'indicator.sourceEn',
        'indicator.numeratorEn',
        'indicator.denominatorEn',
        'project.groupMix',
      ])
      .execute(),
    db
      .selectFrom('measurement')
      .innerJoin('goal', 'goal.id', 'measurement.goalId')
      .where('goal.projectId', '=', projectId)
      .selectAll('measurement')
      .execute(),
    db
      .selectFrom('comparisonReading')
      .innerJoin('goal', 'goal.id', 'comparisonReading.goalId')
      .where('goal.projectId', '=', projectId)
      .selectAll('comparisonReading')
      .execute(),
    db
      .selectFrom('lockedChange')
      .innerJoin('appUser', 'appUser.id', 'lockedChange.byId')
      .where('lockedChange.projectId', '=', projectId)
      .orderBy('lockedChange.at')
      .orderBy('lockedChange.id')
      .selectAll('lockedChange')
      .select('appUser.name as by')
      .execute(),
  ]);
  return { goals, readings, comparisonReadings, changes };
}
export type GoalsWithReadings = Awaited<ReturnType<typeof goalsWithReadings>>;

/** A project's kept figures by name; all 0 for one that has none yet. */
export async function figuresOf(db: Reader, projectId: string): Promise<Record<FigureName, number>> {
  const row = await db.selectFrom('projectFigures').where('projectId', '=', projectId).selectAll().executeTakeFirst();
  return Object.fromEntries(figureNames.map((name) => [name, Number(row?.[name] ?? 0)])) as Record<FigureName, number>;
}

/** A project's budget against its accounts: lines with who pays them and every expense that counts, sources in their order. */
export async function budgetOf(db: Reader, projectId: string): Promise<FrozenBudget> {
  const [lines, sources] = await Promise.all([
    db
      .selectFrom('budgetLine')
      .where('budgetLine.projectId', '=', projectId)
      .orderBy('budgetLine.position')
      .orderBy('budgetLine.id')
      .select([
        'budgetLine.id',
        'budgetLine.title',
        'budgetLine.kind',
        'budgetLine.amountOere',
        // Built by name: aliases inside aggregated JSON would arrive in the columns' own spelling.
        sql<{ sourceId: string; amountOere: number }[]>`coalesce((
          select json_agg(json_build_object('sourceId', line_share.source_id, 'amountOere', line_share.amount_oere)
            order by funding_source.position, funding_source.id)
          from line_share join funding_source on funding_source.id = line_share.source_id
          where line_share.line_id = budget_line.id
        ), '[]')`.as('shares'),
        sql<number[]>`coalesce((
          select json_agg(expense.amount_oere order by expense.amount_oere, expense.id)
          from expense where expense.line_id = budget_line.id and expense.removed_at is null
        ), '[]')`.as('expensesOere'),
      ])
      .execute(),
    db
      .selectFrom('fundingSource')
      .where('projectId', '=', projectId)
      .orderBy('position')
      .orderBy('id')
      .select(['id', 'name', 'amountOere'])
      .execute(),
  ]);
  return {
    lines: lines.map((line) => ({ ...line, amountOere: Number(line.amountOere) })),
    sources: sources.map((source) => ({ ...source, amountOere: Number(source.amountOere) })),
  };
}

/** The project row with the names of its places and the core elements of its recipe; undefined when there is none. */
export function findEvaluatedProject(db: Reader, projectId: string) {
  return db
    .selectFrom('project')
    .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
    .leftJoin('district', 'district.id', 'project.districtId')
    .leftJoin('body', 'body.id', 'project.bodyId')
    .leftJoin('intervention', 'intervention.id', 'project.interventionId')
    .where('project.id', '=', projectId)
    .selectAll('project')
    .select([
      'municipality.name as municipality',
      'district.name as district',
      'body.name as body',
      'intervention.coreElements',
    ])
    .executeTakeFirst();
}
export type EvaluatedProject = NonNullable<Awaited<ReturnType<typeof findEvaluatedProject>>>;

/** What the system knows of how the project went: its kept figures, and the little they do not keep. */
export async function processOf(
  db: Reader,
  project: Pick<
    EvaluatedProject,
    'id' | 'startsOn' | 'endsOn' | 'targetGroupCount' | 'usesCodes' | 'districtId' | 'municipalityId' | 'year'
  >,
  figures: Record<FigureName, number>,
  today: string,
): Promise<ProcessFigures> {
  const [unregistered, partners, codes, populationCount] = await Promise.all([
    sql<{ count: number }>`
      select coalesce(sum(session_count), 0)::int as count from (${countedSessions}) as counted
      where project_id = ${project.id} and state = 'planned' and (held_on is null or held_on < ${today}::date)
    `.execute(db),
    db
      .selectFrom('partner')
      .where('projectId', '=', project.id)
      .where(
        sql<boolean>`exists (
          select from partner_promise join promise_period on promise_period.promise_id = partner_promise.id
          where partner_promise.partner_id = partner.id and partner_promise.kind in ('hall', 'staff', 'volunteers')
            and promise_period.quantity > 0
        )`,
      )
      .select([
        'partner.id',
        sql<boolean>`exists (
          select from (${countedSessions}) as counted
          where counted.project_id = partner.project_id and counted.state = 'held'
            and partner.organisation_id in (counted.organisation_id, counted.host_id)
        )`.as('isActive'),
      ])
      .execute(),
    project.usesCodes ? doseFactsOf(db, project, today) : null,
    populationOf(db, project),
  ]);
  const reach = reachOf(figures);
  return {
    sessionCount: figures.plannedCount + figures.heldCount + figures.cancelledCount,
    heldCount: figures.heldCount,
    cancelledCount: figures.cancelledCount,
    unregisteredCount: unregistered.rows[0]?.count ?? 0,
    heldMinutes: figures.heldMinutes,
    staffMinutes: figures.staffMinutes,
    volunteerMinutes: figures.volunteerMinutes,
    visitCount: figures.visitCount,
    visitMinutes: figures.visitMinutes,
    contactCount: figures.contactCount,
    reach:
      reach.kind === 'none'
        ? null
        : reach.kind === 'counted'
          ? { lower: reach.young, upper: reach.young, isCounted: true }
          : { lower: reach.lowest, upper: reach.highest, isCounted: false },
    targetGroupCount: project.targetGroupCount,
    startedCount: figures.startedCount,
    completedCount: figures.completedCount,
    partnerAgreedCount: partners.length,
    partnerActiveCount: partners.filter((partner) => partner.isActive).length,
    codeCount: codes?.codeCount ?? null,
    codeLeftCount: codes?.codeLeftCount ?? null,
    medianCount: codes?.medianCount ?? null,
    shownCardCount: codes?.shownCardCount ?? null,
    populationCount,
    budgetCashOere: figures.budgetCashOere,
    budgetInKindOere: figures.budgetInKindOere,
    spentCashOere: figures.spentCashOere,
    spentInKindOere: figures.spentInKindOere,
  };
}

/** Dose received and drop-out by cards, by the one rule for both (`dose.rules.ts`); drop-out is null when it is not measured. */
async function doseFactsOf(
  db: Reader,
  project: { id: string; startsOn: string | null; endsOn: string | null },
  today: string,
) {
  const { cards, sinceOn, lastHeldOn } = await readCards(db, project, today);
  const { left, medianCount, cardCount } = doseOf(cards, sinceOn, lastHeldOn);
  return {
    medianCount,
    shownCardCount: cardCount,
    codeCount: left?.cardCount ?? null,
    codeLeftCount: left?.leftCount ?? null,
  };
}

/** Young people living where the project runs, in its year; null unless every district it covers has a number. */
async function populationOf(
  db: Reader,
  { districtId, municipalityId, year }: { districtId: string | null; municipalityId: string; year: number },
): Promise<number | null> {
  const rows = await db
    .selectFrom('district')
    .leftJoin('population', (join) =>
      join.onRef('population.districtId', '=', 'district.id').on('population.year', '=', year),
    )
    .where('district.municipalityId', '=', municipalityId)
    .$if(districtId !== null, (query) => query.where('district.id', '=', districtId ?? ''))
    .select('population.youthCount')
    .execute();
  if (rows.length === 0 || rows.some((row) => row.youthCount === null)) return null;
  return rows.reduce((sum, row) => sum + (row.youthCount ?? 0), 0);
}
