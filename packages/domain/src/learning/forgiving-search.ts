const letters = /[a-zæøå0-9]+/g;
/** The least likeness of two words that a hurried typist may have meant as one. */
const leastLikeness = 0.42;

/** Words of a text in lower case without accents; `aa` reads as `å`, as people without a Danish keyboard write it. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().normalize('NFC').replaceAll('é', 'e').replaceAll('aa', 'å').match(letters) ?? [];
}

function partsOf(word: string): Set<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3)));
}

/** How alike two words are, 0–1: shared runs of three letters over all of them; 1 when one begins with the other (from four letters). */
export function likenessOf(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 4 && long.startsWith(short)) return 1;
  const first = partsOf(a);
  const second = partsOf(b);
  let both = 0;
  for (const part of first) if (second.has(part)) both += 1;
  return both / (first.size + second.size - both);
}

/**
 * How well a text answers a search that forgives spelling: the mean over the search's words of the likest word in the
 * text; 0 as soon as one word is like none. Words of one or two letters do not count; a search of nothing else is 0.
 */
export function forgivingScore(search: string, text: string): number {
  const sought = wordsOf(search).filter((word) => word.length > 2);
  if (sought.length === 0) return 0;
  const found = [...new Set(wordsOf(text))];
  let sum = 0;
  for (const word of sought) {
    const best = found.reduce((most, other) => Math.max(most, likenessOf(word, other)), 0);
    if (best < leastLikeness) return 0;
    sum += best;
  }
  return sum / sought.length;
}
