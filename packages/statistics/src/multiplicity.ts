/** Adjusted p-values, in the places of what was given; null where none was. */
export type Adjusted = { adjusted: (number | null)[] };

/** The p-values that count, smallest first, with their places. */
function ranked(p: readonly (number | null)[]): { value: number; place: number }[] {
  return p
    .flatMap((value, place) => (value !== null && value >= 0 && value <= 1 ? [{ value, place }] : []))
    .toSorted((a, b) => a.value - b.value || a.place - b.place);
}

/**
 * p-values adjusted so that a single false claim among them is unlikely (Holm 1979 Scand J Stat 6:65), for where one hurts. Nulls stay null and are not counted in the family, which is fixed before looking.
 */
export function holm({ p }: { p: readonly (number | null)[] }): Adjusted {
  const adjusted: (number | null)[] = p.map(() => null);
  const family = ranked(p);
  let largest = 0;
  for (const [rank, { value, place }] of family.entries()) {
    largest = Math.max(largest, Math.min(1, value * (family.length - rank)));
    adjusted[place] = largest;
  }
  return { adjusted };
}

/**
 * p-values adjusted so that only the given part of the claims is false on average (Benjamini and Hochberg 1995 JRSS B 57:289), for screening many districts or indicators. Nulls stay null and are not counted.
 */
export function benjaminiHochberg({ p }: { p: readonly (number | null)[] }): Adjusted {
  const adjusted: (number | null)[] = p.map(() => null);
  const family = ranked(p);
  let smallest = 1;
  for (const [rank, { value, place }] of [...family.entries()].toReversed()) {
    smallest = Math.min(smallest, (value * family.length) / (rank + 1));
    adjusted[place] = smallest;
  }
  return { adjusted };
}
