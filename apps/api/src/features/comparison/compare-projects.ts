import { daysBetween, dayOf } from '@forspring/domain/measures/day';
import { compareNames } from '@forspring/domain/measures/sort';
import { isOwnMunicipality } from '@forspring/domain/comparison/comparison.abilities';
import type {
  AgeSpan,
  ComparisonRow,
  ComparisonSentence,
  ShownComparison,
} from '@forspring/domain/comparison/comparison';
import {
  type Comparand,
  findingOf,
  incomparableReasonsOf,
  isSameAges,
  mostCommon,
  type Spread,
  spreadOf,
  visitsEachOf,
  type Yardstick,
} from '@forspring/domain/comparison/comparison.rules';
import type { Tier } from '@forspring/domain/interventions/intervention';
import type { Thresholds } from '@forspring/domain/measures/thresholds';
import { seenChanges } from '../../kernel/gate-reading.ts';
import { asReleased, isUnfrozen } from '../../kernel/releases.ts';
import { readThresholds } from '../../kernel/gate-thresholds.ts';
import type { SignedInContext } from '../../kernel/context.ts';
import {
  type ComparedProject,
  comparedProjects,
  comparisonChoices,
  goalChangesOf,
  indicatorsOf,
  populations,
} from './comparison.store.ts';
import { gatedCells, isOpenProject, municipalityCells, unitOf } from './gated-cells.ts';

/** One intervention's runs, or a year's districts, side by side: every number has passed the gate, and what is said of them is said of shown numbers only. */
export async function compareProjects(ctx: SignedInContext, asked: ComparisonSentence): Promise<ShownComparison> {
  const { em, clock } = ctx;
  const by = asked.interventionId === null ? 'district' : 'run';
  const sentence = { ...asked, year: asked.year ?? (by === 'run' ? null : Number(clock.today().slice(0, 4))) };
  const [all, people, choices, thresholds] = await Promise.all([
    comparedProjects(em, sentence),
    populations(em),
    comparisonChoices(em, Number(clock.today().slice(0, 4))),
    readThresholds(em),
  ]);
  const isOutside = (project: ComparedProject) =>
    !isOwnMunicipality(ctx.actor, project.municipalityId) && !isUnfrozen(project.status);
  const released = await asReleased(ctx, 'otherDistrict', all.filter(isOutside));
  const shown = [...all.filter((project) => !isOutside(project)), ...released];
  const inTier = shown.filter((project) => sentence.tier === null || project.tier === sentence.tier);
  const indicators =
    by === 'run' && inTier.length > 0
      ? await indicatorsOf(
          em,
          inTier.map(({ id }) => id),
        )
      : [];

  const changes =
    inTier.length > 0
      ? await goalChangesOf(
          em,
          inTier.map(({ id }) => id),
        )
      : [];
  const groups = by === 'run' ? inTier.map((project) => [project]) : districtGroups(inTier, sentence.ages);
  const drafts = groups.flatMap((projects) => {
    const row = rowOf(ctx, projects, people, by, thresholds);
    return row === null
      ? []
      : [{ row, projects, comparand: comparandOf(projects, row.population, indicators, clock.today()) }];
  });
  const yardstick = yardstickOf(
    sentence,
    by,
    drafts.map(({ comparand }) => comparand),
  );
  for (const { row, comparand } of drafts)
    row.incomparable = incomparableReasonsOf(comparand, yardstick, sentence.measure, row.cells);
  const rows = drafts.map(({ row }) => row).toSorted(alphabetically);

  const compared = rows.filter((row) => row.incomparable.length === 0);
  const isAcrossTiers = sentence.tier === null && new Set(rows.map(({ tier }) => tier)).size > 1;
  const isAcrossIndicators = by === 'district';
  const isComparing = !isAcrossTiers && !(sentence.measure === 'goalShare' && isAcrossIndicators);
  const spread = isComparing ? spreadOfRows(compared, sentence.measure) : null;

  return {
    sentence,
    by,
    rows,
    finding: findingOf({
      measure: sentence.measure,
      rowCount: rows.length,
      compared: compared.map(({ cells }) => cells),
      spread,
      isAcrossTiers,
      isAcrossIndicators,
    }),
    changedGoals: drafts
      .flatMap(({ projects }) => projects.flatMap((project) => changedGoalsOf(ctx, project, changes)))
      .toSorted((a, b) => compareNames(a.projectTitle, b.projectTitle) || a.year - b.year),
    level: spread?.level ?? null,
    choices: { ...choices, ages: ageChoices(inTier) },
    isExamplePopulation: people.some(({ isExample }) => isExample),
  };
}

