import { Intervention } from '@forspring/database/interventions/intervention.entity';
import type { EntityManager } from '@forspring/database/open-database';
import type { Project } from '@forspring/database/projects/project.entity';
import { danishSortKey } from '@forspring/domain/measures/sort';
import type { NewIntervention } from '@forspring/domain/interventions/new-intervention';

/** What of a project's plan becomes a recipe; tier and ages may still be open in a draft. */
type Planned = Pick<
  Project,
  | 'municipalityId'
  | 'tier'
  | 'track'
  | 'minAge'
  | 'maxAge'
  | 'themes'
  | 'challenge'
  | 'targetGroup'
  | 'effects'
  | 'results'
  | 'activities'
  | 'resources'
>;

/**
 * Makes the recipe of a project that began from nothing, so that later runs can be compared with it and learn from it.
 * False where the plan does not yet say tier and ages.
 */
export function addRecipe(
  em: EntityManager,
  plan: Planned,
  { id, title, coreElements, knownRisks }: Omit<NewIntervention, 'coreElements'> & { coreElements: readonly string[] },
): boolean {
  const { municipalityId, tier, track, minAge, maxAge } = plan;
  if (!tier || minAge === null || minAge === undefined || maxAge === null || maxAge === undefined) return false;
  em.create(
    Intervention,
    {
      id,
      municipalityId,
      title,
      sortKey: danishSortKey(title),
      tier,
      track,
      minAge,
      maxAge,
      themes: [...plan.themes],
      problem: plan.challenge,
      targetGroup: plan.targetGroup,
      coreElements: [...coreElements],
      effects: plan.effects,
      results: plan.results,
      activities: plan.activities,
      resources: plan.resources,
      knownRisks,
    },
    { persist: true },
  );
  return true;
}
