import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterTap, afterWrongPin, isPinPaused, kioskEndsAt, kioskHindrance, type Tap } from './kiosk.rules.ts';
import { kioskPin, maxWrongPins, pinPauseMinutes } from './kiosk.ts';
import { mayServeKiosk } from './kiosk.abilities.ts';
import { emptyEntry, mergeEntries, setCount, withEntry } from './session-entry.rules.ts';
import { ageBands, genders } from './session.ts';

const kiosk = '00000000-0000-4000-8000-00000000000a';
const phone = '00000000-0000-4000-8000-00000000000b';
const evening = { heldOn: '2026-11-13', endMinute: 1350, state: 'planned', countUnit: 'visit' } as const;

describe('a kiosk', () => {
  it('ends 45 minutes after its session, past midnight and when the clocks change too', () => {
    expect(kioskEndsAt(evening).toISOString()).toBe('2026-11-13T22:15:00.000Z');
    expect(kioskEndsAt({ heldOn: '2026-11-13', endMinute: 1470 }).toISOString()).toBe('2026-11-14T00:15:00.000Z');
    expect(kioskEndsAt({ heldOn: '2026-10-24', endMinute: 1500 }).toISOString()).toBe('2026-10-24T23:45:00.000Z');
  });

  it.each([
    ['tonight', {}, '2026-11-13T18:30:00Z', '2026-11-13', null],
    ['held already by a phone', { state: 'held' as const }, '2026-11-13T18:30:00Z', '2026-11-13', null],
    ['tomorrow’s', {}, '2026-11-12T18:30:00Z', '2026-11-12', 'tooEarly'],
    ['over', {}, '2026-11-13T22:15:00Z', '2026-11-13', 'over'],
    ['cancelled', { state: 'cancelled' as const }, '2026-11-13T18:30:00Z', '2026-11-13', 'cancelled'],
    ['outreach', { countUnit: 'contact' as const }, '2026-11-13T18:30:00Z', '2026-11-13', 'contacts'],
  ])('of a session that is %s', (_what, more, at, today, expected) => {
    expect(kioskHindrance({ ...evening, ...more }, { today, at: new Date(at) })).toBe(expected);
  });

  it('serves its own session only', () => {
    const at = {
      kioskId: kiosk,
      sessionId: 's1',
      projectId: 'p',
      openedById: 'u',
      asksGender: false,
      endsAt: new Date(0),
    };
    expect(mayServeKiosk(at, 's1')).toBe(true);
    expect(mayServeKiosk(at, 's2')).toBe(false);
  });

  it('has a PIN of four to six digits', () => {
    for (const pin of ['1234', '012345']) expect(kioskPin.safeParse(pin).success).toBe(true);
    for (const pin of ['123', '1234567', '12a4', '', ' 1234']) expect(kioskPin.safeParse(pin).success).toBe(false);
  });

  it('waits after five wrong PINs, and after each wrong one that follows', () => {
    const now = new Date('2026-11-13T18:30:00Z');
    let memory = { wrongPinCount: 0, lockedUntil: null as Date | null };
    for (let tries = 1; tries < maxWrongPins; tries += 1) {
      memory = afterWrongPin(memory, now);
      expect(isPinPaused(memory, now)).toBe(false);
    }
    memory = afterWrongPin(memory, now);
    expect(isPinPaused(memory, now)).toBe(true);
    const later = new Date(now.getTime() + pinPauseMinutes * 60_000);
    expect(isPinPaused(memory, later)).toBe(false);
    expect(isPinPaused(afterWrongPin(memory, later), later)).toBe(true);
  });
});

describe('a tap', () => {
  const tap: fc.Arbitrary<Tap> = fc.record({
    ageBand: fc.constantFrom(...ageBands),
    gender: fc.constantFrom(...genders),
    code: fc.constant(null),
  });

  it('is one more visit in its own place, whatever phones have counted or corrected meanwhile', () => {
    fc.assert(
      fc.property(fc.array(tap, { maxLength: 30 }), fc.integer({ min: -20, max: 20 }), (taps, corrected) => {
        const first = setCount([], emptyEntry(phone), { ageBand: '13-15', gender: 'boy', fromMinute: 0 }, 5);
        const counts = first.counts.map((cell) => ({ ...cell, personCount: corrected }));
        let entries = [{ ...first, counts }];
        for (const one of taps) {
          const before = mergeEntries(entries).visitCount;
          const own = entries.find(({ deviceId }) => deviceId === kiosk) ?? emptyEntry(kiosk);
          entries = withEntry(entries, afterTap(entries, own, one));
          expect(mergeEntries(entries).visitCount).toBe(before + 1);
        }
      }),
    );
  });

  it('with a card counts the visit and the card: 11 cards and 14 others are 25', () => {
    let entries = [emptyEntry(kiosk)];
    const codes = Array.from({ length: 11 }, (_, index) => `K7-TM${'CDFHJKMNPRT'[index]}`);
    for (let count = 0; count < 25; count += 1) {
      const own = entries.find(({ deviceId }) => deviceId === kiosk) ?? emptyEntry(kiosk);
      const one = { ageBand: 'unknown', gender: 'other', code: codes[count] ?? null } as const;
      entries = withEntry(entries, afterTap(entries, own, one));
    }
    const merged = mergeEntries(entries);
    expect(merged.codes).toHaveLength(11);
    expect(merged.visitCount - merged.codes.length).toBe(14);
    expect(merged.visitCount).toBe(25);
  });
});
