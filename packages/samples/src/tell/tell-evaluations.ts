import { createHash } from 'node:crypto';
import type { NewRow, Reader, Tables } from '@forspring/database/tables';
import { canonicalJson } from '@forspring/domain/evaluation/canonical';
import type { Attainment } from '@forspring/domain/evaluation/evaluation';
import { addDays } from '@forspring/domain/measures/day';
import { danishSortKey } from '@forspring/domain/measures/sort';
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

type Figures = Omit<Selected<Tables['projectFigures']>, 'projectId'>;
type Selected<Table> = { [Name in keyof Table]: number };

/** Adds evaluations (frozen where the committee approved them) and the learning cards of evaluated and stopped projects. */
export async function tellEvaluations(db: Reader, rows: StoryRows, told: readonly ToldProject[]): Promise<void> {
  const concluded = told.filter(({ telling }) => telling.status === 'evaluated' || telling.edition.stop || isSubmitted(telling));
  const figures = await db.selectFrom('projectFigures').where('projectId', 'in', concluded.map(({ telling }) => telling.projectId)).selectAll().execute();
  for (const project of concluded) {
    const { projectId, ...own } = figures.find((row) => row.projectId === project.telling.projectId)!;
    if (!project.telling.edition.stop) tellEvaluation(rows, project, own as Figures);
    if (!isSubmitted(project.telling)) tellLearningCard(rows, project, own as Figures);
  }
}

function isSubmitted({ status, edition }: Telling): boolean {
  return status === 'closed' && edition.evaluationStatus === 'submitted';
}

function tellEvaluation(rows: StoryRows, project: ToldProject, figures: Figures): void {
  const { telling, goals } = project;
  const { edition, name, projectId, year, endsOn, days } = telling;
  const text = edition.evaluation!;
  const id = storyId(`evaluation/${name}`);
  const isFrozen = telling.status === 'evaluated';
  const outcomes = goals.map((goal) => ({ goal, attainment: attainmentOf(goal), evidenceLevel: evidenceLevelOf(goal) }));
  const submittedAt = days.at(isFrozen ? days.passed(`${year + 1}-02-03`, 3) : days.passed(addDays(endsOn, 40), 3), 700);
  const frozenAt = isFrozen ? days.at(days.passed(`${year + 1}-02-20`, 1), 690) : null;
  const { summary, ...written } = text;
  const frozen = isFrozen ? { snapshotVersion: 1, projectId, title: edition.title ?? telling.recipe.title, year, tier: telling.recipe.tier, figures, goals: outcomes.map(snapshotOf), texts: { summary, ...written } } : null;
  rows.add('evaluation', {
    id, projectId, status: isFrozen ? 'approved' : 'submitted', ...written, returnComment: '',
    submittedById: personId(edition.owner), submittedAt, approvedById: isFrozen ? personId(edition.decidedBy) : null, frozenAt,
    frozen: (frozen && JSON.stringify(frozen)) as never,
    contentHash: frozen && createHash('sha256').update(canonicalJson(frozen)).digest('hex'),
  });
  for (const { goal, attainment, evidenceLevel } of outcomes)
    rows.add('goalOutcome', { id: storyId(`goal-outcome/${goal.id}`), evaluationId: id, goalId: goal.id, attainment, evidenceLevel, comment: commentOf(attainment, evidenceLevel) });
  if (name === `de-unges-hus-${days.year - 1}`)
    rows.add('evaluationNote', {
      id: storyId(`evaluation-note/${name}`), evaluationId: id, byId: personId(edition.owner), at: days.at(days.passed(`${days.year}-03-12`, 1), 800),
      text: 'En naboklage i december var talt med to gange hos boligorganisationen. Det rigtige tal er fem.',
    });
}

function snapshotOf({ goal, attainment, evidenceLevel }: { goal: ToldGoal; attainment: Attainment; evidenceLevel: number }): object {
  const { title, indicator, baseline, target, value, baseCount } = goal;
  const version = 'version' in indicatorCards[indicator] ? (indicatorCards[indicator] as { version: number }).version : 1;
  return { title, indicator: { key: indicator.replace(/-1$/, ''), version }, baseline, target, value, baseCount, attainment, evidenceLevel };
}

/** Met, at least four fifths of the way, or not; never judged without a reading. */
function attainmentOf({ indicator, target, value, baseline }: ToldGoal): Attainment {
  if (value === null) return 'tooEarly';
  const isUp = ['atLeast', 'up'].includes(indicatorCards[indicator].direction);
  if (isUp ? value >= target : value <= target) return 'achieved';
  const from = baseline ?? 0;
  const way = target === from ? 0 : (value - from) / (target - from);
  return way >= 0.5 ? 'partly' : 'notAchieved';
}

/** Level 2 needs the same thing measured before and after; everything else is a snapshot. */
function evidenceLevelOf({ baseline, value }: ToldGoal): number {
  return baseline !== null && value !== null ? 2 : 1;
}

function commentOf(attainment: Attainment, level: number): string {
  if (attainment === 'tooEarly') return 'Der er ingen måling endnu.';
  return level === 2 ? 'Målt før og efter; vi kan ikke sige hvorfor.' : 'Målt én gang.';
}

function tellLearningCard(rows: StoryRows, { telling, goals }: ToldProject, figures: Figures): void {
  const { edition, recipe, projectId, year, days, recordedUntil } = telling;
  const title = edition.title ?? recipe.title;
  const { summary, worked, didNotWork, forWhom } = edition.stop ?? edition.evaluation!;
  const levels = goals.filter((goal) => goal.value !== null).map(evidenceLevelOf);
  // The search vector is made by the database and cannot be given.
  const card: Omit<NewRow<'learningCard'>, 'searchVector'> = {
    projectId, municipalityId: municipalityId(edition.municipality), districtId: edition.district && districtId(edition.district),
    title, sortKey: danishSortKey(title), year, tier: recipe.tier, themes: [...recipe.themes], minAge: recipe.minAge, maxAge: recipe.maxAge,
    isStopped: edition.stop !== undefined,
    recommendation: edition.stop ? 'stop' : edition.evaluation!.recommendation,
    evidenceLevel: levels.length > 0 ? Math.max(...levels) : null,
    costPerVisitHourOere: figures.visitMinutes > 0 ? Math.round(figures.spentCashOere / (figures.visitMinutes / 60)) : null,
    summary, worked, didNotWork, forWhom,
    searchText: [title, summary, worked, didNotWork, forWhom].join('\n'),
    publishedAt: edition.stop ? days.at(days.passed(addDays(recordedUntil, 20), 2), 700) : days.at(days.passed(`${year + 1}-02-20`, 1), 695),
  };
  rows.add('learningCard', card as NewRow<'learningCard'>);
}
