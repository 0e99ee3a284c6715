import type { EntityManager } from '@forspring/database/open-database';
import type { Actor } from '@forspring/domain/people/actor';
import type { Audit } from './audit.ts';
import type { Clock } from './clock.ts';
import type { Post } from './post.ts';

/** What every procedure gets: a database manager of its own, who asks, the clock and the post. */
export interface Context {
  em: EntityManager;
  actor: Actor | null;
  clock: Clock;
  post: Post;
  /** The address people reach this installation at, without a slash at the end. */
  baseUrl: string;
  /** Whether the sample story is loaded, so that its people may be signed in as by one click. */
  isStory: boolean;
  /** Ends every sign-in of a user; given by the shell, which owns the sign-in library. */
  accounts: Accounts;
}

/** What the people subject needs of the sign-in library. */
export interface Accounts {
  /** Makes a user with a password and answers its id; refuses an e-mail in use by answering null. */
  add(person: { name: string; email: string; password: string }): Promise<string | null>;
}

/** A signed-in person's context. */
export interface SignedInContext extends Context {
  actor: Actor;
}

/** A command's context: inside one transaction, with its audit trail. */
export interface CommandContext extends SignedInContext {
  audit: Audit;
}
