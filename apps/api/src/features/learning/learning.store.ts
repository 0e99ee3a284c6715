import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { LearningSearch } from '@forspring/domain/learning/learning';
import type { Audience } from '@forspring/domain/measures/thresholds';
import { type Actor, municipalitiesOf, worksIn } from '@forspring/domain/people/actor';
import type { ProjectStatus } from '@forspring/domain/projects/project';
import { lockedStatuses } from '@forspring/domain/projects/project.rules';
import { type ReleasedFigures, releasedFigureNames } from '@forspring/domain/trust/release.rules';
import type { SignedInContext } from '../../kernel/context.ts';
import { asReleased, isUnfrozen } from '../../kernel/releases.ts';

const learningRoles = ['owner', 'committeeMember', 'coordinator', 'dataProtectionOfficer'] as const;
/** The id of no municipality, so that a list of ids is never empty. */
const nowhere = '00000000-0000-0000-0000-000000000000';

/** Whose eyes a municipality's numbers meet in the library: its own people or colleagues elsewhere. */
export function libraryAudience(actor: Actor, municipalityId: string): Audience {
  if (worksIn(actor, municipalityId, ...learningRoles)) return 'municipality';
  return 'otherDistrict';
}

/** Cards that pass the filters, without the words searched for. A filter on cost passes only cards whose cost is shown. */
export function filteredCards(em: EntityManager, actor: Actor, filter: Omit<LearningSearch, 'search' | 'page'>) {
  const { tiers, themes, age, maxCostOere, minEvidence, districtIds, recommendations, ending } = filter;
  return reader(em)
    .selectFrom('learningCard')
    .innerJoin('project', 'project.id', 'learningCard.projectId')
    .innerJoin('municipality', 'municipality.id', 'learningCard.municipalityId')
    .leftJoin('district', 'district.id', 'learningCard.districtId')
    .leftJoin('projectFigures as figures', 'figures.projectId', 'learningCard.projectId')
    .$if(tiers.length > 0, (query) => query.where('learningCard.tier', 'in', tiers))
    .$if(themes.length > 0, (query) =>
      query.where(sql<boolean>`learning_card.themes && array[${sql.join(themes)}]::text[]`),
    )
    .$if(age !== null, (query) =>
      query.where('learningCard.minAge', '<=', age ?? 0).where('learningCard.maxAge', '>=', age ?? 0),
    )
    .$if(maxCostOere !== null, (query) =>
      query
        .where('learningCard.tier', '!=', 'individual')
        .where((card) =>
          card.or([
            card('learningCard.municipalityId', 'in', municipalitiesOf(actor, ...learningRoles).concat(nowhere)),
            card('project.status', 'in', ['evaluated', 'archived']),
          ]),
        )
        .where((card) =>
          card(
            // What colleagues elsewhere are shown is the last release; before the first it is the figures as they are.
            card.fn.coalesce(
              card
                .selectFrom('figuresRelease')
                .whereRef('figuresRelease.projectId', '=', 'learningCard.projectId')
                .where(
                  'learningCard.municipalityId',
                  'not in',
                  municipalitiesOf(actor, ...learningRoles).concat(nowhere),
                )
                .orderBy('figuresRelease.number', 'desc')
                .limit(1)
                .select(sql<number>`(figures_release.figures ->> 'visitCount')::int`.as('visitCount')),
              'figures.visitCount',
            ),
            '>=',
            card.ref('municipality.thresholdCount'),
          ),
        )
        .where('learningCard.costPerVisitHourOere', '<=', maxCostOere ?? 0),
    )
    .$if(minEvidence !== null, (query) => query.where('learningCard.evidenceLevel', '>=', minEvidence ?? 1))
    .$if(districtIds.length > 0, (query) => query.where('learningCard.districtId', 'in', districtIds))
    .$if(recommendations.length > 0, (query) => query.where('learningCard.recommendation', 'in', recommendations))
    .$if(ending !== 'all', (query) => query.where('learningCard.isStopped', '=', ending === 'stopped'));
}

