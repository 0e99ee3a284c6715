import { cardText } from '@forspring/domain/goals/indicator-text';
import { dayOf } from '@forspring/domain/measures/day';
import type { ReportBlock, ReportTable } from '../../kernel/report.ts';
import type { ReportBasis } from './report-basis.ts';
import { changeText, namedWithoutCause } from './report-goals.ts';
import { factsTable } from './report-process.ts';

/** Adaptations stand beside the core elements. */
const learnt = ['worked', 'didNotWork', 'forWhom', 'costText', 'preconditions'] as const;

/** What people wrote about what was learnt, in the order they wrote it. */
export function learningBlocks({ frozen, words }: ReportBasis): ReportBlock[] {
  return [
    { kind: 'heading', level: 2, text: words.learning },
    ...learnt.flatMap((name): ReportBlock[] => [
      { kind: 'heading', level: 3, text: words[name] },
      { kind: 'text', text: frozen[name].trim() === '' ? words.empty : frozen[name] },
    ]),
  ];
}

/** What was changed in the locked plan, and what was corrected after freezing. */
export function changeBlocks(basis: ReportBasis): ReportBlock[] {
  const { frozen, words, corrections } = basis;
  return [
    ...(corrections.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: words.corrections },
          { kind: 'list', items: corrections.map((one) => words.correction(basis.values.day(one.on).text, one.text)) },
        ] satisfies ReportBlock[])),
    ...(frozen.projectLockedChanges.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: words.changes },
          { kind: 'list', items: frozen.projectLockedChanges.map((change) => changeText(basis, change)) },
        ] satisfies ReportBlock[])),
  ];
}

/** What the numbers rest on: indicators, versions, thresholds, what is hidden from whom, and the fingerprint. */
export function basisBlocks(basis: ReportBasis): ReportBlock[] {
  const { frozen, hash, words, values } = basis;
  const { dataVersion } = frozen;
  return [
    { kind: 'heading', level: 2, text: words.basis },
    ...(frozen.goals.some((goal) => goal.indicator !== null)
      ? ([{ kind: 'table', table: indicatorTable(basis) }] satisfies ReportBlock[])
      : []),
    {
      kind: 'facts',
      table: factsTable(
        words.data,
        [words.figure, words.value],
        [
          [words.readAt, values.day(dayOf(new Date(dataVersion.readAt)))],
          [words.definition, values.number(dataVersion.processDefinition)],
          [words.ladder, values.number(dataVersion.claimLadder)],
          [words.hash, values.text(hash)],
        ],
      ),
    },
    { kind: 'table', table: suppressionTable(basis) },
    { kind: 'note', text: words.howToCheck },
  ];
}

function indicatorTable(basis: ReportBasis): ReportTable {
  const { frozen, words, values, language } = basis;
  const rows = frozen.goals.flatMap((goal) => {
    const { indicator } = goal;
    if (indicator === null) return [];
    return [
      [
        values.text(namedWithoutCause(goal, basis)),
        values.number(indicator.version),
        values.text(words.units[indicator.unit] ?? indicator.unit),
        values.text(cardText(indicator, 'numerator', language)),
        values.text(cardText(indicator, 'denominator', language)),
      ],
    ];
  });
  return {
    name: words.indicators,
    caption: words.indicators,
    columns: [
      { title: words.indicator, width: 3 },
      { title: words.version, isNumber: true, width: 1 },
      { title: words.unit, width: 1.2 },
      { title: words.counted, width: 2.2 },
      { title: words.outOf, width: 2.2 },
    ],
    rows,
  };
}

function suppressionTable({ frozen, words, values, thresholds }: ReportBasis): ReportTable {
  const audiences = ['project', 'municipality', 'otherDistrict', 'funder', 'public'] as const;
  return {
    name: words.suppression,
    caption: words.suppression,
    columns: [
      { title: words.audienceRow, width: 3 },
      { title: words.smallest, isNumber: true, width: 1.6 },
      { title: words.withheldCount, isNumber: true, width: 1.6 },
    ],
    rows: audiences.map((audience) => [
      values.text(words.audienceNames[audience]),
      values.number(thresholds[audience]),
      audience === 'project'
        ? values.number(0)
        : frozen.withheld === undefined
          ? values.missing('notMeasured')
          : values.number(frozen.withheld[audience]?.length ?? 0),
    ]),
  };
}
