import { sql } from 'kysely';
import { publicHolidays } from '@forspring/calendar/holidays';
import { reader } from '@forspring/database/reader';
import { addDays, weekdayOf, yearOf } from '@forspring/domain/measures/day';
import type { ShownControlChart, ShownShift, ShownVerdict } from '@forspring/domain/participation/control-chart';
import { expectedOn } from '@forspring/domain/participation/delivery';
import type { CountUnit } from '@forspring/domain/participation/session';
import { mayRegister } from '@forspring/domain/participation/participation.abilities';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { type ChartVerdict, controlChart, type Shift, usualFalseAlarmShare } from '@forspring/statistics/control-chart';
import { type SeasonCell, seasonFactors, weekdayFactors } from '@forspring/statistics/season-factors';
import type { SignedInContext } from '../../kernel/context.ts';

type Context = SignedInContext & { project: ProjectPlace };

/** Season is learnt from the latest series of the municipality, so many at most, and from no longer ago. */
const seasonSeriesLimit = 300;
const seasonDays = 3 * 366;
const holiday = 'holiday';

interface Evening {
  id: string;
  seriesId: string;
  heldOn: string;
  visitCount: number;
}

/**
 * For each series of a project: what came each evening against what the series, the season, the weekday and the holidays
 * let expect. For those who register; to everybody else a month is the smallest part, and there is no chart.
 */
export async function listControlCharts(ctx: Context): Promise<ShownControlChart[]> {
  const { em, actor, project } = ctx;
  if (!mayRegister(actor, project)) return [];
  const db = reader(em);
  const series = await db
    .selectFrom('series')
    .where('projectId', '=', project.projectId)
    .orderBy('firstOn')
    .orderBy('title')
    .select(['id', 'title', 'countUnit', 'expectedCount'])
    .execute();
  if (series.length === 0) return [];
  const ids = series.map(({ id }) => id);
  const held = await db
    .selectFrom('session')
    .where('seriesId', 'in', ids)
    .where('state', '=', 'held')
    .orderBy('heldOn')
    .orderBy('startMinute')
    .select(['id', 'seriesId', 'heldOn', 'visitCount'])
    .execute();
  const evenings = held.flatMap(({ seriesId, visitCount, ...one }) =>
    seriesId === null || visitCount === null ? [] : [{ ...one, seriesId, visitCount }],
  );
  const past = await db
    .selectFrom('pastExpectation')
    .where('seriesId', 'in', ids)
    .orderBy('untilOn')
    .select(['seriesId', 'untilOn', 'expectedCount'])
    .execute();
  const summed = await db
    .selectFrom('sessionTotal')
    .where('seriesId', 'in', ids)
    .select(['seriesId', 'expectedSessionCount', 'expectedCount', 'expectedPresentCount'])
    .execute();
  const seasonOf = await seasonsOf(ctx, evenings);
  const cells = new Map<CountUnit, SeasonCell[]>();
  for (const unit of new Set(series.map(({ countUnit }) => countUnit))) cells.set(unit, await seasonCells(ctx, unit));
  return series.map(({ id, title, countUnit, expectedCount }) => {
    const own = evenings.filter(({ seriesId }) => seriesId === id);
    const changes = past.filter(({ seriesId }) => seriesId === id);
    const learntFrom = cells.get(countUnit) ?? [];
    return {
      seriesId: id,
      title,
      countUnit,
      ...chartOf(own, seasonOf, learntFrom),
      attendance: attendanceOf(own, changes, {
        current: expectedCount,
        summed: summed.filter(({ seriesId }) => seriesId === id),
      }),
      seasonSeriesCount: new Set(learntFrom.map((cell) => cell.series)).size,
      falseAlarmShare: usualFalseAlarmShare,
    };
  });
}

function chartOf(
  own: readonly Evening[],
  seasonOf: (on: string) => string,
  learntFrom: readonly SeasonCell[],
): Pick<ShownControlChart, 'points' | 'verdict'> {
  const factors = seasonFactors(learntFrom);
  // A month nobody knows is taken to be ordinary; a holiday nobody knows is not judged.
  const seasonFactor = (on: string) => {
    const season = seasonOf(on);
    return factors.get(season) ?? (season === holiday ? null : 1);
  };
  const weekdays = weekdayFactors(
    own.flatMap(({ heldOn, visitCount }) => {
      const factor = seasonFactor(heldOn);
      return factor === null ? [] : [{ weekday: weekdayOf(heldOn), count: visitCount, factor }];
    }),
  );
  const { points, verdict } = controlChart(
    own.map(({ heldOn, visitCount }) => {
      const factor = seasonFactor(heldOn);
      return { count: visitCount, factor: factor === null ? null : factor * (weekdays.get(weekdayOf(heldOn)) ?? 1) };
    }),
  );
  return {
    points: own.map((evening, index) => ({
      sessionId: evening.id,
      on: evening.heldOn,
      count: evening.visitCount,
      ...(points[index] ?? { expected: null, lower: null, upper: null, state: 'notJudged' as const }),
    })),
    verdict: shownVerdictOf(verdict, own),
  };
}

