import { useEffect, useState } from 'react';

/** Says a text to a screen reader when nobody has tapped for a while, so that twenty taps are one sentence. */
export function useSpokenAfterPause(text: string, pauseMillis = 1800): string {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), pauseMillis);
    return () => clearTimeout(timer);
  }, [text, pauseMillis]);
  return spoken;
}
