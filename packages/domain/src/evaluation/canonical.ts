/**
 * A JSON value as text in one form only: keys in code-unit order at every depth, no white space, numbers as JavaScript
 * prints them, keys without a value left out (as RFC 8785, JSON Canonicalization Scheme). Equal content gives equal
 * text after any journey through a database, so its SHA-256 tells whether anything changed. Throws a TypeError for
 * what is not JSON (NaN, functions).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('Not a number of JSON');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError('Not JSON');
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}
