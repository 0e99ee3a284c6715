import { useMemo, useSyncExternalStore } from 'react';

/** The languages of the interface. Danish is first and is what a new visitor sees. */
export type Language = 'da' | 'en';

type Text = string | readonly string[] | ((...params: never[]) => string);
interface Texts {
  [key: string]: Text | Texts;
}

/** The same keys as the Danish texts; a text with parameters takes the same parameters in every language. */
type SameTexts<Danish> = {
  readonly [Key in keyof Danish]: Danish[Key] extends (...params: infer Params) => string
    ? (...params: Params) => string
    : Danish[Key] extends string
      ? string
      : Danish[Key] extends readonly string[]
        ? readonly string[]
        : SameTexts<Danish[Key]>;
};

/** A feature's texts in both languages; a key that one of them lacks does not compile. */
export interface Catalogue<Danish> {
  da: SameTexts<Danish>;
  en: SameTexts<Danish>;
}

/** Declares texts: `catalogue({ da: { save: 'Gem' }, en: { save: 'Save' } })`. */
export function catalogue<Danish extends Texts>(texts: {
  da: Danish;
  en: NoInfer<SameTexts<Danish>>;
}): Catalogue<Danish> {
  return texts as unknown as Catalogue<Danish>;
}

const STORE_KEY = 'forspring-language';
const listeners = new Set<() => void>();
let current: Language = readLanguage();

function readLanguage(): Language {
  try {
    return localStorage.getItem(STORE_KEY) === 'en' ? 'en' : 'da';
  } catch {
    return 'da';
  }
}

function languageNow(): Language {
  return current;
}

/** Changes the language of the whole interface, of `<html lang>`, and for the next visit. */
export function setLanguage(language: Language) {
  current = language;
  document.documentElement.lang = language;
  try {
    localStorage.setItem(STORE_KEY, language);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
  for (const listener of listeners) listener();
}

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The language in use; the component draws anew when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(listen, languageNow, languageNow);
}

/** A catalogue's texts in the language in use. */
export function useWords<Danish>(texts: Catalogue<Danish>): SameTexts<Danish> {
  const language = useLanguage();
  return useMemo(() => texts[language], [texts, language]);
}
