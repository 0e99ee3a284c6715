import { formatsIn } from './formats.ts';

type Params = Record<string, string | number>;
const kroner = (language: 'da' | 'en') => (params: Params) =>
  formatsIn(language).moneyExact(Number(params['leftOere'])).replace(',00', '').replace('.00', '');
const startOf = (language: 'da' | 'en') => (params: Params) =>
  formatsIn(language).dayInText(String(params['startsOn']));

/** What to say for the problems of budgets, funding and expenses: what is wrong and how to mend it. */
export const budgetProblemSentences = {
  'budget.notOpen': {
    da: 'Budgettet er låst, mens projektet har den status, det har nu. Efter godkendelsen kan du flytte penge mellem poster.',
    en: 'The budget is locked while the project has its present status. After approval you can move money between lines.',
  },
  'budget.notRecording': {
    da: 'Der kan først bogføres udgifter, når projektet er godkendt, og ikke efter evalueringen er godkendt.',
    en: 'Expenses can be booked once the project is approved, and not after its evaluation is approved.',
  },
  'budget.notMovable': {
    da: 'Der kan kun flyttes penge, mens projektet er godkendt, i gang eller på pause.',
    en: 'Money can only be moved while the project is approved, running or paused.',
  },
  'budget.underReview': {
    da: 'Evalueringen ligger hos udvalget, så regnskabet står stille. Få den sendt tilbage, hvis et bilag skal rettes.',
    en: 'The evaluation is with the committee, so the accounts stand still. Have it returned if a voucher must be corrected.',
  },
  'budget.exists': {
    da: 'Det er allerede oprettet. Hent siden igen.',
    en: 'It has already been added. Reload the page.',
  },
  'budget.unknownLine': {
    da: 'Vælg en post i projektets eget budget.',
    en: 'Choose a line in the project’s own budget.',
  },
  'budget.unknownSource': {
    da: 'Vælg en af projektets egne finansieringskilder.',
    en: 'Choose one of the project’s own funding sources.',
  },
  'budget.unknownFunder': { da: 'Vælg en organisation fra listen.', en: 'Choose an organisation from the list.' },
  'budget.tooLarge': {
    da: 'Antal × enhedspris bliver større, end et beløb kan være. Ret antallet eller prisen.',
    en: 'Quantity × unit price becomes larger than an amount can be. Correct the quantity or the price.',
  },
  'budget.kindsDiffer': {
    da: 'Kontante poster betales af kontante kilder, naturalier af naturalier. Vælg en af samme slags.',
    en: 'Cash lines are paid by cash sources, in-kind by in-kind. Choose one of the same kind.',
  },
  'budget.kindLocked': {
    da: 'Kilden betaler for poster. Fjern den fra posterne, før du skifter mellem kontant og naturalier.',
    en: 'The source pays for lines. Take it off the lines before changing between cash and in-kind.',
  },
  'budget.sameSourceTwice': {
    da: 'Kilden står der to gange. Skriv beløbet samlet.',
    en: 'The source is there twice. Write the amount once.',
  },
  'budget.sameLine': {
    da: 'Vælg en anden post at flytte pengene til.',
    en: 'Choose another line to move the money to.',
  },
  'budget.notLeft': {
    da: (params: Params) => `Der er kun ${kroner('da')(params)} tilbage på posten. Skriv et mindre beløb.`,
    en: (params: Params) => `Only ${kroner('en')(params)} is left on the line. Write a smaller amount.`,
  },
  'budget.spentInFuture': {
    da: 'Datoen ligger efter i dag. Skriv den dag, der står på bilaget.',
    en: 'The date is after today. Write the day on the voucher.',
  },
  'budget.spentBeforeStart': {
    da: (params: Params) =>
      `Udgiften ligger før projektets start ${startOf('da')(params)}. Tilskud dækker kun projektets periode.`,
    en: (params: Params) =>
      `The expense is before the project starts on ${startOf('en')(params)}. Grants only cover the project’s period.`,
  },
  'budget.voucherNeeded': {
    da: 'Skriv bilagets nummer. Kontante udgifter skal kunne findes i regnskabet.',
    en: 'Write the voucher’s number. Cash expenses must be found in the accounts.',
  },
  'budget.answered': { da: 'Der er allerede svaret på anmodningen.', en: 'The request has already been answered.' },
  'budget.quantity': {
    da: 'Skriv et tal eller et regnestykke, fx 41 × 5,5.',
    en: 'Write a number or a product, e.g. 41 × 5.5.',
  },
};
