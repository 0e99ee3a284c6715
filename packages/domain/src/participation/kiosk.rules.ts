import { type Day, instantOf } from '../measures/day.ts';
import { kioskGraceMinutes, maxWrongPins, pinPauseMinutes } from './kiosk.ts';
import { setCard, setCount } from './session-entry.rules.ts';
import type { SessionEntry } from './session-entry.ts';
import type { AgeBand, CountUnit, Gender, SessionState } from './session.ts';

/** When a kiosk closes by itself: a little after its session ends, so that the last ones and a late network get in. */
export function kioskEndsAt(session: { heldOn: Day; endMinute: number }): Date {
  return instantOf(session.heldOn, session.endMinute + kioskGraceMinutes);
}

/** Why a session can have no kiosk now; null when it can. */
export function kioskHindrance(
  session: { heldOn: Day; endMinute: number; state: SessionState; countUnit: CountUnit },
  now: { today: Day; at: Date },
): 'tooEarly' | 'over' | 'cancelled' | 'contacts' | null {
  if (session.countUnit === 'contact') return 'contacts';
  if (session.state === 'cancelled') return 'cancelled';
  if (session.heldOn > now.today) return 'tooEarly';
  return kioskEndsAt(session) <= now.at ? 'over' : null;
}

/** A kiosk's memory of wrong PINs. */
export interface PinMemory {
  wrongPinCount: number;
  lockedUntil: Date | null;
}

/** Whether the kiosk waits and takes no PIN, not even the right one. */
export function isPinPaused({ lockedUntil }: PinMemory, now: Date): boolean {
  return lockedUntil !== null && lockedUntil > now;
}

/** The memory after a wrong PIN: the fifth in a row, and each one after it, starts a pause. */
export function afterWrongPin({ wrongPinCount }: PinMemory, now: Date): PinMemory {
  const count = wrongPinCount + 1;
  return {
    wrongPinCount: count,
    lockedUntil: count >= maxWrongPins ? new Date(now.getTime() + pinPauseMinutes * 60_000) : null,
  };
}

/** Somebody who tapped in: a place in the grid, and the card if one was shown. */
export interface Tap {
  ageBand: AgeBand;
  gender: Gender;
  code: string | null;
}

/** The kiosk's own entry after somebody tapped in: one more in one place, and the card shown. The sum over all devices goes up by exactly one. */
export function afterTap(entries: readonly SessionEntry[], own: SessionEntry, tap: Tap, fromMinute = 0): SessionEntry {
  const place = { ageBand: tap.ageBand, gender: tap.gender, fromMinute };
  const key = (cell: typeof place) => `${cell.ageBand}/${cell.gender}/${cell.fromMinute}`;
  const all = [...entries.filter(({ deviceId }) => deviceId !== own.deviceId), own];
  const nowCount = all
    .flatMap(({ counts }) => counts)
    .reduce((sum, cell) => (key(cell) === key(place) ? sum + cell.personCount : sum), 0);
  const counted = setCount(all, own, place, Math.max(0, nowCount) + 1);
  if (tap.code === null) return counted;
  return { ...setCard(all, counted, tap.code, true), revision: counted.revision };
}
