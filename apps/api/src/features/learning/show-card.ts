import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ShownAdaptation, ShownLearning } from '@forspring/domain/learning/learning';
import type { SignedInContext } from '../../kernel/context.ts';
import { gateFor } from '../../kernel/gate.ts';
import { readThresholds } from '../../kernel/gate-thresholds.ts';
import { isUnfrozen } from '../../kernel/releases.ts';
import { gatedGoals } from '../../kernel/gated-goals.ts';
import {
  cardColumns,
  copiesOf,
  filteredCards,
  libraryAudience,
  placeNameOf,
  releasedCards,
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
      'figures.plannedCount',
      'figures.cancelledCount',
    ])
    .executeTakeFirst();
  if (!row) throw commonProblems.missing();

  const thresholds = await readThresholds(em);
  const to = { tier: row.tier, thresholds: thresholds(row.municipalityId), isOpen: isUnfrozen(row.status) };
  const audience = libraryAudience(actor, row.municipalityId);
  // Until the evaluation is approved figures and readings move; two looks would show what came in between.
  const gate = gateFor(audience, to);
  const [released = null] = await releasedCards(ctx, [row]);
  const [cards, goals, copies, runs, origins, places] = await Promise.all([
    shownCards(ctx, [row]),
    gatedGoals(em, projectId, gate, released?.visitCount ?? null),
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
    heldCount: released?.heldCount ?? 0,
    visitCount: released?.visitCount ?? 0,
    visitMinutes: released?.visitMinutes ?? 0,
    firstTimeCount: released?.firstTimeCount ?? 0,
    firstTimeMissingCount: released?.firstTimeMissingCount ?? 0,
    largestVisitCount: released?.largestVisitCount ?? 0,
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
      held: row.heldCount ?? 0,
      planned: (row.heldCount ?? 0) + (row.plannedCount ?? 0) + (row.cancelledCount ?? 0),
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
