import { cusumLimit } from './cusum.ts';

/** One evening of a series: how many came, and how many come on such an evening against an ordinary one (season, weekday, holiday; 1 = ordinary). */
export interface ChartEvening {
  count: number;
  /** Null where nothing is known about such evenings: the evening is shown and not judged. */
  factor: number | null;
}

/** How an evening looks to the chart. `learning`: the level is still being found; `fewer`, `more`: part of a real shift. */
export type EveningState = 'learning' | 'ordinary' | 'fewer' | 'more' | 'notJudged';

/** One evening of the chart: what was expected, the limits of ordinary variation (99 of 100 evenings) and the state. Null while nothing can be expected. */
export interface ChartPoint {
  expected: number | null;
  lower: number | null;
  upper: number | null;
  state: EveningState;
}

/**
 * A real shift: from which evening (an index), and on which it was seen. Means are per judged evening, over the evenings from the first to the
 * one it was seen on; in the verdict *look* over all evenings since the first, against the level before.
 */
export interface Shift {
  direction: 'fewer' | 'more';
  from: number;
  seenAt: number;
  mean: number;
  expectedMean: number;
}

/** What the whole chart says. Numbers of evenings are those that could be judged. */
export type ChartVerdict =
  | { kind: 'tooFewEvenings'; eveningCount: number; neededCount: number }
  | { kind: 'tooFewVisits'; level: number; neededLevel: number }
  | { kind: 'ordinary'; level: number }
  | { kind: 'look'; shift: Shift }
  | { kind: 'newLevel'; shift: Shift; level: number; levelBefore: number };

export interface ControlChart {
  points: ChartPoint[];
  shifts: Shift[];
  verdict: ChartVerdict;
}

/** Evenings from which a level is learnt before the next is judged. */
export const learningCount = 8;
/** On how many ordinary evenings the chart may speak unless told otherwise: one in fifty, little more than once in a year of Fridays. */
export const usualFalseAlarmShare = 0.02;
/** The change the chart is made to find. */
const soughtShare = 0.4;
/** How many times more than Poisson's the variance of an open evening is taken to be, and how many evenings that guess weighs. */
const usualDispersion = 2;
const guessWeight = 8;
/** The part of the false alarms given to drops, which matter more than rises. */
const dropPart = 0.8;
/** The level over the dispersion below which hardly every second 40 % drop is found in four evenings; smaller series get no answer. */
const smallestSize = 8;
/** Two-sided 99 % of a normal distribution. */
const limitScore = 2.5758;

/** What is known about the level of a series so far. */
interface Level {
  start: number;
  visits: number;
  /** Sum of factors: how many ordinary evenings the evenings are worth. */
  worth: number;
  squares: number;
  count: number;
}

interface Sum {
  value: number;
  from: number;
}

/**
 * A self-starting CUSUM for counts that vary more than Poisson's, in the order of the evenings. `falseAlarmShare` is the share of ordinary
 * evenings on which it may speak (0.02: one in fifty); small series and the first evenings get no answer instead of a guess.
 *
 * Each evening is compared with the level of all evenings before it, times its own factor, on the square-root scale, which makes the variance
 * of a count even (Bartlett 1936); the score is a recursive residual (Brown, Durbin and Evans 1975), taken from Student's t to the normal
 * (Wallace 1959), because the dispersion is learnt too. Page's CUSUM (1954) adds scores up, made for a change of 40 % either way, limits by
 * {@link cusumLimit}. No single evening is let past the limit (Lucas and Crosier 1982): a shift takes at least two. After a shift the level is
 * learnt anew from the evening the sum began to grow. Assumes that evenings do not depend on each other once the factors are taken out.
 */
export function controlChart(
  evenings: readonly ChartEvening[],
  { falseAlarmShare = usualFalseAlarmShare }: { falseAlarmShare?: number } = {},
): ControlChart {
  const points: ChartPoint[] = [];
  const shifts: Shift[] = [];
  let level = levelFrom(0);
  let levelBefore = 0;
  let limits: { k: number; drop: number; rise: number } | null = null;
  let drop: Sum = { value: 0, from: 0 };
  let rise: Sum = { value: 0, from: 0 };

  evenings.forEach((evening, at) => {
    if (evening.factor === null || evening.factor <= 0) {
      points.push({ expected: null, lower: null, upper: null, state: 'notJudged' });
      return;
    }
    const known = { count: evening.count, factor: evening.factor };
    const dispersion = dispersionOf(level);
    const mean = level.worth === 0 ? 0 : level.visits / level.worth;
    const isJudged = level.count >= learningCount && mean > 0;
    const expected = mean * known.factor;
    // While a new level is learnt, an evening is still seen against the old one.
    const seenAgainst = isJudged ? expected : levelBefore * known.factor;
    const state = isJudged ? 'ordinary' : 'learning';
    points.push(
      seenAgainst > 0 ? { expected: seenAgainst, ...limitsAround(seenAgainst, dispersion), state } : nothingExpected,
    );
    if (isJudged && mean / dispersion >= smallestSize) limits ??= limitsFor(mean / dispersion, falseAlarmShare);
    if (limits !== null) {
      const { k } = limits;
      const score = normalScore(scoreOf(known, level, dispersion), guessWeight + level.count - 1);
      drop = grown(drop, Math.min(-score, limits.drop + k) - k, at);
      rise = grown(rise, Math.min(score, limits.rise + k) - k, at);
      const isDrop = drop.value > limits.drop && drop.from < at;
      if (isDrop || (rise.value > limits.rise && rise.from < at)) {
        const { from } = isDrop ? drop : rise;
        const direction = isDrop ? 'fewer' : 'more';
        shifts.push({ direction, from, seenAt: at, ...meansOf(evenings, points, from, at) });
        for (let index = from; index <= at; index++)
          points[index] = withState(points[index] ?? nothingExpected, direction);
        levelBefore = mean;
        level = levelFrom(from);
        for (const one of evenings.slice(from, at)) level = learnt(level, one);
        limits = null;
        drop = rise = { value: 0, from: at + 1 };
      }
    }
    level = learnt(level, known);
  });
  const verdict = verdictOf(level, levelBefore, shifts, limits !== null);
  if (verdict.kind !== 'look') return { points, shifts, verdict };
  const sinceThen = meansOf(evenings, points, verdict.shift.from, evenings.length - 1);
  return { points, shifts, verdict: { kind: 'look', shift: { ...verdict.shift, ...sinceThen } } };
}

