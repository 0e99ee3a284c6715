import { catalogue } from '../../kernel/words.ts';

/** Texts of the two pages on which an account is made: an invitation, and the first set-up. */
export const entryWords = catalogue({
  da: {
    invitationTitle: 'Du er inviteret',
    invitationLead: (inviter: string) => `${inviter} har inviteret dig til Forspring. Vælg en adgangskode, så er du i gang.`,
    invitationRoles: 'Din rolle',
    invitationGone: 'Invitationen gælder ikke længere',
    invitationGoneText: 'Den er brugt eller udløbet. Bed den, der inviterede dig, om at sende en ny.',
    accept: 'Opret min adgang',
    setUpTitle: 'Sæt Forspring op',
    setUpLead: 'Du er den første. Opret din kommune og din egen adgang som SSP-koordinator. Bagefter kan du invitere de andre.',
    setUpDone: 'Forspring er allerede sat op',
    setUpDoneText: 'Log ind med din e-mail, eller bed din SSP-koordinator om en invitation.',
    municipalityName: 'Kommune',
    municipalityHelp: 'Fx Vejen Kommune.',
    name: 'Dit navn',
    nameHelp: 'Sådan vises du for dem, du arbejder sammen med.',
    email: 'E-mail',
    emailHelp: 'Brug din arbejdsmail.',
    password: 'Adgangskode',
    passwordHelp: 'Mindst 12 tegn. Tre eller fire tilfældige ord er både stærkt og nemt at huske.',
    showPassword: 'Vis adgangskoden',
    submit: 'Sæt op',
    fillMunicipality: 'Kommune: skriv kommunens navn.',
    fillName: 'Dit navn: skriv dit navn.',
    fillEmail: 'E-mail: skriv en e-mailadresse, fx navn@kommune.dk.',
    fillPassword: 'Adgangskode: skriv mindst 12 tegn.',
    logIn: 'Log ind',
  },
  en: {
    invitationTitle: 'You are invited',
    invitationLead: (inviter) => `${inviter} has invited you to Forspring. Choose a password and you are ready.`,
    invitationRoles: 'Your role',
    invitationGone: 'The invitation is no longer valid',
    invitationGoneText: 'It has been used or has expired. Ask the person who invited you to send a new one.',
    accept: 'Create my access',
    setUpTitle: 'Set up Forspring',
    setUpLead: 'You are the first. Create your municipality and your own access as SSP coordinator. Then you can invite the others.',
    setUpDone: 'Forspring has already been set up',
    setUpDoneText: 'Log in with your e-mail, or ask your SSP coordinator for an invitation.',
    municipalityName: 'Municipality',
    municipalityHelp: 'E.g. Vejen Kommune.',
    name: 'Your name',
    nameHelp: 'How you are shown to those you work with.',
    email: 'E-mail',
    emailHelp: 'Use your work e-mail.',
    password: 'Password',
    passwordHelp: 'At least 12 characters. Three or four random words are both strong and easy to remember.',
    showPassword: 'Show the password',
    submit: 'Set up',
    fillMunicipality: 'Municipality: write its name.',
    fillName: 'Your name: write your name.',
    fillEmail: 'E-mail: write an e-mail address, e.g. name@kommune.dk.',
    fillPassword: 'Password: write at least 12 characters.',
    logIn: 'Log in',
  },
});

/** The fewest characters of a password, as the server asks for. */
export const PASSWORD_MIN_LENGTH = 12;

/** Whether a text can be an e-mail address; the server has the last word. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text.trim());
}
