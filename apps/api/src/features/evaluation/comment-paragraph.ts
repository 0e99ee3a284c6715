import { LockMode } from '@mikro-orm/core';
import { EvaluationComment } from '@forspring/database/evaluation/evaluation-comment.entity';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { evaluationProblems } from '@forspring/domain/evaluation/evaluation.problems';
import { isParagraph, isWritable } from '@forspring/domain/evaluation/evaluation.rules';
import type { ParagraphCommentInput, SettleCommentInput } from '@forspring/domain/evaluation/paragraph';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { lockEvaluation } from './set-evaluation.ts';

type Context = CommandContext & { project: ProjectPlace };

/** Puts a comment beside one paragraph of a submitted evaluation. What it says goes to the owner when the evaluation is returned. */
export async function addComment(
  ctx: Context,
  { id, paragraph, text }: ParagraphCommentInput,
): Promise<{ id: string }> {
  const { em, actor, clock, project } = ctx;
  const evaluation = await lockEvaluation(ctx);
  if (evaluation?.status !== 'submitted') throw evaluationProblems.notSubmitted();
  if (evaluation.submittedById === actor.userId) throw evaluationProblems.ownSubmission();
  const goals = await reader(em).selectFrom('goal').where('projectId', '=', project.projectId).select('id').execute();
  const goalIds = goals.map((goal) => goal.id);
  if (!isParagraph(paragraph, goalIds)) throw evaluationProblems.unknownParagraph();
  if (await em.findOne(EvaluationComment, { id })) throw commonProblems.commandReused();
  em.create(
    EvaluationComment,
    {
      id,
      evaluationId: evaluation.id,
      paragraph,
      text,
      byId: actor.userId,
      at: clock.now(),
      settledById: null,
      settledAt: null,
    },
    { persist: true },
  );
  await em.flush();
  leave(ctx, 'addEvaluationComment', id);
  return { id };
}

/** Takes back a comment its writer no longer means, while the evaluation still lies with the body. */
export async function removeComment(ctx: Context, { commentId }: { commentId: string }): Promise<{ id: string }> {
  const { em, actor } = ctx;
  const evaluation = await lockEvaluation(ctx);
  if (evaluation?.status !== 'submitted') throw evaluationProblems.notSubmitted();
  const comment = await getComment(em, commentId);
  if (comment.byId !== actor.userId) throw commonProblems.refused();
  em.remove(comment);
  await em.flush();
  leave(ctx, 'removeEvaluationComment', commentId);
  return { id: commentId };
}

/** The owner settles a comment, with an answer or without, or opens it again while writing. */
export async function settleComment(
  ctx: Context,
  { commentId, isSettled, answer }: SettleCommentInput,
): Promise<{ id: string }> {
  const { em, actor, clock } = ctx;
  const evaluation = await lockEvaluation(ctx);
  if (!evaluation || !isWritable(evaluation.status)) throw evaluationProblems.underReview();
  const comment = await getComment(em, commentId);
  Object.assign(comment, {
    answer: answer ?? '',
    settledById: isSettled ? actor.userId : null,
    settledAt: isSettled ? clock.now() : null,
  });
  await em.flush();
  leave(ctx, 'settleEvaluationComment', commentId);
  return { id: commentId };
}

/** The project a comment lies in; null when there is no such comment. */
export async function projectOfComment(em: EntityManager, commentId: string): Promise<string | null> {
  const row = await reader(em)
    .selectFrom('evaluationComment')
    .innerJoin('evaluation', 'evaluation.id', 'evaluationComment.evaluationId')
    .where('evaluationComment.id', '=', commentId)
    .select('evaluation.projectId')
    .executeTakeFirst();
  return row?.projectId ?? null;
}

/** Comments of an evaluation, earliest first, with the names of those who wrote and settled them. */
export function commentsOf(em: EntityManager, evaluationId: string) {
  return reader(em)
    .selectFrom('evaluationComment')
    .innerJoin('appUser', 'appUser.id', 'evaluationComment.byId')
    .leftJoin('appUser as settler', 'settler.id', 'evaluationComment.settledById')
    .where('evaluationId', '=', evaluationId)
    .orderBy('evaluationComment.at')
    .orderBy('evaluationComment.id')
    .selectAll('evaluationComment')
    .select(['appUser.name as by', 'settler.name as settledBy'])
    .execute();
}

/** The comments nobody has settled. */
export async function openCommentsOf(em: EntityManager, evaluationId: string) {
  return (await commentsOf(em, evaluationId)).filter((one) => one.settledAt === null);
}

async function getComment(em: EntityManager, id: string): Promise<EvaluationComment> {
  const comment = await em.findOne(EvaluationComment, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!comment) throw commonProblems.missing();
  return comment;
}

function leave({ audit, project }: Context, action: string, subjectId: string): void {
  audit.leave({
    action,
    subjectKind: 'evaluationComment',
    subjectId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
}
