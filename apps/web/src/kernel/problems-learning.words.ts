import type { Language } from './words.ts';

/** What to say when a project cannot be repeated, or a reason cannot be kept. */
export const learningProblemSentences: Record<string, Record<Language, string>> = {
  'learning.otherMunicipality': {
    da: 'Vælg et sted i den kommune, hvor kladden skal ligge.',
    en: 'Choose a place in the municipality where the draft is to be.',
  },
  'learning.idTaken': {
    da: 'Kladden er allerede oprettet. Du finder den under Projekter.',
    en: 'The draft has already been made. You find it under Projects.',
  },
  'learning.notACopy': {
    da: 'Projektet er ikke gentaget fra et andet, så der er intet at begrunde.',
    en: 'The project was not repeated from another, so there is nothing to explain.',
  },
  'learning.nothingChanged': {
    da: 'Her er intet ændret i forhold til det oprindelige projekt. Hent siden igen.',
    en: 'Nothing here differs from the original project. Reload the page.',
  },
};
