import { addDays } from '@forspring/domain/measures/day';
import { danishSortKey } from '@forspring/domain/measures/sort';
import type { ProjectStatus } from '@forspring/domain/projects/project';
import type { PersonKey } from '../people.ts';
import type { Recipe } from '../recipes/recipe.ts';
import { recipes } from '../recipes/recipes.ts';
import { storyId } from '../story-id.ts';
import type { StoryRows } from '../story-rows.ts';
import { personId } from './tell-people.ts';
import { partnerIdOf, tellPromises } from './tell-promises.ts';
import { bodyId, districtId, municipalityId, organisationId, venueId } from './tell-places.ts';
import { type Telling, organisationHere, projectIdOf, seriesName, venueHere } from './telling.ts';

/** The id of the intervention a recipe is told as. */
export const interventionId = (recipe: Pick<Recipe, 'key'>): string => storyId(`intervention/${recipe.key}`);

/** Adds the twelve interventions, shared by all districts. */
export function tellInterventions(rows: StoryRows): void {
  for (const recipe of Object.values<Recipe>(recipes)) {
    // The proposal of the third year is named after its year; the recipe is not.
    const title = recipe.title.replace(/ – år \d$/, '');
    rows.add('intervention', {
      id: interventionId(recipe),
      municipalityId: municipalityId(recipe.key === 'markfraes' ? 'vejen' : 'koebenhavn'),
      title,
      sortKey: danishSortKey(title),
      tier: recipe.tier,
      track: recipe.track,
      minAge: recipe.minAge,
      maxAge: recipe.maxAge,
      themes: [...recipe.themes],
      problem: recipe.challenge,
      targetGroup: recipe.targetGroup,
      coreElements: [...recipe.coreElements],
      effects: recipe.effects,
      results: recipe.results,
      activities: recipe.activities,
      resources: recipe.resources,
      knownRisks: recipe.knownRisks,
      isShared: true,
    });
  }
}

interface Step {
  from: ProjectStatus;
  to: ProjectStatus;
  on: string;
  by: PersonKey;
  comment?: string;
}

/** Every move of the project up to its status, on days that have passed. */
function stepsOf({ edition, status, days, year, startsOn, endsOn, recordedUntil }: Telling): Step[] {
  const { owner, decidedBy } = edition;
  const submitted: Step = { from: 'draft', to: 'submitted', on: days.passed(`${year - 1}-11-02`, 9), by: owner };
  const approved: Step = {
    from: 'submitted',
    to: 'approved',
    on: edition.offset === 1 ? days.passed(`${year - 1}-11-10`, 2) : days.passed(`${year - 1}-12-03`, 6),
    by: decidedBy,
  };
  const begun: Step = { from: 'approved', to: 'running', on: startsOn, by: owner };
  const closed: Step = { from: 'running', to: 'closed', on: days.passed(addDays(endsOn, 9), 3), by: owner };
  switch (status) {
    case 'submitted':
      return [submitted];
    case 'returned':
      return [
        submitted,
        {
          from: 'submitted',
          to: 'returned',
          on: days.passed(`${year - 1}-11-09`, 3),
          by: decidedBy,
          comment: edition.returnComment ?? '',
        },
      ];
    case 'approved':
      return [submitted, approved];
    case 'running':
      return [submitted, approved, begun];
    case 'stopped':
      return [
        submitted,
        approved,
        begun,
        { from: 'running', to: 'stopped', on: recordedUntil, by: decidedBy, comment: edition.stop?.reason ?? '' },
      ];
    case 'closed':
      return [submitted, approved, begun, closed];
    case 'evaluated':
      return [
        submitted,
        approved,
        begun,
        closed,
        { from: 'closed', to: 'evaluated', on: days.passed(`${year + 1}-02-20`, 1), by: decidedBy },
      ];
    default:
      return [];
  }
}

