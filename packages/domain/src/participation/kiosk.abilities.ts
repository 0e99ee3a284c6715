import type { AtKiosk } from './kiosk.ts';

/** A kiosk shows, counts and closes its own session and no other. */
export function mayServeKiosk(kiosk: AtKiosk, sessionId: string): boolean {
  return kiosk.sessionId === sessionId;
}