const nothingExpected: ChartPoint = { expected: null, lower: null, upper: null, state: 'learning' };

function levelFrom(start: number): Level {
  return { start, visits: 0, worth: 0, squares: 0, count: 0 };
}

function learnt(level: Level, { count, factor }: ChartEvening): Level {
  if (factor === null || factor <= 0) return level;
  const score = level.worth > 0 && level.visits > 0 ? scoreOf({ count, factor }, level, 1) : 0;
  return {
    start: level.start,
    visits: level.visits + count,
    worth: level.worth + factor,
    squares: level.squares + score * score,
    count: level.count + 1,
  };
}

/** Never below Poisson's own: a quiet spell must not make the chart nervous. */
function dispersionOf({ squares, count }: Level): number {
  return Math.max(1, (guessWeight * usualDispersion + squares) / (guessWeight + Math.max(0, count - 1)));
}

/** How far an evening lies from what the evenings before it let expect, in its own standard deviations. */
function scoreOf(evening: { count: number; factor: number }, level: Level, dispersion: number): number {
  const expected = (level.visits / level.worth) * evening.factor;
  // The mean of a root is a little less than the root of the mean.
  const center = Math.sqrt(expected) - dispersion / (8 * Math.sqrt(expected));
  const variance = dispersion * (1 + evening.factor / level.worth);
  return (2 * (Math.sqrt(evening.count) - center)) / Math.sqrt(variance);
}

/** Student's t with `freedom` degrees as a normal score (Wallace 1959). */
function normalScore(t: number, freedom: number): number {
  const size = Math.sqrt(freedom * Math.log1p((t * t) / freedom));
  return (Math.sign(t) * size * (8 * freedom + 1)) / (8 * freedom + 3);
}

function grown(sum: Sum, by: number, at: number): Sum {
  const value = Math.max(0, sum.value + by);
  return { value, from: sum.value === 0 ? at : sum.from };
}

function limitsFor(size: number, falseAlarmShare: number): { k: number; drop: number; rise: number } {
  // Half the change looked for; on the root scale a drop of 40 % is that many standard deviations.
  const k = (soughtShare / 2) * Math.sqrt(size);
  return {
    k,
    drop: cusumLimit(k, 1 / (falseAlarmShare * dropPart)),
    rise: cusumLimit(k, 1 / (falseAlarmShare * (1 - dropPart))),
  };
}

function limitsAround(expected: number, dispersion: number): { lower: number; upper: number } {
  const reach = (limitScore * Math.sqrt(dispersion)) / 2;
  return { lower: Math.max(0, Math.sqrt(expected) - reach) ** 2, upper: (Math.sqrt(expected) + reach) ** 2 };
}

function withState(point: ChartPoint, direction: Shift['direction']): ChartPoint {
  return point.state === 'notJudged' ? point : { ...point, state: direction };
}

function meansOf(evenings: readonly ChartEvening[], points: readonly ChartPoint[], from: number, until: number) {
  let seen = 0;
  let expected = 0;
  let count = 0;
  for (let index = from; index <= until; index++) {
    const point = points[index];
    if (point === undefined || point.expected === null) continue;
    seen += evenings[index]?.count ?? 0;
    expected += point.expected;
    count += 1;
  }
  return { mean: seen / Math.max(1, count), expectedMean: expected / Math.max(1, count) };
}

function verdictOf(level: Level, levelBefore: number, shifts: readonly Shift[], isLarge: boolean): ChartVerdict {
  const shift = shifts.at(-1);
  if (shift !== undefined && level.count < learningCount) return { kind: 'look', shift };
  if (level.count < learningCount)
    return { kind: 'tooFewEvenings', eveningCount: level.count, neededCount: learningCount };
  const mean = level.visits / level.worth;
  if (shift !== undefined) return { kind: 'newLevel', shift, level: mean, levelBefore };
  if (!isLarge) return { kind: 'tooFewVisits', level: mean, neededLevel: smallestSize * dispersionOf(level) };
  return { kind: 'ordinary', level: mean };
}
