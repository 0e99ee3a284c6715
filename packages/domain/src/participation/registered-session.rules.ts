import type { CountedFacts } from './shown-session.ts';
import type { CountUnit } from './session.ts';
import type { Mood } from './session.ts';
import type { MergedSession } from './session-entry.rules.ts';

/** What a session's own row keeps of what its devices have registered. */
export interface RegisteredSession extends CountedFacts {
  cancelReason: string;
  note: string;
  mood: Mood | null;
  deliveredElements: number[] | null;
}

const nothing = {
  visitCount: null,
  firstTimeCount: null,
  staffCount: 0,
  staffMinutes: 0,
  volunteerCount: 0,
  volunteerMinutes: 0,
  cancelledBy: null,
  cancelReason: '',
  mood: null,
  deliveredElements: null,
} as const;

/**
 * A merged session as its row keeps it. Only a held session has counts, adults and a mood: one that was cancelled, or
 * whose registration was undone, leaves none behind. Outreach has no first-timers.
 */
export function registeredOf(merged: MergedSession, countUnit: CountUnit): RegisteredSession {
  const note = merged.note ?? '';
  if (merged.outcome === null) return { ...nothing, state: 'planned', note };
  if (merged.outcome.state === 'cancelled') {
    const { state, cancelledBy, cancelReason } = merged.outcome;
    return { ...nothing, state, cancelledBy, cancelReason, note };
  }
  return {
    ...nothing,
    state: 'held',
    visitCount: merged.visitCount,
    firstTimeCount: countUnit === 'contact' ? null : merged.firstTimeCount,
    staffCount: merged.staff.count,
    staffMinutes: merged.staff.minutes,
    volunteerCount: merged.volunteers.count,
    volunteerMinutes: merged.volunteers.minutes,
    mood: merged.mood,
    deliveredElements: merged.elements === null ? null : [...new Set(merged.elements)].sort((a, b) => a - b),
    note,
  };
}

/** The counted facts of a session alone: what its history tells. */
export function countedFactsOf(session: CountedFacts): CountedFacts {
  const { state, visitCount, firstTimeCount, staffCount, staffMinutes } = session;
  const { volunteerCount, volunteerMinutes, cancelledBy } = session;
  return {
    state,
    visitCount,
    firstTimeCount,
    staffCount,
    staffMinutes,
    volunteerCount,
    volunteerMinutes,
    cancelledBy,
  };
}

/** Whether two sets of counted facts say the same. */
export function isSameCount(a: CountedFacts, b: CountedFacts): boolean {
  return JSON.stringify(countedFactsOf(a)) === JSON.stringify(countedFactsOf(b));
}