/**
 * The goals of one project that were changed after approval. Another municipality is told when the year is frozen, as of its
 * readings: people write numbers in their reasons. Goals for named young people are not told of here.
 */
function changedGoalsOf(
  { actor }: SignedInContext,
  project: ComparedProject,
  changes: Awaited<ReturnType<typeof goalChangesOf>>,
): ShownComparison['changedGoals'] {
  const isTold = isOwnMunicipality(actor, project.municipalityId) || !isUnfrozen(project.status);
  if (project.tier === 'individual' || !isTold) return [];
  const own = changes.filter(({ projectId }) => projectId === project.id);
  return [...Map.groupBy(own, ({ goalId }) => goalId)].map(([goalId, all]) => ({
    goalId,
    title: all[0]?.title ?? '',
    projectTitle: project.title,
    year: project.year,
    placeName: project.districtName ?? project.municipalityName,
    changes: seenChanges({ audience: 'otherDistrict' }, all).map(({ at, ...change }) => ({
      ...change,
      at: new Date(at).toISOString(),
    })),
  }));
}

/**
 * A year's projects by municipality, district and tier, those of other ages left out where some are alike. The
 * individual tier is one group a municipality whatever ages are asked for: two totals that differ by one project would
 * show that project.
 */
function districtGroups(projects: readonly ComparedProject[], ages: AgeSpan | null): ComparedProject[][] {
  const groups = Map.groupBy(projects, ({ municipalityId, districtId, tier }) =>
    tier === 'individual' ? `${municipalityId} individual` : `${municipalityId} ${districtId} ${tier}`,
  );
  return [...groups.values()].map((group) => {
    if (ages === null || group[0]?.tier === 'individual') return group;
    const alike = group.filter((project) => isSameAges(agesOf(project), ages));
    return alike.length > 0 ? alike : group;
  });
}

function rowOf(
  { actor }: SignedInContext,
  projects: readonly ComparedProject[],
  people: Awaited<ReturnType<typeof populations>>,
  by: 'district' | 'run',
  thresholds: (municipalityId: string) => Thresholds,
): ComparisonRow | null {
  const [first] = projects;
  if (!first?.tier) return null;
  const isOwn = isOwnMunicipality(actor, first.municipalityId);
  const to = {
    audience: isOwn ? ('municipality' as const) : ('otherDistrict' as const),
    thresholds: thresholds(first.municipalityId),
  };
  const isWholeMunicipality =
    first.districtId === null || first.isImplicit === true || (by === 'district' && first.tier === 'individual');
  const population = populationOf(people, first, isWholeMunicipality);
  const isTotal = by === 'district' && first.tier === 'individual';
  return {
    key:
      by === 'run' ? first.id : `${first.municipalityId}:${isWholeMunicipality ? '' : first.districtId}:${first.tier}`,
    municipalityName: first.municipalityName,
    districtName: isWholeMunicipality ? null : first.districtName,
    isOwnMunicipality: isOwn,
    year: first.year,
    tier: first.tier,
    project:
      by === 'run'
        ? {
            id: first.id,
            title: first.title,
            status: first.status,
            isStopped: first.stoppedAt !== null || first.status === 'stopped',
          }
        : null,
    projectCount: projects.length,
    ages: spanOf(projects),
    population,
    cells: isTotal ? municipalityCells(projects, to) : gatedCells(projects, to, population),
    incomparable: [],
  };
}

/** Youth of the district (or of all districts of the municipality) in the project's year, or the latest year before it. */
function populationOf(
  people: Awaited<ReturnType<typeof populations>>,
  { municipalityId, districtId, year }: ComparedProject,
  isWholeMunicipality: boolean,
): number | null {
  const here = people.filter(
    (one) =>
      one.year <= year && (isWholeMunicipality ? one.municipalityId === municipalityId : one.districtId === districtId),
  );
  const latest = Math.max(...here.map((one) => one.year));
  const counted = here.filter((one) => one.year === latest);
  return counted.length === 0 ? null : counted.reduce((sum, one) => sum + one.youthCount, 0);
}

