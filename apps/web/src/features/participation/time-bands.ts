import { addDays, minuteOf } from '@forspring/domain/measures/day';
import type { ShownSession } from '@forspring/domain/participation/shown-session';

/** A part of an evening, from a minute to another; `fromMinute` 0 is the whole evening. */
export interface TimeBand {
  fromMinute: number;
  untilMinute: number;
}

/** The parts an evening is counted in: the series' own, and the whole where somebody has counted without them. */
export function bandsOf(
  { timeBands, endMinute }: Pick<ShownSession, 'timeBands' | 'endMinute'>,
  counts: readonly { fromMinute: number }[],
): TimeBand[] {
  const starts = new Set([...timeBands, ...counts.map(({ fromMinute }) => fromMinute)]);
  if (timeBands.length === 0) starts.add(0);
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((fromMinute, index) => ({ fromMinute, untilMinute: sorted[index + 1] ?? endMinute }));
}

/** The part of the evening that the clock is in; the first before it began or on another day, the last after it ended. */
export function bandNow(
  { heldOn }: Pick<ShownSession, 'heldOn'>,
  bands: readonly TimeBand[],
  today: string,
  at: Date,
): number {
  // The day is the server's; only the hour is taken from the phone.
  const minute = minuteOf(at) + (heldOn === addDays(today, -1) ? 1440 : 0);
  const isTonight = heldOn === today || minute >= 1440;
  const begun = isTonight ? bands.filter(({ fromMinute }) => fromMinute <= minute) : [];
  return (begun.at(-1) ?? bands[0])?.fromMinute ?? 0;
}
