import type { ShownSession } from '@forspring/domain/participation/shown-session';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { findSessionVersion, findShownSession } from './shown-session.store.ts';

type Context = SignedInContext & { project: ProjectPlace };

/** One session, for the page that registers it. */
export function showSession(ctx: Context, { sessionId }: { sessionId: string }): Promise<ShownSession> {
  return findShownSession(ctx.em, ctx, sessionId);
}

/** Whether anything new is registered about a session: as cheap as can be, for a phone that asks every other second. */
export async function showVersion(ctx: Context, { sessionId }: { sessionId: string }): Promise<{ version: number }> {
  return { version: await findSessionVersion(ctx.em, ctx, sessionId) };
}
