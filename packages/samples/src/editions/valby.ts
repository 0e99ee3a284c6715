import type { Edition } from './edition.ts';

const here = {
  municipality: 'koebenhavn',
  district: 'valby',
  body: 'udvalg-valby',
  areaName: 'Folehaven',
  owner: 'mette',
  decidedBy: 'birgitte',
} as const satisfies Partial<Edition>;

/** The other projects of Valby: the young people's own house over three years, and pocket-money jobs. */
export const valby: readonly Edition[] = [
  {
    ...here,
    recipe: 'de-unges-hus',
    offset: -1,
    title: 'De unges hus',
    isFirstYear: true,
    priceShare: 0.93,
    crowdShare: 0.95,
    cancelShare: 0.06,
    spentShares: { 'Kurser: konflikt, førstehjælp, økonomi': 0.58 },
    evaluation: {
      found:
        'En gruppe unge fik deres eget hus ved Rubinen, skrev reglerne selv og fandt møblerne. De fleste husmøder blev holdt, og naboerne klagede mindre end før, men mere end målet.',
      worked:
        'De unges egne regler og roller på skift. Kontaktvoksnes faste besøg om tirsdagen. At de unge selv ringede, når noget gik i stykker.',
      didNotWork:
        'Om sommeren faldt voksenbesøgene ud, og klagerne kom samme uger. Det tog lang tid, før nogen uden for den første gruppe kom ind.',
      forWhom: 'For 15–17-årige, der kendte hinanden i forvejen. Pigerne kom først med, da de fik deres egen nøgle.',
      adaptations: 'Aftalen om voksenbesøg gik fra "efter behov" til to faste dage om ugen fra august.',
      costText: 'Forbruget holdt sig under budgettet. Kurset i økonomi blev ikke til noget.',
      preconditions: 'En voksen, der kommer fast og tager telefonen, og en boligorganisation, der giver lidt tid.',
      recommendation: 'adjust',
      recommendationReason: 'Fortsæt som år 2 med faste voksenbesøg og plads til flere end den første gruppe.',
    },
  },
  {
    ...here,
    recipe: 'de-unges-hus',
    offset: 0,
    title: 'De unges hus – år 2',
    copiedFrom: 'de-unges-hus/-1',
    priceShare: 0.97,
    crowdShare: 1.05,
    cancelShare: 0.05,
    forgottenCount: 2,
    movedAhead: {
      venue: 'hafnia-hallen',
      startMinute: 1020,
      endMinute: 1200,
      reason: 'Fælles aften med Fredagshallen.',
    },
    adaptations: [
      {
        field: 'adultsPresent',
        fromText: 'Voksne efter behov',
        toText: 'Voksenbesøg mindst to gange om ugen',
        reason: 'Klagerne sidste år faldt sammen med uger uden besøg.',
      },
      {
        field: 'targetGroup',
        fromText: 'Den oprindelige gruppe',
        toText: 'En tredjedel af pladserne til unge udefra',
        reason: 'Huset lukkede sig om sig selv det første år.',
      },
    ],
  },
  { ...here, recipe: 'de-unges-hus', offset: 1, status: 'submitted', copiedFrom: 'de-unges-hus/0' },
  {
    ...here,
    recipe: 'lommepengejob',
    offset: -1,
    isFirstYear: true,
    priceShare: 0.94,
    cancelShare: 0.03,
    // Closed, and its owner still owes the committee an evaluation.
    status: 'closed',
  },
  { ...here, recipe: 'lommepengejob', offset: 0, priceShare: 0.98, cancelShare: 0.02 },
  {
    ...here,
    recipe: 'lommepengejob',
    offset: 1,
    status: 'returned',
    returnComment:
      'Godt forslag. Beskriv, hvordan de 13-årige får meningsfulde opgaver, og sæt dato på aftalen med butikkerne, så tager vi det på næste møde.',
  },
];