/** Adds the project with its moves, partners, adaptations and whoever owns it. */
export function tellProject(telling: Telling): void {
  const { edition, recipe, projectId, year, status, rows, days, startsOn, endsOn } = telling;
  const title = edition.title ?? recipe.title;
  const steps = stepsOf(telling);
  const createdOn = days.passed(`${year - 1}-10-06`, 24);
  const createdAt = days.at(createdOn, 585);
  const timeOf = (step: Step | undefined) => step && days.at(step.on, step.by === edition.owner ? 610 : 690);
  const submitted = steps.find((step) => step.to === 'submitted');
  const approvedAt = timeOf(steps.find((step) => step.to === 'approved')) ?? null;
  const firstVenue = recipe.series[0]?.venue;
  const earlier = edition.copiedFrom ?? (edition.isFirstYear ? null : `${seriesName(edition)}/${edition.offset - 1}`);
  rows.add('project', {
    id: projectId,
    municipalityId: municipalityId(edition.municipality),
    districtId: edition.district && districtId(edition.district),
    bodyId: bodyId(edition.body),
    interventionId: interventionId(recipe),
    venueId: firstVenue ? venueId(venueHere(telling, firstVenue)) : null,
    year,
    status,
    title,
    sortKey: danishSortKey(title),
    summary: recipe.summary,
    track: recipe.track,
    tier: recipe.tier,
    tierReason: recipe.tierReason,
    themes: [...recipe.themes],
    minAge: recipe.minAge,
    maxAge: recipe.maxAge,
    extendedMinAge: recipe.extendedMinAge ?? null,
    extendedMinAgeReason: recipe.extendedMinAgeReason ?? '',
    areaName: edition.areaName,
    startsOn,
    endsOn,
    usesCodes: edition.usesCodes ?? recipe.usesCodes ?? false,
    challenge: recipe.challenge,
    targetGroup: recipe.targetGroup,
    targetGroupCount: recipe.targetGroupCount,
    effects: recipe.effects,
    results: recipe.results,
    activities: recipe.activities,
    resources: recipe.resources,
    // The drivers disagree about arrays in JSON columns; a text is JSON on both.
    assumptions: JSON.stringify(recipe.assumptions) as never,
    adultsPresent: recipe.adultsPresent,
    structure: recipe.structure,
    groupMix: recipe.groupMix,
    harmAnswer: recipe.harmAnswer,
    nameCheckedOn: createdOn,
    copiedFromId: earlier && projectIdOf(earlier, days.year),
    createdById: personId(edition.owner),
    submittedById: submitted ? personId(submitted.by) : null,
    submittedAt: timeOf(submitted) ?? null,
    lockedAt: approvedAt,
    stopReason: edition.stop?.reason ?? '',
    createdAt,
    updatedAt: timeOf(steps.at(-1)) ?? createdAt,
  });
  for (const step of steps)
    rows.add('projectStep', {
      id: storyId(`step/${telling.name}/${step.to}`),
      projectId,
      fromStatus: step.from,
      toStatus: step.to,
      comment: step.comment ?? '',
      byId: personId(step.by),
      at: timeOf(step) ?? createdAt,
    });
  (edition.adaptations ?? []).forEach((adaptation, index) =>
    rows.add('adaptation', {
      id: storyId(`adaptation/${telling.name}/${index}`),
      projectId,
      ...adaptation,
      at: createdAt,
    }),
  );
  tellPartners(telling);
  rows.add('membership', {
    id: storyId(`membership/owner/${telling.name}`),
    userId: personId(edition.owner),
    role: 'owner',
    placeKind: 'project',
    placeId: projectId,
    municipalityId: municipalityId(edition.municipality),
    createdAt,
    endedAt: null,
  });
}

function tellPartners(telling: Telling): void {
  for (const plan of telling.recipe.partners) {
    const here = organisationHere(telling, plan.organisation);
    telling.rows.add('partner', {
      id: partnerIdOf(telling, here),
      projectId: telling.projectId,
      organisationId: organisationId(here),
      role: plan.role,
      promise: plan.promise,
      registers: plan.registers ?? false,
    });
    tellPromises(telling, here, plan);
  }
}
