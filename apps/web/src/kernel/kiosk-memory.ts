import type { ShownKiosk } from '@forspring/domain/participation/kiosk';

const KEY = 'forspring-kiosk';
/** Longer than any evening; the server says when the kiosk is over. */
const LASTS_MILLIS = 12 * 3_600_000;

interface Kept {
  kiosk: ShownKiosk;
  at: number;
}

/** What this browser shows as a kiosk, kept so that it stays one without network; nothing in it is about anybody. */
export function rememberKiosk(kiosk: ShownKiosk): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ kiosk, at: Date.now() } satisfies Kept));
  } catch {
    // Without storage the kiosk needs the network to begin.
  }
}

export function forgetKiosk(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept then.
  }
}

/** The kiosk this browser was last, until the evening is over; null for every other browser. */
export function rememberedKiosk(): ShownKiosk | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Kept | null;
    return kept !== null && kept.at > Date.now() - LASTS_MILLIS ? kept.kiosk : null;
  } catch {
    return null;
  }
}
