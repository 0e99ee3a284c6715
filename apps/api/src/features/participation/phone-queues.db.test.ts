import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionEntry } from '@forspring/domain/participation/session-entry';
import {
  emptyEntry,
  mergeEntries,
  setCount,
  setFact,
  setFirstTimeCount,
} from '@forspring/domain/participation/session-entry.rules';
import { ageBands, genders } from '@forspring/domain/participation/session';
import type { PersonKey } from '@forspring/samples/people';
import { hall, sessionOn } from '@forspring/tests/evenings';
import { emailOf, expectFiguresExact } from '@forspring/tests/ladder';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

const phoneCount = 20;

/** What somebody does with a phone; numbers choose, modulo what there is. */
const tap = fc.record({
  what: fc.constantFrom('count', 'count', 'count', 'first', 'staff', 'mood', 'note', 'held'),
  place: fc.nat(14),
  value: fc.integer({ min: 0, max: 12 }),
});

/** What happens to one thing a phone has to send. */
const sending = fc.record({
  phone: fc.nat(phoneCount - 1),
  /** Which of the phone's revisions is sent: the newest, or an older one that was left in the queue. */
  isOld: fc.boolean(),
  /** Whether the answer is lost, so that the phone sends the same again with the same id. */
  isLost: fc.boolean(),
  /** Whether the phone was restarted and sends it once more as a new command. */
  isDouble: fc.boolean(),
  /** How far the server's clock is off while it takes this one, in minutes. */
  skewMinutes: fc.integer({ min: -90, max: 90 }),
  /** Whether the next one is sent without waiting for this one. */
  isAtOnce: fc.boolean(),
});

const evening = fc.record({
  taps: fc.array(fc.tuple(fc.nat(phoneCount - 1), tap), { minLength: 30, maxLength: 60 }),
  sendings: fc.array(sending, { minLength: 10, maxLength: 40 }),
});

/** Every revision each phone has had, the first first. Nobody sees anybody else: the worst case. */
function revisionsOf(taps: readonly (readonly [number, { what: string; place: number; value: number }])[]) {
  const phones: SessionEntry[][] = Array.from({ length: phoneCount }, () => []);
  const ids = phones.map(() => newId());
  for (const [index, { what, place, value }] of taps) {
    const history = phones[index] ?? [];
    const own = history.at(-1) ?? emptyEntry(ids[index] ?? '');
    const [ageBand, gender] = [ageBands[place % ageBands.length], genders[place % genders.length]];
    if (!ageBand || !gender) throw new Error('There is no such place');
    if (what === 'count') history.push(setCount([], own, { ageBand, gender, fromMinute: 0 }, value));
    if (what === 'first') history.push(setFirstTimeCount([], own, value));
    if (what === 'staff') history.push(setFact([], own, 'staff', { count: value, minutes: value * 60 }));
    if (what === 'mood') history.push(setFact([], own, 'mood', ((value % 5) + 1) as 1 | 2 | 3 | 4 | 5));
    if (what === 'note') history.push(setFact([], own, 'note', `Aften ${place}`));
    if (what === 'held') history.push(setFact([], own, 'outcome', { state: 'held' }));
  }
  return phones;
}

const registrars: readonly PersonKey[] = ['jonas', 'mette'];

/** Sends one revision as the person whose phone it is; a lost answer is asked for again under the same id. */
async function send(
  stage: Stage,
  sessionId: string,
  phone: number,
  entry: SessionEntry,
  { isLost, isDouble, skewMinutes }: { isLost: boolean; isDouble: boolean; skewMinutes: number },
): Promise<void> {
  const now = new Date(Date.UTC(2026, 10, 13, 18, 30 + skewMinutes));
  const caller = await stage.as(emailOf(registrars[phone % registrars.length] ?? 'mette'), now);
  const input = { commandId: newId(), sessionId, entry };
  const first = caller.participation.registerSession(input);
  if (isLost) await Promise.all([first, caller.participation.registerSession(input)]);
  else await first;
  if (isDouble) await caller.participation.registerSession({ ...input, commandId: newId() });
}

const evenings = ['2026-10-30', '2026-10-23', '2026-10-02', '2026-11-13'];

onBothDatabases('twenty phones with queues of their own', (stage) => {
  describe('whatever is sent twice, late, in another order or at once', () => {
    it(
      'the session ends as the ideal order has it, exactly once, with exact figures',
      { timeout: 240_000 },
      async () => {
        let round = 0;
        await fc.assert(
          fc.asyncProperty(evening, async ({ taps, sendings }) => {
            const { sessionId } = await sessionOn(stage(), evenings[round % evenings.length] ?? '');
            round += 1;
            await stage().db.deleteFrom('sessionEntry').where('sessionId', '=', sessionId).execute();
            const phones = revisionsOf(taps);
            let running: Promise<void>[] = [];
            const dispatch = async (phone: number, entry: SessionEntry | undefined, how: (typeof sendings)[number]) => {
              if (!entry) return;
              running.push(send(stage(), sessionId, phone, entry, how));
              if (how.isAtOnce && running.length < 6) return;
              await Promise.all(running);
              running = [];
            };
            for (const how of sendings) {
              const history = phones[how.phone] ?? [];
              const at = how.isOld ? Math.floor(history.length / 2) : history.length - 1;
              await dispatch(how.phone, history[at], how);
            }
            // In the end every phone is on line and has sent its newest, the last phone first.
            const last = { isOld: false, isLost: false, isDouble: false, skewMinutes: -30, isAtOnce: true };
            for (let phone = phoneCount - 1; phone >= 0; phone -= 1)
              await dispatch(phone, phones[phone]?.at(-1), { ...last, phone });
            await Promise.all(running);

            const ideal = phones.flatMap((history) => history.at(-1) ?? []);
            const merged = mergeEntries(ideal);
            const jonas = await stage().as(emailOf('jonas'));
            const shown = await jonas.participation.showSession({ sessionId });
            expect(shown.entries).toHaveLength(ideal.length);
            expect(new Set(shown.entries.map(({ deviceId, revision }) => `${deviceId}/${revision}`))).toEqual(
              new Set(ideal.map(({ deviceId, revision }) => `${deviceId}/${revision}`)),
            );
            expect(mergeEntries(shown.entries)).toEqual(merged);
            if (merged.outcome?.state === 'held')
              expect(shown).toMatchObject({
                state: 'held',
                visitCount: merged.visitCount,
                firstTimeCount: merged.firstTimeCount,
                staffMinutes: merged.staff.minutes,
                mood: merged.mood,
                note: merged.note ?? '',
              });
            expect(shown.headcounts.reduce((sum, { personCount }) => sum + personCount, 0)).toBe(shown.visitCount ?? 0);
            await expectFiguresExact(stage(), hall);
          }),
          { numRuns: 8 },
        );
      },
    );
  });
});
