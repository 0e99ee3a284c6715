import type { SessionEntry } from '@forspring/domain/participation/session-entry';
import { storyId } from '@forspring/samples/story-id';
import { newId, type Stage } from './on-both-databases.ts';

/** Fredagshallen, which runs on the stage's day. */
export const hall = storyId('project/fredagshallen-2026');
export const tonight = '2026-11-13';
export const lastWeek = '2026-11-06';

export const boys = { ageBand: '13-15', gender: 'boy', fromMinute: 0 } as const;
export const girls = { ageBand: '16-17', gender: 'girl', fromMinute: 0 } as const;
/** So many boys of 13–15 and girls of 16–17. */
export const counted = (boyCount: number, girlCount: number) => [
  { ...boys, personCount: boyCount },
  { ...girls, personCount: girlCount },
];
/** What a device says first, having seen nobody else. */
export const fact = <Value>(value: Value) => ({ revision: 1, seen: {}, value });
const staff = fact({ count: 2, minutes: 540 });

/** The first entry of a new device that counted 25. */
export const held = (more: Partial<SessionEntry> = {}): SessionEntry => ({
  deviceId: newId(),
  revision: 1,
  counts: counted(15, 10),
  firstTimeCount: 3,
  codes: [],
  facts: { outcome: fact({ state: 'held' }), staff },
  ...more,
});
export const outcome = fact({ state: 'cancelled', cancelledBy: 'venue', cancelReason: 'Stævne i hallen' } as const);
/** The first entry of a new device that says the evening was cancelled. */
export const cancelled = (): SessionEntry => held({ counts: [], firstTimeCount: null, facts: { outcome } });

/** The session of a project on a day. */
export async function sessionOn(stage: Stage, heldOn: string, projectId = hall): Promise<{ sessionId: string }> {
  const row = await stage.db
    .selectFrom('session')
    .where('projectId', '=', projectId)
    .where('heldOn', '=', heldOn)
    .select('id')
    .executeTakeFirstOrThrow();
  return { sessionId: row.id };
}
