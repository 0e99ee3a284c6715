import { createHash } from 'node:crypto';
import type { NewRow, Reader } from '@forspring/database/tables';
import { canonicalJson } from '@forspring/domain/evaluation/canonical';
import { claimLevel } from '@forspring/domain/evaluation/claim';
import { proposeAttainment } from '@forspring/domain/evaluation/evaluation.rules';
import { learningCardOf } from '@forspring/domain/learning/learning-card';
import { addDays } from '@forspring/domain/measures/day';
import type { FigureName } from '@forspring/domain/participation/figures';
import type { EvaluationText } from '../editions/edition.ts';
import { indicatorCards } from '../indicators.ts';
import { storyId } from '../story-id.ts';
import type { StoryRows } from '../story-rows.ts';
import type { ToldGoal } from './tell-goals.ts';
import { personId } from './tell-people.ts';
import { districtId, municipalityId } from './tell-places.ts';
import type { Telling } from './telling.ts';

/** A project as told so far, ready to be evaluated. */
export interface ToldProject {
  telling: Telling;
  goals: readonly ToldGoal[];
}

type Figures = Record<FigureName, number>;

/**
 * Adds evaluations (frozen where the committee approved them, else waiting for it) and the learning cards of evaluated
 * and stopped projects. Reads the kept figures, which must be in the database by then.
 */
export async function tellEvaluations(db: Reader, rows: StoryRows, told: readonly ToldProject[]): Promise<void> {
  const over = told.filter(({ telling }) => ['closed', 'stopped', 'evaluated'].includes(telling.status));
  const figures = await db
    .selectFrom('projectFigures')
    .where(
      'projectId',
      'in',
      over.map(({ telling }) => telling.projectId),
    )
    .selectAll()
    .execute();
  for (const { projectId, ...own } of figures) {
    const project = over.find(({ telling }) => telling.projectId === projectId);
    const text = project?.telling.edition.evaluation;
    if (!project || !text) continue;
    tellEvaluation(rows, project, text, own);
    if (project.telling.status !== 'closed') tellLearningCard(rows, project, text, own);
  }
}

/** The texts as an evaluation has them. */
function textsOf({ found, recommendationReason, ...text }: EvaluationText): Omit<EvaluationText, 'found'> {
  return { ...text, recommendationReason: `${found} ${recommendationReason}` };
}

function tellEvaluation(
  rows: StoryRows,
  { telling, goals }: ToldProject,
  text: EvaluationText,
  figures: Figures,
): void {
  const { edition, name, projectId, year, recordedUntil, days, recipe } = telling;
  const id = storyId(`evaluation/${name}`);
  const isFrozen = telling.status === 'evaluated';
  const texts = textsOf(text);
  const outcomes = goals.map((goal) => ({
    goalId: goal.id,
    attainment: attainmentOf(goal),
    evidenceLevel: levelOf(goal),
  }));
  const submittedOn = isFrozen ? `${year + 1}-02-03` : addDays(recordedUntil, 40);
  const frozenAt = isFrozen ? days.at(days.passed(`${year + 1}-02-20`, 1), 690) : null;
  const frozen = isFrozen
    ? {
        projectId,
        title: edition.title ?? recipe.title,
        year,
        tier: recipe.tier,
        figures,
        goals: goals.map(snapshotOf),
        outcomes,
        ...texts,
      }
    : null;
  rows.add('evaluation', {
    id,
    projectId,
    status: isFrozen ? 'approved' : 'submitted',
    ...texts,
    returnComment: '',
    submittedById: personId(edition.owner),
    submittedAt: days.at(days.passed(submittedOn, 3), 700),
    approvedById: isFrozen ? personId(edition.decidedBy) : null,
    frozenAt,
    frozen: frozen && JSON.stringify(frozen),
    contentHash: frozen && createHash('sha256').update(canonicalJson(frozen)).digest('hex'),
  });
  for (const { goalId, attainment, evidenceLevel } of outcomes)
    rows.add('goalOutcome', {
      id: storyId(`goal-outcome/${goalId}`),
      evaluationId: id,
      goalId,
      attainment,
      evidenceLevel: evidenceLevel ?? 1,
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

function snapshotOf({ title, indicator, baseline, target, value, baseCount }: ToldGoal): object {
  const card = indicatorCards[indicator];
  return {
    title,
    indicator: { key: indicator, version: 'version' in card ? card.version : 1 },
    baseline,
    target,
    value,
    baseCount,
  };
}

function attainmentOf({ indicator, baseline, target, value }: ToldGoal) {
  const { direction } = indicatorCards[indicator];
  return proposeAttainment({ direction, baselineValue: baseline, targetValue: target, latestValue: value });
}

function levelOf({ baseline, value }: ToldGoal) {
  const reading = (one: number | null) => (one === null ? null : { on: null, value: one, missing: null });
  return claimLevel({ baseline: reading(baseline), latest: reading(value) });
}

/** The card as approving or stopping a project writes it. */
function tellLearningCard(
  rows: StoryRows,
  { telling, goals }: ToldProject,
  text: EvaluationText,
  figures: Figures,
): void {
  const { edition, recipe, projectId, year, status, days, recordedUntil } = telling;
  const isStopped = status === 'stopped';
  const { challenge, targetGroup, activities, summary, tier, themes, minAge, maxAge } = recipe;
  const card = learningCardOf({
    project: {
      id: projectId,
      municipalityId: municipalityId(edition.municipality),
      districtId: edition.district && districtId(edition.district),
      title: edition.title ?? recipe.title,
      year,
      status,
      tier,
      themes,
      minAge,
      maxAge,
      summary,
      challenge,
      targetGroup,
      activities,
      stopReason: edition.stop?.reason ?? '',
    },
    evaluation: isStopped ? null : textsOf(text),
    levels: isStopped ? [] : goals.map(levelOf),
    figures,
    publishedAt: isStopped ? days.at(recordedUntil, 690) : days.at(days.passed(`${year + 1}-02-20`, 1), 690),
  });
  // The search vector is made by the database and cannot be given.
  rows.add('learningCard', card as NewRow<'learningCard'>);
}
