import { expect, it } from 'vitest';
import { recomputeFigures } from '@forspring/database/participation/recompute-figures';
import { reader } from '@forspring/database/reader';
import { colleagues, type PersonKey, storyPeople } from '@forspring/samples/people';
import { type Caller, newId, type Stage } from './on-both-databases.ts';

/** The e-mail of a person of the story. */
export function emailOf(key: PersonKey): string {
  const person = [...storyPeople, ...colleagues].find((one) => one.key === key);
  if (!person) throw new Error(`The story has no ${key}.`);
  return person.email;
}

/** What every command's input carries beside its own. */
export const fresh = () => ({ commandId: newId() });

/** The first rungs of the ladder: asks to sign in, and answers each of these people with this problem. */
export function refuses(
  stage: () => Stage,
  send: (caller: Caller) => Promise<unknown>,
  people: readonly (readonly [who: string, key: PersonKey, code: string])[],
): void {
  it('asks to sign in', async () => {
    await expect(send(await stage().as(null))).rejects.toThrow('signIn');
  });
  it.each(people)('%s, %s, is answered "%s"', async (_who, key, code) => {
    await expect(send(await stage().as(emailOf(key)))).rejects.toThrow(code);
  });
}

/** A project's kept figures are what recomputing them from raw rows gives. */
export async function expectFiguresExact(stage: Stage, projectId: string): Promise<void> {
  const db = reader(stage.database.fork());
  const figures = () =>
    db.selectFrom('projectFigures').where('projectId', '=', projectId).selectAll().executeTakeFirst();
  const kept = await figures();
  await recomputeFigures(db, [projectId]);
  expect(kept).toEqual(await figures());
}

/** The trail a command left about one subject, the latest first. */
export async function traceOf(stage: Stage, subjectId: string): Promise<string[]> {
  const rows = await reader(stage.database.fork())
    .selectFrom('auditEntry')
    .where('subjectId', '=', subjectId)
    .orderBy('at', 'desc')
    .select('action')
    .execute();
  return rows.map(({ action }) => action);
}
