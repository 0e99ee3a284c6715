import { z } from 'zod';
import { id } from '../measures/ids.ts';
import { countUnits } from './session.ts';

/** A real shift in a series: the days of its first evening and of the one it was seen on, and what came against what was expected, over so many evenings since the first. */
export const shownShift = z.object({
  direction: z.enum(['fewer', 'more']),
  fromOn: z.string(),
  seenOn: z.string(),
  eveningCount: z.number().int(),
  mean: z.number(),
  expectedMean: z.number(),
});
export type ShownShift = z.infer<typeof shownShift>;

/** What a control chart says; `level` is the ordinary evening's number. */
export const shownVerdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tooFewEvenings'), eveningCount: z.number().int(), neededCount: z.number().int() }),
  z.object({ kind: z.literal('tooFewVisits'), level: z.number(), neededLevel: z.number() }),
  z.object({ kind: z.literal('ordinary'), level: z.number() }),
  z.object({ kind: z.literal('look'), shift: shownShift }),
  z.object({ kind: z.literal('newLevel'), shift: shownShift, level: z.number(), levelBefore: z.number() }),
]);
export type ShownVerdict = z.infer<typeof shownVerdict>;

/** One held evening of a chart: how many came, how many were expected by the series itself, and within which limits. */
export const shownChartPoint = z.object({
  sessionId: id,
  on: z.string(),
  count: z.number().int(),
  expected: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  state: z.enum(['learning', 'ordinary', 'fewer', 'more', 'notJudged']),
});
export type ShownChartPoint = z.infer<typeof shownChartPoint>;

/**
 * What came of what was expected: over held evenings with an expectation, each by the number that was expected on its own day.
 * `changedOn` are the days on which the expectation was changed.
 */
export const shownAttendance = z.object({
  eveningCount: z.number().int(),
  presentCount: z.number().int(),
  expectedCount: z.number().int(),
  changedOn: z.array(z.string()),
});

/** The control chart of one series. `seasonSeriesCount` is from how many other series the season was learnt; 0: no season is taken out. */
export const shownControlChart = z.object({
  seriesId: id,
  title: z.string(),
  countUnit: z.enum(countUnits),
  points: z.array(shownChartPoint),
  verdict: shownVerdict,
  attendance: shownAttendance.nullable(),
  seasonSeriesCount: z.number().int(),
  falseAlarmShare: z.number(),
});
export type ShownControlChart = z.infer<typeof shownControlChart>;