function comparandOf(
  projects: readonly ComparedProject[],
  population: number | null,
  indicators: Awaited<ReturnType<typeof indicatorsOf>>,
  today: string,
): Comparand {
  const ids = new Set(projects.map(({ id }) => id));
  const units = projects.map(unitOf).filter((unit) => unit !== null);
  return {
    tier: projects[0]?.tier ?? 'general',
    ages: spanOf(projects),
    unit: units.includes('visit') ? 'visit' : (units[0] ?? null),
    usesCodes: projects.some(({ usesCodes }) => usesCodes),
    yearShare: Math.max(...projects.map((project) => yearShareOf(project, today))),
    isOpen: projects.some(isOpenProject),
    indicators: indicators
      .filter(({ projectId }) => ids.has(projectId))
      .map(({ key, version }) => `${key}@${version}`)
      .toSorted(),
    hasPopulation: population !== null && population > 0,
  };
}

/** What most runs have in common, unless the sentence says what is wanted. */
function yardstickOf(
  sentence: ComparisonSentence,
  by: 'district' | 'run',
  comparands: readonly Comparand[],
): Yardstick {
  const tier = sentence.tier ?? (by === 'run' ? mostCommon<Tier>(comparands.map((one) => one.tier)) : null);
  if (by === 'district') return { tier, ages: sentence.ages, usesCodes: null, isOpen: null, indicators: null };
  const spans = comparands.flatMap(({ ages }) => (ages === null ? [] : [ages]));
  return {
    tier,
    ages: sentence.ages ?? mostCommon(spans, (span) => `${span.minAge}-${span.maxAge}`),
    usesCodes: mostCommon(comparands.map((one) => one.usesCodes)),
    isOpen: comparands.some((one) => !one.isOpen) ? false : null,
    indicators: mostCommon(
      comparands.map((one) => one.indicators),
      (keys) => keys.join(),
    ),
  };
}

function yearShareOf({ startsOn, endsOn, stoppedAt, year }: ComparedProject, today: string): number {
  const from = startsOn ?? `${year}-01-01`;
  const ends = [endsOn ?? `${year}-12-31`, today, ...(stoppedAt ? [dayOf(new Date(stoppedAt))] : [])];
  const until = ends.reduce((earliest, on) => (on < earliest ? on : earliest));
  return Math.max(0, daysBetween(from, until) + 1) / 365;
}

function agesOf({ minAge, maxAge }: ComparedProject): AgeSpan | null {
  return minAge === null || maxAge === null ? null : { minAge, maxAge };
}

function spanOf(projects: readonly ComparedProject[]): AgeSpan | null {
  const spans = projects.map(agesOf);
  if (spans.includes(null)) return null;
  const known = spans.filter((span) => span !== null);
  return { minAge: Math.min(...known.map((one) => one.minAge)), maxAge: Math.max(...known.map((one) => one.maxAge)) };
}

function ageChoices(projects: readonly ComparedProject[]): AgeSpan[] {
  const spans = projects.flatMap((project) => agesOf(project) ?? []);
  const unlike = new Map(spans.map((span) => [`${span.minAge}-${span.maxAge}`, span]));
  return [...unlike.values()].toSorted((a, b) => a.minAge - b.minAge || a.maxAge - b.maxAge);
}

function spreadOfRows(rows: readonly ComparisonRow[], measure: ComparisonSentence['measure']): Spread | null {
  if (measure !== 'visitsPerThousand' && measure !== 'heldShare' && measure !== 'goalShare') return null;
  const spanned = rows.flatMap(({ cells }) => {
    const cell = cells[measure];
    const visitsEach = measure === 'visitsPerThousand' ? visitsEachOf(cells) : 1;
    return cell.kind === 'value' ? [{ interval: cell.value, visitsEach }] : [];
  });
  return spanned.length === rows.length ? spreadOf(spanned) : null;
}

function alphabetically(a: ComparisonRow, b: ComparisonRow): number {
  return (
    compareNames(a.districtName ?? a.municipalityName, b.districtName ?? b.municipalityName) ||
    compareNames(a.municipalityName, b.municipalityName) ||
    b.year - a.year ||
    a.tier.localeCompare(b.tier) ||
    a.key.localeCompare(b.key)
  );
}
