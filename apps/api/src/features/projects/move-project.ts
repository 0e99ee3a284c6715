import { randomUUID } from 'node:crypto';
import { ProjectStep } from '@forspring/database/projects/project-step.entity';
import type { Project } from '@forspring/database/projects/project.entity';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace, ProjectStatus } from '@forspring/domain/projects/project';
import { mayMakeMove } from '@forspring/domain/projects/project.abilities';
import { projectProblems } from '@forspring/domain/projects/project.problems';
import { findMove } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { getProjectLocked } from './project.store.ts';

/** A command about one project the ladder has already found. */
export type ProjectCommand = CommandContext & { project: ProjectPlace };

interface MoveOptions {
  to: ProjectStatus;
  comment?: string;
  /** The trail's verb, such as `submitProject`. */
  action: string;
  /** What else changes with the status, or a problem that stands in the way. */
  change?: (project: Project) => void | Promise<void>;
}

/** Makes one move of the table on the locked project: who, from where, with which comment, and a step in its history. */
export async function moveProject(
  ctx: ProjectCommand,
  { to, comment = '', action, change }: MoveOptions,
): Promise<{ status: ProjectStatus; version: number }> {
  const { em, actor, clock, audit, project: place } = ctx;
  const project = await getProjectLocked(em, place.projectId);
  const move = findMove(project.status, to);
  if (!move) throw projectProblems.noSuchMove(project.status, to);
  if (!mayMakeMove(actor, { ...place, status: project.status, submittedById: project.submittedById ?? null }, move))
    throw commonProblems.refused();
  if (move.needsComment && comment.trim() === '') throw projectProblems.commentNeeded();
  await change?.(project);
  em.create(
    ProjectStep,
    {
      id: randomUUID(),
      projectId: project.id,
      fromStatus: project.status,
      toStatus: to,
      comment,
      byId: actor.userId,
      at: clock.now(),
    },
    { persist: true },
  );
  project.status = to;
  project.updatedAt = clock.now();
  project.version += 1;
  audit.leave({
    action,
    subjectKind: 'project',
    subjectId: project.id,
    projectId: project.id,
    municipalityId: project.municipalityId,
    changed: ['status'],
  });
  await em.flush();
  return { status: to, version: project.version };
}
