import { projectProblems } from '@forspring/domain/projects/project.problems';
import { moveProject, type ProjectCommand } from './move-project.ts';

/** Takes a paused project up again. */
export function resumeProject(ctx: ProjectCommand, { comment }: { comment: string }) {
  return moveProject(ctx, {
    to: 'running',
    comment,
    action: 'resumeProject',
    change: (project) => {
      if (project.status !== 'paused') throw projectProblems.noSuchMove(project.status, 'running');
    },
  });
}
