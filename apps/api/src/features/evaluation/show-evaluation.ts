import { figuresOf, goalsWithReadings, outcomesOf, processOf } from '@forspring/database/evaluation/evaluation-facts';
import { readElements } from '@forspring/database/participation/counted-element.view';
import { readPulse } from '@forspring/database/participation/counted-pulse.view';
import { reader } from '@forspring/database/reader';
import { evaluatedGoals } from '@forspring/domain/evaluation/evaluated-goals';
import { evaluationAbilities, mayReviewEvaluation } from '@forspring/domain/evaluation/evaluation.abilities';
import { evaluationGaps, isWritable } from '@forspring/domain/evaluation/evaluation.rules';
import type { ShownEvaluation } from '@forspring/domain/evaluation/evaluation';
import { type ElementMark, evaluatedElements } from '@forspring/domain/evaluation/fidelity';
import { qualityChecks, qualitySeen } from '@forspring/domain/evaluation/quality.rules';
import { type FrozenEvaluation, frozenEvaluation } from '@forspring/domain/evaluation/frozen-evaluation';
import { dayOf } from '@forspring/domain/measures/day';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { isOwner } from '@forspring/domain/projects/project.abilities';
import * as estimators from '@forspring/statistics/change';
import type { SignedInContext } from '../../kernel/context.ts';
import { openGate } from '../../kernel/gate-thresholds.ts';
import { commentsOf } from './comment-paragraph.ts';
import { type EvaluationRow, findEvaluation, getProject, notesOf, openSurveyCount } from './evaluation.store.ts';
import { shownOutcomeOf } from './shown-outcome.ts';
import { shownElementsOf, shownPulseOf } from './shown-fidelity.ts';
import { shownProcessOf } from './shown-process.ts';

const noTexts = {
  worked: '',
  didNotWork: '',
  forWhom: '',
  adaptations: '',
  costText: '',
  preconditions: '',
  recommendationReason: '',
};

/**
 * A project's evaluation for one reader. While it is written, figures and goals are those of this moment; once frozen,
 * everything comes from what was frozen. What the owner is still writing is kept from others.
 */
export async function showEvaluation(ctx: SignedInContext & { project: ProjectPlace }): Promise<ShownEvaluation> {
  const { em, actor, project } = ctx;
  const row = await findEvaluation(em, project.projectId);
  const frozen = frozenOf(row);
  const {
    process,
    goals,
    elements = [],
    pulse = [],
    quality,
  } = frozen ?? { ...(await presentOf(ctx, row)), quality: undefined };
  const gate = await openGate(em, actor, project);
  const to = { gate, tier: project.tier, projectTier: project.tier, visitCount: process.visitCount, process };
  const isHidden = !isOwner(actor, project) && isWritable(row?.status ?? null);
  const texts = row && !isHidden ? textsOf(row) : noTexts;
  const outcomes = goals.map((goal) =>
    isHidden ? { ...goal, attainment: goal.proposed, isJudged: false, comment: '' } : goal,
  );
  // What the body asks of the owner is between the two of them.
  const isParty = isOwner(actor, project) || mayReviewEvaluation(actor, project);
  const comments = row && isParty ? await commentsOf(em, row.id) : [];
  const shownProcess = shownProcessOf(process, to);
  const recommendation = isHidden ? null : (row?.recommendation ?? null);
  const reach = shownProcess.reach.kind === 'value' ? shownProcess.reach.value : null;
  const seenElements = isHidden ? elements.map((one) => ({ ...one, mark: null })) : elements;
  const openSurveys = isHidden || row?.status === 'approved' ? 0 : await openSurveyCount(em, project.projectId);
  return {
    projectStatus: project.status,
    status: row?.status ?? null,
    isHidden,
    ...texts,
    recommendation,
    returnComment: row?.returnComment ?? '',
    submittedBy: row?.submittedBy ?? null,
    submittedAt: instant(row?.submittedAt),
    approvedBy: row?.approvedBy ?? null,
    frozenAt: instant(row?.frozenAt),
    contentHash: row?.contentHash ?? null,
    version: row?.version ?? 0,
    process: shownProcess,
    elements: shownElementsOf(seenElements, gate),
    pulse: shownPulseOf(pulse, gate),
    quality: isHidden
      ? []
      : quality !== undefined
        ? qualitySeen(quality, reach !== null)
        : qualityChecks({
            plan: await getProject(em, project.projectId),
            goals,
            process,
            reach,
            texts,
            recommendation,
          }),
    outcomes: outcomes.map((goal) => shownOutcomeOf(goal, to)),
    openSurveyCount: openSurveys,
    gaps:
      isHidden || row?.status === 'approved'
        ? []
        : evaluationGaps({
            ...texts,
            recommendation,
            outcomes: outcomes.map(gapFacts),
            unregisteredCount: process.unregisteredCount,
            elements,
            openSurveyCount: openSurveys,
            openComments: comments.filter((one) => one.settledAt === null),
          }),
    notes: row
      ? (await notesOf(em, row.id)).map(({ id, text, by, at }) => ({ id, text, by, at: new Date(at).toISOString() }))
      : [],
    comments: comments.map(({ id, paragraph, text, by, byId, at, answer, settledBy, settledAt }) => ({
      id,
      paragraph,
      text,
      by,
      at: new Date(at).toISOString(),
      answer,
      settledBy,
      settledAt: instant(settledAt),
      mayRemove: byId === actor.userId && row?.status === 'submitted',
    })),
    abilities: evaluationAbilities(actor, project, row),
  };
}

/** The frozen content of an approved evaluation; null while it is written. */
export function frozenOf(row: EvaluationRow | null): FrozenEvaluation | null {
  if (row?.status !== 'approved') return null;
  const read = frozenEvaluation.safeParse(row.frozen);
  // An evaluation frozen elsewhere in another form is shown from its rows; its hash is still checked as it stands.
  return read.success ? read.data : null;
}

/** A project with its figures and goals as they are now, judged as written so far; `at` says what has passed. */
export async function presentOf(
  { em, clock, project }: SignedInContext & { project: ProjectPlace },
  row: { id: string; elements?: readonly ElementMark[] } | null,
  at = clock.now(),
) {
  const db = reader(em);
  const [place, figures, readings, judgements, delivered, pulse] = await Promise.all([
    getProject(em, project.projectId),
    figuresOf(db, project.projectId),
    goalsWithReadings(db, project.projectId),
    outcomesOf(db, row?.id ?? null),
    readElements(db, project.projectId),
    readPulse(db, project.projectId, at),
  ]);
  return {
    place,
    figures,
    readings,
    process: await processOf(db, place, figures, dayOf(at)),
    goals: evaluatedGoals(readings, judgements, estimators),
    elements: evaluatedElements(place.coreElements ?? [], row?.elements ?? [], delivered),
    pulse,
  };
}

/** The texts of an evaluation. */
export function textsOf(row: Record<keyof typeof noTexts, string>) {
  const { worked, didNotWork, forWhom, adaptations, costText, preconditions, recommendationReason } = row;
  return { worked, didNotWork, forWhom, adaptations, costText, preconditions, recommendationReason };
}

/** A goal as the question "is it complete" needs it. */
export function gapFacts({ id, title, proposed, attainment, comment, level }: FrozenEvaluation['goals'][number]) {
  return { goalId: id, title, proposed, attainment, comment, level };
}

function instant(at: Date | string | null | undefined): string | null {
  return at ? new Date(at).toISOString() : null;
}
