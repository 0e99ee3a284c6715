import { goalPhrases } from '@forspring/domain/goals/goal-phrases';
import { catalogue } from './words.ts';

/** Texts of what was changed in a goal after approval. */
export const lockedChangeWords = catalogue({
  da: {
    title: 'Ændret efter godkendelsen',
    change: (field: string, from: string, to: string) => `${field}: fra ${from} til ${to}`,
    changed: (field: string) => `${field} er ændret`,
    none: 'ikke sat',
    missing: { notMeasured: 'ikke målt', notApplicable: 'ikke relevant' } as Record<string, string>,
    yes: 'ja',
    no: 'nej',
    design: {
      none: 'ingen sammenligning',
      comparisonGroup: 'en gruppe, der ligner',
      controlled: 'flere enheder',
      randomised: 'lodtrækning',
    } as Record<string, string>,
    fields: goalPhrases.da.fields as Record<string, string>,
  },
  en: {
    title: 'Changed after approval',
    change: (field, from, to) => `${field}: from ${from} to ${to}`,
    changed: (field) => `${field} has been changed`,
    none: 'not set',
    missing: { notMeasured: 'not measured', notApplicable: 'not applicable' },
    yes: 'yes',
    no: 'no',
    design: {
      none: 'no comparison',
      comparisonGroup: 'a group that is alike',
      controlled: 'several units',
      randomised: 'drawn by lot',
    },
    fields: goalPhrases.en.fields,
  },
});
