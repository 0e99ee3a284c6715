import { addDays, type Day, daysBetween } from '../measures/day.ts';
import type { AnswerValues } from './survey-item.ts';
import { type WaveKind, waveKinds, type WaveState } from './survey.ts';

/** So many days after a round closes, an answer is still taken from a phone that opened it in time. */
export const lateDays = 3;
/** A round is open for at most so many days. */
export const maxWaveDays = 60;
/** No round takes more answers than this: beyond it somebody is filling it by machine. */
export const maxWaveAnswers = 1000;
/** The smallest group anything is said about, to anybody: answers are as hidden from a project's own people as from others. */
export const minSurveyAnswers = 5;

/** When a round can be answered. */
export interface WaveDays {
  kind: WaveKind;
  opensOn: Day;
  closesOn: Day;
  /** Ended by hand: nothing is taken from then on. */
  endedOn: Day | null;
}

/** The last day an answer is taken: the day it closes and those a phone without network is waited for. */
export function lateUntil({ closesOn }: Pick<WaveDays, 'closesOn'>): Day {
  return addDays(closesOn, lateDays);
}

/** Where a round is on a day. It is open from its first day to its last, both included, unless it was ended by hand. */
export function waveState(wave: WaveDays, today: Day): WaveState {
  if (wave.endedOn !== null || wave.closesOn < today) return 'over';
  return today < wave.opensOn ? 'waiting' : 'open';
}

/** Whether no answer can come any more, so that two looks at the results never differ by one person. */
export function isSettled(wave: WaveDays, today: Day): boolean {
  return wave.endedOn !== null || lateUntil(wave) < today;
}

/** Whether an answer is taken on a day from a page that was opened on `openedOn`. */
export function takesAnswer(wave: WaveDays, { openedOn, today }: { openedOn: Day; today: Day }): boolean {
  const wasOpen = openedOn >= wave.opensOn && openedOn <= wave.closesOn;
  return wasOpen && wave.endedOn === null && today >= wave.opensOn && today <= lateUntil(wave);
}

/** What is wrong with the days of a round among the survey's others; null when nothing is. */
export function waveHindrance(
  wave: WaveDays,
  others: readonly WaveDays[],
  { unlinkOn, today }: { unlinkOn: Day | null; today: Day },
): 'twice' | 'backwards' | 'long' | 'passed' | 'order' | 'afterUnlink' | null {
  if (others.some(({ kind }) => kind === wave.kind)) return 'twice';
  if (wave.closesOn < wave.opensOn) return 'backwards';
  if (daysBetween(wave.opensOn, wave.closesOn) >= maxWaveDays) return 'long';
  if (wave.closesOn < today) return 'passed';
  const place = waveKinds.indexOf(wave.kind);
  const isInOrder = others.every((other) => {
    const isEarlier = waveKinds.indexOf(other.kind) < place;
    const [first, second] = isEarlier ? [other, wave] : [wave, other];
    return (first.endedOn ?? first.closesOn) <= second.opensOn;
  });
  if (!isInOrder) return 'order';
  return unlinkOn !== null && lateUntil(wave) >= unlinkOn ? 'afterUnlink' : null;
}

/** One answer as it is kept: no time, no phone, nothing but a random id, what ties it to another round, and the values. */
export interface KeptAnswer {
  /** Random; drawn anew when the survey is closed. */
  id: string;
  /** Before closing the sealed hash of a card's code, after it a random name both answers of a pair share; null when nothing ties it. */
  link: string | null;
  values: AnswerValues;
}

/**
 * The answers of a round with one more, in the order of their random ids, which tells nothing about when. The same id
 * again changes nothing; under a link that has answered already the first answer stays and the double is counted.
 */
export function withAnswer(
  answers: readonly KeptAnswer[],
  answer: KeptAnswer,
): { answers: KeptAnswer[]; outcome: 'kept' | 'repeated' | 'double' } {
  if (answers.some(({ id }) => id === answer.id)) return { answers: [...answers], outcome: 'repeated' };
  if (answer.link !== null && answers.some(({ link }) => link === answer.link))
    return { answers: [...answers], outcome: 'double' };
  return { answers: [...answers, answer].toSorted((a, b) => (a.id < b.id ? -1 : 1)), outcome: 'kept' };
}

/**
 * The answers of all rounds without what tied them to cards: links shared between rounds become random names, all other
 * links go, and every id is drawn anew. Their order, which was random, stays, so that nothing that rests on it changes.
 * `drawId` draws a random id.
 */
export function unlinked(rounds: readonly (readonly KeptAnswer[])[], drawId: () => string): KeptAnswer[][] {
  const seen = new Map<string, number>();
  for (const { link } of rounds.flat()) if (link !== null) seen.set(link, (seen.get(link) ?? 0) + 1);
  const names = new Map([...seen].flatMap(([link, count]) => (count > 1 ? [[link, drawId()] as const] : [])));
  return rounds.map((answers) => {
    const ids = answers.map(() => drawId()).toSorted();
    return answers.map(({ link, values }, place) => ({
      id: ids[place] ?? '',
      link: link === null ? null : (names.get(link) ?? null),
      values,
    }));
  });
}

/** Two answers of one card, or of nobody knows which of two cards that share a typing error. */
export interface LinkedPair {
  before: KeptAnswer;
  after: KeptAnswer;
}

