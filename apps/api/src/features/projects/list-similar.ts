import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import type { SimilarProject } from '@forspring/domain/learning/similar-project';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { releasedFigureNames } from '@forspring/domain/trust/release.rules';
import type { SignedInContext } from '../../kernel/context.ts';
import type { Audience } from '@forspring/domain/measures/thresholds';
import { gateFor } from '../../kernel/gate.ts';
import { readThresholds } from '../../kernel/gate-thresholds.ts';
import { asReleased, isUnfrozen } from '../../kernel/releases.ts';

/** How many earlier projects are shown beside a plan. */
const shownCount = 8;
/** The plan's own words that are looked for; more only dilute the ranking. */
const wordCount = 40;

/** The longer words of a text, each once, as a search for any of them. */
function anyWordOf(text: string): string {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return [...new Set(words)].slice(0, wordCount).join(' or ');
}

/**
 * Earlier projects of all districts like this plan, stopped ones included: ranked by Danish full text over the learning
 * cards, then tier, themes, ages and recipe. Numbers pass the gate for whoever asks.
 */
export async function listSimilar(ctx: SignedInContext & { project: ProjectPlace }): Promise<SimilarProject[]> {
  const { em, project: place } = ctx;
  const db = reader(em);
  const plan = await db
    .selectFrom('project')
    .where('id', '=', place.projectId)
    .select(['title', 'challenge', 'targetGroup', 'activities', 'tier', 'themes', 'minAge', 'maxAge', 'interventionId'])
    .executeTakeFirstOrThrow();
  const words = anyWordOf(`${plan.title} ${plan.challenge} ${plan.activities} ${plan.targetGroup}`);
  const asked = sql`websearch_to_tsquery('danish', ${words})`;
  const hasWords = sql<boolean>`(learning_card.search_vector @@ ${asked})`;
  const isTier = sql<boolean>`coalesce(learning_card.tier = ${plan.tier}, false)`;
  const hasThemes = sql<boolean>`(learning_card.themes && ${[...plan.themes]}::text[])`;
  const hasAges = sql<boolean>`coalesce(learning_card.min_age <= ${plan.maxAge}::int and learning_card.max_age >= ${plan.minAge}::int, false)`;
  const isRecipe = sql<boolean>`coalesce(earlier.intervention_id = ${plan.interventionId}::uuid, false)`;
  const score = sql<number>`ts_rank(learning_card.search_vector, ${asked}) * 4 + ${isRecipe}::int * 2 + ${isTier}::int + ${hasThemes}::int + ${hasAges}::int * 0.5`;
  const rows = await db
    .selectFrom('learningCard')
    .innerJoin('project as earlier', 'earlier.id', 'learningCard.projectId')
    .innerJoin('municipality', 'municipality.id', 'learningCard.municipalityId')
    .leftJoin('district', 'district.id', 'learningCard.districtId')
    .leftJoin('projectFigures', 'projectFigures.projectId', 'learningCard.projectId')
    .where('learningCard.projectId', '!=', place.projectId)
    .where(sql<boolean>`(${hasWords} or ${isRecipe} or (${isTier} and ${hasThemes}))`)
    .select([
      'learningCard.projectId',
      'learningCard.title',
      'learningCard.year',
      'learningCard.tier',
      'learningCard.themes',
      'learningCard.minAge',
      'learningCard.maxAge',
      'learningCard.isStopped',
      'learningCard.recommendation',
      'learningCard.evidenceLevel',
      'learningCard.worked',
      'learningCard.didNotWork',
      'learningCard.forWhom',
      'learningCard.municipalityId',
      'earlier.status',
      'municipality.name as municipalityName',
      sql<string | null>`case when district.is_implicit then null else district.name end`.as('districtName'),
      sql<number>`coalesce(project_figures.spent_cash_oere + project_figures.spent_in_kind_oere, 0)::bigint`.as(
        'spentOere',
      ),
      ...releasedFigureNames.map((name) =>
        sql<number>`coalesce(${sql.ref(`projectFigures.${name}`)}, 0)::bigint`.as(name),
      ),
      hasWords.as('hasWords'),
      isTier.as('isTier'),
      hasThemes.as('hasThemes'),
      hasAges.as('hasAges'),
      isRecipe.as('isRecipe'),
    ])
    .orderBy(sql`${score} desc`)
    .orderBy('learningCard.year', 'desc')
    .orderBy('learningCard.projectId')
    .limit(shownCount)
    .execute();
  const thresholds = await readThresholds(em);
  const isOwn = (row: (typeof rows)[number]) => row.municipalityId === place.municipalityId;
  const released = await asReleased(
    ctx,
    'otherDistrict',
    rows.filter((row) => !isOwn(row) && !isUnfrozen(row.status)),
  );
  const byProject = new Map(released.map((row) => [row.projectId, row]));
  return rows.map((stored) => {
    const row = byProject.get(stored.projectId) ?? stored;
    const {
      municipalityId,
      status,
      spentOere,
      visitCount,
      visitMinutes,
      hasWords: words,
      isTier: tier,
      hasThemes: themes,
      hasAges: ages,
      isRecipe: recipe,
      heldCount: _held,
      contactCount: _contacts,
      firstTimeCount: _firstTimes,
      firstTimeMissingCount: _missing,
      largestVisitCount: _largest,
      startedCount: _started,
      completedCount: _completed,
      ...card
    } = row;
    const audience: Audience = isOwn(row) ? 'municipality' : 'otherDistrict';
    const likeness: SimilarProject['likeness'] = [];
    if (recipe) likeness.push('intervention');
    if (words) likeness.push('words');
    if (tier) likeness.push('tier');
    if (themes) likeness.push('themes');
    if (ages) likeness.push('ages');
    return {
      ...card,
      costPerVisitHourOere: gateFor(audience, {
        tier: row.tier,
        thresholds: thresholds(municipalityId),
        isOpen: isUnfrozen(status),
      }).costPerVisitHour(spentOere, {
        visitCount,
        visitMinutes,
      }),
      likeness,
    };
  });
}
