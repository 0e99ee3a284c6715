import { evaluationProblems } from '@forspring/domain/evaluation/evaluation.problems';
import { evaluationGaps, mayMoveEvaluation } from '@forspring/domain/evaluation/evaluation.rules';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { countUp } from '../../kernel/stale.ts';
import { openCommentsOf } from './comment-paragraph.ts';
import { gapFacts, presentOf, textsOf } from './show-evaluation.ts';
import { lockEvaluation, replaceOutcomes } from './set-evaluation.ts';

/** Sends a complete evaluation to the body; says what is missing otherwise. Every goal then has an outcome, the system's proposal where the owner judged nothing. */
export async function submitEvaluation(
  ctx: CommandContext & { project: ProjectPlace },
  { baseVersion }: { baseVersion: number },
): Promise<{ version: number }> {
  const { em, actor, clock, project, audit } = ctx;
  const evaluation = await lockEvaluation(ctx);
  if (!evaluation)
    throw evaluationProblems.incomplete(
      missing(evaluationGaps({ recommendation: null, outcomes: [], elements: [], unregisteredCount: 0 })),
    );
  if (!mayMoveEvaluation(evaluation.status, 'submitted')) throw evaluationProblems.underReview();
  await countUp(evaluation, baseVersion, () => ({
    ...textsOf(evaluation),
    recommendation: evaluation.recommendation,
    version: evaluation.version,
  }));

  const { goals: evaluated, readings, process, elements } = await presentOf(ctx, evaluation);
  const gaps = missing(
    evaluationGaps({
      ...textsOf(evaluation),
      recommendation: evaluation.recommendation ?? null,
      outcomes: evaluated.map(gapFacts),
      unregisteredCount: process.unregisteredCount,
      elements,
      openComments: await openCommentsOf(em, evaluation.id),
    }),
  );
  if (gaps.length > 0) throw evaluationProblems.incomplete(gaps);

  evaluation.status = 'submitted';
  evaluation.submittedById = actor.userId;
  evaluation.submittedAt = clock.now();
  await em.flush();
  await replaceOutcomes(
    ctx,
    evaluation.id,
    readings,
    evaluated.map(({ id, attainment, comment }) => ({ goalId: id, attainment, comment })),
  );
  audit.leave({
    action: 'submitEvaluation',
    subjectKind: 'evaluation',
    subjectId: evaluation.id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['status'],
  });
  return { version: evaluation.version };
}

function missing(gaps: ReturnType<typeof evaluationGaps>) {
  return gaps.filter((gap) => gap.isBlocking).map(({ path, code, params }) => ({ path, code, params }));
}
