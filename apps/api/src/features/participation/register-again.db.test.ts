import { describe, expect, it } from 'vitest';
import type { SessionEntry } from '@forspring/domain/participation/session-entry';
import { emptyEntry, setCount, setFact, mergeEntries } from '@forspring/domain/participation/session-entry.rules';
import { counted, fact, girls, hall, held, sessionOn } from '@forspring/tests/evenings';
import { emailOf, expectFiguresExact, fresh, traceOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

onBothDatabases('register a session again', (stage) => {
  describe('can be repeated and collide without harm', () => {
    it('the same command twice changes nothing more', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const input = { ...fresh(), ...(await sessionOn(stage(), '2026-10-30')), entry: held() };
      const first = await jonas.participation.registerSession(input);
      const again = await jonas.participation.registerSession(input);
      expect(again).toEqual(first);
      await expectFiguresExact(stage(), hall);
    });

    it('the same or an older revision of a device changes nothing and is answered with what is stored', async () => {
      const jonas = await stage().as(emailOf('jonas'));
      const session = await sessionOn(stage(), '2026-10-30');
      const [stored] = (await jonas.participation.showSession(session)).entries;
      const deviceId = stored?.deviceId ?? '';
      const send = (entry: SessionEntry) => jonas.participation.registerSession({ ...fresh(), ...session, entry });
      const newest = await send(held({ deviceId, revision: 7, counts: counted(9, 0) }));
      expect(newest.visitCount).toBe(9);
      const trail = await traceOf(stage(), session.sessionId);
      for (const revision of [7, 6, 1])
        expect(await send(held({ deviceId, revision, counts: counted(1, 1) }))).toEqual(newest);
      expect(await traceOf(stage(), session.sessionId)).toEqual(trail);
      await expectFiguresExact(stage(), hall);
    });

    it('two phones at once: both count', async () => {
      const session = await sessionOn(stage(), '2026-10-23');
      const send = async (key: 'jonas' | 'mette', boyCount: number) =>
        (await stage().as(emailOf(key))).participation.registerSession({
          ...fresh(),
          ...session,
          entry: held({ counts: counted(boyCount, 3) }),
        });
      await Promise.all([send('jonas', 10), send('mette', 20)]);
      const jonas = await stage().as(emailOf('jonas'));
      expect(await jonas.participation.showSession(session)).toMatchObject({ visitCount: 36, firstTimeCount: 6 });
      await expectFiguresExact(stage(), hall);
    });

    it('two hours of staff told by two phones are a choice, and whoever chooses ends it', async () => {
      const session = await sessionOn(stage(), '2026-10-23');
      const mette = await stage().as(emailOf('mette'));
      const send = (entry: SessionEntry) => mette.participation.registerSession({ ...fresh(), ...session, entry });
      const shown = await send(held({ counts: [], facts: { staff: fact({ count: 3, minutes: 810 }) } }));
      expect(mergeEntries(shown.entries).choices.map(({ fact: name }) => name)).toEqual(['staff']);
      const chosen = setFact(shown.entries, emptyEntry(newId()), 'staff', { count: 3, minutes: 810 });
      const settled = await send(chosen);
      expect(mergeEntries(settled.entries).choices).toEqual([]);
      expect(settled.staffMinutes).toBe(810);
      await expectFiguresExact(stage(), hall);
    });

    it('a device belongs to the person who first used it on the session', async () => {
      const session = await sessionOn(stage(), '2026-10-23');
      const jonas = await stage().as(emailOf('jonas'));
      const mette = await stage().as(emailOf('mette'));
      const [first] = (await mette.participation.showSession(session)).entries.filter(
        ({ byName }) => byName === 'Jonas Brandt',
      );
      const entry = held({ deviceId: first?.deviceId ?? '', revision: 99 });
      const before = await mette.participation.showSession(session);
      await expect(mette.participation.registerSession({ ...fresh(), ...session, entry })).rejects.toThrow(
        'participation.deviceOfAnother',
      );
      expect(await mette.participation.showSession(session)).toEqual(before);
      await jonas.participation.registerSession({ ...fresh(), ...session, entry });
    });

    it('what one person changes within ten minutes is one line of the history', async () => {
      const session = await sessionOn(stage(), '2026-09-25');
      const at = (minute: number) => new Date(Date.UTC(2026, 10, 13, 18, minute));
      const send = async (minute: number, entry: SessionEntry) =>
        (await stage().as(emailOf('mette'), at(minute))).participation.registerSession({
          ...fresh(),
          ...session,
          entry,
        });
      const jonas = await stage().as(emailOf('jonas'));
      const before = await jonas.participation.showSession(session);
      let desk: SessionEntry = setCount(before.entries, emptyEntry(newId()), girls, 40);
      await send(31, desk);
      desk = setCount(before.entries, desk, girls, 41);
      const shown = await send(38, desk);
      expect(shown.changes).toMatchObject([
        {
          byName: 'Mette Lindholm',
          before: { visitCount: before.visitCount },
          after: { visitCount: shown.visitCount },
        },
      ]);
      desk = setCount(before.entries, desk, girls, 42);
      expect((await send(41, desk)).changes).toHaveLength(2);
    });
  });
});
