import type { Edition } from './edition.ts';

const broenshoej = {
  municipality: 'koebenhavn',
  district: 'broenshoej-husum',
  body: 'udvalg-broenshoej-husum',
  areaName: 'Brønshøj-Husum',
  owner: 'thomas',
  decidedBy: 'inge',
} as const satisfies Partial<Edition>;

const everywhere = {
  municipality: 'koebenhavn',
  district: null,
  body: 'ledergruppen',
  areaName: 'Hele kommunen',
  owner: 'jakob',
  decidedBy: 'dorthe',
} as const satisfies Partial<Edition>;

/** The individual tier: plan, money and half-year totals only. */
export const copenhagenIndividual: readonly Edition[] = [
  {
    ...everywhere,
    recipe: 'fodfaeste',
    offset: -1,
    isFirstYear: true,
    priceShare: 0.95,
    evaluation: {
      found: 'Forløbene blev startet som planlagt, og de fleste gennemførte.',
      worked: 'Samme mentor hele vejen og supervision hver fjerde uge.',
      didNotWork: 'To mentorer stoppede i foråret, og overleveringen tog for lang tid.',
      forWhom: 'Kun samlede tal; vi beskriver ikke, hvem det virkede for.',
      adaptations: 'Koordinatoren overtager nu samme uge, hvis en mentor stopper.',
      costText: 'Mentorløn under budget på grund af pauser mellem mentorer.',
      preconditions: 'En reserve på to mentorer.',
      recommendation: 'continue',
      recommendationReason: 'Fortsæt som flerårig bevilling.',
    },
  },
  { ...everywhere, recipe: 'fodfaeste', offset: 0, priceShare: 0.98 },
  { ...everywhere, recipe: 'fodfaeste', offset: 1, status: 'submitted' },
  {
    ...everywhere,
    recipe: 'god-loesladelse',
    offset: -1,
    isFirstYear: true,
    priceShare: 0.96,
    evaluation: {
      found: 'De fleste forløb kom i gang før løsladelsen. Bolig var det sværeste.',
      worked: 'At blive hentet ved porten. Det månedlige møde mellem myndighederne blev holdt hver gang.',
      didNotWork: 'Boliganvisningen tog længere end otte uger.',
      forWhom: 'Kun samlede tal; vi beskriver ikke, hvem det virkede for.',
      adaptations: 'Kontakten begynder nu 10 uger før, når det er muligt.',
      costText: 'Startpakken blev brugt fuldt ud.',
      preconditions: 'En fast kontakt i boliganvisningen.',
      recommendation: 'continue',
      recommendationReason: 'Fortsæt, og begynd tidligere med boligen.',
    },
  },
  { ...everywhere, recipe: 'god-loesladelse', offset: 0, priceShare: 0.98 },
  { ...everywhere, recipe: 'god-loesladelse', offset: 1, status: 'approved' },
  {
    ...broenshoej,
    recipe: 'familiesporet',
    offset: -1,
    isFirstYear: true,
    priceShare: 0.96,
    evaluation: {
      found: 'Familier blev kontaktet hurtigere end før. Forældrecaféen voksede langsomt.',
      worked: 'Tolk på caféen og fritidspas i hånden samme dag.',
      didNotWork: 'Om efteråret nåede vi ikke alle inden for fristen. Caféen havde få de første måneder.',
      forWhom: 'Forældre til de yngste kom mest på caféen.',
      adaptations: 'Caféen flyttede fra mandag til onsdag.',
      costText: 'Mindre til fritidspas end budgetteret.',
      preconditions: 'Samtykke spurgt i bekymringssamtalen.',
      recommendation: 'continue',
      recommendationReason: 'Fortsæt med to rådgivere om fristen.',
    },
  },
  { ...broenshoej, recipe: 'familiesporet', offset: 0, priceShare: 0.98 },
  { ...broenshoej, recipe: 'familiesporet', offset: 1, status: 'draft' },
];
