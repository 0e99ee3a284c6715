import { catalogue } from '../../kernel/words.ts';

export const signInWords = catalogue({
  da: {
    title: 'Log ind',
    lead: 'Forspring hjælper SSP-udvalg med at planlægge, gennemføre, betale for, evaluere og dele étårige projekter for børn og unge.',
    email: 'E-mail',
    password: 'Adgangskode',
    showPassword: 'Vis adgangskoden',
    submit: 'Log ind',
    wrong: 'E-mail eller adgangskode er forkert. Prøv igen, eller bed din SSP-koordinator om en ny invitation.',
    tooMany: 'Der har været mange forsøg. Vent et minut, og prøv igen.',
    unavailable: 'Vi kan ikke få forbindelse lige nu. Prøv igen om lidt.',
    fillEmail: 'E-mail: skriv din e-mailadresse.',
    fillPassword: 'Adgangskode: skriv din adgangskode.',
    storyTitle: 'Vælg en person fra eksemplet',
    storyHelp: 'Eksemplet er lagt ind. Log ind som en af personerne med ét klik, og se projekterne med deres øjne.',
    accountTitle: 'Log ind med e-mail',
    opening: (name: string) => `Logger ind som ${name} …`,
  },
  en: {
    title: 'Log in',
    lead: 'Forspring helps SSP committees plan, run, pay for, evaluate and share one-year projects for children and young people.',
    email: 'E-mail',
    password: 'Password',
    showPassword: 'Show the password',
    submit: 'Log in',
    wrong: 'The e-mail or the password is wrong. Try again, or ask your SSP coordinator for a new invitation.',
    tooMany: 'There have been many attempts. Wait a minute and try again.',
    unavailable: 'We cannot get a connection right now. Try again in a moment.',
    fillEmail: 'E-mail: write your e-mail address.',
    fillPassword: 'Password: write your password.',
    storyTitle: 'Choose a person of the example',
    storyHelp:
      'The example is loaded. Log in as one of the people with one click, and see the projects through their eyes.',
    accountTitle: 'Log in with e-mail',
    opening: (name) => `Logging in as ${name} …`,
  },
});
