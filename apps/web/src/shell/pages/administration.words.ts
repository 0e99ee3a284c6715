import { catalogue } from '../../kernel/words.ts';

/** Texts of the administration page around its panels. */
export const administrationWords = catalogue({
  da: {
    people: 'Personer',
    places: 'Steder',
    periods: 'Perioder',
    trail: 'Adgangslog',
    releases: 'Udgivne tal',
    retention: 'Opbevaring',
    processing: 'Fortegnelse',
    municipality: 'Kommune',
    post: 'Lokal post',
    readOnly: 'Du kan se alt her, og ændre det, der står under Opbevaring.',
  },
  en: {
    people: 'People',
    places: 'Places',
    periods: 'Periods',
    trail: 'Access log',
    releases: 'Released numbers',
    retention: 'Retention',
    processing: 'Record of processing',
    municipality: 'Municipality',
    post: 'Local mail',
    readOnly: 'You can see everything here, and change what stands under Retention.',
  },
});
