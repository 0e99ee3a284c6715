import { useEffect } from 'react';

/** The browser's title, the nearest first: "Fredagshallen – Projekter – Forspring". Empty parts are left out. */
export function useTitle(...parts: (string | undefined)[]) {
  const title = [...parts, 'Forspring'].filter((part) => part !== undefined && part !== '').join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
