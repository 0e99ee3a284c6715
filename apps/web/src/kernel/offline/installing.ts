/** The browser's offer to install, which it makes before anybody asked. */
interface InstallOffer extends Event {
  prompt: () => Promise<unknown>;
}

const DECLINED_KEY = 'forspring-install-declined';

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();

function tell() {
  for (const listener of listeners) listener();
}

/** Whether this runs as an installed application already. */
const isInstalled = () =>
  matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true);

const isPhone = () => matchMedia('(max-width: 48em) and (pointer: coarse)').matches;

function isDeclined(): boolean {
  try {
    return localStorage.getItem(DECLINED_KEY) !== null;
  } catch {
    return true;
  }
}

/** How this phone can put the application on its home screen. */
export const installing = {
  /** By the browser's own dialog, by hand in the share menu, or null where there is nothing to offer. */
  way: (): 'button' | 'share' | null => {
    if (isInstalled() || isDeclined() || !isPhone()) return null;
    if (offer !== null) return 'button';
    return /iPhone|iPad/u.test(navigator.userAgent) ? 'share' : null;
  },
  async install(): Promise<void> {
    await offer?.prompt();
    offer = null;
    tell();
  },
  /** Never asks on this phone again. */
  decline() {
    try {
      localStorage.setItem(DECLINED_KEY, 'yes');
    } catch {
      // Without storage the hint comes back another time.
    }
    tell();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  /** Catches the browser's offer when it comes. */
  listen() {
    window.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      offer = event as InstallOffer;
      tell();
    });
    window.addEventListener('appinstalled', () => {
      offer = null;
      tell();
    });
  },
};
