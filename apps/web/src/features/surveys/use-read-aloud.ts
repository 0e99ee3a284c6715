import { useCallback, useEffect, useState } from 'react';
import { useLanguage } from '../../kernel/words.ts';

const voices = { da: 'da-DK', en: 'en-GB' } as const;

/** The browser's own voice in the language in use. `isOn` reads every new text by itself until it is turned off. */
export function useReadAloud(text: string) {
  const language = useLanguage();
  const canRead = 'speechSynthesis' in window;
  const [isOn, setOn] = useState(false);
  const say = useCallback(() => {
    if (!canRead) return;
    window.speechSynthesis.cancel();
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = voices[language];
    spoken.rate = 0.95;
    window.speechSynthesis.speak(spoken);
  }, [canRead, language, text]);
  useEffect(() => {
    if (!isOn) return undefined;
    say();
    return () => window.speechSynthesis.cancel();
  }, [isOn, say]);
  return { canRead, isOn, toggle: () => setOn((was) => !was) };
}
