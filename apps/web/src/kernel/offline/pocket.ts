import type { Pocket, ShownSession } from '@forspring/domain/participation/shown-session';
import { queryClient, trpc } from '../api.ts';

/** How the person's own sessions around today are asked for: from the phone at once, from the server when it answers. */
export const pocketOptions = () => ({ ...trpc.participation.listPocket.queryOptions(), staleTime: 20_000 });

/** The name under which the sessions on the phone are remembered. */
export const pocketKey = () => trpc.participation.listPocket.queryKey();

/** Takes a session as the server now has it into everything that shows it; an older version changes nothing. */
export function keepSession(session: ShownSession) {
  queryClient.setQueryData(trpc.participation.showSession.queryKey({ sessionId: session.id }), (shown) =>
    shown !== undefined && shown.version > session.version ? shown : session,
  );
  queryClient.setQueryData(pocketKey(), (pocket) => pocket && withSession(pocket, session));
}

function withSession(pocket: Pocket, session: ShownSession): Pocket {
  const sessions = pocket.sessions.map((one) =>
    one.id === session.id && one.version <= session.version ? session : one,
  );
  return { ...pocket, sessions };
}

/** A session of the person's own that is on the phone; undefined when it is not. */
export function pocketSession(sessionId: string): ShownSession | undefined {
  return queryClient.getQueryData(pocketKey())?.sessions.find(({ id }) => id === sessionId);
}
