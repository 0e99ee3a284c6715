import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import {
  learningPageSize,
  type LearningSearch,
  type ShownLearningCard,
  type ShownLearningCards,
} from '@forspring/domain/learning/learning';
import { forgivingScore } from '@forspring/domain/learning/forgiving-search';
import { compareNames } from '@forspring/domain/measures/sort';
import type { Actor } from '@forspring/domain/people/actor';
import type { SignedInContext } from '../../kernel/context.ts';
import { gateFor } from '../../kernel/gate.ts';
import { readThresholds } from '../../kernel/gate-thresholds.ts';
import { isUnfrozen } from '../../kernel/releases.ts';
import {
  cardColumns,
  districtsWithCards,
  filteredCards,
  libraryAudience,
  placeNameOf,
  releasedCards,
  runsOf,
} from './learning.store.ts';

/** How many cards a search that forgives spelling reads at most. */
const forgivingLimit = 2000;

/** A page of the library: Danish words in any of their forms, and when none match as written, cards with words like them. */
export async function listCards(
  ctx: SignedInContext,
  { search, page, ...filter }: LearningSearch,
): Promise<ShownLearningCards> {
  const { em, actor } = ctx;
  const filtered = () => filteredCards(em, actor, filter);
  const found = search === '' ? filtered() : filtered().where(matching(search));
  const districts = await districtsWithCards(em);
  const exactCount = await countOf(found);
  if (exactCount > 0 || search === '') {
    const rows = await found
      .$if(search !== '', (query) =>
        query.orderBy(sql`ts_rank(learning_card.search_vector, ${searchQuery(search)})`, 'desc'),
      )
      .$if(search === '', (query) => query.orderBy('learningCard.year', 'desc'))
      .orderBy('learningCard.sortKey')
      .orderBy('learningCard.projectId')
      .limit(learningPageSize)
      .offset((page - 1) * learningPageSize)
      .select(cardColumns)
      .execute();
    return { cards: await shownCards(ctx, rows), totalCount: exactCount, isForgiving: false, districts };
  }

  const candidates = await filtered()
    .limit(forgivingLimit)
    .select(['learningCard.projectId', 'learningCard.sortKey', 'learningCard.searchText'])
    .execute();
  const scored = candidates
    .map((one) => ({ ...one, score: forgivingScore(search, one.searchText) }))
    .filter((one) => one.score > 0)
    .toSorted((a, b) => b.score - a.score || compareNames(a.sortKey, b.sortKey));
  const ids = scored.slice((page - 1) * learningPageSize, page * learningPageSize).map(({ projectId }) => projectId);
  const rows =
    ids.length === 0 ? [] : await filtered().where('learningCard.projectId', 'in', ids).select(cardColumns).execute();
  const inOrder = rows.toSorted((a, b) => ids.indexOf(a.projectId) - ids.indexOf(b.projectId));
  return { cards: await shownCards(ctx, inOrder), totalCount: scored.length, isForgiving: true, districts };
}

const searchQuery = (search: string) => sql`websearch_to_tsquery('danish', ${search})`;
const matching = (search: string) => sql<boolean>`learning_card.search_vector @@ ${searchQuery(search)}`;

async function countOf(found: ReturnType<typeof filteredCards>): Promise<number> {
  const { count } = await found.select((card) => card.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return Number(count);
}

/** A card as its columns come from the database. */
type CardRow = Awaited<ReturnType<typeof cardRows>>[number];
function cardRows(em: EntityManager, actor: Actor, filter: Omit<LearningSearch, 'search' | 'page'>) {
  return filteredCards(em, actor, filter).select(cardColumns).execute();
}

/** Cards with their costs past the gate and the places that use the same intervention, in one query for all. */
export async function shownCards(ctx: SignedInContext, stored: readonly CardRow[]): Promise<ShownLearningCard[]> {
  const { em, actor } = ctx;
  const rows = await releasedCards(ctx, stored);
  const interventionIds = [...new Set(rows.flatMap(({ interventionId }) => interventionId ?? []))];
  const runs = interventionIds.length === 0 ? [] : await runsOf(em, interventionIds);
  const thresholds = await readThresholds(em);
  return rows.map((row) => {
    const {
      municipalityId,
      interventionId,
      status,
      visitCount,
      visitMinutes,
      spentCashOere,
      spentInKindOere,
      isImplicit,
      heldCount: _held,
      contactCount: _contacts,
      firstTimeCount: _firstTimes,
      firstTimeMissingCount: _missing,
      largestVisitCount: _largest,
      startedCount: _started,
      completedCount: _completed,
      ...card
    } = row;
    const places = runs
      .filter((run) => run.interventionId !== null && run.interventionId === interventionId)
      .map(placeNameOf);
    const gate = gateFor(libraryAudience(actor, municipalityId), {
      tier: card.tier,
      thresholds: thresholds(municipalityId),
      isOpen: isUnfrozen(status),
    });
    return {
      ...card,
      districtName: isImplicit === true ? null : card.districtName,
      costPerVisitHour: gate.costPerVisitHour((spentCashOere ?? 0) + (spentInKindOere ?? 0), {
        visitCount,
        visitMinutes,
      }),
      usedIn: [...new Set([placeNameOf(row), ...places])].toSorted(compareNames),
    };
  });
}
