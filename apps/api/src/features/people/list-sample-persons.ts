import type { z } from 'zod';
import { reader } from '@forspring/database/reader';
import type { samplePerson } from '@forspring/domain/people/person';
import type { Context } from '../../kernel/context.ts';
import { membershipsWithNames } from './people.store.ts';

/** The people of the sample story, in the story's order; nobody when the story is not loaded. */
export async function listSamplePersons({ em, isStory }: Context): Promise<z.infer<typeof samplePerson>[]> {
  if (!isStory) return [];
  const users = await reader(em)
    .selectFrom('appUser')
    .where('storyOrder', 'is not', null)
    .orderBy('storyOrder')
    .select(['id', 'name', 'email', 'title'])
    .execute();
  if (users.length === 0) return [];
  const memberships = await membershipsWithNames(
    em,
    users.map((user) => user.id),
  ).execute();
  return users.map(({ id, name, email, title }) => ({
    name,
    email,
    title,
    roles: memberships.filter((one) => one.userId === id).map(({ role, placeName }) => ({ role, placeName })),
  }));
}
