import { contentHashOf } from '@forspring/database/evaluation/content-hash';
import { evaluationProblems } from '@forspring/domain/evaluation/evaluation.problems';
import type { ShownRecomputation, ShownVerification } from '@forspring/domain/evaluation/evaluation';
import { differencesOf, partOf } from '@forspring/domain/evaluation/frozen-difference';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { findEvaluation } from './evaluation.store.ts';
import { freezeAgain } from './frozen-basis.ts';
import { frozenOf } from './show-evaluation.ts';

/** Computes the hash of the frozen content anew and says whether it is the one it was frozen with. */
export async function verifyEvaluation({
  em,
  project,
}: SignedInContext & { project: ProjectPlace }): Promise<ShownVerification> {
  const row = await findEvaluation(em, project.projectId);
  if (row?.status !== 'approved' || row.frozenAt === null) throw evaluationProblems.notFrozen();
  const computedHash = contentHashOf(row.frozen);
  const contentHash = row.contentHash ?? '';
  return {
    isUnchanged: computedHash === contentHash,
    frozenAt: new Date(row.frozenAt).toISOString(),
    contentHash,
    computedHash,
  };
}

/** Builds an approved evaluation again from the kept data, under the terms of its approval, and says where it differs. */
export async function recomputeEvaluation(
  ctx: SignedInContext & { project: ProjectPlace },
): Promise<ShownRecomputation> {
  const row = await findEvaluation(ctx.em, ctx.project.projectId);
  const frozen = frozenOf(row);
  if (row === null || frozen === null) throw evaluationProblems.notFrozen();
  const again = await freezeAgain(ctx, row, frozen);
  const computedHash = contentHashOf(again);
  const contentHash = row.contentHash ?? '';
  const parts = Map.groupBy(differencesOf(frozen, again), ({ path }) => partOf(path));
  return {
    isSame: computedHash === contentHash,
    contentHash,
    computedHash,
    differences: [...parts].map(([part, all]) => ({ part, count: all.length })),
  };
}
