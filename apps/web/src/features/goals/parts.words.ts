import { catalogue } from '../../kernel/words.ts';

/** Texts of the groups a reading can be divided into. */
export const partsWords = catalogue({
  da: {
    groups: 'Grupper',
    divide: (dimension: string) => `Opdel efter ${dimension}`,
    filled: (count: string) => `${count} udfyldt`,
    help: 'Valgfrit. Skriv kun de grupper, du kender. Lad en række stå tom, hvis ingen er i den. Det hele skrives ovenfor og regnes ikke ud af grupperne.',
    fieldOf: (group: string, field: string) => `${group}: ${field}`,
    place: (number: string) => `Sted ${number}`,
    placeHelp: 'Navnet på et område, fx en station eller en skole. Ikke en adresse.',
    addPlace: 'Tilføj sted',
    part: 'Antal, der tæller med',
    base: 'Ud af',
    mean: 'Gennemsnit',
    n: 'Antal i gruppen (n)',
    count: 'Antal',
  },
  en: {
    groups: 'Groups',
    divide: (dimension) => `Divide by ${dimension}`,
    filled: (count) => `${count} filled in`,
    help: 'Optional. Write only the groups you know. Leave a row empty if nobody is in it. The whole is written above and is not worked out from the groups.',
    fieldOf: (group, field) => `${group}: ${field}`,
    place: (number) => `Place ${number}`,
    placeHelp: 'The name of an area, e.g. a station or a school. Not an address.',
    addPlace: 'Add place',
    part: 'Count that qualifies',
    base: 'Out of',
    mean: 'Mean',
    n: 'Number in the group (n)',
    count: 'Count',
  },
});
