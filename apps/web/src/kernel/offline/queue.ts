import { emptyEntry } from '@forspring/domain/participation/session-entry.rules';
import type { SessionEntry } from '@forspring/domain/participation/session-entry';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { problemOf } from '../problem.ts';
import { isUnsent } from './phone-store.ts';
import type { KeptEntry, PhoneStore } from './phone-store.ts';

/** A pause after the last tap, so that an evening's taps travel together. */
const TAP_PAUSE_MILLIS = 1200;
const FIRST_RETRY_MILLIS = 2000;
const LONGEST_RETRY_MILLIS = 60_000;
/** How many changes can be taken back. */
const MAX_STEPS = 30;

/** What the queue is to the screens: every entry, and what keeps them from being sent. */
export interface QueueState {
  entries: ReadonlyMap<string, KeptEntry>;
  isSending: boolean;
  /** The server does not know the person any more; what waits is sent after the next sign-in. */
  needsSignIn: boolean;
  /** The latest try to send failed. */
  isStuck: boolean;
  /** The phone refused to keep something; what is shown lasts until the page is closed. */
  isUnkept: boolean;
}

/** What an entry's newest revision is: on the phone only, on its way, with the server, or refused by it. */
export type EntryState = 'kept' | 'sending' | 'sent' | 'refused';

/** The state of an entry's newest revision. */
export function stateOf(kept: KeptEntry, { isSending }: Pick<QueueState, 'isSending'>): EntryState {
  if (!isUnsent(kept)) return 'sent';
  if (kept.problem !== null) return 'refused';
  return isSending ? 'sending' : 'kept';
}

interface QueueOptions {
  /** Sends one entry; answers the session as the server now has it, or throws what `problemOf` reads. */
  send: (kept: KeptEntry) => Promise<ShownSession>;
  /** Whom the server knows now: a user id, or null for nobody. Throws when it cannot be asked. */
  askWho: () => Promise<string | null>;
  /** Takes what the server answered into what is shown. */
  onShown: (session: ShownSession) => void;
  /** Runs the sending in one tab at a time; answers false when another tab is at it. */
  alone: (work: () => Promise<void>) => Promise<boolean>;
  /** Tells other tabs that what is kept has changed. */
  tell: () => void;
  now: () => Date;
  newId: () => string;
}

/** What changes an entry: gets the entries of all devices, own last, and the own one. */
export type EntryChange = (entries: SessionEntry[], own: SessionEntry) => SessionEntry;

/** The entries of one person on this phone, kept at every tap and sent when there is a network. */
export type Queue = ReturnType<typeof createQueue>;

