import type { Evaluation } from '@forspring/database/evaluation/evaluation.entity';
import { budgetOf } from '@forspring/database/evaluation/evaluation-facts';
import { reader } from '@forspring/database/reader';
import { freezeEvaluation } from '@forspring/domain/evaluation/freeze-evaluation';
import type { FrozenEvaluation } from '@forspring/domain/evaluation/frozen-evaluation';
import { dayOf } from '@forspring/domain/measures/day';
import type { Thresholds } from '@forspring/domain/measures/thresholds';
import type { ProjectPlace, ProjectStatus } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { presentOf, textsOf } from './show-evaluation.ts';
import { withheldFrom } from './withheld-numbers.ts';

type Asked = SignedInContext & { project: ProjectPlace };

/** What an approval decides beside the data: who, when, under which thresholds, and what the project was then. */
interface Approval {
  status: ProjectStatus;
  thresholds: Thresholds;
  submittedBy: string;
  submittedAt: Date;
  approvedBy: string;
  approvedAt: Date;
}

type Written = Pick<Evaluation, 'id' | 'recommendation'> & Parameters<typeof textsOf>[0];

/** The frozen form of an evaluation from the data as they are now, read as of the day of the approval. */
export async function freezeFromData(ctx: Asked, evaluation: Written, approval: Approval) {
  const { status, thresholds, ...by } = approval;
  const [present, budget] = await Promise.all([
    presentOf(ctx, evaluation, dayOf(approval.approvedAt)),
    budgetOf(reader(ctx.em), ctx.project.projectId),
  ]);
  const { place, figures, readings, process, goals } = present;
  const frozen = freezeEvaluation({
    ...by,
    project: { ...place, status },
    texts: textsOf(evaluation),
    recommendation: evaluation.recommendation ?? null,
    figures,
    process,
    goals,
    changes: readings.changes,
    budget,
    thresholds,
    withheld: withheldFrom({ tier: place.tier, process, goals, thresholds }),
  });
  return { frozen, present };
}

/** The frozen form built again from the data that are kept, under the terms of its approval. */
export async function freezeAgain(ctx: Asked, evaluation: Written, frozen: FrozenEvaluation) {
  const again = await freezeFromData(ctx, evaluation, {
    status: frozen.project.status,
    thresholds: frozen.suppression as unknown as Thresholds,
    submittedBy: frozen.submittedBy,
    submittedAt: new Date(frozen.submittedAt),
    approvedBy: frozen.approvedBy,
    approvedAt: new Date(frozen.approvedAt),
  });
  return again.frozen;
}
