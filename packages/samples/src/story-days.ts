import { addDays, instantOf, yearOf } from '@forspring/domain/measures/day';

/** The day the story is told on, and the days around it. */
export class StoryDays {
  readonly anchorOn: string;
  readonly now: Date;
  /** The running year; the year before is closed, the year after proposed. */
  readonly year: number;

  readonly #noons = new Map<string, number>();

  constructor(anchorOn: string, now: Date) {
    this.anchorOn = anchorOn;
    this.now = now;
    this.year = yearOf(anchorOn);
  }

  /** The day, or so many days before the anchor when it would lie later than that: what has been told has happened. */
  passed(day: string, daysBefore: number): string {
    const latest = addDays(this.anchorOn, -daysBefore);
    return day < latest ? day : latest;
  }

  /** The instant of a clock time between breakfast and midnight on a day, never later than now. */
  at(day: string, minute: number): Date {
    // The clock of a day is looked up once: summer time begins and ends at night.
    const noon = this.#noons.get(day) ?? instantOf(day, 720).getTime();
    this.#noons.set(day, noon);
    return new Date(Math.min(noon + (minute - 720) * 60_000, this.now.getTime()));
  }
}
