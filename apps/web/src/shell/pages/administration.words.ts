import { catalogue } from '../../kernel/words.ts';

/** Texts of the administration page around its panels. */
export const administrationWords = catalogue({
  da: {
    people: 'Personer',
    places: 'Steder',
    trail: 'Adgangslog',
    processing: 'Fortegnelse',
    municipality: 'Kommune',
    post: 'Lokal post',
    readOnly: 'Du kan se alt her, men ikke ændre noget.',
  },
  en: {
    people: 'People',
    places: 'Places',
    trail: 'Access log',
    processing: 'Record of processing',
    municipality: 'Municipality',
    post: 'Local mail',
    readOnly: 'You can see everything here, but change nothing.',
  },
});
