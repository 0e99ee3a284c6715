import { contentHashOf } from '@forspring/database/evaluation/content-hash';
import { evaluationProblems } from '@forspring/domain/evaluation/evaluation.problems';
import type { ShownVerification } from '@forspring/domain/evaluation/evaluation';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { findEvaluation } from './evaluation.store.ts';

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
