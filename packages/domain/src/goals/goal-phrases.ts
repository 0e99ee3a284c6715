import type { MeasurementMethod } from './goal.ts';

/** The fields of a goal, and of a plan's target group, whose change after approval is kept with its reason. */
type LockedField =
  | 'title'
  | 'targetValue'
  | 'deadlineOn'
  | 'indicatorId'
  | 'tier'
  | 'baselineValue'
  | 'baselineMissing'
  | 'baselineOn'
  | 'baselineBaseCount'
  | 'baselineSpread'
  | 'design'
  | 'comparison'
  | 'comparisonUnitCount'
  | 'isChosenByBaseline'
  | 'targetGroup'
  | 'targetGroupCount';

interface GoalPhrases {
  methods: Record<MeasurementMethod, string>;
  fields: Record<LockedField, string>;
}

/** How goals were measured and what of them was changed, in both languages: the same words on the pages and in the reports. */
export const goalPhrases: Record<'da' | 'en', GoalPhrases> = {
  da: {
    methods: {
      registration: 'Registreringen',
      survey: 'Spørgeskema',
      interview: 'Interview',
      register: 'Register',
      observation: 'Observation',
      count: 'Optælling',
    },
    fields: {
      title: 'Titel',
      targetValue: 'Målværdi',
      deadlineOn: 'Frist',
      indicatorId: 'Indikator',
      tier: 'Niveau',
      baselineValue: 'Udgangspunkt',
      baselineMissing: 'Udgangspunkt',
      baselineOn: 'Dato for udgangspunkt',
      baselineBaseCount: 'Udgangspunktets n',
      baselineSpread: 'Udgangspunktets standardafvigelse',
      design: 'Sammenligning',
      comparison: 'Sammenligningsgruppe',
      comparisonUnitCount: 'Enheder på hver side',
      isChosenByBaseline: 'Valgt ud fra et usædvanligt tal',
      targetGroup: 'Målgruppe',
      targetGroupCount: 'Antal i målgruppen',
    },
  },
  en: {
    methods: {
      registration: 'The registration',
      survey: 'Survey',
      interview: 'Interview',
      register: 'Register',
      observation: 'Observation',
      count: 'Count',
    },
    fields: {
      title: 'Title',
      targetValue: 'Target value',
      deadlineOn: 'Deadline',
      indicatorId: 'Indicator',
      tier: 'Tier',
      baselineValue: 'Baseline',
      baselineMissing: 'Baseline',
      baselineOn: 'Day of the baseline',
      baselineBaseCount: 'n of the baseline',
      baselineSpread: 'Standard deviation of the baseline',
      design: 'Comparison',
      comparison: 'Comparison group',
      comparisonUnitCount: 'Units on each side',
      isChosenByBaseline: 'Chosen by an unusual figure',
      targetGroup: 'Target group',
      targetGroupCount: 'Number in the target group',
    },
  },
};
