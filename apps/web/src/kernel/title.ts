import { useEffect } from 'react';

/** The browser's title, the nearest first: "Fredagshallen – Projekter – Forspring". Empty parts are left out. */
export function useTitle(...parts: (string | undefined)[]) {
  const title = namedParts(parts).join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function namedParts(parts: (string | undefined)[]): string[] {
  const named = parts.filter((part): part is string => part !== undefined && part !== '');
  // "Om Forspring" says the name already.
  return named.at(-1)?.includes('Forspring') === true ? named : [...named, 'Forspring'];
}
