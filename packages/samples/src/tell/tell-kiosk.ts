import { instantOf } from '@forspring/domain/measures/day';
import { pulseAnswers, pulseQuestions } from '@forspring/domain/participation/kiosk';
import { kioskEndsAt } from '@forspring/domain/participation/kiosk.rules';
import type { PulseCounts } from '../editions/edition.ts';
import { storyId } from '../story-id.ts';
import type { Telling } from './telling.ts';

interface Evening {
  id: string;
  heldOn: string;
  startMinute: number;
  endMinute: number;
}

/** The kiosk that stood at the door of one evening, opened as it began. */
export function kioskOf({ id, heldOn, startMinute }: Evening): { id: string; at: Date } {
  return { id: storyId(`kiosk/${id}`), at: instantOf(heldOn, startMinute) };
}

/** Adds the kiosk of an evening that is over, and what was answered at it on the way out. */
export function tellKiosk(telling: Telling, evening: Evening, openedById: string, pulse: PulseCounts): void {
  const { rows } = telling;
  const kiosk = kioskOf(evening);
  const endsAt = kioskEndsAt(evening);
  rows.add('kiosk', {
    id: kiosk.id,
    sessionId: evening.id,
    openedById,
    openedAt: kiosk.at,
    endsAt,
    endedAt: instantOf(evening.heldOn, evening.endMinute + 10),
    // Nobody can open it again: neither is the hash of anything.
    tokenHash: kiosk.id,
    pinHash: kiosk.id,
    asksGender: true,
    wrongPinCount: 0,
    lockedUntil: null,
  });
  for (const question of pulseQuestions)
    for (const answer of pulseAnswers) {
      const answerCount = pulse[question][answer];
      if (answerCount !== undefined) rows.add('exitPulse', { sessionId: evening.id, question, answer, answerCount });
    }
}
