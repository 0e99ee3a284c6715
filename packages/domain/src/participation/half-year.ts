import { z } from 'zod';
import { cellOf } from '../measures/cell.ts';
import { id } from '../measures/ids.ts';

/** The individual tier's only participation: how many started and how many completed in a half-year (1 is January–June). */
export const halfYearTotal = z.object({
  year: z.number().int().min(2000).max(2100),
  half: z.union([z.literal(1), z.literal(2)]),
  startedCount: z.number().int().min(0).max(500),
  completedCount: z.number().int().min(0).max(500),
});
export type HalfYear = z.infer<typeof halfYearTotal>;

/** One half-year of a project: those who register meet the numbers, everybody else what the gate leaves. */
export const shownHalfYear = z.object({
  year: z.number().int(),
  half: z.union([z.literal(1), z.literal(2)]),
  started: cellOf(z.number()),
  completed: cellOf(z.number()),
  /** 0 when nothing is registered. */
  version: z.number().int(),
  id: id.nullable(),
});

/** The half-years a project runs in, in order. */
export const shownHalfYears = z.object({
  halfYears: z.array(shownHalfYear),
  abilities: z.object({ mayRegister: z.boolean() }),
});
export type ShownHalfYears = z.infer<typeof shownHalfYears>;
