import type { EntityManager } from '@forspring/database/open-database';
import type { AtKiosk } from '@forspring/domain/participation/kiosk';
import type { Actor } from '@forspring/domain/people/actor';
import type { Audit } from './audit.ts';
import type { Clock } from './clock.ts';
import type { Post } from './post.ts';
import type { Seal } from './seal.ts';

/** What every procedure gets: a database manager of its own, who asks, the clock and the post. */
export interface Context {
  em: EntityManager;
  actor: Actor | null;
  /** The kiosk this browser is; whoever stands at it is nobody, so `actor` is null then. */
  kiosk: AtKiosk | null;
  /** What a procedure may do to the browser that asked. */
  browser: Browser;
  clock: Clock;
  post: Post;
  /** Seals by the installation's secret, which no database holds. */
  seal: Seal;
  /** The address people reach this installation at, without a slash at the end. */
  baseUrl: string;
  /** Whether the sample story is loaded, so that its people may be signed in as by one click. */
  isStory: boolean;
}

/** The browser that asked, as far as a procedure may change it: the cookies it is given. */
export interface Browser {
  /** The id of its sign-in; null when nobody is signed in. */
  signInId: string | null;
  /** Makes it a kiosk for so many seconds, and forgets its sign-in. */
  becomeKiosk(token: string, seconds: number): void;
  /** Makes it an ordinary browser again. */
  leaveKiosk(): void;
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

/** The context of somebody at a kiosk: nobody in person, one session. */
export interface KioskContext extends Context {
  kiosk: AtKiosk;
}
