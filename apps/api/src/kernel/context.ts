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
}

/** A signed-in person's context. */
export interface SignedInContext extends Context {
  actor: Actor;
}

/** A command's context: inside one transaction, with its audit trail. */
export interface CommandContext extends SignedInContext {
  audit: Audit;
}

/** The context of a command that needs no sign-in. */
export interface OpenCommandContext extends Context {
  audit: Audit;
}
