import type { Evaluation } from '@forspring/database/evaluation/evaluation.entity';
import { budgetOf } from '@forspring/database/evaluation/evaluation-facts';
import { reader } from '@forspring/database/reader';
import { freezeEvaluation, inFormOf } from '@forspring/domain/evaluation/freeze-evaluation';
import type { FrozenEvaluation } from '@forspring/domain/evaluation/frozen-evaluation';
import { qualityChecks } from '@forspring/domain/evaluation/quality.rules';
import type { Thresholds } from '@forspring/domain/measures/thresholds';
import type { ProjectPlace, ProjectStatus } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { presentOf, textsOf } from './show-evaluation.ts';
import { surveysToFreeze } from './frozen-surveys.ts';
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
  /** The surveys that were frozen then; null to take all that are closed. */
  surveyIds: readonly string[] | null;
}

type Written = Pick<Evaluation, 'id' | 'recommendation' | 'elements'> & Parameters<typeof textsOf>[0];

/** The frozen form of an evaluation from the data as they are now, read as of the day of the approval. */
export async function freezeFromData(ctx: Asked, evaluation: Written, approval: Approval) {
  const { status, thresholds, surveyIds, ...by } = approval;
  const { projectId, tier } = ctx.project;
  const db = reader(ctx.em);
  const [present, budget, surveys] = await Promise.all([
    presentOf(ctx, evaluation, approval.approvedAt),
    budgetOf(db, projectId),
    surveysToFreeze(db, { projectId, tier, thresholds, surveyIds }),
  ]);
  const { place, figures, readings, process, goals, elements, pulse } = present;
  const texts = textsOf(evaluation);
  const recommendation = evaluation.recommendation ?? null;
  const frozen = freezeEvaluation({
    ...by,
    project: { ...place, status },
    texts,
    recommendation,
    figures,
    process,
    goals,
    changes: readings.changes,
    budget,
    elements,
    pulse,
    quality: qualityChecks({ plan: place, goals, process, reach: process.reach, texts, recommendation }),
    surveys,
    thresholds,
    withheld: withheldFrom({ tier: place.tier, process, goals, pulse, thresholds }),
  });
  return { frozen, present };
}

/** The frozen form built again from the data that are kept, under the terms of its approval and with the parts it had. */
export async function freezeAgain(ctx: Asked, evaluation: Written, frozen: FrozenEvaluation) {
  const again = await freezeFromData(ctx, evaluation, {
    status: frozen.project.status,
    thresholds: frozen.suppression as unknown as Thresholds,
    submittedBy: frozen.submittedBy,
    submittedAt: new Date(frozen.submittedAt),
    approvedBy: frozen.approvedBy,
    approvedAt: new Date(frozen.approvedAt),
    surveyIds: (frozen.surveys ?? []).map(({ id }) => id),
  });
  // A place that has got another name is the same place: it stands as it was called then.
  const { municipality, district, body } = frozen.project;
  const project = { ...again.frozen.project, municipality, district, body };
  return inFormOf({ ...again.frozen, project }, frozen);
}
