import type { FrozenSurvey, FrozenSurveyAudience } from '@forspring/domain/evaluation/frozen-evaluation';
import type { Cell } from '@forspring/domain/measures/cell';
import { claimsEffect } from '@forspring/domain/measures/effect-claims';
import type { Interval } from '@forspring/domain/measures/interval';
import { resultPhrases } from '@forspring/domain/surveys/result-phrases';
import type { BothTexts } from '@forspring/domain/surveys/survey-item';
import { type ShownSurveyResults, type SurveyMeasure, toldChange } from '@forspring/domain/surveys/survey-results';
import type { ReportBlock, ReportChart, ReportTable, ReportValue } from '../../kernel/report.ts';
import type { ReportBasis } from './report-basis.ts';

/** What the project's closed surveys say, as its results page says it: the same sentence, n of N, intervals and what to mind. */
export function surveyBlocks(basis: ReportBasis): ReportBlock[] {
  const { frozen, depth } = basis;
  const surveys = frozen.surveys ?? [];
  if (surveys.length === 0) return [];
  return [{ kind: 'heading', level: 2, text: depth.surveys }, ...surveys.flatMap((survey) => oneSurvey(basis, survey))];
}

function oneSurvey(basis: ReportBasis, survey: FrozenSurvey): ReportBlock[] {
  const { audience, depth, values } = basis;
  // Answers are nobody's business by name: a project's own people read the edition of their municipality.
  const reader: FrozenSurveyAudience = audience === 'project' ? 'municipality' : audience;
  const results = survey.results[reader];
  const source = depth.surveySource(values.day(survey.closedOn).text);
  return [
    { kind: 'heading', level: 3, text: nameOf(basis, survey.title) },
    { kind: 'table', table: answeredTable(basis, results) },
    ...results.measures.flatMap((measure) => measureBlocks(basis, measure, { isLinked: results.isLinked, source })),
  ];
}

/** A name in the report's language; one that speaks of cause is only called what it is. */
function nameOf({ language, depth }: ReportBasis, name: BothTexts): string {
  const text = language === 'da' ? name.da : (name.en ?? name.da);
  return claimsEffect(text) ? depth.survey : text;
}

function answeredTable({ depth, values, language }: ReportBasis, results: ShownSurveyResults): ReportTable {
  const phrases = resultPhrases[language];
  const count = (cell: Cell<number>) => values.cell(cell, (value) => values.number(value));
  const rows = results.waves.map(({ kind, answered, asked }): ReportValue[] => {
    const link = results.links.find(({ to }) => to === kind);
    return [
      values.text(phrases.chartRounds[kind]),
      count(answered),
      count(asked),
      ...(results.isLinked ? [link === undefined ? values.text('') : count(link.linked)] : []),
    ];
  });
  return {
    name: depth.resultsSheet,
    caption: depth.surveyAnswers,
    columns: [
      { title: depth.round, width: 3 },
      { title: depth.answered, isNumber: true },
      { title: depth.asked, isNumber: true },
      ...(results.isLinked ? [{ title: depth.linked, isNumber: true, width: 2 }] : []),
    ],
    rows,
  };
}

function measureBlocks(
  basis: ReportBasis,
  measure: SurveyMeasure,
  { isLinked, source }: { isLinked: boolean; source: string },
): ReportBlock[] {
  const { language } = basis;
  const sentence = measure.sentence[language];
  const chart = chartOf(basis, measure);
  if (chart === null) return [{ kind: 'text', text: sentence }];
  const notes = notesOf(basis, measure, isLinked);
  return [
    { kind: 'figure', sentence, chart, source },
    { kind: 'table', table: numbersTable(basis, measure) },
    ...(notes.length === 0 ? [] : ([{ kind: 'list', items: notes }] satisfies ReportBlock[])),
  ];
}

const writeIn = ({ values }: ReportBasis, { unit }: SurveyMeasure) =>
  unit === 'share' ? values.share : (value: number) => values.number(value, 1);

