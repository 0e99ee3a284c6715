import { Body } from '@forspring/database/places/body.entity';
import { District } from '@forspring/database/places/district.entity';
import { Venue } from '@forspring/database/places/venue.entity';
import { checkName } from '@forspring/domain/measures/name-check';
import { danishSortKey } from '@forspring/domain/measures/sort';
import type { PlanChange, PlanField } from '@forspring/domain/projects/plan';
import { planYear } from '@forspring/domain/projects/plan.rules';
import { projectProblems } from '@forspring/domain/projects/project.problems';
import { planOpenStatuses } from '@forspring/domain/projects/project.rules';
import type { ProjectCommand } from './move-project.ts';
import { getChangedPlan } from './project.store.ts';

/** Saves some fields of an open plan; the form sends what changed since it last saved. */
export async function setPlan(
  ctx: ProjectCommand,
  { baseVersion, fields, isNameChecked }: PlanChange,
): Promise<{ version: number; savedAt: string }> {
  const { em, clock, audit, project: place } = ctx;
  const { project, before, after } = await getChangedPlan(em, place.projectId, {
    baseVersion,
    fields,
    openIn: planOpenStatuses,
  });
  await checkPlaces(ctx, after);
  const changed = (Object.keys(fields) as PlanField[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  Object.assign(project, fields);
  project.year = planYear(after.startsOn, project.year);
  if (changed.includes('title')) {
    project.sortKey = danishSortKey(after.title);
    project.nameCheckedOn = checkName(after.title).length === 0 ? clock.today() : null;
  }
  if (isNameChecked === true) project.nameCheckedOn = clock.today();
  project.updatedAt = clock.now();
  await em.flush();
  audit.leave({
    action: 'setPlan',
    subjectKind: 'project',
    subjectId: project.id,
    projectId: project.id,
    municipalityId: project.municipalityId,
    changed: isNameChecked === true ? [...changed, 'nameCheckedOn'] : changed,
  });
  return { version: project.version, savedAt: project.updatedAt.toISOString() };
}

/** District, body and venue lie in the project's own municipality. */
async function checkPlaces(
  { em, project: { municipalityId } }: ProjectCommand,
  plan: { districtId: string | null; bodyId: string | null; venueId: string | null },
): Promise<void> {
  if (plan.districtId !== null && !(await em.findOne(District, { id: plan.districtId, municipalityId })))
    throw projectProblems.placeNotYours('districtId');
  if (plan.bodyId !== null && !(await em.findOne(Body, { id: plan.bodyId, municipalityId })))
    throw projectProblems.placeNotYours('bodyId');
  if (plan.venueId !== null && !(await em.findOne(Venue, { id: plan.venueId, municipalityId })))
    throw projectProblems.placeNotYours('venueId');
}
