import { Project } from '@forspring/database/projects/project.entity';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { ShownSubmission } from '@forspring/domain/projects/shown-project';
import { missingForSubmission } from '@forspring/domain/projects/submission.rules';
import type { SignedInContext } from '../../kernel/context.ts';
import { planOf } from './project.store.ts';
import { findSubmissionFacts } from './submission-facts.ts';

/** What a plan lacks before it can be submitted. */
export async function showSubmission({
  em,
  project: place,
}: SignedInContext & { project: ProjectPlace }): Promise<ShownSubmission> {
  const project = await em.findOneOrFail(Project, { id: place.projectId });
  return { gaps: missingForSubmission(planOf(project), await findSubmissionFacts(em, project.id)) };
}
