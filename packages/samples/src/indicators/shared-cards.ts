import type { IndicatorCard } from './indicator-card.ts';

/** Indicators any tier may use: what the registration counts and what others count around a project. */
export const sharedCards = {
  'sessions-held': {
    da: 'Gange holdt',
    en: 'Sessions held',
    unit: 'count',
    direction: 'atLeast',
    source: 'Registreringen',
  },
  'mean-visits': {
    da: 'Fremmøder i gennemsnit',
    en: 'Mean attendances',
    unit: 'mean',
    direction: 'atLeast',
    source: 'Registreringen',
    numerator: 'Fremmøder i alt',
    denominator: 'Gange holdt',
  },
  complaints: {
    da: 'Klager fra naboer',
    en: 'Complaints from neighbours',
    unit: 'count',
    direction: 'atMost',
    source: 'Boligorganisationens optælling',
  },
  'serious-accidents': {
    da: 'Alvorlige uheld',
    en: 'Serious accidents',
    unit: 'count',
    direction: 'atMost',
    source: 'Værkstedets logbog',
  },
  started: {
    da: 'Startede forløb',
    en: 'Courses started',
    unit: 'count',
    direction: 'atLeast',
    source: 'Forløbenes halvårstal',
  },
  completed: {
    da: 'Gennemførte forløb',
    en: 'Courses completed',
    unit: 'count',
    direction: 'atLeast',
    source: 'Forløbenes halvårstal',
  },
  'emergency-activations': {
    da: 'Akutplanen aktiveret',
    en: 'Emergency plan activated',
    unit: 'count',
    direction: 'atMost',
    source: 'Akutplanens log',
  },
  'learning-shared': {
    da: 'Opsamling delt',
    en: 'Review shared',
    unit: 'yesNo',
    direction: 'atLeast',
    source: 'Referat',
  },
  'safety-inquiries': {
    da: 'Henvendelser om utryghed',
    en: 'Inquiries about feeling unsafe',
    unit: 'count',
    direction: 'atMost',
    source: 'Boligorganisationens optælling',
  },
  'parents-know-help': {
    da: 'Andel forældre: ‘jeg ved, hvor jeg får hjælp’',
    en: 'Share of parents: ‘I know where to get help’',
    unit: 'share',
    direction: 'up',
    source: 'Spørgeskema på forældrecaféen',
    numerator: 'Svaret ja',
    denominator: 'Besvarelser',
  },
} as const satisfies Record<string, IndicatorCard>;
