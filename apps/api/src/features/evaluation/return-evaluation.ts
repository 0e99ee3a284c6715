import { evaluationProblems } from '@forspring/domain/evaluation/evaluation.problems';
import { mayMoveEvaluation } from '@forspring/domain/evaluation/evaluation.rules';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { countUp } from '../../kernel/stale.ts';
import { openCommentsOf } from './comment-paragraph.ts';
import { textsOf } from './show-evaluation.ts';
import { lockEvaluation } from './set-evaluation.ts';

/** Sends a submitted evaluation back to its owner with a comment, or with those beside its paragraphs. */
export async function returnEvaluation(
  ctx: CommandContext & { project: ProjectPlace },
  { baseVersion, comment }: { baseVersion: number; comment: string | null },
): Promise<{ version: number }> {
  const { em, actor, project, audit } = ctx;
  const evaluation = await lockEvaluation(ctx);
  if (!evaluation || !mayMoveEvaluation(evaluation.status, 'returned')) throw evaluationProblems.notSubmitted();
  if (evaluation.submittedById === actor.userId) throw evaluationProblems.ownSubmission();
  if (comment === null && (await openCommentsOf(em, evaluation.id)).length === 0)
    throw evaluationProblems.returnNeedsComment();
  await countUp(evaluation, baseVersion, () => ({
    ...textsOf(evaluation),
    recommendation: evaluation.recommendation,
    version: evaluation.version,
  }));
  evaluation.status = 'returned';
  evaluation.returnComment = comment ?? '';
  await em.flush();
  audit.leave({
    action: 'returnEvaluation',
    subjectKind: 'evaluation',
    subjectId: evaluation.id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['status', 'returnComment'],
  });
  return { version: evaluation.version };
}
