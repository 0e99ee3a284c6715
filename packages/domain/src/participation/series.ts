import { z } from 'zod';
import { day, daysBetween, isDay, minuteOfDay } from '../measures/day.ts';
import { id } from '../measures/ids.ts';
import { freeText } from '../measures/text.ts';
import { countUnits, seriesKinds, skipKinds } from './session.ts';

/** A series runs within one project, and a project for at most twelve months. */
export const maxSeriesDays = 366;

/** The longest a session may be, in minutes: a night and a day. */
export const maxSessionMinutes = 1440;

/** The most sessions one programme may have: a summer of two a day. */
export const maxProgrammeSessions = 120;

const span = { firstOn: day, lastOn: day };
const rule = z.string().trim().min(1).max(200);
const times = { startMinute: minuteOfDay.max(1439), endMinute: minuteOfDay };

interface Span {
  firstOn: string;
  lastOn: string;
}

interface Times {
  startMinute: number;
  endMinute: number;
}

type Context = { addIssue: (issue: { code: 'custom'; path: string[]; params: { code: string } }) => void };

function checkSpan({ firstOn, lastOn }: Span, context: Context): void {
  // A day that does not exist is told at its own field; nothing can be said about the span then.
  if (!isDay(firstOn) || !isDay(lastOn)) return;
  const dayCount = daysBetween(firstOn, lastOn);
  if (dayCount < 0)
    context.addIssue({ code: 'custom', path: ['lastOn'], params: { code: 'participation.endsBeforeStart' } });
  if (dayCount > maxSeriesDays)
    context.addIssue({ code: 'custom', path: ['lastOn'], params: { code: 'participation.seriesTooLong' } });
}

function checkProgramme(
  { programme, firstOn, lastOn }: Span & { programme: ProgrammeSession[] },
  context: Context,
): void {
  const tell = (path: string, code: string) => context.addIssue({ code: 'custom', path: [path], params: { code } });
  if (programme.length === 0) tell('programme', 'participation.noProgramme');
  if (programme.some(({ onDay }) => onDay < firstOn || onDay > lastOn))
    tell('programme', 'participation.outsideProgramme');
  const begins = programme.map(({ onDay, startMinute }) => `${onDay} ${startMinute}`);
  const ids = programme.map((one) => one.id);
  if (new Set(begins).size < begins.length || new Set(ids).size < ids.length)
    tell('programme', 'participation.sameTimeTwice');
}

/** Raises a field problem when a session ends before it starts or lasts longer than {@link maxSessionMinutes}. */
export function checkTimes({ startMinute, endMinute }: Times, context: Context): void {
  if (endMinute <= startMinute || endMinute - startMinute > maxSessionMinutes)
    context.addIssue({ code: 'custom', path: ['endMinute'], params: { code: 'participation.endsBeforeStart' } });
}

/** Which days a series may fall on: its RFC 5545 rule, first and last day (both included). */
export const seriesDays = z.object({ ...span, rule }).superRefine(checkSpan);

/** A day that is skipped; `reason` is the owner's own, for days that are no holiday. */
export const chosenSkip = z.object({ onDay: day, reason: freeText({ max: 120, optional: true }) });

/** One session of a programme, with its own times and, when it has one, its own name. Its id stays its own when the programme is edited. */
export const programmeSession = z
  .object({ id, onDay: day, ...times, title: freeText({ max: 120, optional: true }) })
  .superRefine(checkTimes);
export type ProgrammeSession = z.infer<typeof programmeSession>;

/** What the owner says about a series. Skipped days that are holidays get their kind and name from the calendar. */
export const seriesPlan = z
  .object({
    ...span,
    ...times,
    title: freeText({ max: 120 }),
    kind: z.enum(seriesKinds).default('recurring'),
    /** Only a recurring series has one. */
    rule: rule.nullable().default(null),
    /** Every session of a programme; empty for the other kinds. */
    programme: z.array(programmeSession).max(maxProgrammeSessions).default([]),
    venueId: id.nullable(),
    /** Who registers its sessions; null: only the project's own people. */
    organisationId: id.nullable(),
    countUnit: z.enum(countUnits),
    expectedCount: z.number().int().min(0).max(500).nullable(),
    skips: z.array(chosenSkip).max(400),
  })
  .superRefine((plan, context) => {
    checkSpan(plan, context);
    checkTimes(plan, context);
    if (plan.kind === 'recurring' && plan.rule === null)
      context.addIssue({ code: 'custom', path: ['rule'], params: { code: 'participation.notARule' } });
    if (plan.kind === 'programme') checkProgramme(plan, context);
  });
export type SeriesPlan = z.infer<typeof seriesPlan>;

/** One day of a proposed series; `skip` says why it is proposed to be skipped, null when it is to be held. */
export const proposedDay = z.object({
  on: z.string(),
  skip: z
    .object({ kind: z.enum(['publicHoliday', 'schoolHoliday']), nameDa: z.string(), nameEn: z.string() })
    .nullable(),
});
export type ShownProposedDay = z.infer<typeof proposedDay>;

/** A skipped day of a stored series, with its reason in both languages; empty when the owner gave none. */
export const shownSkip = z.object({
  onDay: z.string(),
  kind: z.enum(skipKinds),
  reasonDa: z.string(),
  reasonEn: z.string(),
});

/** A stored series with how its sessions stand. */
export const shownSeries = z.object({
  id,
  title: z.string(),
  kind: z.enum(seriesKinds),
  rule: z.string().nullable(),
  firstOn: z.string(),
  lastOn: z.string(),
  startMinute: z.number().int(),
  endMinute: z.number().int(),
  venueId: id.nullable(),
  venueName: z.string().nullable(),
  organisationId: id.nullable(),
  organisationName: z.string().nullable(),
  countUnit: z.enum(countUnits),
  expectedCount: z.number().int().nullable(),
  version: z.number().int(),
  sessionCount: z.number().int(),
  registeredCount: z.number().int(),
  skips: z.array(shownSkip),
  /** Sessions of the series that were moved to another day. */
  moves: z.array(z.object({ sessionId: id, fromOn: z.string(), toOn: z.string(), reason: z.string() })),
  /** The sessions of a programme; empty for the other kinds. */
  programme: z.array(
    z.object({
      id,
      onDay: z.string(),
      startMinute: z.number().int(),
      endMinute: z.number().int(),
      title: z.string(),
      isRegistered: z.boolean(),
    }),
  ),
});
export type ShownSeries = z.infer<typeof shownSeries>;

/** The series of a project, where they may be held, who may register, and what the viewer may do. */
export const shownSeriesList = z.object({
  series: z.array(shownSeries),
  venues: z.array(z.object({ id, name: z.string() })),
  organisations: z.array(z.object({ id, name: z.string() })),
  /** The days a new series is proposed to run between; null when the project has none yet. */
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  abilities: z.object({ mayPlan: z.boolean() }),
});
export type ShownSeriesList = z.infer<typeof shownSeriesList>;
