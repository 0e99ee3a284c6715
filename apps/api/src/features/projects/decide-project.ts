import type { DecisionInput } from '@forspring/domain/projects/shown-project';
import { moveProject, type ProjectCommand } from './move-project.ts';

const actions = { approved: 'approveProject', returned: 'returnProject', rejected: 'rejectProject' } as const;

/** The body's answer to a proposal. Approval locks goals, indicators, targets and target group. */
export function decideProject(ctx: ProjectCommand, { decision, comment }: DecisionInput) {
  return moveProject(ctx, {
    to: decision,
    comment,
    action: actions[decision],
    change: (project) => {
      if (decision === 'approved') project.lockedAt = ctx.clock.now();
    },
  });
}
