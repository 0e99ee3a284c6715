import { randomUUID } from 'node:crypto';
import { contentHashOf } from '@forspring/database/evaluation/content-hash';
import type { Evaluation } from '@forspring/database/evaluation/evaluation.entity';
import { LearningCard } from '@forspring/database/learning/learning-card.entity';
import { Project } from '@forspring/database/projects/project.entity';
import { ProjectStep } from '@forspring/database/projects/project-step.entity';
import { reader } from '@forspring/database/reader';
import { disposeProject } from '@forspring/database/trust/dispose-project';
import { evaluationProblems } from '@forspring/domain/evaluation/evaluation.problems';
import { mayMoveEvaluation } from '@forspring/domain/evaluation/evaluation.rules';
import { learningCardOf } from '@forspring/domain/learning/learning-card';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { projectProblems } from '@forspring/domain/projects/project.problems';
import { findMove } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { readThresholds } from '../../kernel/gate-thresholds.ts';
import { countUp } from '../../kernel/stale.ts';
import { freezeFromData } from './frozen-basis.ts';
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
  // What the figures rest on is frozen: single evenings and cards go in the same transaction, where there is a basis for it.
  await disposeProject(reader(em), project.projectId, { now: at, today: clock.today() });
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
  const { em, actor, project } = ctx;
  const [thresholds, submitter] = await Promise.all([
    readThresholds(em),
    reader(em)
      .selectFrom('appUser')
      .where('id', '=', evaluation.submittedById ?? '')
      .select('name')
      .executeTakeFirst(),
  ]);
  const { frozen, present } = await freezeFromData(ctx, evaluation, {
    status: project.status,
    thresholds: thresholds(project.municipalityId),
    submittedBy: submitter?.name ?? '',
    submittedAt: evaluation.submittedAt ?? at,
    approvedBy: actor.name,
    approvedAt: at,
    surveyIds: null,
  });
  const card = learningCardOf({
    project: present.place,
    evaluation: { ...textsOf(evaluation), recommendation: evaluation.recommendation ?? null },
    levels: present.goals.map((goal) => goal.level),
    figures: present.figures,
    publishedAt: at,
  });
  return { frozen, card };
}
