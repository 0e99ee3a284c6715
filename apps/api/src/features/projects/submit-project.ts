import { projectProblems } from '@forspring/domain/projects/project.problems';
import { missingForSubmission } from '@forspring/domain/projects/submission.rules';
import { moveProject, type ProjectCommand } from './move-project.ts';
import { planOf } from './project.store.ts';
import { findSubmissionFacts } from './submission-facts.ts';

/** Hands a plan to its body, if nothing is missing. */
export function submitProject(ctx: ProjectCommand, { comment }: { comment: string }) {
  return moveProject(ctx, {
    to: 'submitted',
    comment,
    action: 'submitProject',
    change: async (project) => {
      const gaps = missingForSubmission(planOf(project), await findSubmissionFacts(ctx.em, project.id));
      if (gaps.length > 0)
        throw projectProblems.incomplete(
          gaps.map(({ code, tab, field, params }) => ({ path: field ?? tab, code: `project.missing.${code}`, params })),
        );
      project.submittedById = ctx.actor.userId;
      project.submittedAt = ctx.clock.now();
    },
  });
}