function shownVerdictOf(verdict: ChartVerdict, own: readonly Evening[]): ShownVerdict {
  if (verdict.kind !== 'look' && verdict.kind !== 'newLevel') return verdict;
  const until = verdict.kind === 'look' ? own.length - 1 : verdict.shift.seenAt;
  return { ...verdict, shift: shownShiftOf(verdict.shift, own, until) };
}

function shownShiftOf(
  { direction, from, seenAt, mean, expectedMean }: Shift,
  own: readonly Evening[],
  until: number,
): ShownShift {
  return {
    direction,
    fromOn: own[from]?.heldOn ?? '',
    seenOn: own[seenAt]?.heldOn ?? '',
    eveningCount: until - from + 1,
    mean,
    expectedMean,
  };
}

/** What retention left of evenings somebody was expected on. */
interface SummedExpectation {
  expectedSessionCount: number;
  expectedCount: number;
  expectedPresentCount: number;
}

function attendanceOf(
  own: readonly Evening[],
  changes: readonly { untilOn: string; expectedCount: number | null }[],
  { current, summed }: { current: number | null; summed: readonly SummedExpectation[] },
): ShownControlChart['attendance'] {
  const asked = own.flatMap(({ heldOn, visitCount }) => {
    const expected = expectedOn(heldOn, changes, current);
    return expected === null || expected === 0 ? [] : [{ visitCount, expected }];
  });
  const total = (of: keyof SummedExpectation) => summed.reduce((sum, one) => sum + one[of], 0);
  const eveningCount = asked.length + total('expectedSessionCount');
  if (eveningCount === 0) return null;
  return {
    eveningCount,
    presentCount: asked.reduce((sum, one) => sum + one.visitCount, 0) + total('expectedPresentCount'),
    expectedCount: asked.reduce((sum, one) => sum + one.expected, 0) + total('expectedCount'),
    changedOn: changes.map(({ untilOn }) => untilOn),
  };
}

/** Which season an evening belongs to: its month, or the holidays when the municipality's schools are closed or the day is a public holiday. */
async function seasonsOf(
  { em, project }: Context,
  evenings: readonly { heldOn: string }[],
): Promise<(on: string) => string> {
  const [first, last] = [evenings[0]?.heldOn, evenings.at(-1)?.heldOn];
  if (first === undefined || last === undefined) return (on) => on.slice(5, 7);
  const closed = await reader(em)
    .selectFrom('schoolHoliday')
    .where('municipalityId', '=', project.municipalityId)
    .where('lastOn', '>=', first)
    .where('firstOn', '<=', last)
    .select(['firstOn', 'lastOn'])
    .execute();
  return (on) => {
    const isClosed =
      closed.some((one) => one.firstOn <= on && on <= one.lastOn) ||
      publicHolidays(yearOf(on)).some((one) => one.on === on);
    return isClosed ? holiday : on.slice(5, 7);
  };
}

/** How the seasons went in the municipality's other series of the same unit: sums only, never this project's own. */
async function seasonCells({ em, project, clock }: Context, unit: CountUnit): Promise<SeasonCell[]> {
  const today = clock.today();
  const from = addDays(today, -seasonDays);
  const holidays = [yearOf(from), yearOf(from) + 1, yearOf(from) + 2, yearOf(today)].flatMap((year) =>
    publicHolidays(year).map(({ on }) => on),
  );
  const { rows } = await sql<SeasonCell>`
    with others as (
      select series.id, project.municipality_id from series join project on project.id = series.project_id
      where project.municipality_id = ${project.municipalityId} and project.id <> ${project.projectId}
        and series.count_unit = ${unit} and series.first_on <= ${today}::date and series.last_on >= ${from}::date
      order by series.first_on desc, series.id limit ${seasonSeriesLimit}
    )
    select series_id as series,
      case when held_on = any(${holidays}::date[]) or exists (
        select 1 from school_holiday
        where school_holiday.municipality_id = others.municipality_id and held_on between first_on and last_on
      ) then ${holiday} else to_char(held_on, 'MM') end as season,
      count(*)::int as "eveningCount", sum(visit_count)::int as "visitCount"
    from session join others on others.id = session.series_id
    where state = 'held' and visit_count is not null and held_on >= ${from}::date and held_on <= ${today}::date
    group by 1, 2 order by 1, 2
  `.execute(reader(em));
  return rows;
}
