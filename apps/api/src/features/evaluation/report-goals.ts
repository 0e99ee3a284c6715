import { evidenceLabel } from '@forspring/domain/evaluation/claim';
import type { FrozenGoal } from '@forspring/domain/evaluation/frozen-evaluation';
import { rangeText, valueText } from '@forspring/domain/evaluation/value-text';
import type { IndicatorUnit } from '@forspring/domain/goals/goal';
import { cardText } from '@forspring/domain/goals/indicator-text';
import { dayOf } from '@forspring/domain/measures/day';
import { claimsEffect } from '@forspring/domain/measures/effect-claims';
import { baselineCell, readingCell, type ReadingTerms } from '../../kernel/gate-reading.ts';
import type { ReportBlock, ReportChart, ReportTable, ReportValue } from '../../kernel/report.ts';
import type { ReportBasis } from './report-basis.ts';
import { partBlocks, typedValue } from './report-parts.ts';
import { shownOutcomeOf } from './shown-outcome.ts';

/** Every goal: its sentence as the chart's title, the target, the judgement, the readings and what was changed. */
export function goalBlocks(basis: ReportBasis): ReportBlock[] {
  const { frozen, words } = basis;
  return [
    { kind: 'heading', level: 2, text: words.goals },
    ...(frozen.goals.length === 0 ? ([{ kind: 'text', text: words.noGoals }] satisfies ReportBlock[]) : []),
    ...eachGoal(basis, ''),
  ];
}

/** The goals alone; where a document is of several projects, `of` names theirs in the tables, which may be taken out of it. */
export function eachGoal(basis: ReportBasis, of: string): ReportBlock[] {
  return basis.frozen.goals.flatMap((goal) => oneGoal(basis, goal, of));
}

/** A goal's sentences for this reader. */
export function outcomeOf({ frozen, gate }: ReportBasis, goal: FrozenGoal) {
  const { tier } = frozen.project;
  return shownOutcomeOf(goal, {
    gate,
    projectTier: tier,
    visitCount: frozen.process.visitCount,
    process: frozen.process,
  });
}

function oneGoal(basis: ReportBasis, goal: FrozenGoal, of: string): ReportBlock[] {
  const { language, words, values } = basis;
  const outcome = outcomeOf(basis, goal);
  const sentence = language === 'da' ? outcome.sentenceDa : outcome.sentenceEn;
  const target = language === 'da' ? outcome.targetDa : outcome.targetEn;
  const chart = chartOf(basis, goal);
  const name = [of, namedWithoutCause(goal, basis)].filter((text) => text !== '').join(': ');
  const source = words.goalSource(
    values.lower(evidenceLabel(outcome.level, language)),
    (goal.indicator && cardText(goal.indicator, 'source', language)) || words.unknownSource,
  );
  // How a goal for named young people went says something about them.
  const isHidden = isStartHidden(basis, goal);
  const judged = isHidden ? [] : [words.attainment(words.attainments[goal.attainment]), goal.comment];
  const about = [target, ...judged].filter((one) => one !== '');
  return [
    { kind: 'heading', level: 3, text: goal.title },
    ...(chart === null
      ? ([
          { kind: 'text', text: sentence },
          { kind: 'note', text: source },
        ] satisfies ReportBlock[])
      : ([{ kind: 'figure', sentence, chart, source }] satisfies ReportBlock[])),
    { kind: 'text', text: about.join(' ') },
    ...(isHidden || goal.attainment === goal.proposed
      ? []
      : ([{ kind: 'note', text: words.judged(words.attainments[goal.proposed]) }] satisfies ReportBlock[])),
    ...(goal.measurements.length === 0
      ? []
      : ([{ kind: 'table', table: readingsTable(basis, goal, name) }] satisfies ReportBlock[])),
    ...partBlocks(basis, goal, termsOf(basis, goal), name),
    ...(goal.lockedChanges.length === 0
      ? []
      : ([
          { kind: 'note', text: words.changes },
          { kind: 'list', items: outcome.lockedChanges.map((change) => changeText(basis, change)) },
        ] satisfies ReportBlock[])),
  ];
}

/** A locked change with its day and reason. */
export function changeText(
  { words, values }: Pick<ReportBasis, 'words' | 'values'>,
  { field, fromText, toText, at, reason }: FrozenGoal['lockedChanges'][number],
): string {
  const textOf = (text: string) => (text === 'withheld' ? values.missing('withheld').text : text || '–');
  return words.change(
    words.fields[field] ?? field,
    textOf(fromText),
    textOf(toText),
    values.day(dayOf(new Date(at))).text,
    reason,
  );
}

type Reading = FrozenGoal['measurements'][number];

/** What the gate asks of a goal's readings. */
function termsOf({ frozen }: ReportBasis, goal: FrozenGoal): ReadingTerms {
  const isIndividual = goal.tier === 'individual' || frozen.project.tier === 'individual';
  return {
    unit: goal.indicator?.unit ?? null,
    tier: isIndividual ? 'individual' : goal.tier,
    visitCount: frozen.process.visitCount,
  };
}

