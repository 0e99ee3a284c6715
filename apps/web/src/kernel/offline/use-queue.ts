import { useSyncExternalStore } from 'react';
import type { KeptEntry } from './phone-store.ts';
import { signInExpiry } from './person.ts';
import { queue } from './queue-of-phone.ts';
import type { QueueState } from './queue.ts';

/** Every entry on this phone and what keeps them from being sent. */
export function useQueueState(): QueueState {
  return useSyncExternalStore(queue.subscribe, queue.getState);
}

/** What is kept on this phone about one session; undefined when nothing is. */
export function useKeptEntry(sessionId: string): KeptEntry | undefined {
  return useSyncExternalStore(queue.subscribe, () => queue.getState().entries.get(sessionId));
}

/** Whether the person has to sign in before anything can be sent. */
export function useNeedsSignIn(): boolean {
  const isExpired = useSyncExternalStore(signInExpiry.subscribe, signInExpiry.isExpired);
  return useQueueState().needsSignIn || isExpired;
}

/** Whether the device believes to be on line. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(listenToNetwork, () => navigator.onLine);
}

function listenToNetwork(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
