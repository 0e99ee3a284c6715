import type { Adults, CountCell, FactName, FactValue, Outcome, SessionEntry } from './session-entry.ts';
import { factNames } from './session.ts';
import type { AgeBand, Gender, Mood } from './session.ts';

/** A place in the grid of headcounts. */
export type CountPlace = Pick<CountCell, 'ageBand' | 'gender' | 'fromMinute'>;

/** One version of a fact and the device that said it. */
export interface FactVersion<Name extends FactName = FactName> {
  deviceId: string;
  revision: number;
  value: FactValue<Name>;
}

/** A fact that two devices told differently without having seen each other: somebody has to choose. */
export interface OpenChoice {
  fact: FactName;
  versions: FactVersion[];
}

/** What all devices together say about one session. */
export interface MergedSession {
  /** Null: nobody has said anything, and nobody is counted. */
  outcome: Outcome | null;
  counts: CountCell[];
  visitCount: number;
  firstTimeCount: number | null;
  codes: string[];
  staff: Adults;
  volunteers: Adults;
  mood: Mood | null;
  /** Null: nobody was asked which core elements were delivered. */
  elements: number[] | null;
  note: string | null;
  choices: OpenChoice[];
}

const nobody: Adults = { count: 0, minutes: 0 };
const placeKey = ({ ageBand, gender, fromMinute }: CountPlace) => `${ageBand}/${gender}/${fromMinute}`;
const textOf = (value: unknown): string => JSON.stringify(value, Object.keys(Object(value ?? {})).sort());

/** The entries with one device's entry replaced or added; an older revision never replaces a newer. */
export function withEntry<Entry extends SessionEntry>(entries: readonly Entry[], next: Entry): Entry[] {
  const known = entries.find(({ deviceId }) => deviceId === next.deviceId);
  if (known && known.revision >= next.revision) return [...entries];
  return [...entries.filter((entry) => entry !== known), next];
}

/** What every device has counted in one place, summed; a sum below zero is nobody. */
export function countAt(entries: readonly SessionEntry[], place: CountPlace): number {
  return Math.max(0, rawCountAt(entries, place));
}

function rawCountAt(entries: readonly SessionEntry[], place: CountPlace): number {
  const key = placeKey(place);
  let sum = 0;
  for (const entry of entries) for (const cell of entry.counts) if (placeKey(cell) === key) sum += cell.personCount;
  return sum;
}

/** The versions of a fact that no other device has seen and replaced; one for each device at most, in no order that arrival decides. */
export function versionsOf<Name extends FactName>(
  entries: readonly SessionEntry[],
  name: Name,
): (FactVersion<Name> & { clock: number })[] {
  const told = entries.flatMap(({ deviceId, facts }) => {
    const fact = facts[name];
    return fact === undefined ? [] : [{ deviceId, revision: fact.revision, seen: fact.seen, value: fact.value }];
  });
  return told
    .filter((one) => !told.some((other) => other !== one && (other.seen[one.deviceId] ?? 0) >= one.revision))
    .map(({ deviceId, revision, seen, value }) => {
      const others = Object.entries(seen).reduce((sum, [by, seenOf]) => sum + (by === deviceId ? 0 : seenOf), revision);
      return { deviceId, revision, value: value as FactValue<Name>, clock: others };
    })
    .sort((a, b) => b.clock - a.clock || (a.deviceId < b.deviceId ? -1 : 1));
}

/** The value a fact has now: the only one, or the one that knew most of the others while somebody has yet to choose. */
function valueOf<Name extends FactName>(entries: readonly SessionEntry[], name: Name): FactValue<Name> | undefined {
  return versionsOf(entries, name)[0]?.value;
}

/**
 * What the devices of one session say together. The same entries give the same answer in whatever order they are handed
 * in. Counts and cards are summed; facts that were told differently by devices that had not seen each other are
 * `choices`, and until somebody chooses, an evening that somebody held is held, and else the best informed version holds.
 */
