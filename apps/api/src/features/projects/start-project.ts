import { projectProblems } from '@forspring/domain/projects/project.problems';
import { moveProject, type ProjectCommand } from './move-project.ts';

/** Starts an approved project once its period has begun. */
export function startProject(ctx: ProjectCommand) {
  return moveProject(ctx, {
    to: 'running',
    action: 'startProject',
    change: (project) => {
      // Resuming after a pause has a command of its own.
      if (project.status !== 'approved') throw projectProblems.noSuchMove(project.status, 'running');
      if (project.startsOn && project.startsOn > ctx.clock.today()) throw projectProblems.notBegun(project.startsOn);
    },
  });
}
