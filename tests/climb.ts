import { expect } from 'vitest';
import { Problem } from '@forspring/domain/measures/problem';
import type { PersonKey } from '@forspring/samples/people';
import { emailOf } from './ladder.ts';
import { type Caller, newId, type Stage } from './on-both-databases.ts';

/** The code of the problem a call ends with; `invalid` for what a schema refused, `done` when it is carried out. */
export async function problemOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    const { cause, code } = error as { cause?: unknown; code?: unknown };
    if (cause instanceof Problem) return cause.code;
    if (code === 'BAD_REQUEST') return 'invalid';
    throw error;
  }
}

interface Ladder {
  stage: Stage;
  /** Carries the command out as somebody, with an input that is otherwise right. */
  call: (caller: Caller, commandId: string) => Promise<unknown>;
  /** What everybody but the one who may gets, nobody (`null`) included. */
  refused: Partial<Record<PersonKey, string>>;
  by: PersonKey;
  /** The verb the trail must hold afterwards. */
  action: string;
  /** What must be the same after the command was sent again. */
  state: () => Promise<unknown>;
}

/** The steps every command climbs: asks to sign in, refuses who may not, does it, leaves one trace, can be repeated. */
export async function climb({ stage, call, refused, by, action, state }: Ladder): Promise<void> {
  const untouched = await state();
  expect(await problemOf(call(await stage.as(null), newId())), `${action} by nobody`).toBe('signIn');
  for (const [key, code] of Object.entries(refused))
    expect(await problemOf(call(await stage.as(emailOf(key as PersonKey)), newId())), `${action} by ${key}`).toBe(code);
  expect(await state(), `${action} changed something although it was refused`).toEqual(untouched);

  const traces = async () => {
    const rows = await stage.db
      .selectFrom('auditEntry')
      .where('action', '=', action)
      .select(['id', 'actorId'])
      .execute();
    return rows;
  };
  const before = await traces();
  const commandId = newId();
  const caller = await stage.as(emailOf(by));
  const first = await call(caller, commandId);
  const changed = await state();
  expect(changed, `${action} did nothing`).not.toEqual(untouched);
  const after = await traces();
  expect(after, `${action} left one trace`).toHaveLength(before.length + 1);
  const user = await stage.db
    .selectFrom('appUser')
    .where('email', '=', emailOf(by))
    .select('id')
    .executeTakeFirstOrThrow();
  const known = new Set(before.map((one) => one.id));
  expect(after.find((one) => !known.has(one.id))?.actorId).toBe(user.id);

  // The second answer comes from the receipt, where a day is what JSON makes of it.
  expect(JSON.parse(JSON.stringify(await call(caller, commandId)))).toEqual(JSON.parse(JSON.stringify(first)));
  expect(await state(), `${action} repeated`).toEqual(changed);
  expect(await traces()).toHaveLength(after.length);
  const other = by === 'henrik' ? 'ole' : 'henrik';
  expect(await problemOf(call(await stage.as(emailOf(other)), commandId)), `${action} with the id of another`).toBe(
    'commandReused',
  );
}
