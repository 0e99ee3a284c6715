import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { ShownMe } from '@forspring/domain/people/person';
import type { SessionEntry } from '@forspring/domain/participation/session-entry';
import type { Pocket, ShownSession } from '@forspring/domain/participation/shown-session';
import type { WireProblem } from '../problem.ts';

/** One change that can be taken back: what it was about, and the entry as it was before. */
interface Step {
  what: string;
  before: SessionEntry;
}

/** What a person has registered about one session on this phone, and how far it has come. */
export interface KeptEntry {
  userId: string;
  sessionId: string;
  entry: SessionEntry;
  /** The latest revision the server has taken; 0 when it has taken none. */
  sentRevision: number;
  /** When the server took it, by the server's clock. */
  sentAt: string | null;
  /** The id the newest revision is sent under, so that a repeated sending is recognised. */
  commandId: string;
  /** Whether the person has said that doubtful digits in the remark are no personal number. */
  confirmedNotPersonal: boolean;
  /** Why the server refused this revision; null when it has not. */
  problem: WireProblem | null;
  /** The latest changes, newest last. */
  steps: Step[];
  /** The session as it was known last; null after a sign-out, which leaves nothing that was fetched. */
  session: ShownSession | null;
  changedAt: string;
}

/** Who used this phone last, as the server last said it. */
export interface KeptPerson {
  userId: string;
  me: ShownMe;
  /** Days the server's calendar was ahead of the phone's; 0 unless one of the clocks is wrong. */
  daysAhead: number;
  keptAt: number;
}

/** One person's own sessions around today. */
interface KeptPocket {
  userId: string;
  pocket: Pocket;
  keptAt: number;
}

/** A name for this phone in one person's registrations; made at random on the phone. */
interface KeptDevice {
  userId: string;
  deviceId: string;
}

/** What the phone remembers, whoever uses it. `signOutOwed`: somebody signed out without network, and the server does not know yet. */
interface KeptFlags {
  lastUserId: string;
  signOutOwed: boolean;
}

interface PhoneSchema extends DBSchema {
  people: { key: string; value: KeptPerson };
  pockets: { key: string; value: KeptPocket };
  devices: { key: string; value: KeptDevice };
  entries: { key: [string, string]; value: KeptEntry; indexes: { userId: string } };
  flags: { key: string; value: KeptFlags[keyof KeptFlags] };
}

/** What is kept on the phone. Every method is one transaction; several tabs may use it at once. */
export interface PhoneStore {
  readFlag<Name extends keyof KeptFlags>(name: Name): Promise<KeptFlags[Name] | undefined>;
  writeFlag<Name extends keyof KeptFlags>(name: Name, value: KeptFlags[Name] | undefined): Promise<void>;
  readPerson(userId: string): Promise<KeptPerson | undefined>;
  writePerson(person: KeptPerson): Promise<void>;
  readPocket(userId: string): Promise<KeptPocket | undefined>;
  writePocket(pocket: KeptPocket): Promise<void>;
  /** The person's name for this phone; the proposed one when there is none yet. */
  deviceOf(userId: string, proposed: string): Promise<string>;
  entriesOf(userId: string): Promise<KeptEntry[]>;
  /** Reads, changes and writes one entry so that no other tab comes between; undefined removes it. */
  changeEntry(
    userId: string,
    sessionId: string,
    change: (kept: KeptEntry | undefined) => KeptEntry | undefined,
  ): Promise<KeptEntry | undefined>;
  /** Removes everything that was fetched or sent, of everybody. Unsent entries stay, bare of what was fetched with them. */
  forget(): Promise<void>;
}

const VERSION = 1;

/** Opens what is kept in the browser's database. */
export async function openPhoneStore(name = 'forspring'): Promise<PhoneStore> {
  const database = await openDB<PhoneSchema>(name, VERSION, {
    upgrade(db) {
      db.createObjectStore('people', { keyPath: 'userId' });
      db.createObjectStore('pockets', { keyPath: 'userId' });
      db.createObjectStore('devices', { keyPath: 'userId' });
      db.createObjectStore('entries', { keyPath: ['userId', 'sessionId'] }).createIndex('userId', 'userId');
      db.createObjectStore('flags');
    },
  });
  return storeOn(database);
}

