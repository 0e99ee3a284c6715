import type { ElementMarkWord } from './fidelity.ts';

interface FidelityPhrases {
  title: string;
  element: string;
  mark: string;
  marks: Record<ElementMarkWord, string>;
  unmarked: string;
  notRegistered: string;
  /** What the registered share is a share of. */
  about: string;
  pulse: string;
  pulseAbout: string;
}

/** Fidelity and the answers at the door, in both languages: the same words on the page and in the report. */
export const fidelityPhrases: Record<'da' | 'en', FidelityPhrases> = {
  da: {
    title: 'Kerneelementer: blev opskriften fulgt?',
    element: 'Kerneelement',
    mark: 'Tovholderens vurdering',
    marks: { asDescribed: 'Som beskrevet', adapted: 'Tilpasset', notDone: 'Ikke gjort' },
    unmarked: 'Ikke vurderet',
    notRegistered: 'ikke registreret',
    about:
      'Andelen er af de aftener, hvor nogen har sat kryds ved kerneelementerne. En tilpasning er viden, ikke en fejl.',
    pulse: 'Svar ved døren',
    pulseAbout:
      'Svar i kiosken på vej ud. Den, der kommer hver uge, svarer hver uge, så det er svar og ikke unge. Aftener med færre end fem svar er ikke med.',
  },
  en: {
    title: 'Core elements: was the recipe followed?',
    element: 'Core element',
    mark: 'The owner’s mark',
    marks: { asDescribed: 'As described', adapted: 'Adapted', notDone: 'Not done' },
    unmarked: 'Not marked',
    notRegistered: 'not registered',
    about:
      'The share is of the evenings on which somebody ticked the core elements. An adaptation is knowledge, not a failure.',
    pulse: 'Answers at the door',
    pulseAbout:
      'Answers at the kiosk on the way out. Whoever comes every week answers every week, so these are answers, not young people. Evenings with fewer than five answers are left out.',
  },
};
