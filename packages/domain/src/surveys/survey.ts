import { z } from 'zod';
import { day } from '../measures/day.ts';
import { id } from '../measures/ids.ts';
import { freeText } from '../measures/text.ts';
import { type InstrumentKey, instrumentKeys } from './instruments/instruments.ts';
import { type BothTexts, maxAnswerSeconds, secondsOf, type SurveyItem } from './survey-item.ts';

/** The rounds of a survey, in their order. */
export const waveKinds = ['before', 'after', 'followUp'] as const;
export type WaveKind = (typeof waveKinds)[number];

/** Where a round is: to come, open for answers, or over. */
export const waveStates = ['waiting', 'open', 'over'] as const;
export type WaveState = (typeof waveStates)[number];

const maxItems = 12;

const both = (max: number): z.ZodType<BothTexts> =>
  z.object({ da: freeText({ max }), en: freeText({ max, optional: true }) });

const surveyItem: z.ZodType<SurveyItem> = z.discriminatedUnion('kind', [
  z.object({
    id,
    kind: z.literal('instrument'),
    instrument: z.enum(instrumentKeys) satisfies z.ZodType<InstrumentKey>,
  }),
  z.object({
    id,
    kind: z.literal('scale'),
    text: both(160),
    low: both(40),
    high: both(40),
    max: z.number().int().min(4).max(10),
  }),
  z.object({ id, kind: z.literal('smiley'), text: both(160) }),
  z.object({
    id,
    kind: z.literal('choice'),
    text: both(160),
    options: z.array(both(60)).min(2).max(6),
    counted: z.array(z.number().int().min(0).max(5)).max(5),
    isTrait: z.boolean(),
  }),
]);

const issue = (ctx: z.RefinementCtx, path: (string | number)[], code: string) =>
  ctx.addIssue({ code: 'custom', path, params: { code } });

/** The questions of a survey: each id once, each instrument once and alone in its words, at most three minutes in all. */
export const surveyItems = z
  .array(surveyItem)
  .min(1)
  .max(maxItems)
  .superRefine((items, ctx) => {
    items.forEach((item, index) => {
      const isTwice = items.findIndex((other) => other.id === item.id) < index;
      const isSameInstrument =
        item.kind === 'instrument' &&
        items.findIndex((other) => other.kind === 'instrument' && other.instrument === item.instrument) < index;
      if (isTwice || isSameInstrument) issue(ctx, [index], 'survey.twice');
      if (item.kind !== 'choice') return;
      const isCounting = item.counted.length > 0 && item.counted.length < item.options.length;
      if (item.isTrait ? item.counted.length > 0 : !isCounting) issue(ctx, [index, 'counted'], 'survey.whatCounts');
      if (item.counted.some((place) => place >= item.options.length))
        issue(ctx, [index, 'counted'], 'survey.whatCounts');
    });
    if (items.every((item) => item.kind === 'choice' && item.isTrait)) issue(ctx, [], 'survey.onlyTraits');
    if (secondsOf(items) > maxAnswerSeconds) issue(ctx, [], 'survey.tooLong');
  });

const surveyPlan = {
  title: both(120),
  items: surveyItems,
  /** Whether answers of different rounds are linked by a card's code. */
  isLinked: z.boolean(),
  /** The day the salt is destroyed by, which the young people are told; null without a link. */
  unlinkOn: day.nullable(),
};

/** A survey as it is planned, under the id its maker made. */
export const surveyInput = z.object({ id, ...surveyPlan });
export type SurveyInput = z.infer<typeof surveyInput>;

/** A change of a survey's plan. */
export const surveyChangeInput = z.object({ surveyId: id, baseVersion: z.number().int().min(1), ...surveyPlan });
export type SurveyChangeInput = z.infer<typeof surveyChangeInput>;

const wavePlan = {
  opensOn: day,
  closesOn: day,
  /** How many were asked, as somebody counted; null when nobody has. */
  askedCount: z.number().int().min(0).max(5000).nullable(),
};

/** A new round. Its link is made from the server's own chance. */
export const waveInput = z.object({ surveyId: id, id, kind: z.enum(waveKinds), ...wavePlan });
export type WaveInput = z.infer<typeof waveInput>;

/** A change of a round's days, or of how many were asked. */
export const waveChangeInput = z.object({ waveId: id, baseVersion: z.number().int().min(1), ...wavePlan });
export type WaveChangeInput = z.infer<typeof waveChangeInput>;

const bothShown = z.object({ da: z.string(), en: z.string().nullable() });

/** The items as they leave the server. */
const shownItem: z.ZodType<SurveyItem> = z.discriminatedUnion('kind', [
  z.object({ id, kind: z.literal('instrument'), instrument: z.enum(instrumentKeys) }),
  z.object({
    id,
    kind: z.literal('scale'),
    text: bothShown,
    low: bothShown,
    high: bothShown,
    max: z.number().int(),
  }),
  z.object({ id, kind: z.literal('smiley'), text: bothShown }),
  z.object({
    id,
    kind: z.literal('choice'),
    text: bothShown,
    options: z.array(bothShown),
    counted: z.array(z.number().int()),
    isTrait: z.boolean(),
  }),
]);

/** A round as the project's page shows it. How many have answered is a count and nothing else. */
export const shownWave = z.object({
  id,
  kind: z.enum(waveKinds),
  opensOn: z.string(),
  closesOn: z.string(),
  endedOn: z.string().nullable(),
  askedCount: z.number().int().nullable(),
  state: z.enum(waveStates),
  /** The last day a phone without network is waited for. */
  lateUntil: z.string(),
  /** How many have answered; like the doubles null for those who do not hand the link out. */
  answerCount: z.number().int().nullable(),
  /** Answers under a card that had answered already; the first one counts. */
  doubleCount: z.number().int().nullable(),
  /** The address young people open; null for those who may not hand it out. */
  path: z.string().nullable(),
  version: z.number().int(),
});
export type ShownWave = z.infer<typeof shownWave>;

/** A survey as the project's page shows it. */
export const shownSurvey = z.object({
  id,
  title: bothShown,
  items: z.array(shownItem),
  seconds: z.number().int(),
  isLinked: z.boolean(),
  unlinkOn: z.string().nullable(),
  /** The day it was closed and the salt destroyed; null while it runs. */
  closedOn: z.string().nullable(),
  /** The day its single answers were removed; its results are made of sums from then on. Null while they are kept. */
  answersRemovedOn: z.string().nullable(),
  /** Whether its questions stand fast because a round has begun. */
  isFast: z.boolean(),
  /** Whether any round is over, so that there are results to look at. */
  hasResults: z.boolean(),
  waves: z.array(shownWave),
  version: z.number().int(),
});
export type ShownSurvey = z.infer<typeof shownSurvey>;

/** A project's surveys and what may be done about them. */
export const shownSurveys = z.object({
  surveys: z.array(shownSurvey),
  /** Whether cards are in use, so that answers of two rounds can be linked. */
  hasCards: z.boolean(),
  projectEndsOn: z.string().nullable(),
  abilities: z.object({ edit: z.boolean(), handOut: z.boolean() }),
});
export type ShownSurveys = z.infer<typeof shownSurveys>;

/** A sheet with the link of a round as a PDF, its bytes in base64. */
export const linkSheet = z.object({ base64: z.string() });