/** The columns of a card, with the figures its cost rests on and the intervention it ran. */
export const cardColumns = [
  'learningCard.projectId',
  'learningCard.municipalityId',
  'learningCard.title',
  'learningCard.year',
  'municipality.name as municipalityName',
  'district.name as districtName',
  'district.isImplicit',
  'learningCard.tier',
  'learningCard.themes',
  'learningCard.minAge',
  'learningCard.maxAge',
  'learningCard.isStopped',
  'learningCard.recommendation',
  'learningCard.evidenceLevel',
  'learningCard.summary',
  'learningCard.worked',
  'learningCard.didNotWork',
  'learningCard.forWhom',
  'project.interventionId',
  'project.status',
  'figures.heldCount',
  'figures.visitCount',
  'figures.visitMinutes',
  'figures.contactCount',
  'figures.firstTimeCount',
  'figures.firstTimeMissingCount',
  'figures.largestVisitCount',
  'figures.startedCount',
  'figures.completedCount',
  'figures.spentCashOere',
  'figures.spentInKindOere',
] as const;

/** The columns that are counted in people, as a card's figures may lack them. */
type CardFigures = { [Name in keyof ReleasedFigures]: number | null };

/** Cards with the figures this person is shown: their own municipality's as they are, others' as last published. */
export async function releasedCards<
  Row extends CardFigures & { projectId: string; municipalityId: string; status: ProjectStatus },
>(ctx: SignedInContext, rows: readonly Row[]): Promise<(Row & ReleasedFigures)[]> {
  const counted = rows.map((row): Row & ReleasedFigures => ({
    ...row,
    ...(Object.fromEntries(releasedFigureNames.map((name) => [name, row[name] ?? 0])) as ReleasedFigures),
  }));
  const isOutside = ({ municipalityId, status }: Row) =>
    libraryAudience(ctx.actor, municipalityId) === 'otherDistrict' && !isUnfrozen(status);
  const released = await asReleased(ctx, 'otherDistrict', counted.filter(isOutside));
  const byProject = new Map(released.map((row) => [row.projectId, row]));
  return counted.map((row) => byProject.get(row.projectId) ?? row);
}

/** Approved runs of some interventions, with their place and whether they have a card. */
export function runsOf(em: EntityManager, interventionIds: readonly string[]) {
  return runs(em)
    .where('project.interventionId', 'in', [...interventionIds])
    .execute();
}

/** Projects by id, in any status, as runs. */
export function runsById(em: EntityManager, ids: readonly string[]) {
  return placedProjects(em)
    .where('project.id', 'in', [...ids])
    .execute();
}

/** Approved copies of a project. */
export function copiesOf(em: EntityManager, projectId: string) {
  return runs(em).where('project.copiedFromId', '=', projectId).execute();
}

function runs(em: EntityManager) {
  return placedProjects(em).where('project.status', 'in', lockedStatuses);
}

function placedProjects(em: EntityManager) {
  return reader(em)
    .selectFrom('project')
    .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
    .leftJoin('district', 'district.id', 'project.districtId')
    .leftJoin('learningCard', 'learningCard.projectId', 'project.id')
    .orderBy('project.year', 'desc')
    .orderBy('project.sortKey')
    .select([
      'project.id as projectId',
      'project.interventionId',
      'project.title',
      'project.year',
      'project.status',
      'municipality.name as municipalityName',
      'district.name as districtName',
      'district.isImplicit',
      'learningCard.projectId as cardId',
    ]);
}

/** The name of where a project ran: its district, or the municipality when it has none of its own. */
export function placeNameOf(place: {
  municipalityName: string;
  districtName: string | null;
  isImplicit: boolean | null;
}): string {
  return place.districtName === null || place.isImplicit === true ? place.municipalityName : place.districtName;
}

/** Districts that have cards, for the filter. */
export function districtsWithCards(em: EntityManager) {
  return reader(em)
    .selectFrom('district')
    .innerJoin('municipality', 'municipality.id', 'district.municipalityId')
    .where('district.id', 'in', (query) =>
      query
        .selectFrom('learningCard')
        .where('learningCard.districtId', 'is not', null)
        .select('learningCard.districtId')
        .$castTo<{ districtId: string }>(),
    )
    .orderBy('district.sortKey')
    .select(['district.id', 'district.name', 'municipality.name as municipalityName'])
    .execute();
}
