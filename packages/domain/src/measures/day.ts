import { z } from 'zod';
import { isDay } from './calendar-day.ts';

// Reckoning with days needs no schemas, and a phone that only reckons fetches none.
export * from './calendar-day.ts';

/** A real day of the calendar, `YYYY-MM-DD`, as lived in Europe/Copenhagen. Text order is time order. */
export const day = z.string().refine(isDay, { error: 'Not a day', params: { code: 'day.notADay' } });
/** Minutes after midnight of the day something began, 0–2880: an evening past midnight has an end above 1440 and belongs to the day it began. */
export const minuteOfDay = z.number().int().min(0).max(2880);
