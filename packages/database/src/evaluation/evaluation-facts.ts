import { sql } from 'kysely';
import type { ProcessFigures } from '@forspring/domain/evaluation/evaluation';
import { addDays, daysBetween } from '@forspring/domain/measures/day';
import { figureNames, type FigureName } from '@forspring/domain/participation/figures';
import { reachOf } from '@forspring/domain/participation/participation.rules';
import type { Reader } from '../tables.ts';

/** The judgements written so far, by goal. */
export async function outcomesOf(db: Reader, evaluationId: string | null) {
  if (evaluationId === null) return [];
  return db.selectFrom('goalOutcome').where('evaluationId', '=', evaluationId).selectAll().execute();
}

/** Goals with indicator and everything decided about them, for one project. */
export async function goalsWithReadings(db: Reader, projectId: string) {
  const [goals, readings, changes] = await Promise.all([
    db
      .selectFrom('goal')
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
      ])
      .execute(),
    db
      .selectFrom('measurement')
      .innerJoin('goal', 'goal.id', 'measurement.goalId')
      .where('goal.projectId', '=', projectId)
      .selectAll('measurement')
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
  return { goals, readings, changes };
}
export type GoalsWithReadings = Awaited<ReturnType<typeof goalsWithReadings>>;

/** A project's kept figures by name; all 0 for one that has none yet. */
export async function figuresOf(db: Reader, projectId: string): Promise<Record<FigureName, number>> {
  const row = await db.selectFrom('projectFigures').where('projectId', '=', projectId).selectAll().executeTakeFirst();
  return Object.fromEntries(figureNames.map((name) => [name, Number(row?.[name] ?? 0)])) as Record<FigureName, number>;
}

/** The project row with the names of its places; undefined when there is none. */
export function findEvaluatedProject(db: Reader, projectId: string) {
  return db
    .selectFrom('project')
    .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
    .leftJoin('district', 'district.id', 'project.districtId')
    .leftJoin('body', 'body.id', 'project.bodyId')
    .where('project.id', '=', projectId)
    .selectAll('project')
    .select(['municipality.name as municipality', 'district.name as district', 'body.name as body'])
    .executeTakeFirst();
}
export type EvaluatedProject = NonNullable<Awaited<ReturnType<typeof findEvaluatedProject>>>;

/** What the system knows of how the project went: its kept figures, and the little they do not keep. */
export async function processOf(
  db: Reader,
  project: Pick<EvaluatedProject, 'id' | 'startsOn' | 'endsOn' | 'targetGroupCount' | 'usesCodes'>,
  figures: Record<FigureName, number>,
  today: string,
): Promise<ProcessFigures> {
  const [unregistered, partners, codes] = await Promise.all([
    db
      .selectFrom('session')
      .where('projectId', '=', project.id)
      .where('state', '=', 'planned')
      .where('heldOn', '<', today)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('partner')
      .where('projectId', '=', project.id)
      .where((where) =>
        where.or([
          where('promisedHallMinutes', '>', 0),
          where('promisedStaffMinutes', '>', 0),
          where('promisedVolunteerMinutes', '>', 0),
        ]),
      )
      .select([
        'partner.id',
        sql<boolean>`exists (
          select from session left join venue on venue.id = session.venue_id
          where session.project_id = partner.project_id and session.state = 'held'
            and partner.organisation_id in (session.organisation_id, venue.organisation_id)
        )`.as('isActive'),
      ])
      .execute(),
    project.usesCodes ? dropOutOf(db, project) : null,
  ]);
  const reach = reachOf(figures);
  return {
    sessionCount: figures.plannedCount + figures.heldCount + figures.cancelledCount,
    heldCount: figures.heldCount,
    cancelledCount: figures.cancelledCount,
    unregisteredCount: Number(unregistered.count),
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
    budgetCashOere: figures.budgetCashOere,
    budgetInKindOere: figures.budgetInKindOere,
    spentCashOere: figures.spentCashOere,
    spentInKindOere: figures.spentInKindOere,
  };
}

/** Cards seen at least once, and how many of them were not seen in the last quarter of the project's period. */
async function dropOutOf(db: Reader, project: { id: string; startsOn: string | null; endsOn: string | null }) {
  if (project.startsOn === null || project.endsOn === null) return null;
  const lastQuarterOn = addDays(project.startsOn, Math.floor((daysBetween(project.startsOn, project.endsOn) * 3) / 4));
  const { rows } = await sql<{ codeCount: number; codeLeftCount: number }>`
    select count(*)::int as code_count, count(*) filter (where last_on < ${lastQuarterOn})::int as code_left_count
    from (
      select code_visit.code_id, max(session.held_on) as last_on
      from code_visit join session on session.id = code_visit.session_id
      where session.project_id = ${project.id} and session.state = 'held'
      group by code_visit.code_id
    ) as seen
  `.execute(db);
  return rows[0] && rows[0].codeCount > 0 ? rows[0] : null;
}
