import type { OwedKind } from '@forspring/domain/plans/owed';
import type { Letter } from '../../kernel/post.ts';
import type { OwedRow } from './owed.store.ts';

interface Parts {
  to: string;
  name: string;
  language: 'da' | 'en';
  sentBy: string;
  items: readonly OwedRow[];
  moreCount: number;
  baseUrl: string;
}

type Sentence = (title: string) => string;

/** What is owed in words; never how many came, never anything about a young person. */
const texts = {
  da: {
    subject: 'Påmindelse: noget mangler i Forspring',
    hello: (name: string) => `Hej ${name}`,
    lead: (sentBy: string) => `${sentBy} minder om, at dette mangler:`,
    more: (count: number) => `… og ${count} mere. Du finder dem alle, når du logger ind.`,
    end: 'Er det allerede gjort, kan du se bort fra brevet.',
    since: (on: string) => `siden ${on}`,
    kinds: {
      registration: (title) => `Registrér: ${title}`,
      measurement: (title) => `Mål: ${title}`,
      halfYear: (title) => `Skriv halvårstal: ${title.replace(/^(\d+)\/(\d)$/, '$2. halvår $1')}`,
      evaluation: () => 'Skriv evalueringen',
      decision: () => 'Tag stilling til forslaget',
      approval: () => 'Behandl evalueringen',
      budgetAnswer: (title) => `Svar på ønsket om at flytte penge fra: ${title}`,
      action: (title) => `Opgave: ${title}`,
    } satisfies Record<OwedKind, Sentence>,
  },
  en: {
    subject: 'Reminder: something is missing in Forspring',
    hello: (name: string) => `Hello ${name}`,
    lead: (sentBy: string) => `${sentBy} reminds you that this is missing:`,
    more: (count: number) => `… and ${count} more. You find them all when you sign in.`,
    end: 'If it has been done already, you can disregard this letter.',
    since: (on: string) => `since ${on}`,
    kinds: {
      registration: (title) => `Register: ${title}`,
      measurement: (title) => `Measure: ${title}`,
      halfYear: (title) => `Write half-year totals: ${title.replace(/^(\d+)\/(\d)$/, 'half-year $2 of $1')}`,
      evaluation: () => 'Write the evaluation',
      decision: () => 'Decide on the proposal',
      approval: () => 'Consider the evaluation',
      budgetAnswer: (title) => `Answer the request to move money from: ${title}`,
      action: (title) => `Task: ${title}`,
    } satisfies Record<OwedKind, Sentence>,
  },
};

/** Where each thing is done. */
function addressOf(item: OwedRow, baseUrl: string): string {
  const project = `${baseUrl}/projekter/${item.projectId}`;
  switch (item.kind) {
    case 'registration':
      return `${baseUrl}/gange/${item.subjectId}`;
    case 'measurement':
      return `${project}/maal`;
    case 'halfYear':
      return `${project}/aktiviteter`;
    case 'evaluation':
    case 'approval':
      return `${project}/evaluering`;
    case 'decision':
      return `${baseUrl}/udvalg?projekt=${item.projectId}&aar=${item.year}`;
    // A funder meets a project through its grants, and a body its tasks at its meetings.
    case 'budgetAnswer':
      return `${baseUrl}/bevillinger`;
    case 'action':
      return `${baseUrl}/moeder`;
  }
}

/** The reminder as a letter in the receiver's language: what is missing, since when, and where it is done. */
export function reminderLetter({ to, name, language, sentBy, items, moreCount, baseUrl }: Parts): Letter {
  const words = texts[language];
  const day = new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const lines = items.flatMap((item) => [
    `• ${words.kinds[item.kind](item.title)} (${item.kind === 'action' ? '' : `${item.projectTitle} ${item.year}, `}${words.since(day.format(new Date(`${item.dueOn}T12:00:00Z`)))})`,
    `  ${addressOf(item, baseUrl)}`,
  ]);
  return {
    to,
    subject: words.subject,
    text: [
      words.hello(name),
      '',
      words.lead(sentBy),
      '',
      ...lines,
      ...(moreCount > 0 ? ['', words.more(moreCount)] : []),
      '',
      words.end,
    ].join('\n'),
  };
}
