import { z } from 'zod';
import { cellOf } from '../measures/cell.ts';
import { interval } from '../measures/interval.ts';
import { reachRange } from '../measures/reach.ts';
import { waveKinds } from './survey.ts';

const both = z.object({ da: z.string(), en: z.string().nullable() });
const sentence = z.object({ da: z.string(), en: z.string() });
const kind = z.enum(waveKinds);
const count = cellOf(z.number());

/** What all who answered a round said, with its 95 % interval. */
const level = z.object({ waveId: z.string(), kind, on: z.string(), value: cellOf(interval) });

/** What moved between two rounds, for those whose answers found each other. */
const change = z.object({
  from: kind,
  to: kind,
  /** The mean change, or the difference of shares, with its 95 % interval; n is the pairs it rests on. */
  difference: cellOf(interval),
  /** Where the linked began and ended. */
  before: cellOf(interval),
  after: cellOf(interval),
  /** The change of everybody who answered before, if all who were not found again had ended at the worst or the best. */
  bounds: cellOf(z.object({ worst: z.number(), best: z.number() })),
  /** Where those began who were not found again. */
  left: cellOf(interval),
  /** Under half of those who answered before were found again. */
  isThin: z.boolean(),
});
export type SurveyChange = z.infer<typeof change>;

/** The change that is told of a measure, by its sentence, chart and notes alike: the last one that may be shown, else the last. */
export function toldChange<Change extends { difference: SurveyChange['difference'] }>(
  changes: readonly Change[],
): Change | undefined {
  return changes.findLast(({ difference }) => difference.kind === 'value') ?? changes.at(-1);
}

/** One thing that was measured. */
const measure = z.object({
  itemId: z.string(),
  unit: z.enum(['points', 'share']),
  name: both,
  /** Of a choice, the options that are counted. */
  counted: z.array(both),
  min: z.number(),
  max: z.number(),
  isValidated: z.boolean(),
  /** The smallest change that matters to people, for an instrument. */
  relevantChange: z.number().nullable(),
  levels: z.array(level),
  changes: z.array(change),
  /** The one sentence: title, alternative text and what a report says. */
  sentence,
});
export type SurveyMeasure = z.infer<typeof measure>;

/** What is known of a group before, by who was found again and who was not. */
const trait = z.object({
  itemId: z.string(),
  name: both,
  options: z.array(z.object({ name: both, stayed: count, left: count })),
});
export type SurveyTrait = z.infer<typeof trait>;

/** The results of a survey as anybody may see them: sums past the gate, never anybody's answer. */
export const shownSurveyResults = z.object({
  /** The rounds that are over for good, in their order. */
  waves: z.array(z.object({ waveId: z.string(), kind, on: z.string(), answered: count, asked: count, doubled: count })),
  /** Different young people who came, as far as it was counted. */
  attended: cellOf(reachRange),
  isLinked: z.boolean(),
  /** How many of the first round were found in each later one. */
  links: z.array(
    z.object({
      from: kind,
      to: kind,
      linked: count,
      /** Pairs left out so that nobody can be subtracted. */
      leftOut: count,
      /** What typing errors alone are expected to have lost, and mixed up. */
      expectedLost: count,
      isThin: z.boolean(),
    }),
  ),
  measures: z.array(measure),
  traits: z.array(trait),
});
export type ShownSurveyResults = z.infer<typeof shownSurveyResults>;
