import type { IndicatorCard } from './indicator-card.ts';

/** Indicators of the individual tier: totals only. */
export const individualCards = {
  'housed-at-release': {
    da: 'Har bolig ved løsladelse',
    en: 'Housed at release',
    tier: 'individual',
    unit: 'count',
    direction: 'atLeast',
    source: 'Forløbenes halvårstal',
  },
  'active-after': {
    da: 'I skole, job eller uddannelse',
    en: 'In school, work or education',
    tier: 'individual',
    unit: 'count',
    direction: 'atLeast',
    source: 'Forløbenes halvårstal',
  },
  'contacted-in-time': {
    da: 'Andel kontaktet inden fristen',
    en: 'Share contacted in time',
    tier: 'individual',
    unit: 'share',
    direction: 'atLeast',
    source: 'Kommunalt tal',
    numerator: 'Kontaktet inden 10 hverdage',
    denominator: 'Forløb',
  },
} as const satisfies Record<string, IndicatorCard>;
