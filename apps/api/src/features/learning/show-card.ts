import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { type Cell, notMeasured, valueCell } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { LearningGoal, ShownAdaptation, ShownLearning } from '@forspring/domain/learning/learning';
import type { SignedInContext } from '../../kernel/context.ts';
import { type Gate, gateFor } from '../../kernel/gate.ts';
import {
  cardColumns,
  copiesOf,
  filteredCards,
  libraryAudience,
  placeNameOf,
  runsById,
  runsOf,
} from './learning.store.ts';
import { listRepeatPlaces } from './list-repeat-places.ts';
import { shownCards } from './list-cards.ts';

const everything = {
  tiers: [],
  themes: [],
  age: null,
  maxCostOere: null,
  minEvidence: null,
  districtIds: [],
  recommendations: [],
  ending: 'all' as const,
};

/** Everything one card teaches: learning, plan, goals with what came of them, numbers past the gate, and where it came from and went. */
export async function showCard(ctx: SignedInContext, { projectId }: { projectId: string }): Promise<ShownLearning> {
  const { em, actor, clock } = ctx;
  const row = await filteredCards(em, actor, everything)
    .leftJoin('evaluation', (join) =>
      join.onRef('evaluation.projectId', '=', 'project.id').on('evaluation.status', '=', 'approved'),
    )
    .where('learningCard.projectId', '=', projectId)
    .select(cardColumns)
    .select([
      'evaluation.didNotWork as evaluatedDidNotWork',
      'evaluation.adaptations',
      'evaluation.preconditions',
      'evaluation.costText',
      'evaluation.recommendationReason',
      'project.stopReason',
      'project.copiedFromId',
      'project.challenge',
      'project.targetGroup',
      'project.effects',
      'project.results',
      'project.activities',
      'project.resources',
      'project.assumptions',
      'project.harmAnswer',
      'figures.heldCount',
      'figures.plannedCount',
      'figures.cancelledCount',
      'figures.firstTimeCount',
      'figures.firstTimeMissingCount',
      'figures.largestVisitCount',
    ])
    .executeTakeFirst();
  if (!row) throw commonProblems.missing();

  const gate = gateFor(libraryAudience(actor, row.municipalityId), { tier: row.tier });
  const [cards, goals, copies, runs, origins, places] = await Promise.all([
    shownCards(em, actor, [row]),
    goalsOf(em, projectId, gate),
    copiesOf(em, projectId),
    row.interventionId === null ? [] : runsOf(em, [row.interventionId]),
    row.copiedFromId === null ? [] : runsById(em, [row.copiedFromId]),
    listRepeatPlaces(ctx),
  ]);
  const [card] = cards;
  if (!card) throw commonProblems.missing();
  const adaptations = await adaptationsOfCopies(
    em,
    copies.map((copy) => copy.projectId),
  );
  const [origin] = origins;
  const attendance = {
    heldCount: row.heldCount ?? 0,
    visitCount: row.visitCount ?? 0,
    visitMinutes: row.visitMinutes ?? 0,
    firstTimeCount: row.firstTimeCount ?? 0,
    firstTimeMissingCount: row.firstTimeMissingCount ?? 0,
    largestVisitCount: row.largestVisitCount ?? 0,
  };
  const spentCashOere = row.spentCashOere ?? 0;
  const spentInKindOere = row.spentInKindOere ?? 0;
  const thisYear = Number(clock.today().slice(0, 4));
  return {
    card,
    didNotWork: row.evaluatedDidNotWork ?? row.didNotWork,
    adaptations: row.adaptations ?? '',
    preconditions: row.preconditions ?? '',
    costText: row.costText ?? '',
    recommendationReason: row.recommendationReason ?? '',
    stopReason: row.stopReason,
    plan: {
      challenge: row.challenge,
      targetGroup: row.targetGroup,
      effects: row.effects,
      results: row.results,
      activities: row.activities,
      resources: row.resources,
      assumptions: row.assumptions,
      harmAnswer: row.harmAnswer,
    },
    figures: {
      held: attendance.heldCount,
      planned: attendance.heldCount + (row.plannedCount ?? 0) + (row.cancelledCount ?? 0),
      visits: gate.visits(attendance.heldCount === 0 ? null : attendance.visitCount),
      reach: gate.reach(attendance),
      visitMinutes: gate.visitMinutes(attendance.visitMinutes, attendance.visitCount),
      spentCashOere,
      spentInKindOere,
      cashPerVisitHour: gate.costPerVisitHour(spentCashOere, attendance),
      totalPerVisitHour: gate.costPerVisitHour(spentCashOere + spentInKindOere, attendance),
    },
    goals,
    original: origin ? runOf(origin) : null,
    copies: copies.map((copy) => ({
      ...runOf(copy),
      adaptations: adaptations.get(copy.projectId) ?? [],
    })),
    runs: runs.filter((run) => run.projectId !== projectId).map(runOf),
    repeat: { places, firstYear: thisYear, lastYear: thisYear + 2 },
  };
}

