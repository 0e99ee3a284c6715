import { z } from 'zod';
import { tiers } from '../interventions/intervention.ts';
import { freeText } from '../measures/text.ts';
import { indicatorDirections, indicatorUnits, shownIndicator } from './goal.ts';
import { disaggregations } from './part.ts';

const age = z.number().int().min(10).max(25).nullable();

/** Everything a card of the library says of what is measured and how. */
const cardFields = {
  titleDa: freeText({ max: 160 }),
  titleEn: freeText({ max: 160 }),
  tier: z.enum(tiers).nullable(),
  unit: z.enum(indicatorUnits),
  direction: z.enum(indicatorDirections),
  source: freeText({ max: 200 }),
  numerator: freeText({ max: 200, optional: true }),
  denominator: freeText({ max: 200, optional: true }),
  method: freeText({ max: 1000, optional: true }),
  sourceEn: freeText({ max: 200, optional: true }).default(null),
  numeratorEn: freeText({ max: 200, optional: true }).default(null),
  denominatorEn: freeText({ max: 200, optional: true }).default(null),
  methodEn: freeText({ max: 1000, optional: true }).default(null),
  disaggregations: z.array(z.enum(disaggregations)).max(disaggregations.length),
  minAge: age,
  maxAge: age,
};

function checkCard(
  card: {
    unit: string;
    numerator?: string | null;
    denominator?: string | null;
    minAge: number | null;
    maxAge: number | null;
  },
  context: z.RefinementCtx,
): void {
  if (card.unit === 'share')
    for (const name of ['numerator', 'denominator'] as const)
      if (!card[name]) context.addIssue({ code: 'custom', path: [name], params: { code: 'goal.shareNeedsParts' } });
  if (card.minAge !== null && card.maxAge !== null && card.maxAge < card.minAge)
    context.addIssue({ code: 'custom', path: ['maxAge'], params: { code: 'goal.agesReversed' } });
}

/** A card new to the library. */
export const indicatorCardInput = z.object({ id: z.uuid(), ...cardFields }).superRefine(checkCard);
export type IndicatorCardInput = z.infer<typeof indicatorCardInput>;

/** The next version of a card, and why it is measured differently from now on. `afterVersion` is the version it was written on. */
export const indicatorVersionInput = z
  .object({
    id: z.uuid(),
    key: z.string().min(1).max(120),
    afterVersion: z.number().int().min(1),
    ...cardFields,
    changeReason: freeText({ max: 600 }),
  })
  .superRefine(checkCard);
export type IndicatorVersionInput = z.infer<typeof indicatorVersionInput>;

/** A version of a card as the library shows it. */
export const shownIndicatorVersion = shownIndicator.extend({
  method: z.string(),
  methodEn: z.string(),
  disaggregations: z.array(z.enum(disaggregations)),
  minAge: z.number().int().nullable(),
  maxAge: z.number().int().nullable(),
  changeReason: z.string(),
  createdBy: z.string().nullable(),
  createdAt: z.string().nullable(),
  /** How many goals are measured by this version. */
  goalCount: z.number().int(),
});
export type ShownIndicatorVersion = z.infer<typeof shownIndicatorVersion>;

/** The library: the newest version of each card, with how many there are. */
export const shownIndicatorLibrary = z.object({
  cards: z.array(shownIndicatorVersion.extend({ versionCount: z.number().int() })),
  mayAdd: z.boolean(),
});
export type ShownIndicatorLibrary = z.infer<typeof shownIndicatorLibrary>;

/** One card with every version, newest first, and the reader's own municipality's goals that use it. */
export const shownIndicatorCard = z.object({
  versions: z.array(shownIndicatorVersion).min(1),
  goals: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      version: z.number().int(),
      projectId: z.uuid(),
      project: z.string(),
      year: z.number().int(),
    }),
  ),
  mayAddVersion: z.boolean(),
});
export type ShownIndicatorCard = z.infer<typeof shownIndicatorCard>;
