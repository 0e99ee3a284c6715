import type { ShownSession } from '@forspring/domain/participation/registration';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { findShownSession } from './participation.store.ts';

/** One session, for the page that registers it. */
export function showSession(
  ctx: SignedInContext & { project: ProjectPlace },
  { sessionId }: { sessionId: string },
): Promise<ShownSession> {
  return findShownSession(ctx.em, ctx, sessionId);
}
