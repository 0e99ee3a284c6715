import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '@forspring/domain/measures/day';
import { readByIcalJs, readByNodeIcal } from '@forspring/tests/two-parsers';
import { type CalendarEvent, writeCalendar } from './write-calendar.ts';

const writtenAt = new Date('2026-11-13T18:30:00Z');

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'aften@forspring',
  sequence: 1,
  summary: 'Fredagshallen',
  location: 'Hafnia-Hallen',
  description: null,
  url: null,
  status: 'CONFIRMED',
  onDay: '2026-11-13',
  startMinute: 1080,
  endMinute: 1350,
  ...more,
});

const written = (...events: CalendarEvent[]) => writeCalendar({ name: 'Mine gange', events, writtenAt });

/** What any reader should understand of an event; the instants are worked out by the domain, not by this package. */
const understood = (one: CalendarEvent) => ({
  uid: one.uid,
  sequence: one.sequence,
  summary: one.summary,
  location: one.location ?? '',
  description: one.description ?? '',
  status: one.status,
  startsAt: instantOf(one.onDay, one.startMinute).toISOString(),
  endsAt: instantOf(one.onDay, one.endMinute).toISOString(),
});

function expectUnderstood(...events: CalendarEvent[]): void {
  const wanted = {
    name: 'Mine gange',
    events: events.map(understood).toSorted((a, b) => (a.uid < b.uid ? -1 : 1)),
  };
  const text = written(...events);
  expect(readByIcalJs(text), 'ical.js').toEqual(wanted);
  expect(readByNodeIcal(text), 'node-ical').toEqual(wanted);
}

const minutesBetween = (text: string) => {
  const [one] = readByIcalJs(text).events;
  return (Date.parse(one?.endsAt ?? '') - Date.parse(one?.startsAt ?? '')) / 60_000;
};

describe('a calendar file', () => {
  it('comes back from both parsers as it was written', () => {
    expectUnderstood(event(), event({ uid: 'b@forspring', sequence: 7, status: 'CANCELLED', location: null }));
  });

  it('without events is a file both parsers take', () => {
    expectUnderstood();
  });

  it('knows week 53 of 2026: Thursday 31 December and the night into 1 January 2027', () => {
    expectUnderstood(
      event({ uid: 'a', onDay: '2026-12-31', startMinute: 1200, endMinute: 1560 }),
      event({ uid: 'b', onDay: '2027-01-01' }),
    );
  });

  it('gives the evening into 25 October its real length: 22.00–04.00 is seven hours', () => {
    const long = event({ onDay: '2026-10-24', startMinute: 1320, endMinute: 1680 });
    expectUnderstood(long);
    expect(minutesBetween(written(long))).toBe(7 * 60);
  });

  it('gives the evening into 28 March its real length: 22.00–04.00 is five hours', () => {
    const short = event({ onDay: '2027-03-27', startMinute: 1320, endMinute: 1680 });
    expectUnderstood(short);
    expect(minutesBetween(written(short))).toBe(5 * 60);
  });

  it.each([
    ['ends in the hour that comes twice', '2026-10-24', 1320, 1590],
    ['begins in the hour that comes twice', '2026-10-25', 150, 600],
    ['ends as summer time ends', '2026-10-24', 1320, 1620],
    ['ends in the hour that is skipped', '2027-03-27', 1320, 1590],
    ['begins in the hour that is skipped', '2027-03-28', 150, 600],
    ['ends at midnight', '2026-11-13', 1080, 1440],
  ])('%s', (_what, onDay, startMinute, endMinute) => {
    expectUnderstood(event({ onDay, startMinute, endMinute }));
  });

  it('keeps commas, semicolons, backslashes, line breaks and every Danish letter', () => {
    expectUnderstood(
      event({
        summary: 'Åben hal; bold, æbler & øl-fri \\ "aften"',
        location: 'Sjælør Boulevard 1, 2., 2500 Valby',
        description: 'Første linje\nAnden; linje, ét punkt',
      }),
    );
  });

  it('ends lines with CRLF and folds them at 75 octets, never inside a letter', () => {
    const text = written(event({ summary: 'æøåÆØÅé'.repeat(40), description: '𝄞🎈'.repeat(60) }));
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
    }
    expectUnderstood(event({ summary: 'æøåÆØÅé'.repeat(40), description: '𝄞🎈'.repeat(60) }));
  });

  it('is the same text for the same events at the same instant', () => {
    expect(written(event())).toBe(written(event()));
  });

  it('comes back without loss whatever is planned', () => {
    // A backslash right before an n is left out: node-ical undoes the escapes one after the other and reads a line break.
    const letters = fc.stringMatching(/^[A-Za-zÆØÅæøåéü0-9 .,;:!?'"()–…-]{1,90}$/).map((text) => `x${text}x`);
    const anyEvent = fc
      .record({
        uid: fc.uuid(),
        sequence: fc.integer({ min: 1, max: 500 }),
        summary: letters,
        location: fc.option(letters),
        description: fc.option(letters),
        url: fc.constant('https://forspring.example/gange/1'),
        status: fc.constantFrom('CONFIRMED' as const, 'TENTATIVE' as const, 'CANCELLED' as const),
        // Every day of two years, so that both nights the clock changes and week 53 come up.
        onDay: fc
          .integer({ min: 0, max: 730 })
          .map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)),
        startMinute: fc.integer({ min: 0, max: 1439 }),
        length: fc.integer({ min: 61, max: 1440 }),
      })
      .map(({ length, ...one }) => ({ ...one, endMinute: one.startMinute + length }));
    fc.assert(
      fc.property(fc.uniqueArray(anyEvent, { selector: ({ uid }) => uid, maxLength: 8 }), (events) => {
        expectUnderstood(...events);
      }),
      { numRuns: 150 },
    );
  });
});
