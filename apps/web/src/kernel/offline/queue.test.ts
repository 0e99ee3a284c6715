import { TRPCClientError } from '@trpc/client';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mergeEntries, setCount, setFact, withEntry } from '@forspring/domain/participation/session-entry.rules';
import type { StoredEntry } from '@forspring/domain/participation/session-entry';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { isUnsent, memoryStore } from './phone-store.ts';
import type { KeptEntry, PhoneStore } from './phone-store.ts';
import { allEntries, createQueue, stateOf } from './queue.ts';
import type { Queue } from './queue.ts';

const boys = { ageBand: '13-15', gender: 'boy', fromMinute: 0 } as const;
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A server that keeps each device's newest revision, and a network that can be cut. */
function hall() {
  let entries: StoredEntry[] = [];
  const asked: number[] = [];
  const server = {
    isReachable: true,
    signedIn: 'jonas' as string | null,
    refuses: null as string | null,
    /** Takes what is sent but loses the answer. */
    losesAnswers: false,
    asked,
    merged: () => mergeEntries(entries),
    session: (id = uuid(1)) =>
      ({
        id,
        version: entries.length,
        entries,
        storedState: 'planned',
        heldOn: '2026-11-13',
      }) as unknown as ShownSession,
    take(entry: KeptEntry['entry']) {
      asked.push(entry.revision);
      const stored = { ...entry, byName: 'Jonas Kjær', at: '2026-11-13T21:41:00.000Z' };
      entries = withEntry(entries, stored);
    },
  };
  return server;
}
type Hall = ReturnType<typeof hall>;

const lost = () => TRPCClientError.from(new TypeError('Failed to fetch'));
function wireError(code: string, kind: string) {
  const problem = { code, kind, params: {}, fields: [] };
  return TRPCClientError.from({
    error: { message: code, code: -32_600, data: { code: 'BAD_REQUEST', httpStatus: 400, problem } },
  });
}

let nextId = 100;
function phone(server: Hall, store: PhoneStore = memoryStore()): Queue {
  return createQueue(Promise.resolve(store), {
    async send({ entry }) {
      if (!server.isReachable) throw lost();
      if (server.signedIn === null) throw wireError('signIn', 'refused');
      if (server.refuses !== null) throw wireError(server.refuses, 'closed');
      server.take(entry);
      if (server.losesAnswers) throw lost();
      return server.session();
    },
    async askWho() {
      if (!server.isReachable) throw lost();
      return server.signedIn;
    },
    onShown: () => undefined,
    alone: async (work) => {
      await work();
      return true;
    },
    tell: () => undefined,
    now: () => new Date('2026-11-13T21:40:00Z'),
    newId: () => uuid((nextId += 1)),
  });
}

const tap = (queue: Queue, session: ShownSession, total: number) =>
  queue.change(session, 'count/13-15/boy', (all, own) => setCount(all, own, boys, total));
const kept = (queue: Queue) => queue.getState().entries.get(uuid(1));

beforeEach(() => {
  vi.useRealTimers();
});

describe('an entry on the phone', () => {
  it('is kept at once, sent when there is a network, and says where it is', async () => {
    const server = hall();
    server.isReachable = false;
    const queue = phone(server);
    await queue.open('jonas');
    tap(queue, server.session(), 1);
    tap(queue, server.session(), 2);
    expect(kept(queue)?.entry.counts[0]?.personCount).toBe(2);
    await queue.flush();
    expect(kept(queue) && stateOf(kept(queue)!, queue.getState())).toBe('kept');
    expect(queue.getState().isStuck).toBe(true);
    server.isReachable = true;
    await queue.flush();
    expect(server.merged().visitCount).toBe(2);
    expect(stateOf(kept(queue)!, queue.getState())).toBe('sent');
    expect(kept(queue)?.sentAt).toBe('2026-11-13T21:41:00.000Z');
    expect(queue.getState().isStuck).toBe(false);
  });

  it('survives the browser being closed in the middle of counting', async () => {
    const server = hall();
    server.isReachable = false;
    const store = memoryStore();
    const before = phone(server, store);
    await before.open('jonas');
    tap(before, server.session(), 7);
    await before.settled();
    const after = phone(server, store);
    await after.open('jonas');
    expect(kept(after)?.entry.counts[0]?.personCount).toBe(7);
    tap(after, server.session(), 8);
    server.isReachable = true;
    await after.flush();
    expect(server.merged().visitCount).toBe(8);
  });

  it('counts once although the answer was lost and it was sent again', async () => {
    const server = hall();
    server.losesAnswers = true;
    const queue = phone(server);
    await queue.open('jonas');
    tap(queue, server.session(), 5);
    await queue.flush();
    server.losesAnswers = false;
    await queue.flush();
    expect(server.asked.length).toBe(2);
    expect(server.merged().visitCount).toBe(5);
  });

  it('sends a tap that came while the one before was on its way', async () => {
    const server = hall();
    const queue = phone(server);
    await queue.open('jonas');
    tap(queue, server.session(), 1);
    const sending = queue.flush();
    tap(queue, server.session(), 2);
    await sending;
    await queue.flush();
    expect(server.merged().visitCount).toBe(2);
    expect(isUnsent(kept(queue)!)).toBe(false);
  });

  it('asks to sign in when the server no longer knows the person, and sends after that', async () => {
    const server = hall();
    server.signedIn = null;
    const queue = phone(server);
    await queue.open('jonas');
    tap(queue, server.session(), 3);
    await queue.flush();
    expect(queue.getState().needsSignIn).toBe(true);
    expect(server.merged().visitCount).toBe(0);
    server.signedIn = 'jonas';
    await queue.open('jonas');
    await queue.flush();
    expect(server.merged().visitCount).toBe(3);
  });

  it('never travels under the name of whoever signed in after', async () => {
    const server = hall();
    server.signedIn = 'karsten';
    const queue = phone(server);
    await queue.open('jonas');
    tap(queue, server.session(), 3);
    await queue.flush();
    expect(server.asked).toEqual([]);
    expect(queue.getState().needsSignIn).toBe(true);
  });

  it('says what the server refused, and is tried again after a change', async () => {
    const server = hall();
    server.refuses = 'participation.notOpen';
    const queue = phone(server);
    await queue.open('jonas');
    tap(queue, server.session(), 3);
    await queue.flush();
    expect(stateOf(kept(queue)!, queue.getState())).toBe('refused');
    expect(kept(queue)?.problem?.code).toBe('participation.notOpen');
    server.refuses = null;
    await queue.flush();
    expect(server.asked).toEqual([]);
    queue.retry(uuid(1));
    await queue.flush();
    expect(server.merged().visitCount).toBe(3);
  });
});

