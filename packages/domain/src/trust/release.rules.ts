/** A project's figures about people as they are published outside its municipality, frozen from one release to the next. */
export const releasedFigureNames = [
  'heldCount',
  'visitCount',
  'visitMinutes',
  'contactCount',
  'firstTimeCount',
  'firstTimeMissingCount',
  'largestVisitCount',
  'startedCount',
  'completedCount',
] as const;
export type ReleasedFigures = Record<(typeof releasedFigureNames)[number], number>;

/** What is counted in people: the difference between two of them is a count of people too. */
const counted = [
  'visitCount',
  'contactCount',
  'firstTimeCount',
  'largestVisitCount',
  'startedCount',
  'completedCount',
] as const;

/**
 * Whether new figures of a project may be published after all those published before: against each of them every count
 * of people is the same or differs by at least k, the largest threshold of anybody outside. Hours may differ only where
 * visits do, because a longer evening, times its visitors, would tell how many they were.
 */
export function mayRelease(candidate: ReleasedFigures, earlier: readonly ReleasedFigures[], k: number): boolean {
  return earlier.every(
    (before) =>
      counted.every((name) => candidate[name] === before[name] || Math.abs(candidate[name] - before[name]) >= k) &&
      (candidate.visitMinutes === before.visitMinutes || candidate.visitCount !== before.visitCount),
  );
}

/** Whether two sets of figures are the same in everything that is published. */
export function isSameRelease(a: ReleasedFigures, b: ReleasedFigures): boolean {
  return releasedFigureNames.every((name) => a[name] === b[name]);
}
