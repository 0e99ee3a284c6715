import type { FigureName } from '../participation/figures.ts';
import type { PulseSum } from '../participation/kiosk.ts';
import type { Thresholds } from '../measures/thresholds.ts';
import type { EvaluationText, ProcessFigures, Recommendation } from './evaluation.ts';
import { changesOf, type GoalFacts } from './evaluated-goals.ts';
import type { EvaluatedElement } from './fidelity.ts';
import {
  definitionVersions,
  type FrozenBudget,
  type FrozenEvaluation,
  type FrozenGoal,
  type FrozenProject,
  type FrozenSurvey,
  frozenEvaluation,
  type WithheldNames,
  laterParts,
} from './frozen-evaluation.ts';
import type { QualityCheck } from './quality.ts';

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
  elements: readonly EvaluatedElement[];
  /** Answers at the door; empty where no evening had enough of them. */
  pulse: readonly PulseSum[];
  /** The quality check as the project's own people see it. */
  quality: readonly QualityCheck[];
  /** Surveys that were closed when it was approved. */
  surveys: readonly FrozenSurvey[];
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

/** A frozen form with only the parts an older one has, so that the two are compared by what both kept. */
export function inFormOf(again: FrozenEvaluation, older: FrozenEvaluation): FrozenEvaluation {
  const same = { ...again };
  for (const part of laterParts) if (older[part] === undefined) delete same[part];
  // Nor does the list of what was withheld name anything of a part that was not kept.
  if (same.withheld !== undefined && older.pulse === undefined)
    same.withheld = Object.fromEntries(
      Object.entries(same.withheld).map(([audience, names]) => [
        audience,
        names.filter((name) => !name.startsWith('pulse.')),
      ]),
    );
  return same;
}
