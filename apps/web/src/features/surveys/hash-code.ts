import { linkRounds } from '@forspring/domain/surveys/answering';

const bits = 256;

/**
 * A card's code as it leaves the phone: PBKDF2-SHA-256 over the survey's salt, as 64 letters a–p. Without the salt nobody
 * can try codes against it; with it every try takes as long as this one. Null where the browser has no cryptography, which
 * is where the page did not come over a safe connection.
 */
export async function hashCode(code: string, salt: string): Promise<string | null> {
  if (globalThis.crypto?.subtle === undefined) return null;
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(code), 'PBKDF2', false, ['deriveBits']);
  const derived = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: encoder.encode(salt), iterations: linkRounds },
    key,
    bits,
  );
  const letter = (half: number) => String.fromCodePoint(97 + half);
  return [...new Uint8Array(derived)].map((byte) => letter(byte >> 4) + letter(byte & 15)).join('');
}
