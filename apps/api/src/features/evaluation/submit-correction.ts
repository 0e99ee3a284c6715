import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { reader } from '@forspring/database/reader';
import { CorrectionReceiver } from '@forspring/database/evaluation/correction-receiver.entity';
import { EvaluationCorrection } from '@forspring/database/evaluation/evaluation-correction.entity';
import type { EntityManager } from '@forspring/database/open-database';
import { claimsEffect } from '@forspring/domain/measures/effect-claims';
import type { ReceiverKind } from '@forspring/domain/evaluation/correction';
import { evaluationProblems } from '@forspring/domain/evaluation/evaluation.problems';
import { commonProblems } from '@forspring/domain/measures/problem';
import { placesOf } from '@forspring/domain/people/actor';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { countUp } from '../../kernel/stale.ts';
import { receiversOf } from './correction.store.ts';
import { presentDifferences } from './show-corrections.ts';

type Context = CommandContext & { project: ProjectPlace };
interface Input {
  correctionId: string;
  baseVersion: number;
  text: string;
}

/** The project a correction's evaluation is of; null when there is no such correction. */
export async function projectOfCorrection(em: EntityManager, correctionId: string): Promise<string | null> {
  const row = await reader(em)
    .selectFrom('evaluationCorrection')
    .innerJoin('evaluation', 'evaluation.id', 'evaluationCorrection.evaluationId')
    .where('evaluationCorrection.id', '=', correctionId)
    .select('evaluation.projectId')
    .executeTakeFirst();
  return row?.projectId ?? null;
}

/** Sends a completed correction to everybody who received the evaluation, with what differs at this moment. */
export async function submitCorrection(
  ctx: Context,
  input: Input,
): Promise<{ version: number; receiverCount: number }> {
  const { em, project } = ctx;
  if (claimsEffect(input.text)) throw evaluationProblems.correctionClaims();
  const correction = await getDraft(ctx, input);
  const [differences, receivers] = await Promise.all([
    presentDifferences(ctx),
    receiversOf(em, correction.evaluationId),
  ]);
  finish(ctx, correction, { status: 'sent', text: input.text, differences });
  await em.flush();
  for (const { kind, placeId } of receivers)
    em.create(
      CorrectionReceiver,
      { id: randomUUID(), correctionId: correction.id, kind, placeId, seenById: null, seenAt: null },
      { persist: true },
    );
  await em.flush();
  ctx.audit.leave({
    action: 'submitCorrection',
    subjectKind: 'evaluationCorrection',
    subjectId: correction.id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['status'],
  });
  return { version: correction.version, receiverCount: receivers.length };
}

/** Puts a draft aside, with the reason: nothing that anybody received has changed. */
export async function rejectCorrection(ctx: Context, input: Input): Promise<{ version: number }> {
  const { em, project } = ctx;
  const correction = await getDraft(ctx, input);
  finish(ctx, correction, { status: 'dropped', text: input.text, differences: await presentDifferences(ctx) });
  await em.flush();
  ctx.audit.leave({
    action: 'rejectCorrection',
    subjectKind: 'evaluationCorrection',
    subjectId: correction.id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['status'],
  });
  return { version: correction.version };
}

/** Says that a correction has been read, for the body, grant, project or person it went to. */
export async function markCorrectionRead(ctx: CommandContext, { correctionId }: { correctionId: string }) {
  const { em, actor, clock, audit } = ctx;
  const own: Record<ReceiverKind, readonly string[]> = {
    body: placesOf(actor, 'committeeMember'),
    funder: placesOf(actor, 'funder'),
    repeat: placesOf(actor, 'owner'),
    reader: [actor.userId],
  };
  const receivers = (await em.find(CorrectionReceiver, { correctionId })).filter(({ kind, placeId }) =>
    own[kind].includes(placeId),
  );
  if (receivers.length === 0) throw commonProblems.missing();
  const unread = receivers.filter(({ seenAt }) => !seenAt);
  for (const receiver of unread) Object.assign(receiver, { seenById: actor.userId, seenAt: clock.now() });
  await em.flush();
  if (unread.length === 0) audit.leaveNothing();
  else audit.leave({ action: 'markCorrectionRead', subjectKind: 'evaluationCorrection', subjectId: correctionId });
  return { id: correctionId };
}

async function getDraft({ em }: Context, { correctionId, baseVersion }: Input): Promise<EvaluationCorrection> {
  const correction = await em.findOne(
    EvaluationCorrection,
    { id: correctionId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!correction) throw commonProblems.missing();
  if (correction.status !== 'draft') throw evaluationProblems.correctionDone();
  await countUp(correction, baseVersion, () => ({ text: correction.text, version: correction.version }));
  return correction;
}

function finish(
  { actor, clock }: Context,
  correction: EvaluationCorrection,
  done: Pick<EvaluationCorrection, 'status' | 'text' | 'differences'>,
): void {
  Object.assign(correction, done, { doneById: actor.userId, doneAt: clock.now() });
}
