import { entriesOf } from './entries.ts';

/** A person of the story whom the sign-in page offers by one click. */
export interface StoryPerson {
  key: PersonKey;
  name: string;
  email: string;
  title: string;
  roleLine: { da: string; en: string };
  order: number;
}

/** The password of every person of the story. */
export { storyPassword as samplePassword } from '@forspring/domain/people/story-password';

const listed = {
  mette: [
    'Mette Lindholm',
    'SSP-konsulent, Valby',
    'Tovholder for Fredagshallen i Valby',
    'Owner of Fredagshallen in Valby',
    'koebenhavn',
  ],
  jonas: [
    'Jonas Brandt',
    'Klubmedarbejder, Fritidscenter Indre Valby',
    'Partner: registrerer i Fredagshallen',
    'Partner: registers in Fredagshallen',
    'fritidscenter',
  ],
  birgitte: [
    'Birgitte Skov',
    'Formand for SSP-udvalg Valby',
    'Medlem af SSP-udvalg Valby',
    'Member of the SSP committee of Valby',
    'koebenhavn',
  ],
  henrik: [
    'Henrik Toft',
    'SSP-koordinator, København',
    'Koordinator i København',
    'Coordinator in Copenhagen',
    'koebenhavn',
  ],
  ane: [
    'Ane Dalsgaard',
    'Programansvarlig, Fonden Trygge Fællesskaber',
    'Bevillingsgiver',
    'Funder',
    'tryggefaellesskaber',
  ],
  kirsten: [
    'Kirsten Bach',
    'Databeskyttelsesrådgiver, København',
    'Databeskyttelsesrådgiver i København',
    'Data protection officer in Copenhagen',
    'koebenhavn',
  ],
  rasmus: [
    'Rasmus Kjær',
    'SSP-konsulent, Vanløse',
    'Tovholder og medlem af SSP-udvalg Vanløse',
    'Owner and committee member in Vanløse',
    'koebenhavn',
  ],
  ole: ['Ole Mikkelsen', 'Leder af Ungdomsskolen, Vejen', 'Koordinator i Vejen', 'Coordinator in Vejen', 'vejen'],
  line: ['Line Thomsen', 'SSP-konsulent, Vejen', 'Tovholder for Markfræs', 'Owner of Markfræs', 'vejen'],
  karsten: [
    'Karsten Holm',
    'Værkstedsleder, Markfræs',
    'Partner: registrerer i værkstedet',
    'Partner: registers in the workshop',
    'markfraes',
  ],
  grete: [
    'Grete Nygaard',
    'Formand for SSP-udvalget i Vejen',
    'Medlem af SSP-udvalget i Vejen',
    'Member of the SSP committee of Vejen',
    'vejen',
  ],
  bent: [
    'Bent Overgaard',
    'Sekretariatsleder, Fonden Håndværk og Ungdom',
    'Bevillingsgiver i Vejen',
    'Funder in Vejen',
    'haandvaerkogungdom',
  ],
  lone: [
    'Lone Friis',
    'Databeskyttelsesrådgiver, Vejen',
    'Databeskyttelsesrådgiver i Vejen',
    'Data protection officer in Vejen',
    'vejen',
  ],
} as const;

const behind = {
  susanne: ['Susanne Hald', 'Formand for SSP-udvalg Vanløse', 'koebenhavn'],
  camilla: ['Camilla Winther', 'SSP-konsulent, Ydre Nørrebro', 'koebenhavn'],
  torben: ['Torben Ravn', 'Formand for SSP-udvalg Ydre Nørrebro', 'koebenhavn'],
  anders: ['Anders Krogh', 'SSP-konsulent, Bispebjerg', 'koebenhavn'],
  hanne: ['Hanne Vestergaard', 'Formand for SSP-udvalg Bispebjerg', 'koebenhavn'],
  pia: ['Pia Mortensen', 'SSP-konsulent, Sundbyvester', 'koebenhavn'],
  per: ['Per Lauridsen', 'Formand for SSP-udvalg Sundbyvester', 'koebenhavn'],
  thomas: ['Thomas Lund', 'SSP-konsulent, Brønshøj-Husum', 'koebenhavn'],
  inge: ['Inge Kofoed', 'Formand for SSP-udvalg Brønshøj-Husum', 'koebenhavn'],
  signe: ['Signe Bøgh', 'SSP-konsulent, Kongens Enghave', 'koebenhavn'],
  claus: ['Claus Damgaard', 'Formand for SSP-udvalg Kongens Enghave', 'koebenhavn'],
  jakob: ['Jakob Enevoldsen', 'SSP-konsulent, hele kommunen', 'koebenhavn'],
  dorthe: ['Dorthe Siim', 'Formand for SSP-ledergruppen', 'koebenhavn'],
  nikolaj: ['Nikolaj Storm', 'Teamleder, Gadeplansteamet', 'koebenhavn'],
  tina: ['Tina Juhl', 'Kontaktvoksen, helhedsplanen i Folehaven', 'folehaven'],
  mikkel: ['Mikkel Dam', 'Klubmedarbejder, Fritidscenter Vanløse', 'fritidscenter'],
  julie: ['Julie Bang', 'Klubmedarbejder, Fritidscenter Ydre Nørrebro', 'fritidscenter'],
  kasper: ['Kasper Lyng', 'Klubmedarbejder, Fritidscenter Bispebjerg', 'fritidscenter'],
  emil: ['Emil Ravnsborg', 'Klubmedarbejder, Fritidscenter Sundbyvester', 'fritidscenter'],
} as const;

/** The names by which the story points at its people; all of them are staff and invented. */
export type PersonKey = keyof typeof listed | keyof typeof behind;

const plain: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa' };

function emailOf(name: string, place: string): string {
  const letters = name.toLowerCase().replace(/[æøå]/g, (letter) => plain[letter] ?? letter);
  return `${letters.replace(/\s+/g, '.')}@${place}.example`;
}

/** The people the sign-in page offers, in its order: all six roles in both municipalities. */
export const storyPeople: readonly StoryPerson[] = entriesOf(listed).map(
  ([key, [name, title, da, en, place]], index) => ({
    key,
    name,
    email: emailOf(name, place),
    title,
    roleLine: { da, en },
    order: index + 1,
  }),
);

/** The colleagues behind them, who own, decide and register in the other districts. They are not offered by a click. */
export const colleagues: readonly Pick<StoryPerson, 'key' | 'name' | 'email' | 'title'>[] = entriesOf(behind).map(
  ([key, [name, title, place]]) => ({ key, name, email: emailOf(name, place), title }),
);

/** The name of a person of the story. */
export function nameOf(key: PersonKey): string {
  return { ...listed, ...behind }[key][0];
}
