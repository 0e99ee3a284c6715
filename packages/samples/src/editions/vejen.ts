import type { Edition } from './edition.ts';

const here = {
  recipe: 'markfraes',
  municipality: 'vejen',
  district: 'hele-vejen',
  body: 'udvalg-vejen',
  areaName: 'Vejen',
  owner: 'line',
  decidedBy: 'grete',
} as const satisfies Partial<Edition>;

/** Markfræs over three years, in a municipality without districts. */
export const vejen: readonly Edition[] = [
  {
    ...here,
    offset: -1,
    isFirstYear: true,
    priceShare: 0.95,
    crowdShare: 0.95,
    cancelShare: 0.05,
    evaluation: {
      found:
        'Værkstedet havde åbent næsten hver tirsdag og torsdag. Flere unge end målet kom i praktik eller fritidsjob.',
      worked: 'En værkstedsleder med svendebrev og unge, der lærte hinanden op. Lørdagene på banen.',
      didNotWork: 'De yngste kom til at vente på de ældre. Få piger kom, og de kom kun om lørdagen.',
      forWhom: 'For 15–19-årige drenge, der er trætte af skolen, og for nogle få, der allerede er på FGU.',
      adaptations: 'De yngste fik deres egen bil at skrue på fra august.',
      costText: 'Dele og brændstof kostede mere; forsikringen blev billigere.',
      preconditions: 'En leder med faglighed og en garage med lift.',
      recommendation: 'continue',
      recommendationReason: 'Fortsæt, og prøv en pigeaften.',
    },
  },
  { ...here, offset: 0, priceShare: 0.97, crowdShare: 1, trend: 0.1, cancelShare: 0.04, forgottenCount: 2 },
  { ...here, offset: 1, status: 'submitted' },
];
