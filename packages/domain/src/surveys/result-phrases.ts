import type { WaveKind } from './survey.ts';

interface ResultPhrases {
  rounds: Record<WaveKind, string>;
  chartRounds: Record<WaveKind, string>;
  thin: string;
  samePeople(round: string): string;
  changeOf(from: string, to: string): string;
  bounds(worst: string, best: string): string;
  regression: string;
  notValidated: string;
  twoGroups: string;
  /** A difference of shares; its value has a sign. */
  points(value: string): string;
}

/** What has to be said beside a survey's results, in both languages: the same words on the page and in the report. */
export const resultPhrases: Record<'da' | 'en', ResultPhrases> = {
  da: {
    rounds: { before: 'før', after: 'efter', followUp: 'opfølgning' },
    thin: 'Under halvdelen af dem, der svarede før, svarede også efter. Tegnet gråt: tallet siger mere om dem, der blev, end om alle.',
    samePeople: (round: string) => `${round}, samme`,
    changeOf: (from: string, to: string) => `Ændring ${from}–${to} (samme unge)`,
    bounds: (worst: string, best: string) =>
      `Var de, der ikke svarede efter, endt nederst, var ændringen ${worst} for alle, der svarede før; endt øverst ${best}.`,
    regression: 'Begyndte gruppen usædvanligt lavt, trækker tilfældet selv op imod det almindelige.',
    chartRounds: { before: 'Før', after: 'Efter', followUp: 'Opfølgning' },
    notValidated: 'ikke valideret',
    points: (value: string) => `${value} procentpoint`,
    twoGroups:
      'Svarene er ikke koblet: det kan være forskellige unge i de to runder, så forskellen er ikke en ændring.',
  },
  en: {
    rounds: { before: 'before', after: 'after', followUp: 'follow-up' },
    thin: 'Under half of those who answered before answered after too. Drawn in grey: the number says more about those who stayed than about all.',
    samePeople: (round: string) => `${round}, same`,
    changeOf: (from: string, to: string) => `Change ${from}–${to} (same people)`,
    bounds: (worst: string, best: string) =>
      `Had those who did not answer after ended at the bottom, the change would be ${worst} for all who answered before; at the top ${best}.`,
    regression: 'If the group began unusually low, chance alone pulls it up towards the ordinary.',
    chartRounds: { before: 'Before', after: 'After', followUp: 'Follow-up' },
    notValidated: 'not validated',
    points: (value: string) => `${value} percentage points`,
    twoGroups: 'The answers are not linked: the two rounds may hold different people, so the difference is no change.',
  },
};
