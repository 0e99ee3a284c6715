import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { ProjectStatus } from '@forspring/domain/projects/project';

/** Approved at some time: proposals have no figures to compare. Only what was approved can be archived with a lock. */
const comparedStatuses: ProjectStatus[] = [
  'approved',
  'running',
  'paused',
  'closed',
  'evaluated',
  'archived',
  'stopped',
];

/** Every project of a year, or every run of an intervention, with its place and its kept figures: one query, no attendance. */
export function comparedProjects(em: EntityManager, by: { interventionId: string | null; year: number | null }) {
  return reader(em)
    .selectFrom('project')
    .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
    .leftJoin('district', 'district.id', 'project.districtId')
    .innerJoin('projectFigures as figures', 'figures.projectId', 'project.id')
    .where('project.status', 'in', comparedStatuses)
    .where((is) => is.or([is('project.status', '!=', 'archived'), is('project.lockedAt', 'is not', null)]))
    .where('project.tier', 'is not', null)
    .$if(by.interventionId !== null, (query) => query.where('project.interventionId', '=', by.interventionId))
    .$if(by.year !== null, (query) => query.where('project.year', '=', by.year ?? 0))
    .selectAll('figures')
    .select((project) => [
      'project.id',
      'project.title',
      'project.municipalityId',
      'project.districtId',
      'project.year',
      'project.status',
      'project.tier',
      'project.minAge',
      'project.maxAge',
      'project.usesCodes',
      'project.startsOn',
      'project.endsOn',
      'municipality.name as municipalityName',
      'district.name as districtName',
      'district.isImplicit',
      project
        .selectFrom('projectStep')
        .whereRef('projectStep.projectId', '=', 'project.id')
        .where('projectStep.toStatus', '=', 'stopped')
        .select((step) => step.fn.max('projectStep.at').as('at'))
        .as('stoppedAt'),
    ])
    .execute();
}

/** One project as the comparison reads it. */
export type ComparedProject = Awaited<ReturnType<typeof comparedProjects>>[number];

/** Youth by district and year, with the municipality they live in. */
export function populations(em: EntityManager) {
  return reader(em)
    .selectFrom('population')
    .innerJoin('district', 'district.id', 'population.districtId')
    .select([
      'population.districtId',
      'district.municipalityId',
      'population.year',
      'population.youthCount',
      'population.isExample',
    ])
    .execute();
}

/** The indicators of each project's goals with their versions, as `key@version`. */
export function indicatorsOf(em: EntityManager, projectIds: readonly string[]) {
  return reader(em)
    .selectFrom('goal')
    .innerJoin('indicator', 'indicator.id', 'goal.indicatorId')
    .where('goal.projectId', 'in', [...projectIds])
    .select(['goal.projectId', 'indicator.key', 'indicator.version'])
    .execute();
}

/** What was changed in the goals of these projects after approval, goal by goal, the earliest change first. */
export function goalChangesOf(em: EntityManager, projectIds: readonly string[]) {
  return reader(em)
    .selectFrom('lockedChange')
    .innerJoin('goal', 'goal.id', 'lockedChange.subjectId')
    .where('lockedChange.subjectKind', '=', 'goal')
    .where('goal.projectId', 'in', [...projectIds])
    .orderBy('goal.position')
    .orderBy('lockedChange.at')
    .orderBy('lockedChange.field')
    .select(['goal.id as goalId', 'goal.projectId', 'goal.title'])
    .select(['lockedChange.id', 'lockedChange.field', 'lockedChange.fromText', 'lockedChange.toText'])
    .select(['lockedChange.reason', 'lockedChange.at'])
    .execute();
}

/** Interventions that have been run at least once, and every year so far in which anything was. */
export async function comparisonChoices(em: EntityManager, thisYear: number) {
  const db = reader(em);
  const runs = db
    .selectFrom('project')
    .where('project.status', 'in', comparedStatuses)
    .where('project.year', '<=', thisYear);
  const interventions = await db
    .selectFrom('intervention')
    .where(
      'intervention.id',
      'in',
      runs
        .where('project.interventionId', 'is not', null)
        .select('project.interventionId')
        .$castTo<{ interventionId: string }>(),
    )
    .orderBy('intervention.sortKey')
    .select(['intervention.id', 'intervention.title'])
    .execute();
  const years = await runs.select('project.year').distinct().orderBy('project.year', 'desc').execute();
  return { interventions, years: years.map(({ year }) => year) };
}