function runOf(run: Awaited<ReturnType<typeof runsOf>>[number]) {
  const { projectId, title, year, status, cardId } = run;
  return { projectId, title, year, status, placeName: placeNameOf(run), hasCard: cardId !== null };
}

async function adaptationsOfCopies(em: EntityManager, projectIds: readonly string[]) {
  if (projectIds.length === 0) return new Map<string, ShownAdaptation[]>();
  const rows = await reader(em)
    .selectFrom('adaptation')
    .where('projectId', 'in', [...projectIds])
    .orderBy('at')
    .select(['projectId', 'field', 'fromText', 'toText', 'reason'])
    .execute();
  const shown = rows.map(({ projectId, ...row }) => ({ projectId, adaptation: { ...row, isOutdated: false } }));
  return new Map(
    [...Map.groupBy(shown, (one) => one.projectId)].map(([id, all]) => [id, all.map((one) => one.adaptation)]),
  );
}

/** The goals with their last reading past the gate and the evaluation's judgement, in one query. */
async function goalsOf(em: EntityManager, projectId: string, gate: Gate): Promise<LearningGoal[]> {
  const rows = await reader(em)
    .selectFrom('goal')
    .leftJoin('indicator', 'indicator.id', 'goal.indicatorId')
    .leftJoin('goalOutcome', 'goalOutcome.goalId', 'goal.id')
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('measurement')
          .whereRef('measurement.goalId', '=', 'goal.id')
          .orderBy('measurement.measuredOn', 'desc')
          .orderBy('measurement.recordedAt', 'desc')
          .limit(1)
          .select(['measurement.value', 'measurement.numeratorCount', 'measurement.baseCount'])
          .as('latest'),
      (join) => join.onTrue(),
    )
    .where('goal.projectId', '=', projectId)
    .orderBy('goal.position')
    .select([
      'goal.id',
      'goal.title',
      'goal.baselineValue',
      'goal.targetValue',
      'indicator.titleDa',
      'indicator.titleEn',
      'indicator.unit',
      'latest.value',
      'latest.numeratorCount',
      'latest.baseCount',
      'goalOutcome.attainment',
      'goalOutcome.evidenceLevel',
      'goalOutcome.comment',
    ])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    indicatorDa: row.titleDa ?? '',
    indicatorEn: row.titleEn ?? '',
    unit: row.unit,
    baselineValue: row.baselineValue,
    targetValue: row.targetValue,
    result: resultCell(gate, row),
    attainment: row.attainment,
    evidenceLevel: row.evidenceLevel,
    comment: row.comment ?? '',
  }));
}

interface Reading {
  unit: 'count' | 'share' | 'mean' | 'oere' | 'yesNo' | null;
  value: number | null;
  numeratorCount: number | null;
  baseCount: number | null;
}

/** The last reading: a share with its interval, a mean with its base, a count as people, money and yes/no as work. */
function resultCell(gate: Gate, { unit, value, numeratorCount, baseCount }: Reading): Cell<Interval> {
  if (value === null) return notMeasured;
  if (unit === 'share' && numeratorCount !== null && baseCount !== null)
    return gate.share({ x: numeratorCount, n: baseCount });
  // Without its base nobody can tell whether a share or a mean rests on too few.
  if (unit === 'share' || unit === 'mean') {
    const cell = gate.mean({ value, n: baseCount ?? 1 });
    return cell.kind === 'value' ? valueCell({ estimate: value, lower: null, upper: null, n: cell.value.n }) : cell;
  }
  const cell = unit === 'count' ? gate.persons(value) : gate.work(value);
  if (cell.kind === 'zero') return valueCell({ estimate: 0, lower: null, upper: null, n: 0 });
  return cell.kind === 'value' ? valueCell({ estimate: value, lower: null, upper: null, n: baseCount ?? 0 }) : cell;
}