/** Readings this reader may see, each with its interval. */
function seenReadings(basis: ReportBasis, goal: FrozenGoal) {
  const terms = termsOf(basis, goal);
  return goal.measurements.map((reading) => ({ reading, cell: readingCell(basis.gate, reading, terms) }));
}

function isStartHidden({ frozen, gate }: ReportBasis, goal: FrozenGoal): boolean {
  return gate.audience !== 'project' && (goal.tier === 'individual' || frozen.project.tier === 'individual');
}

function readingsTable(basis: ReportBasis, goal: FrozenGoal, name: string): ReportTable {
  const { words, values, language } = basis;
  const unit = goal.indicator?.unit ?? 'count';
  const rows = seenReadings(basis, goal).map(({ reading, cell }): ReportValue[] => {
    const isSeen = cell.kind === 'value' || cell.kind === 'zero';
    const hidden = values.missing('withheld');
    const result = !isSeen
      ? values.missing(cell.kind === 'withheld' ? 'withheld' : (reading.missing ?? 'notMeasured'))
      : reading.value === null
        ? values.missing(reading.missing ?? 'notMeasured')
        : typedValue(reading.value, unit, valueText(reading.value, unit, language));
    const interval =
      isSeen && reading.lower !== null && reading.upper !== null
        ? values.text(rangeText(reading.lower, reading.upper, unit, language))
        : values.text('');
    return [
      values.day(reading.measuredOn),
      result,
      interval,
      cell.kind === 'withheld'
        ? hidden
        : reading.baseCount === null
          ? values.text('')
          : values.number(reading.baseCount),
      values.text(words.methods[reading.method]),
    ];
  });
  return {
    name: words.readingsSheet,
    caption: words.readings(name),
    columns: [
      { title: words.measuredOn, width: 2 },
      { title: words.result, isNumber: true, width: 1.5 },
      { title: words.interval, isNumber: true, width: 2 },
      { title: words.base, isNumber: true, width: 0.9 },
      { title: words.method, width: 2.2 },
    ],
    rows,
  };
}

/** An indicator's name; one that speaks of cause is only called the measure, as in the sentences. */
export function namedWithoutCause(
  goal: FrozenGoal,
  { language, words }: Pick<ReportBasis, 'language' | 'words'>,
): string {
  const name =
    (language === 'da' ? goal.indicator?.titleDa : goal.indicator?.titleEn) || goal.indicator?.titleDa || goal.title;
  return claimsEffect(name) && (goal.level ?? 0) < 3 ? words.indicator : name;
}

/** Baseline and readings as a chart; null where there is nothing to draw. */
function chartOf(basis: ReportBasis, goal: FrozenGoal): ReportChart | null {
  const { language, words, values } = basis;
  const unit = goal.indicator?.unit ?? 'count';
  if (unit === 'yesNo') return null;
  const text = (value: number) => valueText(value, unit, language);
  const seen = seenReadings(basis, goal).flatMap(({ reading, cell }) =>
    reading.value !== null && (cell.kind === 'value' || cell.kind === 'zero')
      ? [{ ...reading, value: reading.value }]
      : [],
  );
  if (seen.length === 0) return null;
  const { tier } = termsOf(basis, goal);
  const begun = baselineCell(basis.gate, { ...goal, unit: goal.indicator?.unit ?? null }, tier);
  const start = begun.kind === 'value' ? begun.value.estimate : null;
  const point = (reading: Reading & { value: number }) => ({
    value: reading.value,
    text: text(reading.value),
    label: values.day(reading.measuredOn).text,
    lower: reading.lower,
    upper: reading.upper,
    isStart: false,
  });
  const points = [
    ...(start === null
      ? []
      : [{ value: start, text: text(start), label: words.baseline, lower: null, upper: null, isStart: true }]),
    ...seen.map(point),
  ];
  const target =
    goal.targetValue === null ? null : { value: goal.targetValue, text: `${words.target} ${text(goal.targetValue)}` };
  const ticks = ticksFor(unit, [...points.flatMap((one) => [one.value, one.upper ?? one.value]), target?.value ?? 0]);
  return { kind: 'readings', points, target, ticks: ticks.map((value) => ({ value, text: text(value) })) };
}

/** Even marks from 0 past the largest value; a share ends at 100 %. */
function ticksFor(unit: IndicatorUnit, values: readonly number[]): number[] {
  if (unit === 'share') return [0, 0.25, 0.5, 0.75, 1];
  const most = Math.max(...values, unit === 'count' ? 4 : 1);
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough;
  const whole = unit === 'count' ? Math.max(1, Math.ceil(step)) : step;
  return [0, 1, 2, 3, 4].map((index) => index * whole);
}
