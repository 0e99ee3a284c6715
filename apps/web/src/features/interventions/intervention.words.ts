import { catalogue } from '../../kernel/words.ts';

/** Texts for choosing a recipe. */
export const interventionWords = catalogue({
  da: {
    from: 'Hvad bygger projektet på?',
    nothing: 'En tom plan',
    nothingHelp: 'Du skriver selv alle seks ord.',
    search: 'Søg blandt indsatser fra alle distrikter',
    searchHelp: 'Fx fritid, mentor eller Fredagshallen.',
    none: 'Ingen indsatser passer til søgningen.',
    run: (count: string, places: string) => `Kørt ${count} i ${places}`,
    once: 'gang',
    times: 'gange',
    neverRun: 'Ikke kørt endnu',
    about: (name: string) => `Om ${name}`,
    problem: 'Udfordring',
    targetGroup: 'Målgruppe',
    core: 'Kerneelementer',
    risks: 'Kendte risici',
  },
  en: {
    from: 'What does the project build on?',
    nothing: 'An empty plan',
    nothingHelp: 'You write all six words yourself.',
    search: 'Search interventions from all districts',
    searchHelp: 'E.g. leisure, mentor or Fredagshallen.',
    none: 'No interventions match the search.',
    run: (count: string, places: string) => `Run ${count} in ${places}`,
    once: 'time',
    times: 'times',
    neverRun: 'Not run yet',
    about: (name: string) => `About ${name}`,
    problem: 'Challenge',
    targetGroup: 'Target group',
    core: 'Core elements',
    risks: 'Known risks',
  },
});
