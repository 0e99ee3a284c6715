import type { IndicatorDirection, IndicatorUnit } from '@forspring/domain/goals/goal';
import type { Tier } from '@forspring/domain/interventions/intervention';
import type { StoryRows } from './story-rows.ts';
import { storyId } from './story-id.ts';

interface IndicatorCard {
  version?: number;
  da: string;
  en: string;
  tier?: Tier;
  unit: IndicatorUnit;
  direction: IndicatorDirection;
  source: string;
  numerator?: string;
  denominator?: string;
}

/** The starter set of indicators: what stays lawful and measurable within one year, by tier. */
export const indicatorCards = {
  'sessions-held': { da: 'Gange holdt', en: 'Sessions held', unit: 'count', direction: 'atLeast', source: 'Registreringen' },
  'mean-visits': { da: 'Fremmøder i gennemsnit', en: 'Mean attendances', unit: 'mean', direction: 'atLeast', source: 'Registreringen', numerator: 'Fremmøder i alt', denominator: 'Gange holdt' },
  'regular-codes': { da: 'Andel kort set mindst 10 gange', en: 'Share of cards seen at least 10 times', tier: 'specific', unit: 'share', direction: 'atLeast', source: 'Kortkoder', numerator: 'Kort set mindst 10 gange', denominator: 'Udleverede kort' },
  'joined-association': { da: 'Unge begyndt i en forening', en: 'Young people who joined an association', tier: 'specific', unit: 'count', direction: 'atLeast', source: 'Foreningernes optælling' },
  'safe-friday': { version: 2, da: 'Andel, der er trygge fredag aften', en: 'Share who feel safe on Friday evening', tier: 'specific', unit: 'share', direction: 'up', source: 'Spørgeskema, egne spørgsmål – ikke valideret', numerator: 'Svar 7–10 på en skala fra 0 til 10', denominator: 'Besvarelser' },
  'safe-friday-1': { version: 1, da: 'Andel, der er trygge fredag aften (ja/nej)', en: 'Share who feel safe on Friday evening (yes/no)', tier: 'specific', unit: 'share', direction: 'up', source: 'Spørgeskema, egne spørgsmål – ikke valideret', numerator: 'Svaret ja', denominator: 'Besvarelser' },
  'trusted-adult': { da: 'Andel med en voksen her, de kan gå til', en: 'Share with an adult here to turn to', tier: 'specific', unit: 'share', direction: 'up', source: 'Spørgeskema, egne spørgsmål – ikke valideret', numerator: 'Svaret ja', denominator: 'Besvarelser' },
  'own-rules': { da: 'Andel, der siger ‘vi bestemmer selv reglerne’', en: 'Share who say ‘we make the rules ourselves’', tier: 'specific', unit: 'share', direction: 'up', source: 'Spørgeskema, egne spørgsmål – ikke valideret', numerator: 'Svaret enig', denominator: 'Besvarelser' },
  'house-meetings': { da: 'Måneder med husmøde', en: 'Months with a house meeting', tier: 'specific', unit: 'count', direction: 'atLeast', source: 'Husets kalender' },
  'youth-roles': { da: 'Unge, der har haft en rolle', en: 'Young people who have held a role', tier: 'specific', unit: 'count', direction: 'atLeast', source: 'Kontaktvoksnes optælling' },
  'complaints': { da: 'Klager fra naboer', en: 'Complaints from neighbours', unit: 'count', direction: 'atMost', source: 'Boligorganisationens optælling' },
  'job-started': { da: 'Unge i praktik eller fritidsjob', en: 'Young people in internship or spare-time job', tier: 'specific', unit: 'count', direction: 'atLeast', source: 'Værkstedslederens optælling' },
  'serious-accidents': { da: 'Alvorlige uheld', en: 'Serious accidents', unit: 'count', direction: 'atMost', source: 'Værkstedets logbog' },
  'started': { da: 'Startede forløb', en: 'Courses started', unit: 'count', direction: 'atLeast', source: 'Forløbenes halvårstal' },
  'completed': { da: 'Gennemførte forløb', en: 'Courses completed', unit: 'count', direction: 'atLeast', source: 'Forløbenes halvårstal' },
  'job-after-3-months': { da: 'I ordinært fritidsjob 3 måneder efter', en: 'In an ordinary spare-time job 3 months later', tier: 'specific', unit: 'count', direction: 'atLeast', source: 'Jobkonsulentens optælling' },
  'shifts-met': { da: 'Andel af aftalte vagter mødt', en: 'Share of agreed shifts met', tier: 'specific', unit: 'share', direction: 'atLeast', source: 'Vagtplanen', numerator: 'Vagter mødt', denominator: 'Aftalte vagter' },
  'contacts': { da: 'Kontakter (ikke personer)', en: 'Contacts (not persons)', tier: 'specific', unit: 'count', direction: 'atLeast', source: 'Registreringen' },
  'bridged': { da: 'Følgeskab til et tilbud', en: 'Accompanied to an offer', tier: 'specific', unit: 'count', direction: 'atLeast', source: 'Gademedarbejdernes optælling' },
  'places-measured': { da: 'Kortlagte steder med målt tryghed før og efter', en: 'Mapped places with safety measured before and after', tier: 'specific', unit: 'count', direction: 'atLeast', source: 'Tryghedsmålingen' },
  'classes-completed': { da: 'Klasser, der har gennemført forløbet', en: 'Classes that completed the course', tier: 'general', unit: 'count', direction: 'atLeast', source: 'Undervisernes registrering' },
  'misperception': { da: 'Andel, der tror ‘de fleste’ har været fulde', en: 'Share who believe ‘most’ have been drunk', tier: 'general', unit: 'share', direction: 'atMost', source: 'Spørgeskema i klassen', numerator: 'Svaret de fleste', denominator: 'Besvarelser' },
  'homes-represented': { da: 'Andel hjem repræsenteret ved forældremøde', en: 'Share of homes represented at parents’ meetings', tier: 'general', unit: 'share', direction: 'atLeast', source: 'Optælling på mødet', numerator: 'Hjem repræsenteret', denominator: 'Hjem i klasserne' },
  'classes-all-lessons': { da: 'Andel klasser med alle 3 lektioner', en: 'Share of classes with all 3 lessons', tier: 'general', unit: 'share', direction: 'atLeast', source: 'Undervisernes registrering', numerator: 'Klasser med alle lektioner', denominator: 'Klasser' },
  'help-knowledge': { da: 'Andel, der ved, hvor man får hjælp', en: 'Share who know where to get help', tier: 'general', unit: 'share', direction: 'up', source: 'Spørgeskema i klassen', numerator: 'Svaret ja', denominator: 'Besvarelser' },
  'role-models': { da: 'Rollemodeller uddannet', en: 'Role models trained', tier: 'general', unit: 'count', direction: 'atLeast', source: 'Optælling på kurset' },
  'schools-agreed': { da: 'Andel skoler med en aftale', en: 'Share of schools with an agreement', tier: 'general', unit: 'share', direction: 'atLeast', source: 'SSP-konsulentens liste over skoler', numerator: 'Skoler med aftale', denominator: 'Skoler' },
  'visible-teams': { da: 'Synlige teams på dagen', en: 'Visible teams on the day', tier: 'general', unit: 'count', direction: 'atLeast', source: 'Vagtplanen' },
  'emergency-activations': { da: 'Akutplanen aktiveret', en: 'Emergency plan activated', unit: 'count', direction: 'atMost', source: 'Akutplanens log' },
  'learning-shared': { da: 'Opsamling delt', en: 'Review shared', unit: 'yesNo', direction: 'atLeast', source: 'Referat' },
  'safety-inquiries': { da: 'Henvendelser om utryghed', en: 'Inquiries about feeling unsafe', unit: 'count', direction: 'atMost', source: 'Boligorganisationens optælling' },
  'housed-at-release': { da: 'Har bolig ved løsladelse', en: 'Housed at release', tier: 'individual', unit: 'count', direction: 'atLeast', source: 'Forløbenes halvårstal' },
  'active-after': { da: 'I skole, job eller uddannelse', en: 'In school, work or education', tier: 'individual', unit: 'count', direction: 'atLeast', source: 'Forløbenes halvårstal' },
  'contacted-in-time': { da: 'Andel kontaktet inden fristen', en: 'Share contacted in time', tier: 'individual', unit: 'share', direction: 'atLeast', source: 'Kommunalt tal', numerator: 'Kontaktet inden 10 hverdage', denominator: 'Forløb' },
  'parents-know-help': { da: 'Andel forældre: ‘jeg ved, hvor jeg får hjælp’', en: 'Share of parents: ‘I know where to get help’', unit: 'share', direction: 'up', source: 'Spørgeskema på forældrecaféen', numerator: 'Svaret ja', denominator: 'Besvarelser' },
  'leisure-after': { da: 'Andel med en fritidsinteresse efter forløbet', en: 'Share with a leisure activity afterwards', tier: 'specific', unit: 'share', direction: 'up', source: 'Spørgeskema, egne spørgsmål – ikke valideret', numerator: 'Svaret ja', denominator: 'Besvarelser' },
  'who-5': { da: 'WHO-5, gennemsnit', en: 'WHO-5, mean', tier: 'specific', unit: 'mean', direction: 'up', source: 'WHO-5', numerator: 'Sum af point (0–100)', denominator: 'Fuldt besvarede skemaer' },
} as const satisfies Record<string, IndicatorCard>;

/** The names by which recipes point at an indicator. */
export type IndicatorKey = keyof typeof indicatorCards;

/** The id of an indicator of the story. */
export function indicatorId(key: IndicatorKey): string {
  return storyId(`indicator/${key}`);
}

/** Adds the whole starter set; two versions of one indicator share its key. */
export function tellIndicators(rows: StoryRows): void {
  for (const [key, card] of Object.entries<IndicatorCard>(indicatorCards))
    rows.add('indicator', {
      id: storyId(`indicator/${key}`),
      key: key.replace(/-1$/, ''),
      version: card.version ?? 1,
      titleDa: card.da,
      titleEn: card.en,
      tier: card.tier ?? null,
      unit: card.unit,
      direction: card.direction,
      source: card.source,
      numerator: card.numerator ?? '',
      denominator: card.denominator ?? '',
    });
}
