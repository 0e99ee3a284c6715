/** What to say for the problems of partners, their promises and what is kept: what is wrong and how to mend it. */
export const partnerProblemSentences = {
  'partner.promiseExists': {
    da: 'Partneren har allerede et løfte af den slags. Redigér det i stedet.',
    en: 'The partner already has a promise of that kind. Edit it instead.',
  },
  'partner.promiseHasStatements': {
    da: 'Der er sagt noget om løftet, og det bliver gemt. Sæt det til 0 i stedet.',
    en: 'Something was said of the promise, and that is kept. Set it to 0 instead.',
  },
  'partner.reasonMissing': {
    da: 'Skriv, hvorfor løftet ændres. Begge sider ser det.',
    en: 'Write why the promise changes. Both sides see it.',
  },
  'partner.notInKind': {
    da: 'Vælg en post med naturalier i projektets eget budget.',
    en: 'Choose an in-kind line of the project’s own budget.',
  },
  'partner.ledgerClosed': {
    da: 'Løfterne er lukket: projektet er ikke i gang, eller evalueringen ligger hos udvalget.',
    en: 'The promises are closed: the project is not running, or its evaluation is with the committee.',
  },
  'partner.quarterToCome': {
    da: 'Kvartalet er ikke begyndt. Vent, til der er leveret noget.',
    en: 'The quarter has not begun. Wait until something is delivered.',
  },
  'partner.nothingToAccept': {
    da: 'I er allerede enige. Hent siden igen for at se tallet.',
    en: 'You already agree. Reload the page to see the figure.',
  },
  'partner.quarterTwice': {
    da: 'Hvert kvartal må kun stå én gang.',
    en: 'Each quarter may stand only once.',
  },
  'partner.unitMissing': {
    da: 'Skriv, hvad der tælles, fx træninger.',
    en: 'Write what is counted, e.g. training sessions.',
  },
  'budget.keptByLedger': {
    da: 'Beløbet kommer fra partnerens løfte. Ret leverancen under Partnere.',
    en: 'The amount comes from the partner’s promise. Correct the delivery under Partners.',
  },
  'retention.holdExists': {
    da: 'Det er allerede bevaret. Hent siden igen for at se bevaringen.',
    en: 'It is already on hold. Reload the page to see the hold.',
  },
  'retention.holdLifted': {
    da: 'Bevaringen er allerede ophævet.',
    en: 'The hold is already lifted.',
  },
  'retention.unknownProject': {
    da: 'Vælg et projekt i kommunen.',
    en: 'Choose a project of the municipality.',
  },
};
