import { catalogue } from '../../kernel/words.ts';

/** Texts of meetings. */
export const meetingWords = catalogue({
  da: {
    coming: 'Kommende møder',
    past: 'Afholdte møder',
    noneComing: 'Ingen kommende møder',
    none: 'Der er ingen møder endnu',
    noneText: 'Møder i dine udvalg vises her.',
    held: 'Afholdt',
    notHeld: 'Ikke afholdt',
    onlyDate: 'Om dette møde gemmes kun dato, og om det blev holdt.',
    decisions: 'Beslutninger',
    expectation: 'Forventning',
    review: (day: string) => `Følges op ${day}`,
    actions: 'Opfølgningspunkter',
    action: (text: string, responsible: string, day: string) => `${text} – ${responsible}, frist ${day}`,
    done: (day: string) => `Færdig ${day}`,
    project: 'Åbn projektet',
  },
  en: {
    coming: 'Coming meetings',
    past: 'Past meetings',
    noneComing: 'No coming meetings',
    none: 'There are no meetings yet',
    noneText: 'Meetings of your committees are shown here.',
    held: 'Held',
    notHeld: 'Not held',
    onlyDate: 'Only the date and whether it was held are kept about this meeting.',
    decisions: 'Decisions',
    expectation: 'Expectation',
    review: (day: string) => `Reviewed ${day}`,
    actions: 'Action items',
    action: (text: string, responsible: string, day: string) => `${text} – ${responsible}, due ${day}`,
    done: (day: string) => `Done ${day}`,
    project: 'Open the project',
  },
});
