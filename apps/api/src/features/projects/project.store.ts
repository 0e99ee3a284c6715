import { type ExpressionBuilder, sql } from 'kysely';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@forspring/database/open-database';
import { Project } from '@forspring/database/projects/project.entity';
import type { Tables } from '@forspring/database/tables';
import { commonProblems } from '@forspring/domain/measures/problem';
import { type Actor, placesOf } from '@forspring/domain/people/actor';
import type { PlanFields } from '@forspring/domain/projects/plan';
import { arrowCount } from '@forspring/domain/projects/plan';
import { planProblems } from '@forspring/domain/projects/plan.rules';
import type { ProjectStatus } from '@forspring/domain/projects/project';
import { projectProblems } from '@forspring/domain/projects/project.problems';
import { countUp } from '../../kernel/stale.ts';

/** The projects this person has a part in beyond a partner's: their own, their bodies', their municipality's. */
export function isReachable(actor: Actor) {
  const owned = placesOf(actor, 'owner');
  const bodies = placesOf(actor, 'committeeMember');
  const municipalities = [...placesOf(actor, 'coordinator'), ...placesOf(actor, 'dataProtectionOfficer')];
  return (one: ExpressionBuilder<Tables, 'project'>) =>
    one.or([
      one('project.id', '=', sql<string>`any(${owned}::uuid[])`),
      one('project.bodyId', '=', sql<string>`any(${bodies}::uuid[])`),
      one('project.municipalityId', '=', sql<string>`any(${municipalities}::uuid[])`),
    ]);
}

/** The stored project, locked until the command ends, so that two moves cannot both begin from the same status. */
export async function getProjectLocked(em: EntityManager, projectId: string): Promise<Project> {
  const project = await em.findOne(Project, { id: projectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!project) throw commonProblems.missing();
  return project;
}

/** A stored project's plan as its form and its rules know it. */
export function planOf(project: Project): PlanFields {
  return {
    title: project.title,
    summary: project.summary,
    track: project.track,
    tier: project.tier ?? null,
    tierReason: project.tierReason,
    themes: [...project.themes],
    minAge: project.minAge ?? null,
    maxAge: project.maxAge ?? null,
    extendedMinAge: project.extendedMinAge ?? null,
    extendedMinAgeReason: project.extendedMinAgeReason,
    districtId: project.districtId ?? null,
    bodyId: project.bodyId ?? null,
    venueId: project.venueId ?? null,
    areaName: project.areaName,
    startsOn: project.startsOn ?? null,
    endsOn: project.endsOn ?? null,
    usesCodes: project.usesCodes,
    challenge: project.challenge,
    targetGroup: project.targetGroup,
    targetGroupCount: project.targetGroupCount ?? null,
    effects: project.effects,
    results: project.results,
    activities: project.activities,
    resources: project.resources,
    assumptions: Array.from({ length: arrowCount }, (_, index) => project.assumptions[index] ?? ''),
    adultsPresent: project.adultsPresent ?? null,
    structure: project.structure ?? null,
    groupMix: project.groupMix ?? null,
    harmAnswer: project.harmAnswer,
  };
}

/**
 * The stored project in one of these statuses with its plan as it was and as these fields make it, counted up from the
 * version the form was opened on; refuses a plan that contradicts itself.
 */
export async function getChangedPlan<Changed extends Partial<PlanFields>>(
  em: EntityManager,
  projectId: string,
  { baseVersion, fields, openIn }: { baseVersion: number; fields: Changed; openIn: readonly ProjectStatus[] },
) {
  const project = await getProjectLocked(em, projectId);
  if (!openIn.includes(project.status)) throw projectProblems.notOpen(project.status);
  await countUp(project, baseVersion, () => ({
    version: project.version,
    fields: planOf(project),
    savedAt: project.updatedAt.toISOString(),
  }));
  const before = planOf(project);
  const after = { ...before, ...fields };
  const contradictions = planProblems(after);
  if (contradictions.length > 0) throw projectProblems.contradicts(contradictions);
  return { project, before, after };
}
