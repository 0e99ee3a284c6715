import type { Mood } from '@forspring/domain/participation/session';
import type { Outcome, SessionEntry } from '@forspring/domain/participation/session-entry';
import { Chance } from '../chance.ts';
import type { SeriesPlan } from '../recipes/recipe.ts';
import { storyId } from '../story-id.ts';
import type { Evening } from './attendance.ts';
import type { Telling } from './telling.ts';

/** The session an entry is about, and who made it. */
interface Registered {
  id: string;
  byId: string;
  /** Who helps with a second phone on some evenings. */
  otherId: string;
  at: Date;
  /** The kiosk that stood at the door, and when it was opened; it counted a part of the evening. */
  kiosk?: { id: string; at: Date } | undefined;
}

/** What else a held evening's row says. */
export interface Told {
  mood: Mood | null;
  deliveredElements: number[] | null;
  elementCount: number | null;
}

type Facts = SessionEntry['facts'];

const first = <Value>(value: Value) => ({ revision: 1, seen: {}, value });
const ofNobody = { count: 0, minutes: 0 };

/** Adds the entry of a session that was cancelled. */
export function tellCancelled(telling: Telling, session: Registered, outcome: Outcome): void {
  const facts = { outcome: first(outcome), staff: first(ofNobody), volunteers: first(ofNobody) };
  addEntry(telling, session, session.byId, 'phone', { counts: [], firstTimeCount: null, codes: [], facts });
}

/** How often an element is ticked: what its owner says was adapted or not done is not ticked like the others. */
function deliveredShare({ edition }: Telling, place: number): number {
  const mark = edition.evaluation?.elements?.[place];
  return mark === 'notDone' ? 0.08 : mark === 'adapted' ? 0.6 : 0.84;
}

/** Adds what one phone, or two on a busy evening, registered about a held session; codes may be added to the first of them. */
export function tellHeld(
  telling: Telling,
  plan: SeriesPlan,
  session: Registered,
  { row, headcounts }: Evening,
): Told & { codes: SessionEntry['codes'] } {
  // Its own draws, so that what else the story tells does not depend on it.
  const chance = new Chance(`entries/${session.id}`);
  const counts = headcounts.flatMap(({ personCount, ...place }) => {
    const [early, late] = plan.timeBands ?? [];
    if (early === undefined || late === undefined) return [{ ...place, fromMinute: 0, personCount }];
    const lateCount = chance.split(personCount, [0.55, 0.45])[1] ?? 0;
    const bands = [
      { ...place, fromMinute: early, personCount: personCount - lateCount },
      { ...place, fromMinute: late, personCount: lateCount },
    ];
    return bands.filter((band) => band.personCount > 0);
  });
  for (const cell of counts) telling.rows.add('headcount', { sessionId: session.id, ...cell });

  const coreCount = telling.recipe.coreElements.length;
  const mood = chance.happens(0.85) ? chance.oneOf<Mood>([2, 3, 3, 4, 4, 4, 4, 5, 5]) : null;
  const ticked = telling.recipe.coreElements.flatMap((_, place) =>
    chance.happens(deliveredShare(telling, place)) ? [place] : [],
  );
  const deliveredElements = chance.happens(0.75) ? ticked : null;
  const facts: Facts = {
    outcome: first({ state: 'held' as const }),
    staff: first({ count: row.staffCount, minutes: row.staffMinutes }),
    volunteers: first({ count: row.volunteerCount, minutes: row.volunteerMinutes }),
    ...(mood === null ? {} : { mood: first(mood) }),
    ...(deliveredElements === null ? {} : { elements: first(deliveredElements) }),
  };
  const codes: SessionEntry['codes'] = [];
  const isOther = counts.length > 3 && session.otherId !== session.byId && chance.happens(0.2);
  const { kiosk } = session;
  const isShared = isOther || kiosk !== undefined;
  const own = isShared ? counts.filter((_, index) => index % 3 < 2) : counts;
  addEntry(telling, session, session.byId, 'phone', {
    counts: own,
    firstTimeCount: row.firstTimeCount,
    codes,
    facts,
  });
  if (isShared) {
    const rest = { counts: counts.filter((_, index) => index % 3 === 2), firstTimeCount: null, codes: [], facts: {} };
    if (kiosk === undefined) addEntry(telling, session, session.otherId, 'other-phone', rest);
    else
      telling.rows.add('sessionEntry', {
        sessionId: session.id,
        deviceId: kiosk.id,
        byId: null,
        revision: 1,
        at: kiosk.at,
        ...rest,
      });
  }
  return { mood, deliveredElements, elementCount: deliveredElements === null ? null : coreCount, codes };
}

function addEntry(
  { rows }: Telling,
  { id, at }: Registered,
  byId: string,
  device: string,
  entry: Omit<SessionEntry, 'deviceId' | 'revision'>,
): void {
  rows.add('sessionEntry', { sessionId: id, deviceId: storyId(`${device}/${id}`), byId, revision: 1, at, ...entry });
}
