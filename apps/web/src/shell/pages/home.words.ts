import { catalogue } from '../../kernel/words.ts';

/** Texts of the home page. */
export const homeWords = catalogue({
  da: {
    greeting: (name: string) => `Hej ${name}`,
    today: 'I dag',
    missing: 'Mangler',
    nothingMissing: 'Alt er registreret.',
    noRole: 'Du har ikke en rolle endnu',
    noRoleText: 'Kommunens koordinator giver dig en rolle med en invitation.',
    committee: 'Gå til udvalget',
    grants: 'Dine bevillinger',
    grantsText: 'Se, hvad pengene er brugt til, og hvad der er lært.',
    openGrants: 'Åbn bevillinger',
    openOwed: 'Se, hvem der mangler hvad, og send en påmindelse',
    protection: 'Databeskyttelse',
    protectionText: 'Se, hvem der har adgang, hvem der har ændret hvad, og hvad der slettes hvornår.',
    openProtection: 'Åbn administration',
  },
  en: {
    greeting: (name: string) => `Hello ${name}`,
    today: 'Today',
    missing: 'Missing',
    nothingMissing: 'Everything is registered.',
    noRole: 'You do not have a role yet',
    noRoleText: 'The municipality’s coordinator gives you a role by an invitation.',
    committee: 'Go to the committee',
    grants: 'Your grants',
    grantsText: 'See what the money was used for and what was learnt.',
    openGrants: 'Open grants',
    openOwed: 'See who owes what, and send a reminder',
    protection: 'Data protection',
    protectionText: 'See who has access, who changed what, and what is deleted when.',
    openProtection: 'Open administration',
  },
});
