/** What to say for the problems of people, places, plans and of texts as such: what is wrong and how to mend it. */
export const peopleProblemSentences = {
  alreadyThere: {
    da: 'Det findes allerede. Hent siden igen for at se det.',
    en: 'It is there already. Reload the page to see it.',
  },
  'text.tooMuch': {
    da: 'Der er for meget tekst. Forkort den, og gem igen.',
    en: 'There is too much text. Shorten it and save again.',
  },
  'text.unstorable': {
    da: 'Teksten indeholder et tegn, der ikke kan gemmes. Slet det, du sidst indsatte, og skriv det selv.',
    en: 'The text holds a character that cannot be stored. Delete what you pasted last and type it yourself.',
  },
  'people.alreadySetUp': {
    da: 'Kommunen er allerede sat op. Bed koordinatoren om en invitation.',
    en: 'The municipality has already been set up. Ask its coordinator for an invitation.',
  },
  'people.emailInUse': {
    da: 'E-mailadressen har allerede en konto. Brug en anden.',
    en: 'The e-mail address already has an account. Use another.',
  },
  'people.signInFirst': {
    da: ({ email }: Record<string, string | number>) => `${email} har allerede en konto. Log ind, og åbn linket igen.`,
    en: ({ email }: Record<string, string | number>) =>
      `${email} already has an account. Log in and open the link again.`,
  },
  'people.otherAccount': {
    da: ({ email }: Record<string, string | number>) =>
      `Invitationen er til ${email}. Log ud, og log ind med den konto.`,
    en: ({ email }: Record<string, string | number>) =>
      `The invitation is for ${email}. Log out and log in with that account.`,
  },
  'people.passwordNeeded': {
    da: 'Vælg en adgangskode på mindst 12 tegn.',
    en: 'Choose a password of at least 12 characters.',
  },
  'people.placeDoesNotFit': {
    da: 'Rollen kan ikke gælde dér. Vælg et sted fra listen.',
    en: 'The role cannot apply there. Choose a place from the list.',
  },
  'people.hasRole': { da: 'Personen har allerede rollen.', en: 'The person already has the role.' },
  'people.lastCoordinator': {
    da: 'Kommunen skal have mindst én koordinator. Invitér en anden først.',
    en: 'The municipality needs at least one coordinator. Invite another first.',
  },
  'places.thresholdBelowColleagues': {
    da: 'Grænsen må ikke være lavere end den for kolleger.',
    en: 'The limit may not be lower than the one for colleagues.',
  },
  'places.nameTaken': {
    da: 'Der er allerede en med det navn. Vælg et navn, der kan kendes fra det.',
    en: 'There is one of that name already. Choose a name that can be told from it.',
  },
  'places.endsBeforeStart': {
    da: 'Sidste dag ligger før første dag. Byt dem om.',
    en: 'The last day lies before the first. Swap them.',
  },
  'owed.alreadyReminded': {
    da: 'Der er allerede sendt en påmindelse i dag. Prøv igen i morgen.',
    en: 'A reminder has been sent today already. Try again tomorrow.',
  },
  'owed.nobodyThere': {
    da: 'Der er ingen at skrive til. Invitér en person derfra, eller ring.',
    en: 'There is nobody to write to. Invite somebody from there, or call.',
  },
  'people.notSent': {
    da: 'Brevet kunne ikke sendes, så invitationen er ikke gemt. Prøv igen om lidt, eller bed den, der driver systemet, se på mailserveren.',
    en: 'The letter could not be sent, so the invitation is not kept. Try again in a moment, or ask whoever runs the system to look at the mail server.',
  },
  'owed.notSent': {
    da: 'Brevet kunne ikke sendes. Prøv igen om lidt, eller bed den, der driver systemet, se på mailserveren.',
    en: 'The letter could not be sent. Try again in a moment, or ask whoever runs the system to look at the mail server.',
  },
  'plan.notDraft': {
    da: 'Planen er vedtaget og kan ikke længere ændres.',
    en: 'The plan has been adopted and can no longer be changed.',
  },
  'plan.situationNeeded': {
    da: 'Skriv situationsbilledet, før planen vedtages.',
    en: 'Write the situation picture before the plan is adopted.',
  },
};
