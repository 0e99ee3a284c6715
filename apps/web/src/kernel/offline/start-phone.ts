import type { Pocket } from '@forspring/domain/participation/shown-session';
import { queryClient, trpc } from '../api.ts';
import { onOtherTabs } from './other-tabs.ts';
import { opening } from './phone.ts';
import { pocketKey } from './pocket.ts';
import { forgetWho, queue } from './queue-of-phone.ts';

/** Sends what waits whenever there is hope, and keeps the person's own sessions on the phone as they are fetched. */
export function startPhone() {
  const hopeful = () => {
    forgetWho();
    void queue.flush();
    void queryClient.refetchQueries({ ...trpc.participation.listPocket.queryFilter(), stale: true });
  };
  window.addEventListener('online', hopeful);
  // A page the browser kept alive may be another person's by now.
  window.addEventListener('pageshow', ({ persisted }) => (persisted ? window.location.reload() : hopeful()));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && hopeful());
  onOtherTabs((message) => (message === 'person' ? window.location.reload() : void queue.reread()));

  const key = JSON.stringify(pocketKey());
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    if (JSON.stringify(event.query.queryKey) === key) {
      const { data, dataUpdatedAt } = event.query.state;
      void keepPocket(data as Pocket, dataUpdatedAt);
    }
  });
}

async function keepPocket(pocket: Pocket, keptAt: number) {
  const userId = queryClient.getQueryData(trpc.people.me.queryKey())?.user?.id;
  if (userId === undefined || !queue.isOf(userId)) return;
  await (await opening).writePocket({ userId, pocket, keptAt });
  const own = new Set(pocket.sessions.map(({ id }) => id));
  await queue.prune((sessionId) => own.has(sessionId) || isOnScreen(sessionId));
}

/** An older evening is forgotten only when nobody looks at it: the page still says when it was sent. */
function isOnScreen(sessionId: string): boolean {
  const queryKey = trpc.participation.showSession.queryKey({ sessionId });
  return queryClient.getQueryCache().find({ queryKey })?.isActive() ?? false;
}
