import { api } from '../kernel/api.ts';
import { type Language, setLanguage } from '../kernel/words.ts';

/** Changes the language here and now, and tells the server, so that letters come in it too. */
export function chooseLanguage(language: Language): void {
  setLanguage(language);
  // Without network, or signed out, the choice still holds in this browser.
  api.people.setLanguage.mutate({ commandId: crypto.randomUUID(), language }).catch(() => undefined);
}
