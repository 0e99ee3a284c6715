/**
 * The signs of a card code. Left out: what is misread by hand (0 O, 1 I L, 2 Z, 5 S, 8 B, 6 G, Q) and the vowels, so
 * that no card spells a word.
 */
export const codeAlphabet = 'CDFHJKMNPRTVWX3479';

/** How many cards one command may issue. */
export const maxIssuedCodes = 200;

const codeForm = /^[A-Z0-9]{2}-[A-Z0-9]{3}$/;

/** Whether a text is in the form of a card's code; whether there is such a card only its project knows. */
export function isCode(text: string): boolean {
  return codeForm.test(text);
}

/** Stands before the code in a card's QR, so that another QR held up to the camera is no card. */
const cardPrefix = 'FS:';

/** What a card's QR holds: the code with a short prefix, and no address that would tell a phone where it is used. */
export function cardText(code: string): string {
  return `${cardPrefix}${code}`;
}

/** What somebody typed, or a camera read, as the code of a card, in the form it is kept in (`k7 tm4` → `K7-TM4`); other texts come back as typed, without spaces around them. */
export function readCode(typed: string): string {
  const text = typed.trim().toUpperCase();
  const signs = (text.startsWith(cardPrefix) ? text.slice(cardPrefix.length) : text).replaceAll(/[\s‐‑–-]/g, '');
  return /^[A-Z0-9]{5}$/.test(signs) ? `${signs.slice(0, 2)}-${signs.slice(2)}` : typed.trim();
}

/** The code in the QR of one of the cards; null for any other QR. */
export function codeInCard(text: string): string | null {
  const read = text.trim().toUpperCase().startsWith(cardPrefix) ? readCode(text) : '';
  return codeForm.test(read) ? read : null;
}

/**
 * A new code from five numbers drawn by the caller, each from 0 up to but not including the length of
 * {@link codeAlphabet}. It is made from nothing else: not from a name, a birthday or an order of arrival.
 */
export function codeFrom(draws: readonly [number, number, number, number, number]): string {
  const signs = draws.map((draw) => codeAlphabet[draw] ?? '').join('');
  if (signs.length !== draws.length) throw new RangeError('Not a draw');
  return `${signs.slice(0, 2)}-${signs.slice(2)}`;
}
