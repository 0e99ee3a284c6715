import { evaluationProblems } from '@forspring/domain/evaluation/evaluation.problems';
import { evaluationGaps, mayMoveEvaluation } from '@forspring/domain/evaluation/evaluation.rules';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { countUp } from '../../kernel/stale.ts';
import { evaluatedGoals } from './evaluated-goals.ts';
import { figuresOf, getProject, goalsWithReadings, outcomesOf, processOf } from './evaluation.store.ts';
import { gapFacts, textsOf } from './show-evaluation.ts';
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
      missing(evaluationGaps({ recommendation: null, outcomes: [], unregisteredCount: 0 })),
    );
  if (!mayMoveEvaluation(evaluation.status, 'submitted')) throw evaluationProblems.underReview();
  await countUp(evaluation, baseVersion, () => ({
    ...textsOf(evaluation),
    recommendation: evaluation.recommendation,
    version: evaluation.version,
  }));

  const [place, figures, goals] = await Promise.all([
    getProject(em, project.projectId),
    figuresOf(em, project.projectId),
    goalsWithReadings(em, project.projectId),
  ]);
  const evaluated = evaluatedGoals(goals, await outcomesOf(em, evaluation.id));
  const { unregisteredCount } = await processOf(em, place, figures, clock.today());
  const gaps = missing(
    evaluationGaps({
      ...textsOf(evaluation),
      recommendation: evaluation.recommendation ?? null,
      outcomes: evaluated.map(gapFacts),
      unregisteredCount,
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
    goals,
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
