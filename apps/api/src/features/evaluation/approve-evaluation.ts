import { randomUUID } from 'node:crypto';
import type { Evaluation } from '@forspring/database/evaluation/evaluation.entity';
import { LearningCard } from '@forspring/database/learning/learning-card.entity';
import { Project } from '@forspring/database/projects/project.entity';
import { ProjectStep } from '@forspring/database/projects/project-step.entity';
import { reader } from '@forspring/database/reader';
import { evaluationProblems } from '@forspring/domain/evaluation/evaluation.problems';
import { mayMoveEvaluation } from '@forspring/domain/evaluation/evaluation.rules';
import { definitionVersions, frozenEvaluation } from '@forspring/domain/evaluation/frozen-evaluation';
import { learningCardOf } from '@forspring/domain/learning/learning-card';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { projectProblems } from '@forspring/domain/projects/project.problems';
import { findMove } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { thresholdsFrom } from '../../kernel/gate.ts';
import { countUp } from '../../kernel/stale.ts';
import { contentHashOf } from './content-hash.ts';
import { changesOf, evaluatedGoals } from './evaluated-goals.ts';
import { figuresOf, getProject, goalsWithReadings, outcomesOf, processOf } from './evaluation.store.ts';
import { textsOf } from './show-evaluation.ts';
import { lockEvaluation } from './set-evaluation.ts';

/**
 * Approves a submitted evaluation: freezes everything it rests on with a hash, moves the project to evaluated and
 * writes its learning card, all in one transaction. Nobody approves what they submitted.
 */
export async function approveEvaluation(
  ctx: CommandContext & { project: ProjectPlace },
  { baseVersion, comment }: { baseVersion: number; comment: string | null },
): Promise<{ version: number; contentHash: string }> {
  const { em, actor, clock, project, audit } = ctx;
  const evaluation = await lockEvaluation(ctx);
  if (!evaluation || !mayMoveEvaluation(evaluation.status, 'approved')) throw evaluationProblems.notSubmitted();
  if (evaluation.submittedById === actor.userId) throw evaluationProblems.ownSubmission();
  await countUp(evaluation, baseVersion, () => ({
    ...textsOf(evaluation),
    recommendation: evaluation.recommendation,
    version: evaluation.version,
  }));
  const row = await em.findOneOrFail(Project, { id: project.projectId });
  if (!findMove(row.status, 'evaluated')) throw projectProblems.noSuchMove(row.status, 'evaluated');

  const at = clock.now();
  const { frozen, card } = await freeze(ctx, evaluation, at);
  const contentHash = contentHashOf(frozen);
  Object.assign(evaluation, { status: 'approved', approvedById: actor.userId, frozenAt: at, frozen, contentHash });
  em.create(
    ProjectStep,
    {
      id: randomUUID(),
      projectId: project.projectId,
      fromStatus: row.status,
      toStatus: 'evaluated',
      comment: comment ?? '',
      byId: actor.userId,
      at,
    },
    { persist: true },
  );
  Object.assign(row, { status: 'evaluated', updatedAt: at, version: row.version + 1 });
  const known = await em.findOne(LearningCard, { projectId: project.projectId });
  if (known) Object.assign(known, card);
  else em.create(LearningCard, card, { persist: true });
  await em.flush();
  audit.leave({
    action: 'approveEvaluation',
    subjectKind: 'evaluation',
    subjectId: evaluation.id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['status', 'frozen', 'contentHash'],
  });
  return { version: evaluation.version, contentHash };
}

/** What is frozen, and the learning card drawn from it. */
async function freeze(ctx: CommandContext & { project: ProjectPlace }, evaluation: Evaluation, at: Date) {
  const { em, actor, clock, project } = ctx;
  const [place, figures, readings, judgements, submitter] = await Promise.all([
    getProject(em, project.projectId),
    figuresOf(em, project.projectId),
    goalsWithReadings(em, project.projectId),
    outcomesOf(em, evaluation.id),
    reader(em)
      .selectFrom('appUser')
      .where('id', '=', evaluation.submittedById ?? '')
      .select('name')
      .executeTakeFirst(),
  ]);
  const goals = evaluatedGoals(readings, judgements);
  const {
    id,
    title,
    year,
    status,
    track,
    tier,
    tierReason,
    themes,
    minAge,
    maxAge,
    municipality,
    district,
    body,
    startsOn,
    endsOn,
    targetGroup,
    targetGroupCount,
    stopReason,
  } = place;
  const texts = textsOf(evaluation);
  const recommendation = evaluation.recommendation ?? null;
  const frozen = frozenEvaluation.parse({
    format: 1,
    project: {
      id,
      title,
      year,
      status,
      track,
      tier,
      tierReason,
      themes,
      minAge,
      maxAge,
      municipality,
      district,
      body,
      startsOn,
      endsOn,
      targetGroup,
      targetGroupCount,
      stopReason,
    },
    ...texts,
    recommendation,
    figures,
    process: await processOf(em, place, figures, clock.today()),
    goals,
    projectLockedChanges: changesOf(readings.changes, 'project', id),
    suppression: { ...thresholdsFrom() },
    dataVersion: { readAt: at.toISOString(), ...definitionVersions },
    submittedBy: submitter?.name ?? '',
    submittedAt: (evaluation.submittedAt ?? at).toISOString(),
    approvedBy: actor.name,
    approvedAt: at.toISOString(),
  });
  const card = learningCardOf({
    project: place,
    evaluation: { ...texts, recommendation },
    levels: goals.map((goal) => goal.level),
    figures,
    publishedAt: at,
  });
  return { frozen, card };
}