/** The queue over a store; the module beside it makes the one of the application. */
export function createQueue(opening: Promise<PhoneStore>, options: QueueOptions) {
  let userId: string | null = null;
  let deviceId = '';
  let state: QueueState = {
    entries: new Map(),
    isSending: false,
    needsSignIn: false,
    isStuck: false,
    isUnkept: false,
  };
  const listeners = new Set<() => void>();
  const writing = new Map<string, number>();
  let writes: Promise<void> = Promise.resolve();
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let sending: Promise<void> | null = null;
  let again: Promise<void> | null = null;

  function set(change: Partial<QueueState>) {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }
  function setEntry(sessionId: string, kept: KeptEntry | undefined) {
    const entries = new Map(state.entries);
    if (kept === undefined) entries.delete(sessionId);
    else entries.set(sessionId, kept);
    set({ entries });
  }

  /** Takes the person whose entries these are; null shows nobody's. */
  async function open(nextUserId: string | null): Promise<void> {
    await writes;
    userId = nextUserId;
    failures = 0;
    if (nextUserId === null) {
      deviceId = '';
      set({ entries: new Map(), needsSignIn: false });
      return;
    }
    deviceId = await (await opening).deviceOf(nextUserId, options.newId());
    await reread();
    set({ needsSignIn: false });
    void flush();
  }

  /** Reads what another tab may have changed. */
  async function reread(): Promise<void> {
    await writes;
    if (userId === null) return;
    const owner = userId;
    const kept = await (await opening).entriesOf(owner);
    if (owner !== userId) return;
    const entries = new Map(kept.map((one) => [one.sessionId, one]));
    // What is being written at this moment is newer on the screen than in the store.
    for (const [sessionId, one] of state.entries) if ((writing.get(sessionId) ?? 0) > 0) entries.set(sessionId, one);
    set({ entries });
  }

  /** Keeps a change at once and sends it a moment later. `what` names it for taking back; the same name in a row is one step. */
  function change(session: ShownSession, what: string, apply: EntryChange, isText = false): void {
    write(session.id, (kept) => {
      const own = ownEntry(session, kept);
      const next = apply(allEntries(session, own), own);
      if (next === own) return kept;
      const steps = kept?.steps ?? [];
      const goesOn = isText && steps.at(-1)?.what === what;
      return renewed(session, kept, next, goesOn ? steps : [...steps, { what, before: own }].slice(-MAX_STEPS));
    });
  }

  /** Takes back the latest change: the phone's own tallies and words become what they were; others' stay. */
  function undo(session: ShownSession): void {
    write(session.id, (kept) => {
      const step = kept?.steps.at(-1);
      if (kept === undefined || step === undefined) return kept;
      const back = { ...step.before, revision: kept.entry.revision + 1 };
      return renewed(session, kept, back, kept.steps.slice(0, -1));
    });
  }

  /** Tries a refused entry once more as it is. */
  function retry(sessionId: string): void {
    write(sessionId, (kept) => (kept === undefined ? kept : { ...kept, problem: null, commandId: options.newId() }), 0);
  }

  /** Says that doubtful digits in the remark are no personal number. */
  function confirmNotPersonal(sessionId: string): void {
    write(sessionId, (kept) => kept && { ...kept, confirmedNotPersonal: true, problem: null });
  }

  function renewed(session: ShownSession, kept: KeptEntry | undefined, entry: SessionEntry, steps: KeptEntry['steps']) {
    return {
      userId: userId ?? '',
      sessionId: session.id,
      sentRevision: kept?.sentRevision ?? 0,
      sentAt: kept?.sentAt ?? null,
      confirmedNotPersonal: kept?.confirmedNotPersonal ?? false,
      entry,
      steps,
      commandId: options.newId(),
      problem: null,
      session,
      changedAt: options.now().toISOString(),
    };
  }

  /** The phone's own entry: what is kept here, else what the server has of this phone, else nothing yet. */
  function ownEntry(session: ShownSession, kept: KeptEntry | undefined): SessionEntry {
    const stored = session.entries.find((entry) => entry.deviceId === deviceId);
    if (kept !== undefined && kept.entry.revision >= (stored?.revision ?? 0)) return kept.entry;
    if (stored === undefined) return emptyEntry(deviceId);
    const { byName: _byName, at: _at, ...entry } = stored;
    return entry;
  }

  function write(sessionId: string, apply: (kept: KeptEntry | undefined) => KeptEntry | undefined, pause?: number) {
    const owner = userId;
    if (owner === null) return;
    setEntry(sessionId, apply(state.entries.get(sessionId)));
    writing.set(sessionId, (writing.get(sessionId) ?? 0) + 1);
    writes = writes
      .then(async () => (await opening).changeEntry(owner, sessionId, apply))
      .then(
        (kept) => {
          const left = (writing.get(sessionId) ?? 1) - 1;
          writing.set(sessionId, left);
          if (left === 0 && owner === userId) setEntry(sessionId, kept);
          options.tell();
        },
        () => {
          writing.set(sessionId, (writing.get(sessionId) ?? 1) - 1);
          set({ isUnkept: true });
        },
      );
    plan(pause ?? TAP_PAUSE_MILLIS);
  }

  function plan(millis: number) {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void flush(), millis);
  }

  const waiting = () => [...state.entries.values()].filter((kept) => isUnsent(kept) && kept.problem === null);

  /** Sends what waits, now. Never throws; whatever could not be sent waits for the next occasion. */
  function flush(): Promise<void> {
    if (sending === null) {
      sending = run().finally(() => {
        sending = null;
      });
      return sending;
    }
    // What was tapped while a sending was on its way travels with the next.
    again ??= sending.then(() => {
      again = null;
      return flush();
    });
    return again;
  }

  async function run(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    await writes;
    if (userId === null || waiting().length === 0) return;
    set({ isSending: true });
    try {
      const wasAlone = await options.alone(sendAll);
      await reread();
      if (waiting().length > 0) planRetry(wasAlone ? 0 : FIRST_RETRY_MILLIS);
    } catch {
      failures += 1;
      set({ isStuck: true });
      planRetry();
    } finally {
      set({ isSending: false });
    }
  }

  /** The pause grows with each failure in a row: a phone that says it is on line may be wrong for long. */
  function planRetry(least = FIRST_RETRY_MILLIS) {
    if (state.needsSignIn) return;
    plan(failures === 0 ? least : Math.min(LONGEST_RETRY_MILLIS, FIRST_RETRY_MILLIS * 2 ** (failures - 1)));
  }

  async function sendAll(): Promise<void> {
    const owner = userId;
    if (owner === null) return;
    // Another tab may have signed somebody else in; one person's entries never travel under another's name.
    if ((await options.askWho()) !== owner) {
      set({ needsSignIn: true });
      return;
    }
    set({ needsSignIn: false });
    const kept = await (await opening).entriesOf(owner);
    for (const one of kept.filter((entry) => isUnsent(entry) && entry.problem === null)) {
      if (owner !== userId) return;
      await sendOne(owner, one);
    }
  }

  async function sendOne(owner: string, sent: KeptEntry): Promise<void> {
    const store = await opening;
    try {
      const session = await options.send(sent);
      const at = session.entries.find(({ deviceId: by }) => by === sent.entry.deviceId)?.at ?? null;
      await store.changeEntry(owner, sent.sessionId, (kept) =>
        kept === undefined
          ? undefined
          : { ...kept, session, sentRevision: Math.max(kept.sentRevision, sent.entry.revision), sentAt: at },
      );
      failures = 0;
      if (state.isStuck) set({ isStuck: false });
      // Whoever signed out meanwhile leaves nothing behind, not even an answer that comes late.
      if (owner === userId) options.onShown(session);
      options.tell();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'signIn') set({ needsSignIn: true });
      if (problem.code === 'signIn' || problem.kind === 'unavailable') throw error;
      await store.changeEntry(owner, sent.sessionId, (kept) =>
        kept?.entry.revision === sent.entry.revision ? { ...kept, problem } : kept,
      );
    }
  }

  /** Forgets entries that the server has and that are in nobody's hands any more. */
  async function prune(isNeeded: (sessionId: string) => boolean): Promise<void> {
    const owner = userId;
    if (owner === null) return;
    const store = await opening;
    for (const { sessionId } of state.entries.values()) {
      if (isNeeded(sessionId)) continue;
      const left = await store.changeEntry(owner, sessionId, (kept) => (kept && isUnsent(kept) ? kept : undefined));
      if (left === undefined && owner === userId) setEntry(sessionId, undefined);
    }
  }

  return {
    open,
    reread,
    change,
    undo,
    retry,
    confirmNotPersonal,
    flush,
    prune,
    /** Waits until every tap is on the phone. */
    settled: () => writes,
    ownEntry: (session: ShownSession) => ownEntry(session, state.entries.get(session.id)),
    isOf: (id: string) => id === userId,
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The entries of all devices with the own one in its newest form; a device that has said nothing is none. */
export function allEntries(session: Pick<ShownSession, 'entries'>, own: SessionEntry): SessionEntry[] {
  const others = session.entries.filter(({ deviceId }) => deviceId !== own.deviceId);
  return own.revision === 0 ? others : [...others, own];
}
