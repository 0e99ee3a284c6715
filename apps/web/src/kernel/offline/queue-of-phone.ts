import { api } from '../api.ts';
import { tellOtherTabs } from './other-tabs.ts';
import { opening } from './phone.ts';
import { keepSession } from './pocket.ts';
import { createQueue } from './queue.ts';

const SEND_PATIENCE_MILLIS = 15_000;
const WHO_LASTS_MILLIS = 20_000;

let who: { userId: string; at: number } | null = null;

/** One tab at a time sends; where the browser cannot say, sending twice does no harm. */
async function alone(work: () => Promise<void>): Promise<boolean> {
  if (!('locks' in navigator)) {
    await work();
    return true;
  }
  return navigator.locks.request('forspring-sending', { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
    return lock !== null;
  });
}

/** The queue of this phone. */
export const queue = createQueue(opening, {
  send: ({ commandId, sessionId, entry, confirmedNotPersonal }) =>
    api.participation.registerSession.mutate(
      { commandId, sessionId, entry, ...(confirmedNotPersonal && { confirmedNotPersonal }) },
      { signal: AbortSignal.timeout(SEND_PATIENCE_MILLIS) },
    ),
  async askWho() {
    if (who === null || who.at < Date.now() - WHO_LASTS_MILLIS) {
      const me = await api.people.me.query(undefined, { signal: AbortSignal.timeout(SEND_PATIENCE_MILLIS) });
      who = me.user === null ? null : { userId: me.user.id, at: Date.now() };
    }
    return who?.userId ?? null;
  },
  onShown: keepSession,
  alone,
  tell: () => tellOtherTabs('entries'),
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
});

/** Somebody came or went: the next sending asks anew whom the server knows. */
export function forgetWho() {
  who = null;
}
