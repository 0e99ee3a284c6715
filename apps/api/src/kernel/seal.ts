import { createHmac } from 'node:crypto';

/** Turns a text into 256 bits (hex) that only this installation can make of it; the same text for another purpose gives others. */
export type Seal = (purpose: string, text: string) => string;

/** The seal of an installation's secret (HMAC-SHA-256). */
export function sealWith(secret: string): Seal {
  return (purpose, text) => {
    const key = createHmac('sha256', secret).update(purpose).digest();
    return createHmac('sha256', key).update(text).digest('hex');
  };
}