describe('taking back', () => {
  it('goes back one tap at a time, also a cancellation, and leaves what others counted', async () => {
    const server = hall();
    const other = phone(server);
    await other.open('jonas');
    tap(other, server.session(), 4);
    await other.flush();
    const queue = phone(server);
    await queue.open('jonas');
    const session = server.session();
    tap(queue, session, 5);
    tap(queue, session, 6);
    queue.change(session, 'outcome', (all, own) =>
      setFact(all, own, 'outcome', { state: 'cancelled', cancelledBy: 'venue', cancelReason: 'Stævne' }),
    );
    const merged = () => mergeEntries(allEntries(session, queue.ownEntry(session)));
    expect(merged().outcome?.state).toBe('cancelled');
    queue.undo(session);
    expect(merged()).toMatchObject({ outcome: { state: 'held' }, visitCount: 6 });
    queue.undo(session);
    expect(merged().visitCount).toBe(5);
    queue.undo(session);
    expect(merged().visitCount).toBe(4);
    await queue.flush();
    expect(server.merged().visitCount).toBe(4);
  });

  it('takes a remark back as a whole, not letter by letter', async () => {
    const server = hall();
    const queue = phone(server);
    await queue.open('jonas');
    const session = server.session();
    const write = (text: string) => queue.change(session, 'note', (all, own) => setFact(all, own, 'note', text), true);
    tap(queue, session, 1);
    write('Rolig');
    write('Rolig aften');
    queue.undo(session);
    expect(queue.ownEntry(session).facts.note).toBeUndefined();
    expect(queue.ownEntry(session).counts).toHaveLength(1);
  });
});

describe('signing out', () => {
  it('leaves only what is unsent, unseen by whoever comes next, and sends it when its owner is back', async () => {
    const server = hall();
    server.isReachable = false;
    const store = memoryStore();
    const queue = phone(server, store);
    await queue.open('jonas');
    tap(queue, server.session(), 9);
    await queue.settled();
    await store.forget();
    await queue.open('karsten');
    expect(queue.getState().entries.size).toBe(0);
    expect((await store.entriesOf('jonas'))[0]).toMatchObject({ session: null, steps: [] });
    server.isReachable = true;
    await queue.open('jonas');
    await queue.flush();
    expect(server.merged().visitCount).toBe(9);
    await store.forget();
    expect(await store.entriesOf('jonas')).toEqual([]);
  });
});

describe('phones that crash, lose the network and send in any order', () => {
  const act = fc.record({
    phone: fc.nat(3),
    kind: fc.constantFrom('tap', 'tap', 'tap', 'cut', 'mend', 'crash', 'send', 'loseAnswer', 'undo'),
  });

  it('end with every tap counted exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        const server = hall();
        const stores = Array.from({ length: 4 }, () => memoryStore());
        const queues = stores.map((store) => phone(server, store));
        for (const queue of queues) await queue.open('jonas');
        const tapped = [0, 0, 0, 0];
        for (const { phone: at, kind } of acts) {
          const queue = queues[at];
          const store = stores[at];
          if (queue === undefined || store === undefined) continue;
          const session = { ...server.session(), entries: [] };
          if (kind === 'tap') {
            tapped[at] = (tapped[at] ?? 0) + 1;
            tap(queue, session, tapped[at] ?? 0);
          } else if (kind === 'undo') {
            if ((tapped[at] ?? 0) > 0 && (kept(queue)?.steps.length ?? 0) > 0) tapped[at] = (tapped[at] ?? 0) - 1;
            queue.undo(session);
          } else if (kind === 'cut') server.isReachable = false;
          else if (kind === 'mend') server.isReachable = true;
          else if (kind === 'loseAnswer') server.losesAnswers = !server.losesAnswers;
          else if (kind === 'send') await queue.flush();
          else {
            await queue.settled();
            const again = phone(server, store);
            await again.open('jonas');
            queues[at] = again;
          }
        }
        server.isReachable = true;
        server.losesAnswers = false;
        for (const queue of queues) {
          await queue.flush();
          await queue.flush();
        }
        expect(server.merged().visitCount).toBe(tapped.reduce((sum, one) => sum + one, 0));
      }),
      { numRuns: 60 },
    );
  });
});
