/**
 * Words that say one thing caused another: *effekt* and *effect* wherever they stand in a word (langtidseffekt,
 * effectiveness), and *virkning, virker, impact, works* at the start of one. *Virkede* is not among them: it also
 * means "seemed", and a heading asks for it.
 */
const causal = /(?:\p{L}*effe[ck]t\p{L}*|(?<!\p{L})(?:virkning\p{L}*|virker(?!\p{L})|impact\p{L}*|works(?!\p{L})))/iu;

/** A text as it is read: accents composed, and what cannot be seen (soft hyphens, zero-width marks) left out. */
function asRead(text: string): string {
  return text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
}

/** The first word of a text that claims a cause, as it stands there; null when there is none. */
export function effectWordIn(text: string): string | null {
  return causal.exec(asRead(text))?.[0] ?? null;
}

/** Whether a text claims a cause. */
export function claimsEffect(text: string): boolean {
  return effectWordIn(text) !== null;
}

/** The lowest level of evidence at which anything may be called an effect. */
export const effectLevel = 3;

/** The word by which a text claims more than a level allows; null when it may stand. A null level is below the ladder. */
export function forbiddenEffectWord(text: string, level: number | null): string | null {
  return level !== null && level >= effectLevel ? null : effectWordIn(text);
}
