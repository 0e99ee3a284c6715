import { dayOf } from '@forspring/domain/measures/day';

/** The only way to ask what time it is. */
export interface Clock {
  now(): Date;
  /** Today's day in Denmark. */
  today(): string;
}

/** The machine's clock, or one that stands still at `fixedAt` and ticks by real time from there. */
export function clockFrom(fixedAt?: Date): Clock {
  const startedAt = Date.now();
  const now = () => (fixedAt ? new Date(fixedAt.getTime() + Date.now() - startedAt) : new Date());
  return { now, today: () => dayOf(now()) };
}
