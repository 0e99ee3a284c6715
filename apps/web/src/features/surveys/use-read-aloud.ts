import { useEffect } from 'react';
import { useLanguage } from '../../kernel/words.ts';

const voices = { da: 'da-DK', en: 'en-GB' } as const;

/** Whether the browser has a voice to read with. */
export const canReadAloud = (): boolean => 'speechSynthesis' in window;

/** While it is on, the browser's own voice reads the text, and every new one after it, in the language in use. */
export function useReadAloud(text: string, isOn: boolean): void {
  const language = useLanguage();
  useEffect(() => {
    if (!isOn || !canReadAloud()) return undefined;
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = voices[language];
    spoken.rate = 0.95;
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(spoken);
    return () => window.speechSynthesis.cancel();
  }, [isOn, language, text]);
}