export function mergeEntries(entries: readonly SessionEntry[]): MergedSession {
  const sums = new Map<string, CountCell>();
  const cards = new Map<string, number>();
  let firstTimeCount: number | null = null;
  for (const entry of entries) {
    for (const cell of entry.counts) {
      const key = placeKey(cell);
      sums.set(key, { ...cell, personCount: (sums.get(key)?.personCount ?? 0) + cell.personCount });
    }
    for (const { code, times } of entry.codes) cards.set(code, (cards.get(code) ?? 0) + times);
    if (entry.firstTimeCount !== null) firstTimeCount = (firstTimeCount ?? 0) + entry.firstTimeCount;
  }
  const counts = [...sums.entries()]
    .filter(([, { personCount }]) => personCount > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cell]) => cell);
  const visitCount = counts.reduce((sum, { personCount }) => sum + personCount, 0);
  const codes = [...cards].flatMap(([code, times]) => (times > 0 ? [code] : [])).sort();

  const choices = factNames.flatMap((fact): OpenChoice[] => {
    const versions = versionsOf(entries, fact);
    const isOpen = new Set(versions.map(({ value }) => textOf(value))).size > 1;
    return isOpen ? [{ fact, versions: versions.map(({ clock: _clock, ...version }) => version) }] : [];
  });
  const outcomes = versionsOf(entries, 'outcome').map(({ value }) => value);
  const isCounted = visitCount > 0 || codes.length > 0;
  const outcome = outcomes.find(({ state }) => state === 'held') ?? outcomes[0] ?? (isCounted ? heldOutcome : null);
  return {
    outcome,
    counts,
    visitCount,
    firstTimeCount: firstTimeCount === null ? null : Math.min(Math.max(0, firstTimeCount), visitCount),
    codes,
    staff: valueOf(entries, 'staff') ?? nobody,
    volunteers: valueOf(entries, 'volunteers') ?? nobody,
    mood: valueOf(entries, 'mood') ?? null,
    elements: valueOf(entries, 'elements') ?? null,
    note: valueOf(entries, 'note') ?? null,
    choices,
  };
}

const heldOutcome: Outcome = { state: 'held' };

/** An entry of a device that has not registered anything yet; its first change makes revision 1. */
export function emptyEntry(deviceId: string): SessionEntry {
  return { deviceId, revision: 0, counts: [], firstTimeCount: null, codes: [], facts: {} };
}

const changed = (entry: SessionEntry, change: Partial<SessionEntry>): SessionEntry => ({
  ...entry,
  ...change,
  revision: entry.revision + 1,
});

const othersOf = (entries: readonly SessionEntry[], { deviceId }: SessionEntry) =>
  entries.filter((entry) => entry.deviceId !== deviceId);

/** The device's entry after somebody set how many there are in one place, all devices together; never below zero. */
export function setCount(
  entries: readonly SessionEntry[],
  own: SessionEntry,
  place: { ageBand: AgeBand; gender: Gender; fromMinute: number },
  totalCount: number,
): SessionEntry {
  const personCount = Math.max(0, totalCount) - rawCountAt(othersOf(entries, own), place);
  const key = placeKey(place);
  const rest = own.counts.filter((cell) => placeKey(cell) !== key);
  const { ageBand, gender, fromMinute } = place;
  return changed(own, {
    counts: personCount === 0 ? rest : [...rest, { ageBand, gender, fromMinute, personCount }],
  });
}

/** The device's entry after somebody set how many came for the first time, all devices together; null is "not counted" by this device. */
export function setFirstTimeCount(
  entries: readonly SessionEntry[],
  own: SessionEntry,
  totalCount: number | null,
): SessionEntry {
  if (totalCount === null) return changed(own, { firstTimeCount: null });
  const others = othersOf(entries, own).reduce((sum, { firstTimeCount }) => sum + (firstTimeCount ?? 0), 0);
  return changed(own, { firstTimeCount: Math.max(0, totalCount) - others });
}

/** The device's entry after a card was shown, or taken back; a card shown on two phones is one card. */
export function setCard(
  entries: readonly SessionEntry[],
  own: SessionEntry,
  code: string,
  isShown: boolean,
): SessionEntry {
  const others = othersOf(entries, own)
    .flatMap(({ codes }) => codes)
    .reduce((sum, card) => sum + (card.code === code ? card.times : 0), 0);
  const times = isShown ? Math.max(1, 1 - others) : -others;
  const rest = own.codes.filter((card) => card.code !== code);
  return changed(own, { codes: times === 0 ? rest : [...rest, { code, times }] });
}

/** The device's entry after somebody said a fact anew, having seen every version in `entries`: it replaces them all. */
export function setFact<Name extends FactName>(
  entries: readonly SessionEntry[],
  own: SessionEntry,
  name: Name,
  value: FactValue<Name>,
): SessionEntry {
  const seen: Record<string, number> = {};
  for (const { deviceId, facts } of [...entries, own]) {
    const fact = facts[name];
    if (fact === undefined) continue;
    for (const [by, revision] of [...Object.entries(fact.seen), [deviceId, fact.revision] as const])
      if (by !== own.deviceId) seen[by] = Math.max(seen[by] ?? 0, revision);
  }
  return changed(own, { facts: { ...own.facts, [name]: { revision: own.revision + 1, seen, value } } });
}
