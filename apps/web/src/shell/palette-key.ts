import { useEffect, useEffectEvent } from 'react';

/** Opens the search on ⌘K or Ctrl K from anywhere. */
export function usePaletteKey(open: () => void) {
  const onKey = useEffectEvent(open);
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      onKey();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
