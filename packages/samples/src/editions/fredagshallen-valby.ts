import type { Edition } from './edition.ts';

const here = {
  recipe: 'fredagshallen',
  municipality: 'koebenhavn',
  district: 'valby',
  body: 'udvalg-valby',
  areaName: 'Valby',
  owner: 'mette',
  decidedBy: 'birgitte',
} as const satisfies Partial<Edition>;

/** Fredagshallen where it began: last year, this year and next year's proposal. */
export const fredagshallenValby: readonly Edition[] = [
  {
    ...here,
    offset: -1,
    usesCodes: false,
    isFirstYear: true,
    priceShare: 0.95,
    crowdShare: 0.92,
    trend: 0.25,
    cancelShare: 0.05,
    spentShares: { Mad: 1.06, 'Transport, stævner': 0.3 },
    goals: {
      tryghed: {
        baseline: 0.52,
        target: 0.65,
        lastYear: {
          on: '11-28',
          value: 25 / 41,
          of: [25, 41],
          // Two did not say what they were.
          parts: {
            ageBand: { '13-15': [17, 24], '16-17': [8, 17] },
            gender: { boy: [17, 26], girl: [7, 13] },
          },
        },
      },
    },
    hasClosedSurvey: true,
    // The tablet was borrowed for the last Fridays of the year.
    kioskPulses: [
      {
        safe: { yes: 19, partly: 4, no: 1, declined: 1 },
        included: { yes: 16, partly: 5, no: 3, declined: 1 },
        fun: { yes: 20, partly: 3, no: 1, declined: 1 },
      },
      {
        safe: { yes: 17, partly: 5, no: 2 },
        included: { yes: 15, partly: 6, no: 3 },
        fun: { yes: 18, partly: 5, no: 1 },
      },
      {
        safe: { yes: 14, partly: 3, no: 3, declined: 2 },
        included: { yes: 13, partly: 5, no: 2, declined: 2 },
        fun: { yes: 15, partly: 4, no: 1, declined: 2 },
      },
    ],
    evaluation: {
      found:
        'Hallen blev holdt åben næsten hver fredag. En fast kreds af unge voksede gennem året, og flere er begyndt i en forening, men færre end håbet.',
      worked:
        'De samme to voksne næsten hver fredag. Unge assistenter, der selv valgte musik og mad. Klatrevæggen trak unge, der ikke spiller bold. Fællesspisningen kl. 20 samlede alle.',
      didNotWork:
        'Foreningernes besøg faldt ud i foråret, fordi trænerne ikke havde fredag fri. Efter kl. 21.30 gik meget tid med at sende de ældste hjem.',
      forWhom:
        'Bedst for 13–15-årige, der kom sammen med venner. De 16–17-årige kom senere på aftenen og gik tidligere. Pigerne kom, da dans kom på programmet i september.',
      adaptations:
        'Programmet blev lagt om til fast indhold til kl. 21, og dans blev føjet til efter ønske fra pigerne.',
      costText:
        'Forbruget fulgte budgettet. Maden kostede mere end ventet, fordi flere spiste med, og stævner blev sparet væk.',
      preconditions:
        'En hal, der er fri hver fredag, to faste voksne med aftenarbejde og en forening, der vil komme på besøg.',
      recommendation: 'spread',
      recommendationReason:
        'Udvalget ser et sted, der bliver brugt, og en opskrift, som andre kan tage hjem. Tallene er før og efter uden sammenligning, så vi kan ikke sige, hvad der er årsagen.',
      elements: ['asDescribed', 'adapted', 'asDescribed', 'asDescribed', 'notDone'],
    },
  },
  {
    ...here,
    offset: 0,
    priceShare: 0.97,
    crowdShare: 1.1,
    trend: 0.12,
    cancelShare: 0.06,
    forgottenCount: 3,
    kioskPulses: [
      {
        safe: { yes: 27, partly: 3, no: 1, declined: 2 },
        included: { yes: 22, partly: 7, no: 2, declined: 2 },
        fun: { yes: 24, partly: 6, no: 1, declined: 2 },
      },
      // The evening the tablet was tried for the first time: too few to be shown.
      {
        safe: { yes: 3, partly: 1 },
        included: { yes: 3, declined: 1 },
        fun: { yes: 4 },
      },
    ],
    // After the summer the committee and the hall agreed to expect more.
    expectedBefore: { untilMonthDay: '08-14', share: 0.9 },
    spentShares: { Mad: 1.08, Udstyr: 0.42 },
    budgetChange: {
      fromLine: 'Udstyr',
      toLine: 'Mad',
      kr: 13_000,
      reason:
        'Flere spiser med end ventet, og vi har kunnet låne net og måtter af idrætsforeningen. Vi vil hellere holde maden end købe nyt.',
    },
  },
  { ...here, offset: 1, status: 'submitted' },
];