/** The pairs of two rounds, and who stands alone in each, all in the order of random ids. */
export function linkRoundsOf(
  before: readonly KeptAnswer[],
  after: readonly KeptAnswer[],
): { pairs: LinkedPair[]; onlyBefore: KeptAnswer[]; onlyAfter: KeptAnswer[] } {
  const byLink = new Map(after.flatMap((answer) => (answer.link === null ? [] : [[answer.link, answer] as const])));
  const pairs = before.flatMap((answer) => {
    const other = answer.link === null ? undefined : byLink.get(answer.link);
    return other === undefined ? [] : [{ before: answer, after: other }];
  });
  const isPaired = new Set(pairs.flatMap((pair) => [pair.before, pair.after]));
  return {
    pairs,
    onlyBefore: before.filter((answer) => !isPaired.has(answer)),
    onlyAfter: after.filter((answer) => !isPaired.has(answer)),
  };
}

/**
 * How many pairs are left out so that nobody can subtract the pairs from all and read off a few: the fewest that leave on
 * each side either nobody or at least `smallest` outside. Which ones go is decided by the order of random ids.
 */
export function leftOutCount(outside: { before: number; after: number }, smallest: number): number {
  const sides = [outside.before, outside.after];
  const isSafe = (more: number) => sides.every((side) => side + more === 0 || side + more >= smallest);
  let count = 0;
  while (!isSafe(count)) count += 1;
  return count;
}

/**
 * How many pairs a change of one thing leaves out: the fewest, in the order of random ids, that leave on each side nobody
 * outside or a group that could be shown by itself, so that subtracting the pairs from all who answered tells nothing
 * about a few. Such a group is at least `smallest` people who gave at least `smallest` points and could have given as many
 * more (of a yes or no: as many of each). All of them where no number will do.
 */
export function leavesFew(
  pairs: readonly { from: number; to: number }[],
  everybody: { before: readonly number[]; after: readonly number[] },
  { min, max, step, smallest }: { min: number; max: number; step: number; smallest: number },
): number {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const sides = [
    { pairs: pairs.map(({ from }) => from), all: everybody.before },
    { pairs: pairs.map(({ to }) => to), all: everybody.after },
  ].map((side) => ({ pairs: side.pairs, n: side.all.length - pairs.length, sum: sum(side.all) - sum(side.pairs) }));
  const canStand = ({ n, sum: total }: { n: number; sum: number }) =>
    n === 0 || (n >= smallest && total - n * min >= smallest * step && n * max - total >= smallest * step);
  for (let count = 0; count < pairs.length; count += 1) {
    if (sides.every(canStand)) return count;
    for (const side of sides) {
      side.n += 1;
      side.sum += side.pairs[count] ?? 0;
    }
  }
  return pairs.length;
}

/** How likely somebody types a card's code wrong, where no camera reads it: a guess on the careful side. */
export const typingErrorShare = 0.05;
/** How many codes there are: eighteen signs in five places. */
const codeCount = 18 ** 5;

/** What linking by hand-typed codes can be expected to lose and to mix up. */
export interface ExpectedMismatch {
  /** The share of those who answered twice whose answers find each other, 0–1. */
  foundShare: number;
  /** How many of those who answered twice are expected not to be linked. */
  lostCount: number;
  /** How many pairs are expected to belong to two different people. */
  mixedCount: number;
}

/**
 * What is lost to typing errors between two rounds: a pair is found when both codes are right, (1 − e)². A wrong code is
 * somebody else's with the chance that a random code is one of the others. `linkedCount` pairs were found.
 */
export function expectedMismatch({
  beforeCount,
  afterCount,
  linkedCount,
  errorShare = typingErrorShare,
}: {
  beforeCount: number;
  afterCount: number;
  linkedCount: number;
  errorShare?: number;
}): ExpectedMismatch {
  const foundShare = (1 - errorShare) ** 2;
  const most = Math.min(beforeCount, afterCount) - linkedCount;
  const lostCount = Math.max(0, Math.min(most, linkedCount / foundShare - linkedCount));
  const wrongCount = errorShare * (beforeCount + afterCount);
  return { foundShare, lostCount, mixedCount: (wrongCount * Math.max(beforeCount, afterCount)) / codeCount };
}

/** Whether so few of those who answered before were found again that a change says little: under half. */
export function isThinlyLinked({ beforeCount, linkedCount }: { beforeCount: number; linkedCount: number }): boolean {
  return linkedCount * 2 < beforeCount;
}

/**
 * The change of a mean over everybody who answered before, if all who were not found again had ended at the bottom, or at
 * the top: the bounds no pattern of drop-out can lie outside of. In the unit of the scale; null without anybody.
 */
export function dropOutBounds({
  changes,
  missing,
  min,
  max,
}: {
  /** after − before of those who were found again. */
  changes: readonly number[];
  /** The values before of those who were not. */
  missing: readonly number[];
  min: number;
  max: number;
}): { worst: number; best: number } | null {
  const count = changes.length + missing.length;
  if (count === 0) return null;
  const sum = changes.reduce((total, change) => total + change, 0);
  const ended = (end: number) => missing.reduce((total, value) => total + (end - value), sum) / count;
  return { worst: ended(min), best: ended(max) };
}

/**
 * How many linked answers it takes to find a mean change with 80 % power at the 5 % limit, two-sided; the
 * normal approximation with Guenther's correction (1981, The American Statistician 35:243). `change` and `sdChange` in the
 * unit of the scale; null when either is not above 0.
 */
export function pairsNeeded({ change, sdChange }: { change: number; sdChange: number }): number | null {
  if (!(change > 0) || !(sdChange > 0)) return null;
  const z = 1.959964 + 0.841621;
  return Math.ceil((z * sdChange) ** 2 / change ** 2 + 1.959964 ** 2 / 2);
}
