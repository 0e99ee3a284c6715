import { createHash, randomBytes } from 'node:crypto';

/** A kiosk's secret: 256 random bits, given to its browser once and kept nowhere else. */
export function newKioskToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of the secret, to recognise it by. */
export function kioskTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