function storeOn(database: IDBPDatabase<PhoneSchema>): PhoneStore {
  return {
    readFlag: async (name) => (await database.get('flags', name)) as never,
    writeFlag: async (name, value) => {
      await (value === undefined ? database.delete('flags', name) : database.put('flags', value, name));
    },
    readPerson: (userId) => database.get('people', userId),
    writePerson: async (person) => void (await database.put('people', person)),
    readPocket: (userId) => database.get('pockets', userId),
    writePocket: async (pocket) => void (await database.put('pockets', pocket)),
    async deviceOf(userId, proposed) {
      const transaction = database.transaction('devices', 'readwrite');
      const known = await transaction.store.get(userId);
      if (known === undefined) await transaction.store.put({ userId, deviceId: proposed });
      await transaction.done;
      return known?.deviceId ?? proposed;
    },
    entriesOf: (userId) => database.getAllFromIndex('entries', 'userId', userId),
    async changeEntry(userId, sessionId, change) {
      const transaction = database.transaction('entries', 'readwrite');
      const next = change(await transaction.store.get([userId, sessionId]));
      if (next === undefined) await transaction.store.delete([userId, sessionId]);
      else await transaction.store.put(next);
      await transaction.done;
      return next;
    },
    async forget() {
      const transaction = database.transaction(['people', 'pockets', 'devices', 'entries', 'flags'], 'readwrite');
      const entries = transaction.objectStore('entries');
      const kept = await entries.getAll();
      const waiting = new Set(kept.filter(isUnsent).map(({ userId }) => userId));
      for (const one of kept) {
        if (isUnsent(one)) await entries.put(bare(one));
        else await entries.delete([one.userId, one.sessionId]);
      }
      const devices = transaction.objectStore('devices');
      for (const { userId } of await devices.getAll()) if (!waiting.has(userId)) await devices.delete(userId);
      await transaction.objectStore('people').clear();
      await transaction.objectStore('pockets').clear();
      await transaction.objectStore('flags').delete('lastUserId');
      await transaction.done;
    },
  };
}

/** Whether the server has yet to take an entry's newest revision. */
export function isUnsent({ entry, sentRevision }: Pick<KeptEntry, 'entry' | 'sentRevision'>): boolean {
  return entry.revision > sentRevision;
}

const bare = (kept: KeptEntry): KeptEntry => ({ ...kept, session: null, steps: [] });

/** The same in memory, for a browser without a database: what is counted lasts until the page is closed. */
export function memoryStore(): PhoneStore {
  const flags = new Map<string, unknown>();
  const people = new Map<string, KeptPerson>();
  const pockets = new Map<string, KeptPocket>();
  const devices = new Map<string, string>();
  const entries = new Map<string, KeptEntry>();
  return {
    readFlag: async (name) => flags.get(name) as never,
    writeFlag: async (name, value) => void (value === undefined ? flags.delete(name) : flags.set(name, value)),
    readPerson: async (userId) => people.get(userId),
    writePerson: async (person) => void people.set(person.userId, person),
    readPocket: async (userId) => pockets.get(userId),
    writePocket: async (pocket) => void pockets.set(pocket.userId, pocket),
    async deviceOf(userId, proposed) {
      const deviceId = devices.get(userId) ?? proposed;
      devices.set(userId, deviceId);
      return deviceId;
    },
    entriesOf: async (userId) => [...entries.values()].filter((one) => one.userId === userId),
    async changeEntry(userId, sessionId, change) {
      const key = `${userId} ${sessionId}`;
      const next = change(entries.get(key));
      if (next === undefined) entries.delete(key);
      else entries.set(key, next);
      return next;
    },
    async forget() {
      const waiting = new Set([...entries.values()].filter(isUnsent).map(({ userId }) => userId));
      for (const [key, one] of entries) {
        if (isUnsent(one)) entries.set(key, bare(one));
        else entries.delete(key);
      }
      for (const userId of devices.keys()) if (!waiting.has(userId)) devices.delete(userId);
      people.clear();
      pockets.clear();
      flags.delete('lastUserId');
    },
  };
}
