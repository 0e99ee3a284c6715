import { z } from 'zod';
import { cellOf } from '../measures/cell.ts';
import { interval } from '../measures/interval.ts';
import { freeText } from '../measures/text.ts';
import { ageBands, genders } from '../participation/session.ts';

/** What a measurement may be divided by: age band, gender, or place within the area. */
export const disaggregations = ['ageBand', 'gender', 'place'] as const;
export type Disaggregation = (typeof disaggregations)[number];

/** The categories of a division, by their codes; places are named by whoever measures. */
export const partCategories: Readonly<Record<Disaggregation, readonly string[] | null>> = {
  ageBand: ageBands,
  gender: genders,
  place: null,
};

/** The most groups one reading is divided into in one way. More would leave a few people in each. */
export const mostParts = 12;

const counted = z.number().int().min(0).max(1_000_000).nullable();

/** One part of a measurement: those of one age band, gender or place. Of a share the counts, of a mean the value with its n, else the count. */
export const measurementPart = z.object({
  dimension: z.enum(disaggregations),
  /** An age band or gender by its code; a place by its name. */
  category: freeText({ max: 80 }),
  value: z.number().min(-1e12).max(1e12).nullable(),
  numeratorCount: counted,
  baseCount: counted,
});
export type MeasurementPart = z.infer<typeof measurementPart>;

/** One part as one audience sees it. `numerator` and `base` are null where the unit has none. */
export const shownPart = z.object({
  /** An age band or gender by its code, a place by its name; null for those whom the reading puts in no group. */
  category: z.string().nullable(),
  /** A share with its interval, a mean with its n, or a count. */
  result: cellOf(interval),
  numerator: cellOf(z.number()).nullable(),
  base: cellOf(z.number()).nullable(),
});
export type ShownPart = z.infer<typeof shownPart>;

/** One way a reading is divided, its groups in their order and those in none last; the reading itself is the whole. */
export const shownDivision = z.object({ dimension: z.enum(disaggregations), parts: z.array(shownPart) });
export type ShownDivision = z.infer<typeof shownDivision>;
