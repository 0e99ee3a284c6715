import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionEntry } from './session-entry.ts';
import { sessionEntry } from './session-entry.ts';
import {
  countAt,
  emptyEntry,
  mergeEntries,
  setCard,
  setCount,
  setFact,
  setFirstTimeCount,
  withEntry,
} from './session-entry.rules.ts';

const phoneA = '00000000-0000-4000-8000-00000000000a';
const phoneB = '00000000-0000-4000-8000-00000000000b';
const office = '00000000-0000-4000-8000-00000000000c';
const boys = { ageBand: '13-15', gender: 'boy', fromMinute: 0 } as const;

describe('several devices on one session', () => {
  it('counts what each has counted, summed', () => {
    const a = setCount([], emptyEntry(phoneA), boys, 9);
    const b = setCount([], emptyEntry(phoneB), boys, 4);
    expect(mergeEntries([a, b])).toMatchObject({ visitCount: 13, outcome: { state: 'held' }, choices: [] });
  });

  it('takes a correction as a total, while another phone goes on counting', () => {
    const a = setCount([], emptyEntry(phoneA), boys, 25);
    const corrected = setCount([a], emptyEntry(office), boys, 24);
    expect(corrected.counts[0]?.personCount).toBe(-1);
    const onMore = setCount([a], a, boys, 26);
    expect(countAt([onMore, corrected], boys)).toBe(25);
  });

  it('never counts below nobody', () => {
    const a = setCount([], emptyEntry(phoneA), boys, 2);
    const b = setCount([a], emptyEntry(phoneB), boys, 0);
    const fewer = setCount([], a, boys, 1);
    expect(mergeEntries([fewer, b]).visitCount).toBe(0);
  });

  it('keeps first-timers "not counted" until a device counts them, and never more than there are visits', () => {
    const a = setCount([], emptyEntry(phoneA), boys, 2);
    expect(mergeEntries([a]).firstTimeCount).toBeNull();
    const b = setFirstTimeCount([a], emptyEntry(phoneB), 3);
    expect(mergeEntries([a, b]).firstTimeCount).toBe(2);
  });

  it('counts a card shown on two phones once, and takes it back for both', () => {
    const a = setCard([], emptyEntry(phoneA), 'K7-TM4', true);
    const b = setCard([], emptyEntry(phoneB), 'K7-TM4', true);
    expect(mergeEntries([a, b]).codes).toEqual(['K7-TM4']);
    const back = setCard([a, b], a, 'K7-TM4', false);
    expect(mergeEntries([back, b]).codes).toEqual([]);
    const again = setCard([back, b], b, 'K7-TM4', true);
    expect(mergeEntries([back, again]).codes).toEqual(['K7-TM4']);
  });

  it('asks which is right when two devices tell a fact differently without having seen each other', () => {
    const a = setFact([], emptyEntry(phoneA), 'outcome', { state: 'held' });
    const b = setFact([], emptyEntry(phoneB), 'outcome', {
      state: 'cancelled',
      cancelledBy: 'venue',
      cancelReason: 'Stævne',
    });
    const merged = mergeEntries([a, b]);
    expect(merged.outcome).toEqual({ state: 'held' });
    expect(merged.choices.map(({ fact }) => fact)).toEqual(['outcome']);
    const chosen = setFact([a, b], b, 'outcome', { state: 'held' });
    expect(mergeEntries([a, chosen]).choices).toEqual([]);
  });

  it('asks nothing when both say the same, or one has seen the other', () => {
    const two = { count: 2, minutes: 540 };
    const a = setFact([], emptyEntry(phoneA), 'staff', two);
    expect(mergeEntries([a, setFact([], emptyEntry(phoneB), 'staff', two)]).choices).toEqual([]);
    const seen = setFact([a], emptyEntry(phoneB), 'staff', { count: 3, minutes: 810 });
    expect(mergeEntries([a, seen])).toMatchObject({ staff: { count: 3 }, choices: [] });
  });

  it('keeps the newer of two revisions of one device, whichever comes last', () => {
    const first = setCount([], emptyEntry(phoneA), boys, 1);
    const second = setCount([first], first, boys, 2);
    expect(withEntry(withEntry([], second), first)).toEqual([second]);
    expect(withEntry(withEntry([], first), second)).toEqual([second]);
  });

  it('is nothing at all before anybody has said anything', () => {
    expect(mergeEntries([])).toMatchObject({ outcome: null, visitCount: 0, note: null, elements: null });
  });

  it('refuses the same place or card twice in one entry, and hours of nobody', () => {
    const entry = { ...setCount([], emptyEntry(phoneA), boys, 1) };
    const twice = { ...entry, counts: [...entry.counts, ...entry.counts] };
    expect(sessionEntry.safeParse(twice).success).toBe(false);
    const hours = setFact([], emptyEntry(phoneA), 'staff', { count: 0, minutes: 60 });
    expect(sessionEntry.safeParse(hours).success).toBe(false);
    expect(sessionEntry.safeParse(entry).success).toBe(true);
  });
});

describe('twenty phones in any order', () => {
  const act = fc.record({
    phone: fc.nat(19),
    kind: fc.constantFrom('count', 'card', 'first', 'staff', 'outcome', 'look'),
    total: fc.nat(30),
  });

  it('end in the same state however their entries arrive, doubled, late and out of order', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), fc.infiniteStream(fc.nat(1000)), (acts, shuffles) => {
        const sent: SessionEntry[] = [];
        const own = new Map<number, SessionEntry>();
        const known = new Map<number, SessionEntry[]>();
        let server: SessionEntry[] = [];
        for (const { phone, kind, total } of acts) {
          const mine = own.get(phone) ?? emptyEntry(`00000000-0000-4000-8000-0000000000${10 + phone}`);
          const seen = known.get(phone) ?? [];
          if (kind === 'look') {
            known.set(phone, server);
            continue;
          }
          const next =
            kind === 'count'
              ? setCount(seen, mine, boys, total)
              : kind === 'card'
                ? setCard(seen, mine, 'K7-TM4', total % 2 === 0)
                : kind === 'first'
                  ? setFirstTimeCount(seen, mine, total)
                  : kind === 'staff'
                    ? setFact(seen, mine, 'staff', { count: total, minutes: total * 60 })
                    : setFact(seen, mine, 'outcome', { state: 'held' });
          own.set(phone, next);
          known.set(phone, withEntry(seen, next));
          server = withEntry(server, next);
          sent.push(next);
        }
        const arriving = [...sent, ...sent.filter((_, index) => index % 3 === 0)]
          .map((entry) => ({ entry, at: shuffles.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        let late: SessionEntry[] = [];
        for (const entry of arriving) late = withEntry(late, entry);
        expect(mergeEntries(late)).toEqual(mergeEntries(server));
      }),
    );
  });
});
