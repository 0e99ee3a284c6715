import { randomUUID } from 'node:crypto';
import { LockedChange } from '@forspring/database/projects/locked-change.entity';
import { lockedPlanFields } from '@forspring/domain/projects/plan.rules';
import { lockedChangeStatuses } from '@forspring/domain/projects/project.abilities';
import type { LockedPlanChange } from '@forspring/domain/projects/shown-project';
import type { ProjectCommand } from './move-project.ts';
import { getChangedPlan } from './project.store.ts';

/** Changes the target group after approval; the old text, the new one and the reason are shown wherever it is. */
export async function changeLocked(
  ctx: ProjectCommand,
  { baseVersion, fields, reason }: LockedPlanChange,
): Promise<{ version: number; savedAt: string }> {
  const { em, actor, clock, audit, project: place } = ctx;
  const { project, before, after } = await getChangedPlan(em, place.projectId, {
    baseVersion,
    fields,
    openIn: lockedChangeStatuses,
  });
  const changed = lockedPlanFields.filter((field) => before[field] !== after[field]);
  for (const field of changed)
    em.create(
      LockedChange,
      {
        id: randomUUID(),
        projectId: project.id,
        subjectKind: 'project',
        subjectId: project.id,
        field,
        fromText: textOf(before[field]),
        toText: textOf(after[field]),
        reason,
        byId: actor.userId,
        at: clock.now(),
      },
      { persist: true },
    );
  Object.assign(project, fields);
  project.updatedAt = clock.now();
  await em.flush();
  audit.leave({
    action: 'changeLocked',
    subjectKind: 'project',
    subjectId: project.id,
    projectId: project.id,
    municipalityId: project.municipalityId,
    changed: [...changed],
  });
  return { version: project.version, savedAt: project.updatedAt.toISOString() };
}

/** A value as the history keeps it; empty where there was none. */
const textOf = (value: string | number | null) => (value === null ? '' : String(value));
