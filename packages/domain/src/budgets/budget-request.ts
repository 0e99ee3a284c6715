import type { RuleCard } from './budget.ts';

/** What a request for a budget change to one funder says; amounts in øre, dates as days. */
export interface RequestFacts {
  projectTitle: string;
  funderName: string;
  fromTitle: string;
  toTitle: string;
  /** The funder's own part of the change. */
  amountOere: number;
  grantOere: number;
  /** All that is moved of the grant with this change. */
  movedOere: number;
  card: RuleCard;
  reason: string;
  /** The funder's own share of both lines, before and after. */
  fromBeforeOere: number;
  toBeforeOere: number;
}

const kroner = (oere: number, language: 'da' | 'en'): string => {
  const digits = oere % 100 === 0 ? 0 : 2;
  const number = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${number.format(oere / 100)} kr.`;
};

const percent = (share: number, language: 'da' | 'en'): string =>
  new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', { style: 'percent', maximumFractionDigits: 1 }).format(
    share,
  );

/** A sentence with one full stop, also after "kr.". */
const ended = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`);

/** The limits of a rule card as a phrase, such as "10 % af bevillingen eller 100.000 kr."; empty when the card has none. */
export function limitsText(card: RuleCard, language: 'da' | 'en'): string {
  const isDanish = language === 'da';
  const limits: string[] = [];
  if (card.askFromShare !== null)
    limits.push(
      isDanish
        ? `${percent(card.askFromShare, 'da')} af bevillingen`
        : `${percent(card.askFromShare, 'en')} of the grant`,
    );
  if (card.askFromOere !== null) limits.push(kroner(card.askFromOere, language));
  return limits.join(isDanish ? ' eller ' : ' or ');
}

/** A letter to one funder that asks for prior approval of a change, with the revised lines and the reason; names no other funder and none of their amounts. */
export function draftRequest(facts: RequestFacts, language: 'da' | 'en'): string {
  const {
    projectTitle,
    funderName,
    fromTitle,
    toTitle,
    amountOere,
    grantOere,
    movedOere,
    card,
    reason,
    fromBeforeOere,
    toBeforeOere,
  } = facts;
  const money = (oere: number) => kroner(oere, language);
  const share = grantOere === 0 ? '' : percent(movedOere / grantOere, language);
  const line = (title: string, beforeOere: number, afterOere: number) =>
    `– ${title}: ${money(beforeOere)} → ${money(afterOere)}`;
  const revised = [
    line(fromTitle, fromBeforeOere, fromBeforeOere - amountOere),
    line(toTitle, toBeforeOere, toBeforeOere + amountOere),
  ];
  if (language === 'da')
    return [
      `Til ${funderName}`,
      `Anmodning om budgetændring – ${projectTitle}`,
      `Vi beder om forhåndsgodkendelse til at flytte ${money(amountOere)} af jeres bevilling på ${money(grantOere)} fra "${fromTitle}" til "${toTitle}". Med denne ændring er der flyttet ${money(movedOere)} i alt${share === '' ? '' : ` (${share} af bevillingen)`}.${limitsText(card, 'da') === '' ? '' : ended(` Jeres regler kræver forhåndsgodkendelse over ${limitsText(card, 'da')}`)}`,
      ['Jeres andel af posterne før og efter:', ...revised].join('\n'),
      `Begrundelse: ${reason}`,
      'Bevillingens samlede beløb ændres ikke.',
    ].join('\n\n');
  return [
    `To ${funderName}`,
    `Request for a budget change – ${projectTitle}`,
    `We ask for prior approval to move ${money(amountOere)} of your grant of ${money(grantOere)} from "${fromTitle}" to "${toTitle}". With this change ${money(movedOere)} has been moved in all${share === '' ? '' : ` (${share} of the grant)`}.${limitsText(card, 'en') === '' ? '' : ended(` Your rules ask for prior approval above ${limitsText(card, 'en')}`)}`,
    ['Your share of the lines before and after:', ...revised].join('\n'),
    `Reason: ${reason}`,
    'The total of the grant does not change.',
  ].join('\n\n');
}
