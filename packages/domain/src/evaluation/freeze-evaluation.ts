import type { FigureName } from '../participation/figures.ts';
import type { Thresholds } from '../measures/thresholds.ts';
import type { EvaluationText, ProcessFigures, Recommendation } from './evaluation.ts';
import { changesOf, type GoalFacts } from './evaluated-goals.ts';
import {
  definitionVersions,
  type FrozenBudget,
  type FrozenEvaluation,
  type FrozenGoal,
  type FrozenProject,
  frozenEvaluation,
  type WithheldNames,
} from './frozen-evaluation.ts';

/** All that an evaluation rests on at the moment it is approved. Records may hold more than is kept. */
export interface EvaluationBasis {
  project: FrozenProject;
  texts: Record<EvaluationText, string>;
  recommendation: Recommendation | null;
  figures: Record<FigureName, number>;
  process: ProcessFigures;
  goals: readonly FrozenGoal[];
  changes: GoalFacts['changes'];
  budget: FrozenBudget;
  thresholds: Thresholds;
  /** What each audience was not shown under those thresholds. */
  withheld: WithheldNames;
  submittedBy: string;
  submittedAt: Date;
  approvedBy: string;
  approvedAt: Date;
}

/** The one form in which an evaluation is frozen, ready to be hashed. Throws a ZodError for an evaluation without a recommendation. */
export function freezeEvaluation(basis: EvaluationBasis): FrozenEvaluation {
  const { project, texts, changes, thresholds, submittedAt, approvedAt, ...rest } = basis;
  // The schema keeps what belongs to the frozen form and leaves the rest of each record out.
  return frozenEvaluation.parse({
    ...rest,
    ...texts,
    format: 1,
    project,
    projectLockedChanges: changesOf(changes, 'project', project.id),
    suppression: { ...thresholds },
    dataVersion: { readAt: approvedAt.toISOString(), ...definitionVersions },
    submittedAt: submittedAt.toISOString(),
    approvedAt: approvedAt.toISOString(),
  });
}
