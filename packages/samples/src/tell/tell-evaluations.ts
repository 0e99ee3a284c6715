import { contentHashOf } from '@forspring/database/evaluation/content-hash';
import {
  budgetOf,
  figuresOf,
  findEvaluatedProject,
  goalsWithReadings,
  processOf,
} from '@forspring/database/evaluation/evaluation-facts';
import { readElements } from '@forspring/database/participation/counted-element.view';
import { readPulse } from '@forspring/database/participation/counted-pulse.view';
import type { NewRow, Reader } from '@forspring/database/tables';
import { evaluatedGoals } from '@forspring/domain/evaluation/evaluated-goals';
import { qualityChecks } from '@forspring/domain/evaluation/quality.rules';
import { freezeEvaluation } from '@forspring/domain/evaluation/freeze-evaluation';
import { learningCardOf } from '@forspring/domain/learning/learning-card';
import { addDays, dayOf } from '@forspring/domain/measures/day';
import { defaultThresholds, type Thresholds, thresholdsFrom } from '@forspring/domain/measures/thresholds';
import { type ElementMark, evaluatedElements } from '@forspring/domain/evaluation/fidelity';
import type { FrozenGoal, FrozenSurvey, WithheldNames } from '@forspring/domain/evaluation/frozen-evaluation';
import type { ProcessFigures } from '@forspring/domain/evaluation/evaluation';
import type { Tier } from '@forspring/domain/interventions/intervention';
import type { PulseSum } from '@forspring/domain/participation/kiosk';
import * as estimators from '@forspring/statistics/change';
import type { EvaluationText } from '../editions/edition.ts';
import { nameOf } from '../people.ts';
import { storyId } from '../story-id.ts';
import type { StoryRows } from '../story-rows.ts';
import { personId } from './tell-people.ts';
import type { Telling } from './telling.ts';

/** What passes the gate when an evaluation is frozen, handed in because the story knows no gate. */
export interface StoryGate {
  /** What each audience is not shown of it. */
  withheldFrom: (numbers: {
    tier: Tier | null;
    process: ProcessFigures;
    goals: readonly FrozenGoal[];
    pulse: readonly PulseSum[];
    thresholds: Thresholds;
  }) => WithheldNames;
  /** Its closed surveys as each audience may see them. */
  surveysToFreeze: (
    db: Reader,
    terms: { projectId: string; tier: Tier | null; thresholds: Thresholds; surveyIds: null },
  ) => Promise<FrozenSurvey[]>;
}

/** An ended project as it stands in the database. */
type Basis = Awaited<ReturnType<typeof basisOf>>;

/**
 * Adds evaluations (frozen where the committee approved them, else waiting for it) and the learning cards of evaluated
 * and stopped projects. Reads the projects as they are told, with their kept figures, from the database.
 */
export async function tellEvaluations(
  db: Reader,
  rows: StoryRows,
  told: readonly Telling[],
  gate: StoryGate,
): Promise<void> {
  for (const telling of told) {
    const text = telling.edition.evaluation;
    if (!text || !['closed', 'stopped', 'evaluated'].includes(telling.status)) continue;
    const basis = await basisOf(db, telling, text, gate);
    tellEvaluation(rows, telling, text, basis, gate);
    if (telling.status !== 'closed') tellLearningCard(rows, telling, text, basis);
  }
}

/** All that an evaluation of this project rests on, read and judged as the application does it. */
async function basisOf(db: Reader, telling: Telling, text: EvaluationText, { surveysToFreeze }: StoryGate) {
  const { projectId, days } = telling;
  const place = await findEvaluatedProject(db, projectId);
  if (!place) throw new Error(`The story has no project ${projectId}.`);
  const readings = await goalsWithReadings(db, projectId);
  const figures = await figuresOf(db, projectId);
  // What was approved is read as of that day, so that it can be read again.
  const isFrozen = telling.status === 'evaluated';
  const readOn = isFrozen ? dayOf(approvedAtOf(telling)) : days.anchorOn;
  const process = await processOf(db, place, figures, readOn);
  const budget = await budgetOf(db, projectId);
  const thresholds = thresholdsFrom(defaultThresholds);
  return {
    place,
    readings,
    figures,
    process,
    budget,
    thresholds,
    goals: evaluatedGoals(readings, [], estimators),
    elements: evaluatedElements(
      place.coreElements ?? [],
      marksIn(text, place.coreElements ?? []),
      await readElements(db, projectId),
    ),
    pulse: isFrozen ? await readPulse(db, projectId, approvedAtOf(telling)) : [],
    surveys: isFrozen ? await surveysToFreeze(db, { projectId, tier: place.tier, thresholds, surveyIds: null }) : [],
  };
}

