import { catalogue } from '../../kernel/words.ts';

/** Texts of a partner's own list of projects. */
export const ownPromiseWords = catalogue({
  da: {
    label: 'projekter, vi er med i',
    lead: 'De projekter, din organisation er med i, og det, I har lovet.',
    project: 'Projekt',
    status: 'Status',
    place: 'Sted',
    period: 'Periode',
    promise: 'Det har vi lovet',
    hours: 'Timer',
    one: 'projekt',
    other: 'projekter',
    empty: 'Din organisation er ikke med i nogen projekter lige nu',
  },
  en: {
    label: 'projects we take part in',
    lead: 'The projects your organisation takes part in, and what you have promised.',
    project: 'Project',
    status: 'Status',
    place: 'Place',
    period: 'Period',
    promise: 'What we promised',
    hours: 'Hours',
    one: 'project',
    other: 'projects',
    empty: 'Your organisation does not take part in any project at the moment',
  },
});
