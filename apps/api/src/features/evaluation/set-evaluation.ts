import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { LockMode } from '@mikro-orm/core';
import { Evaluation } from '@forspring/database/evaluation/evaluation.entity';
import { goalsWithReadings, outcomesOf } from '@forspring/database/evaluation/evaluation-facts';
import { GoalOutcome } from '@forspring/database/evaluation/goal-outcome.entity';
import { Project } from '@forspring/database/projects/project.entity';
import { reader } from '@forspring/database/reader';
import { type ElementMark, marksOf } from '@forspring/domain/evaluation/fidelity';
import { evaluatedGoals, type GoalFacts } from '@forspring/domain/evaluation/evaluated-goals';
import { evaluationProblems } from '@forspring/domain/evaluation/evaluation.problems';
import { evaluableStatuses, isWritable } from '@forspring/domain/evaluation/evaluation.rules';
import { type EvaluationInput, evaluationTexts } from '@forspring/domain/evaluation/evaluation';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import * as estimators from '@forspring/statistics/change';
import type { CommandContext } from '../../kernel/context.ts';
import { countUp } from '../../kernel/stale.ts';
import { getProject } from './evaluation.store.ts';

/** Saves the evaluation as it is written, beginning it when nobody has; the whole form has one version. */
export async function setEvaluation(
  ctx: CommandContext & { project: ProjectPlace },
  input: EvaluationInput,
): Promise<{ version: number; savedAt: string }> {
  const { em, clock, project, audit } = ctx;
  const evaluation = await lockEvaluation(ctx);
  if (evaluation && !isWritable(evaluation.status))
    throw evaluation.status === 'approved' ? evaluationProblems.frozen() : evaluationProblems.underReview();
  if (!evaluation && input.baseVersion !== 0) throw commonProblems.stale(null);

  const goals = await goalsWithReadings(reader(em), project.projectId);
  const unknown = input.outcomes.findIndex((outcome) => !goals.goals.some((goal) => goal.id === outcome.goalId));
  if (unknown >= 0) throw evaluationProblems.unknownGoal(unknown);

  const coreElements = (await getProject(em, project.projectId)).coreElements ?? [];
  const unknownElement = input.elements?.findIndex(({ element }) => !coreElements.includes(element)) ?? -1;
  if (unknownElement >= 0) throw evaluationProblems.unknownElement(unknownElement);
  const storedElements = marksOf(coreElements, evaluation?.elements ?? []);
  const elements: ElementMark[] = input.elements === undefined ? storedElements : marksOf(coreElements, input.elements);

  const texts = Object.fromEntries(evaluationTexts.map((name) => [name, input[name] ?? ''])) as Record<
    (typeof evaluationTexts)[number],
    string
  >;
  const saved =
    evaluation ??
    em.create(
      Evaluation,
      {
        id: randomUUID(),
        projectId: project.projectId,
        status: 'draft',
        recommendation: null,
        submittedById: null,
        submittedAt: null,
        approvedById: null,
        frozenAt: null,
        frozen: null,
        contentHash: null,
      },
      { persist: true },
    );
  const changed: string[] = evaluationTexts.filter((name) => (evaluation?.[name] ?? '') !== texts[name]);
  if ((evaluation?.recommendation ?? null) !== input.recommendation) changed.push('recommendation');
  if (!isDeepStrictEqual(elements, storedElements)) changed.push('elements');
  if (evaluation) {
    const stored = await outcomesOf(reader(em), evaluation.id);
    await countUp(evaluation, input.baseVersion, () => {
      const { recommendation, version } = evaluation;
      return {
        ...Object.fromEntries(evaluationTexts.map((name) => [name, evaluation[name]])),
        recommendation,
        elements: storedElements,
        outcomes: stored.map(({ goalId, attainment, comment }) => ({ goalId, attainment, comment })),
        version,
      };
    });
  }
  Object.assign(saved, texts, { recommendation: input.recommendation, elements });
  await em.flush();
  await replaceOutcomes(
    ctx,
    saved.id,
    goals,
    input.outcomes.map((outcome) => ({ ...outcome, comment: outcome.comment ?? '' })),
  );
  audit.leave({
    action: 'setEvaluation',
    subjectKind: 'evaluation',
    subjectId: saved.id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed,
  });
  return { version: saved.version, savedAt: clock.now().toISOString() };
}

/** The project's evaluation, locked with its project so that two first savings cannot both begin one; refuses while the project has not ended. */
export async function lockEvaluation({
  em,
  project,
}: CommandContext & { project: ProjectPlace }): Promise<Evaluation | null> {
  const { status } = await em.findOneOrFail(
    Project,
    { id: project.projectId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const evaluation = await em.findOne(
    Evaluation,
    { projectId: project.projectId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (evaluation?.status === 'approved') throw evaluationProblems.frozen();
  if (!evaluableStatuses.includes(status)) throw evaluationProblems.notEvaluable(status);
  return evaluation;
}

/** Keeps exactly these judgements, each with the level its readings have now. */
export async function replaceOutcomes(
  { em }: CommandContext,
  evaluationId: string,
  goals: GoalFacts,
  outcomes: readonly { goalId: string; attainment: (typeof GoalOutcome.prototype)['attainment']; comment: string }[],
): Promise<void> {
  await em.nativeDelete(GoalOutcome, { evaluationId });
  const evaluated = evaluatedGoals(goals, outcomes, estimators);
  for (const { goalId, attainment, comment } of outcomes)
    em.create(
      GoalOutcome,
      {
        id: randomUUID(),
        evaluationId,
        goalId,
        attainment,
        // 0 stands for "never measured", which is below the ladder.
        evidenceLevel: evaluated.find((goal) => goal.id === goalId)?.level ?? 0,
        comment,
      },
      { persist: true },
    );
  await em.flush();
}
