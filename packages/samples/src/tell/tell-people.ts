import { createHash, scrypt } from 'node:crypto';
import { storyId } from '../story-id.ts';
import type { StoryRows } from '../story-rows.ts';
import { type PersonKey, colleagues, samplePassword, storyPeople } from '../people.ts';

/** The id of a person of the story. */
export function personId(key: PersonKey): string {
  return storyId(`person/${key}`);
}

/** A password hash as the sign-in library keeps it (`salt:key`, scrypt), the same every time. */
function hashOf(password: string): Promise<string> {
  const salt = createHash('sha256').update('forspring sample story').digest('hex').slice(0, 32);
  const cost = { N: 16_384, r: 16, p: 1 };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 64, { ...cost, maxmem: 128 * cost.N * cost.r * 2 }, (error, key) => {
      if (error) reject(error);
      else resolve(`${salt}:${key.toString('hex')}`);
    });
  });
}

/** Adds everybody with an account; one hash serves all, because all share the sample password. */
export async function tellPeople(rows: StoryRows, createdAt: Date): Promise<void> {
  const password = await hashOf(samplePassword);
  const orders = new Map(storyPeople.map((person) => [person.key, person.order]));
  for (const { key, name, email, title } of [...storyPeople, ...colleagues]) {
    const id = personId(key);
    rows.add('appUser', {
      id,
      name,
      email,
      title,
      emailVerified: true,
      image: null,
      language: 'da',
      storyOrder: orders.get(key) ?? null,
      createdAt,
      updatedAt: createdAt,
    });
    rows.add('account', {
      id: storyId(`account/${key}`),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password,
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
      createdAt,
      updatedAt: createdAt,
    });
  }
}