/** The owner's marks: as the edition tells them, else everything was done as described. */
function marksIn({ elements }: EvaluationText, coreElements: readonly string[]): ElementMark[] {
  return coreElements.map((element, place) => ({ element, mark: elements?.[place] ?? 'asDescribed' }));
}

/** The recommendation and the texts as an evaluation has them. */
function textsOf(text: EvaluationText) {
  const { worked, didNotWork, forWhom, adaptations, costText, preconditions, recommendation } = text;
  const recommendationReason = `${text.found} ${text.recommendationReason}`;
  return { worked, didNotWork, forWhom, adaptations, costText, preconditions, recommendation, recommendationReason };
}

function tellEvaluation(
  rows: StoryRows,
  telling: Telling,
  text: EvaluationText,
  basis: Basis,
  { withheldFrom }: StoryGate,
): void {
  const { edition, name, projectId, year, recordedUntil, days } = telling;
  const { place, readings, figures, process, goals, budget, elements, pulse, surveys, thresholds } = basis;
  const id = storyId(`evaluation/${name}`);
  const isFrozen = telling.status === 'evaluated';
  const texts = textsOf(text);
  const submittedAt = days.at(days.passed(isFrozen ? `${year + 1}-02-03` : addDays(recordedUntil, 40), 3), 700);
  const approvedAt = approvedAtOf(telling);
  const frozen = isFrozen
    ? freezeEvaluation({
        // What is frozen is the closed project the committee read; approving it is what makes it evaluated.
        project: { ...place, status: 'closed' },
        texts,
        recommendation: texts.recommendation,
        figures,
        process,
        goals,
        changes: readings.changes,
        budget,
        elements,
        pulse,
        quality: qualityChecks({
          plan: place,
          goals,
          process,
          reach: process.reach,
          texts,
          recommendation: texts.recommendation,
        }),
        surveys,
        thresholds,
        withheld: withheldFrom({ tier: place.tier, process, goals, pulse, thresholds }),
        submittedBy: nameOf(edition.owner),
        submittedAt,
        approvedBy: nameOf(edition.decidedBy),
        approvedAt,
      })
    : null;
  rows.add('evaluation', {
    id,
    projectId,
    status: isFrozen ? 'approved' : 'submitted',
    ...texts,
    elements: elements.map(({ element, mark }) => ({ element, mark })),
    returnComment: '',
    submittedById: personId(edition.owner),
    submittedAt,
    approvedById: isFrozen ? personId(edition.decidedBy) : null,
    frozenAt: isFrozen ? approvedAt : null,
    frozen: frozen && JSON.stringify(frozen),
    contentHash: frozen && contentHashOf(frozen),
  });
  for (const goal of goals)
    rows.add('goalOutcome', {
      id: storyId(`goal-outcome/${goal.id}`),
      evaluationId: id,
      goalId: goal.id,
      attainment: goal.attainment,
      evidenceLevel: goal.level ?? 0,
      comment: '',
    });
  if (name === `de-unges-hus-${days.year - 1}`)
    rows.add('evaluationNote', {
      id: storyId(`evaluation-note/${name}`),
      evaluationId: id,
      byId: personId(edition.owner),
      at: days.at(days.passed(`${days.year}-03-12`, 1), 800),
      text: 'En naboklage i december var talt med to gange hos boligorganisationen. Det rigtige tal er fem.',
    });
}

function approvedAtOf({ year, days }: Telling): Date {
  return days.at(days.passed(`${year + 1}-02-20`, 1), 690);
}

/** The card as approving or stopping a project writes it. */
function tellLearningCard(
  rows: StoryRows,
  telling: Telling,
  text: EvaluationText,
  { place, goals, figures }: Basis,
): void {
  const isStopped = telling.status === 'stopped';
  const card = learningCardOf({
    project: place,
    evaluation: isStopped ? null : textsOf(text),
    levels: isStopped ? [] : goals.map((goal) => goal.level),
    figures,
    publishedAt: isStopped ? telling.days.at(telling.recordedUntil, 690) : approvedAtOf(telling),
  });
  // The search vector is made by the database and cannot be given.
  rows.add('learningCard', card as NewRow<'learningCard'>);
}