/** The rows of a measure's chart and table: the linked where there are any, then everybody, round by round. */
function levelsOf({ language }: ReportBasis, { changes, levels }: SurveyMeasure) {
  const phrases = resultPhrases[language];
  const change = toldChange(changes);
  const same =
    change === undefined
      ? []
      : [
          { label: phrases.samePeople(phrases.chartRounds[change.from]), cell: change.before },
          { label: phrases.samePeople(phrases.chartRounds[change.to]), cell: change.after },
        ];
  return { same, all: levels.map(({ kind, value }) => ({ label: phrases.chartRounds[kind], cell: value })) };
}

/** Where they stood, round by round: the linked alone where there are any, so that one line is about the same people. */
function chartOf(basis: ReportBasis, measure: SurveyMeasure): ReportChart | null {
  const write = writeIn(basis, measure);
  const { same, all } = levelsOf(basis, measure);
  const isShown = ({ cell }: { cell: Cell<Interval> }) => cell.kind === 'value' && cell.value.estimate !== null;
  const drawn = same.some(isShown) ? same : all;
  const points = drawn.flatMap(({ label, cell }, place) =>
    cell.kind !== 'value' || cell.value.estimate === null
      ? []
      : [
          {
            value: cell.value.estimate,
            text: write(cell.value.estimate).text,
            label,
            lower: cell.value.lower,
            upper: cell.value.upper,
            isStart: place === 0 && drawn.length > 1,
          },
        ],
  );
  if (points.length === 0) return null;
  const { min, max } = measure;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => min + part * (max - min));
  return {
    kind: 'readings',
    points,
    target: null,
    ticks: ticks.map((value) => ({ value, text: write(value).text })),
    isQuiet: toldChange(measure.changes)?.isThin ?? false,
  };
}

function numbersTable(basis: ReportBasis, measure: SurveyMeasure): ReportTable {
  const { words, depth, values, language } = basis;
  const phrases = resultPhrases[language];
  const write = writeIn(basis, measure);
  const { same, all } = levelsOf(basis, measure);
  const rows = [...same, ...all].map(({ label, cell }) => [values.text(label), ...values.estimated(cell, write)]);
  const moved = measure.changes.map(({ from, to, difference }) => [
    values.text(phrases.changeOf(phrases.rounds[from], phrases.rounds[to])),
    ...values.estimated(difference, changeIn(basis, measure)),
  ]);
  return {
    name: depth.resultsSheet,
    caption: depth.results(nameOf(basis, measure.name)),
    columns: [
      { title: depth.round, width: 3 },
      { title: words.result, isNumber: true, width: 1.6 },
      { title: words.interval, isNumber: true, width: 2.4 },
      { title: words.base, isNumber: true, width: 0.9 },
    ],
    rows: [...rows, ...moved],
  };
}

/** A change with its sign; between shares it is in percentage points. */
function changeIn({ language, values }: ReportBasis, { unit }: SurveyMeasure) {
  const sign = (value: number) => (value > 0 ? '+' : '');
  return (value: number): ReportValue => {
    const points = values.number(unit === 'share' ? Math.round(value * 1e4) / 100 : value, 1);
    const text = `${sign(value)}${points.text}`;
    return { ...points, text: unit === 'share' ? resultPhrases[language].points(text) : text };
  };
}

/** What has to be known to read it: too few found again, what drop-out could hide, chance, two groups, not validated. */
function notesOf(basis: ReportBasis, measure: SurveyMeasure, isLinked: boolean): string[] {
  const phrases = resultPhrases[basis.language];
  const change = toldChange(measure.changes);
  const signed = changeIn(basis, measure);
  return [
    ...(measure.isValidated ? [] : [basis.depth.notValidated]),
    ...(change === undefined && !isLinked && measure.levels.length > 1 ? [phrases.twoGroups] : []),
    ...(change?.isThin === true ? [phrases.thin] : []),
    ...(change?.bounds.kind === 'value' && change.left.kind !== 'notApplicable'
      ? [phrases.bounds(signed(change.bounds.value.worst).text, signed(change.bounds.value.best).text)]
      : []),
    ...(change?.difference.kind === 'value' ? [phrases.regression] : []),
  ];
}
