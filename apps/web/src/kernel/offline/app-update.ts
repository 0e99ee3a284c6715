const LOOK_AGAIN_MILLIS = 30 * 60_000;
const TRY_AGAIN_MILLIS = 5_000;

let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

/** Whether a new version of the application lies ready. For `useSyncExternalStore`. */
export const appUpdate = {
  isReady: (): boolean => waiting !== null,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** Changes to the new version: it takes over and the page is loaded anew. What is counted lies on the phone all along. */
export function takeUpdate() {
  if (waiting === null) window.location.reload();
  else waiting.postMessage('take-over');
}

/** Puts the application itself on the device, and looks now and then for a new version of it. */
export async function keepAppOnDevice(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const { serviceWorker } = navigator;
  let hadWorker = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    // The first worker takes over a page that is as new as itself.
    if (hadWorker) window.location.reload();
    hadWorker = true;
  });
  const registration = await serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined);
  // Some browsers forbid it, such as in a private window; the application then needs the network to open.
  if (registration === undefined) return;
  const found = (worker: ServiceWorker | null) => {
    const isReady = worker?.state === 'installed' && serviceWorker.controller !== null;
    if (isReady) waiting = worker;
    if (isReady) for (const listener of listeners) listener();
  };
  // Asks the browser to spare what is counted when the device runs full; it decides by itself.
  void navigator.storage?.persist?.().catch(() => undefined);
  found(registration.waiting);
  const watched = new Set<ServiceWorker>();
  const watch = (worker: ServiceWorker | null) => {
    if (worker === null || watched.has(worker)) return;
    watched.add(worker);
    worker.addEventListener('statechange', () => {
      found(worker);
      // A first download that broke off leaves nothing behind; it is begun anew.
      if (worker.state === 'redundant' && registration.active === null)
        setTimeout(() => void keepAppOnDevice(), TRY_AGAIN_MILLIS);
    });
  };
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  let lookedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAt < LOOK_AGAIN_MILLIS) return;
    lookedAt = Date.now();
    void registration.update().catch(() => undefined);
  });
}

/** A page whose code a newer version has replaced cannot be opened in this one; the page is loaded anew, once. */
export function reloadWhenCodeIsGone() {
  window.addEventListener('vite:preloadError', (event) => {
    const key = 'forspring-reloaded';
    if (!navigator.onLine || sessionStorage.getItem(key) === window.location.href) return;
    sessionStorage.setItem(key, window.location.href);
    event.preventDefault();
    window.location.reload();
  });
}
