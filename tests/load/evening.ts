import { randomUUID } from 'node:crypto';
import type { SessionEntry } from '@forspring/domain/participation/session-entry';

const fact = <Value>(value: Value) => ({ revision: 1, seen: {}, value });

/** An ordinary evening as one phone registers it: eight places in the grid, first-timers, adults, mood, core elements and a remark. */
export function anEvening(): SessionEntry {
  const counts = (['10-12', '13-15', '16-17', '18-25'] as const).flatMap((ageBand, row) =>
    (['boy', 'girl'] as const).map((gender, column) => ({
      ageBand,
      gender,
      fromMinute: 0,
      personCount: 1 + ((row * 3 + column) % 7),
    })),
  );
  return {
    deviceId: randomUUID(),
    revision: 14,
    counts,
    firstTimeCount: 3,
    codes: [],
    facts: {
      outcome: fact({ state: 'held' as const }),
      staff: fact({ count: 2, minutes: 540 }),
      volunteers: fact({ count: 1, minutes: 180 }),
      mood: fact(4 as const),
      elements: fact([0, 1, 3]),
      note: fact('Rolig aften, mange nye.'),
    },
  };
}
