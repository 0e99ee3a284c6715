import { catalogue } from '../../kernel/words.ts';

/** Texts of the short list of one's own projects on the home page. */
export const myProjectsWords = catalogue({
  da: {
    title: 'Dine projekter',
    none: 'Du har ingen projekter endnu',
    noneText: 'Opret et projekt fra en indsats, andre har prøvet, eller fra bunden.',
    add: 'Nyt projekt',
    all: 'Alle projekter',
    sessions: 'Gange afholdt',
    sessionsText: (held: string, all: string) => `${held} af ${all}`,
    money: 'Forbrug',
    moneyText: (spent: string, budget: string) => `${spent} af ${budget}`,
    goals: 'Mål nået',
    goalsText: (met: string, all: string) => `${met} af ${all}`,
    timeGone: (share: string) => `${share} af projektperioden er gået`,
  },
  en: {
    title: 'Your projects',
    none: 'You have no projects yet',
    noneText: 'Start a project from an intervention others have tried, or from nothing.',
    add: 'New project',
    all: 'All projects',
    sessions: 'Sessions held',
    sessionsText: (held: string, all: string) => `${held} of ${all}`,
    money: 'Spent',
    moneyText: (spent: string, budget: string) => `${spent} of ${budget}`,
    goals: 'Goals met',
    goalsText: (met: string, all: string) => `${met} of ${all}`,
    timeGone: (share: string) => `${share} of the project period has gone`,
  },
});
