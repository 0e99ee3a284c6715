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
export type ReleasedFigureName = (typeof releasedFigureNames)[number];
export type ReleasedFigures = Record<ReleasedFigureName, number>;

/** Why later figures of a project are not published yet: too small a step from something published, or only hours moved. */
export const heldFiguresReasons = ['smallStep', 'hoursOnly'] as const;
export type HeldFiguresReason = (typeof heldFiguresReasons)[number];

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
  return whyHeld(candidate, earlier, k) === null;
}

/** Why {@link mayRelease} refuses: a count moved by less than k from something published, or hours moved alone; null when it does not. */
export function whyHeld(
  candidate: ReleasedFigures,
  earlier: readonly ReleasedFigures[],
  k: number,
): HeldFiguresReason | null {
  const isSmallStep = earlier.some((before) =>
    counted.some((name) => candidate[name] !== before[name] && Math.abs(candidate[name] - before[name]) < k),
  );
  if (isSmallStep) return 'smallStep';
  const isHoursOnly = earlier.some(
    (before) => candidate.visitMinutes !== before.visitMinutes && candidate.visitCount === before.visitCount,
  );
  return isHoursOnly ? 'hoursOnly' : null;
}

/** Whether two sets of figures are the same in everything that is published. */
export function isSameRelease(a: ReleasedFigures, b: ReleasedFigures): boolean {
  return releasedFigureNames.every((name) => a[name] === b[name]);
}
