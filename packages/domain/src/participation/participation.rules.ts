import { type Day, addDays } from '../measures/day.ts';
import { type Young, toYoung } from '../measures/counts.ts';
import type { ProjectStatus } from '../projects/project.ts';
import type { FigureName } from './figures.ts';
import type { CountUnit, SessionState, ShownSessionState } from './session.ts';

/** What is planned may be changed while a project is written, approved, running or paused; not while a body looks at it. */
export const planningStatuses: readonly ProjectStatus[] = [
  'idea',
  'draft',
  'returned',
  'approved',
  'running',
  'paused',
];

/** After midnight, an evening that has just ended is still tonight for so many minutes. */
const afterglowMinutes = 300;

/** A session's stored state and day as shown on a day: past and still planned is *not registered*. */
export function shownStateOf(state: SessionState, heldOn: Day, today: Day): ShownSessionState {
  return state === 'planned' && heldOn < today ? 'unregistered' : state;
}

/** Whether a session is tonight's: today's, or yesterday's for five hours after it ended. `minute` is the clock now. */
export function isTonight(session: { heldOn: Day; endMinute: number }, today: Day, minute: number): boolean {
  if (session.heldOn === today) return true;
  return session.heldOn === addDays(today, -1) && session.endMinute + afterglowMinutes > 1440 + minute;
}

/** What one session is, to the figures of its project. */
export interface CountedSession {
  state: SessionState;
  countUnit: CountUnit;
  startMinute: number;
  endMinute: number;
  visitCount?: number | null;
  firstTimeCount?: number | null;
  staffMinutes: number;
  volunteerMinutes: number;
}

/**
 * What one session adds to its project's kept figures. Only a held session counts anything but itself. Visits and
 * contacts never meet: outreach has no first-timers and no visit minutes.
 */
export function sessionFigures(session: CountedSession): Partial<Record<FigureName, number>> {
  if (session.state === 'planned') return { plannedCount: 1 };
  if (session.state === 'cancelled') return { cancelledCount: 1 };
  const minutes = session.endMinute - session.startMinute;
  const counted = session.visitCount ?? 0;
  const figures = {
    heldCount: 1,
    heldMinutes: minutes,
    staffMinutes: session.staffMinutes,
    volunteerMinutes: session.volunteerMinutes,
  };
  if (session.countUnit === 'contact') return { ...figures, contactCount: counted };
  return {
    ...figures,
    visitCount: counted,
    visitMinutes: counted * minutes,
    firstTimeCount: session.firstTimeCount ?? 0,
    firstTimeMissingCount: typeof session.firstTimeCount === 'number' ? 0 : 1,
  };
}

/** How many different young people came: counted by first-timers, somewhere between two bounds, or not to be said. */
export type Reach =
  | { kind: 'counted'; young: Young }
  | { kind: 'bounds'; lowest: Young; highest: Young }
  | { kind: 'none' };

/**
 * Unique reach of a project without names. When first-timers were counted every time, their sum is the number of young
 * people. Else at least as many came as on the largest evening (or as were counted as new), and at most as many as there
 * were visits. Nothing held: nothing to say.
 */
export function reachOf(figures: {
  heldCount: number;
  visitCount: number;
  firstTimeCount: number;
  firstTimeMissingCount: number;
  largestVisitCount: number;
}): Reach {
  if (figures.heldCount === 0 || figures.visitCount === 0) return { kind: 'none' };
  // Whoever came on the largest evening is a person, so a smaller tally was not kept with care.
  const isCounted = figures.firstTimeMissingCount === 0 && figures.firstTimeCount >= figures.largestVisitCount;
  if (isCounted) return { kind: 'counted', young: toYoung(figures.firstTimeCount) };
  const lowest = Math.max(figures.largestVisitCount, figures.firstTimeCount);
  return { kind: 'bounds', lowest: toYoung(lowest), highest: toYoung(figures.visitCount) };
}

/** The hours adults are proposed to have spent: so many adults for the whole session, in minutes. */
export function proposedMinutes(adultCount: number, session: { startMinute: number; endMinute: number }): number {
  return adultCount * (session.endMinute - session.startMinute);
}

/** The half-years from a first to a last day, in order. */
export function halfYearsBetween(firstOn: Day, lastOn: Day): { year: number; half: 1 | 2 }[] {
  const numberOf = (on: Day) => Number(on.slice(0, 4)) * 2 + (on.slice(5, 7) > '06' ? 1 : 0);
  const from = numberOf(firstOn);
  const count = Math.max(0, numberOf(lastOn) - from + 1);
  return Array.from({ length: count }, (_, index) => ({
    year: Math.floor((from + index) / 2),
    half: (from + index) % 2 === 0 ? 1 : 2,
  }));
}

/** Whether no more have completed than started, counted from the project's beginning to the end of every half-year. */
export function isCompletionPossible(
  totals: readonly { year: number; half: number; startedCount: number; completedCount: number }[],
): boolean {
  let inProgramme = 0;
  for (const total of totals.toSorted((a, b) => a.year * 2 + a.half - (b.year * 2 + b.half))) {
    inProgramme += total.startedCount - total.completedCount;
    if (inProgramme < 0) return false;
  }
  return true;
}
