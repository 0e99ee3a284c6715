import { randomUUID } from 'node:crypto';
import { Intervention } from '@forspring/database/interventions/intervention.entity';
import { Membership } from '@forspring/database/people/membership.entity';
import { Body } from '@forspring/database/places/body.entity';
import { District } from '@forspring/database/places/district.entity';
import { Project } from '@forspring/database/projects/project.entity';
import { checkName } from '@forspring/domain/measures/name-check';
import { danishSortKey } from '@forspring/domain/measures/sort';
import type { NewProject } from '@forspring/domain/projects/plan';
import { draftFrom, planYear } from '@forspring/domain/projects/plan.rules';
import { municipalitiesToAddIn } from '@forspring/domain/projects/project.abilities';
import { projectProblems } from '@forspring/domain/projects/project.problems';
import type { CommandContext } from '../../kernel/context.ts';

/** Starts a draft from a recipe or from nothing; whoever starts it becomes its owner. */
export async function addProject(ctx: CommandContext, input: NewProject): Promise<{ id: string; version: number }> {
  const { em, actor, clock, audit } = ctx;
  const { id, title, municipalityId, interventionId, bodyId } = input;
  if (!municipalitiesToAddIn(actor).includes(municipalityId)) throw projectProblems.placeNotYours('municipalityId');
  if (await em.findOne(Project, { id })) throw projectProblems.exists();
  const districtId = await districtFor(ctx, input);
  if (bodyId !== null && !(await em.findOne(Body, { id: bodyId, municipalityId })))
    throw projectProblems.placeNotYours('bodyId');
  const recipe = interventionId === null ? null : await em.findOne(Intervention, { id: interventionId });
  if (interventionId !== null && !(recipe && (recipe.isShared || recipe.municipalityId === municipalityId)))
    throw projectProblems.placeNotYours('interventionId');

  const plan = draftFrom({ ...(recipe === null ? {} : recipeOf(recipe)), title });
  const period = { startsOn: `${input.year}-01-01`, endsOn: `${input.year}-12-31` };
  em.create(
    Project,
    {
      ...plan,
      ...period,
      id,
      municipalityId,
      districtId,
      bodyId,
      interventionId,
      year: planYear(period.startsOn, input.year),
      status: 'draft',
      sortKey: danishSortKey(title),
      nameCheckedOn: checkName(title).length === 0 ? clock.today() : null,
      createdById: actor.userId,
      createdAt: clock.now(),
      updatedAt: clock.now(),
    },
    { persist: true },
  );
  await em.flush();
  em.create(
    Membership,
    {
      id: randomUUID(),
      userId: actor.userId,
      role: 'owner',
      placeKind: 'project',
      placeId: id,
      municipalityId,
      createdAt: clock.now(),
    },
    { persist: true },
  );
  audit.leave({ action: 'addProject', subjectKind: 'project', subjectId: id, projectId: id, municipalityId });
  return { id, version: 1 };
}

/** The district asked for, or the one implicit district of a municipality that has none; null is the whole municipality. */
async function districtFor({ em }: CommandContext, { municipalityId, districtId }: NewProject): Promise<string | null> {
  if (districtId !== null) {
    if (!(await em.findOne(District, { id: districtId, municipalityId })))
      throw projectProblems.placeNotYours('districtId');
    return districtId;
  }
  return (await em.findOne(District, { municipalityId, isImplicit: true }))?.id ?? null;
}

/** What a plan takes over from a recipe. */
function recipeOf({
  tier,
  track,
  minAge,
  maxAge,
  themes,
  problem,
  targetGroup,
  effects,
  results,
  activities,
  resources,
}: Intervention) {
  return { tier, track, minAge, maxAge, themes, problem, targetGroup, effects, results, activities, resources };
}
