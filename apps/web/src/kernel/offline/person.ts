import { dayOf, addDays, daysBetween } from '@forspring/domain/measures/day';
import type { ShownMe } from '@forspring/domain/people/person';
import { api, queryClient, trpc } from '../api.ts';
import { keepDraftsOf } from '../drafts.ts';
import { rememberedKiosk } from '../kiosk-memory.ts';
import { tellOtherTabs } from './other-tabs.ts';
import { opening } from './phone.ts';
import type { KeptPerson } from './phone-store.ts';
import { pocketKey } from './pocket.ts';
import { forgetWho, queue } from './queue-of-phone.ts';

/** So long a slow network may keep a person from what the phone has already. */
const PATIENCE_MILLIS = 600;
const SIGN_OUT_PATIENCE_MILLIS = 6000;
/** A phone that has not met the server for so long shows no sessions until it has. */
const POCKET_LASTS_DAYS = 14;
const DAY_MILLIS = 86_400_000;

/** Grows when somebody comes or goes, so that an answer about the one before is told from one about this one. */
let era = 0;
let isExpired = false;
const listeners = new Set<() => void>();

function setExpired(next: boolean) {
  isExpired = next;
  for (const listener of listeners) listener();
}

/** Whether the server no longer knows the person the phone knows, who has not signed out. For `useSyncExternalStore`. */
export const signInExpiry = {
  isExpired: (): boolean => isExpired,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/**
 * Who is signed in. The server's word counts; where it is slow or away, the person who used the phone last and has not
 * signed out, so that the hall's lack of a signal keeps nobody from counting.
 */
export async function askMe(): Promise<ShownMe> {
  const store = await opening;
  if ((await store.readFlag('signOutOwed')) === true && !(await paySignOut())) return nobody();
  const lastUserId = await store.readFlag('lastUserId');
  const known = lastUserId === undefined ? undefined : await store.readPerson(lastUserId);
  const askedIn = era;
  const asked = api.people.me.query().then((me) => (askedIn === era ? take(me, known) : askMe()));
  if (known === undefined)
    return asked.catch((error: unknown) => {
      const kiosk = rememberedKiosk();
      if (kiosk === null) throw error;
      return { ...nobody(), kiosk: { sessionId: kiosk.sessionId } };
    });
  const answered = await Promise.race([asked.catch(() => null), pause(PATIENCE_MILLIS)]);
  if (answered !== null) return answered;
  asked.then(
    (me) => queryClient.setQueryData(trpc.people.me.queryKey(), me),
    () => undefined,
  );
  await settleIn(known.userId);
  return { ...known.me, today: addDays(dayOf(new Date()), known.daysAhead) };
}

async function take(me: ShownMe, known: KeptPerson | undefined): Promise<ShownMe> {
  const store = await opening;
  const userId = me.user?.id;
  if (userId === undefined) {
    // A kiosk at the door is nobody's own phone.
    if (me.kiosk !== null) await store.forget();
    if (known === undefined || me.kiosk !== null) return me;
    setExpired(true);
    await settleIn(known.userId);
    return { ...known.me, today: me.today };
  }
  setExpired(false);
  if (known !== undefined && known.userId !== userId) await store.forget();
  await store.writePerson({ userId, me, daysAhead: daysBetween(dayOf(new Date()), me.today), keptAt: Date.now() });
  await store.writeFlag('lastUserId', userId);
  await settleIn(userId);
  return me;
}

/** Brings the person's own entries and sessions on the phone into use. */
async function settleIn(userId: string): Promise<void> {
  keepDraftsOf(userId);
  if (queue.isOf(userId)) return;
  await queue.open(userId);
  const kept = await (await opening).readPocket(userId);
  if (kept === undefined || kept.keptAt < Date.now() - POCKET_LASTS_DAYS * DAY_MILLIS) return;
  if (queryClient.getQueryData(pocketKey()) === undefined)
    queryClient.setQueryData(pocketKey(), kept.pocket, { updatedAt: kept.keptAt });
}

/** After a sign-in: what the phone knew of the person before no longer answers for anybody. */
export async function forgetWhoWasHere(): Promise<void> {
  era += 1;
  const store = await opening;
  const before = await store.readFlag('lastUserId');
  await store.writeFlag('signOutOwed', undefined);
  await store.writeFlag('lastUserId', undefined);
  const me = await api.people.me.query().catch(() => null);
  if (me?.user?.id !== before) await store.forget();
  forgetWho();
  await queue.open(null);
  setExpired(false);
  tellOtherTabs('person');
}

/** Signs out here at once, and with the server now or as soon as it can be reached. Unsent entries stay, unseen. */
export async function leave(): Promise<void> {
  era += 1;
  const store = await opening;
  await queue.settled();
  await store.writeFlag('signOutOwed', true);
  await store.forget();
  forgetWho();
  await queue.open(null);
  setExpired(false);
  await paySignOut();
  tellOtherTabs('person');
}

async function paySignOut(): Promise<boolean> {
  const isDone = await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    signal: AbortSignal.timeout(SIGN_OUT_PATIENCE_MILLIS),
  }).then(
    // A sign-in that is gone already needs no ending.
    ({ status }) => status < 500,
    () => false,
  );
  if (isDone) await (await opening).writeFlag('signOutOwed', undefined);
  return isDone;
}

const nobody = (): ShownMe => ({
  user: null,
  memberships: [],
  isStory: false,
  needsSetUp: false,
  today: dayOf(new Date()),
  concernUrl: null,
  kiosk: null,
});

const pause = (millis: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), millis));
