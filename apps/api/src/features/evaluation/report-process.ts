import type { ReportBlock, ReportTable, ReportValue } from '../../kernel/report.ts';
import type { ReportBasis } from './report-basis.ts';
import { elementBlocks, pulseBlocks } from './report-fidelity.ts';
import { shownProcessOf } from './shown-process.ts';

/** How the project went: the sessions as a chart, and every process figure that has passed the gate. */
export function processBlocks(basis: ReportBasis): ReportBlock[] {
  const { frozen, gate, words, values } = basis;
  const { process, project } = frozen;
  const shown = shownProcessOf(process, { gate, tier: project.tier });
  const plain = (count: number) => values.number(count);
  // Where only contacts were counted, nobody counted visits.
  const hasVisits = process.visitCount > 0 || process.contactCount === 0;
  const rows: [string, ReportValue][] = [
    [words.sessions, plain(shown.sessionCount)],
    [words.held, plain(shown.heldCount)],
    ...(hasVisits
      ? ([
          [words.visits, values.cell(shown.visits, plain)],
          [words.visitHours, values.cell(shown.visitMinutes, values.hours)],
          [words.reach, values.cell(shown.reach, values.reach)],
        ] satisfies [string, ReportValue][])
      : []),
    ...(process.contactCount > 0
      ? ([[words.contacts, values.cell(shown.contacts, plain)]] satisfies [string, ReportValue][])
      : []),
    ...(shown.targetGroupCount === null
      ? []
      : ([[words.targetGroupCount, plain(shown.targetGroupCount)]] satisfies [string, ReportValue][])),
    ...(project.tier === 'individual'
      ? ([
          [words.started, values.cell(shown.started, plain)],
          [words.completed, values.cell(shown.completed, plain)],
        ] satisfies [string, ReportValue][])
      : []),
    [words.staffHours, values.hours(shown.staffMinutes)],
    [words.volunteerHours, values.hours(shown.volunteerMinutes)],
    [words.partners, plain(shown.partnerAgreedCount)],
    [words.activePartners, plain(shown.partnerActiveCount)],
  ];
  const bar = (label: string, count: number) => ({
    label,
    bar: { value: count, text: plain(count).text },
    missing: '',
  });
  return [
    { kind: 'heading', level: 2, text: words.process },
    ...(shown.sessionCount === 0
      ? []
      : ([
          {
            kind: 'figure',
            sentence: sessionsSentence(frozen.process, { words, values }),
            chart: {
              kind: 'bars',
              rows: [
                bar(words.held, shown.heldCount),
                bar(words.cancelled, shown.cancelledCount),
                bar(words.unregistered, shown.unregisteredCount),
              ],
            },
            source: words.registered(values.period(project.startsOn, project.endsOn)),
          },
        ] satisfies ReportBlock[])),
    { kind: 'facts', table: factsTable(words.figures, [words.figure, words.value], rows) },
    ...rateBlocks(basis),
    ...elementBlocks(basis),
    ...pulseBlocks(basis),
  ];
}

/** Reach by population, dose received and drop-out, each with its interval and n where it was measured. */
function rateBlocks({ frozen, gate, words, depth, values }: ReportBasis): ReportBlock[] {
  const { reachPerThousand, medianDose, dropOut } = shownProcessOf(frozen.process, { gate, tier: frozen.project.tier });
  const one = (value: number) => values.number(value, 1);
  const median =
    medianDose?.kind === 'value'
      ? ({
          kind: 'value',
          value: { ...medianDose.value, estimate: medianDose.value.value, lower: null, upper: null },
        } as const)
      : medianDose;
  const rows = [
    ...(reachPerThousand.kind === 'notMeasured'
      ? []
      : [[values.text(depth.perThousand), ...values.estimated(reachPerThousand, one)]]),
    ...(median === null || median.kind === 'zero'
      ? []
      : [[values.text(depth.medianDose), ...values.estimated(median, one)]]),
    ...(dropOut === null ? [] : [[values.text(words.dropOut), ...values.estimated(dropOut, values.share)]]),
  ];
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      table: {
        name: depth.rates,
        caption: depth.ratesCaption,
        columns: [
          { title: words.figure, width: 3 },
          { title: words.result, isNumber: true, width: 1.2 },
          { title: words.interval, isNumber: true, width: 1.8 },
          { title: words.base, isNumber: true, width: 1 },
        ],
        rows,
      },
    },
  ];
}

/** Held, cancelled and unregistered sessions in one sentence. */
export function sessionsSentence(
  process: ReportBasis['frozen']['process'],
  { words, values }: Pick<ReportBasis, 'words' | 'values'>,
): string {
  const { heldCount, sessionCount, cancelledCount, unregisteredCount } = process;
  const text = (count: number) => values.number(count).text;
  return words.sessionsSentence(text(heldCount), text(sessionCount), text(cancelledCount), text(unregisteredCount));
}

/** Names and values in two columns. */
export function factsTable(
  caption: string,
  [name, value]: readonly [string, string],
  rows: readonly (readonly [string, ReportValue])[],
): ReportTable {
  return {
    name: caption,
    caption,
    columns: [
      { title: name, width: 3 },
      { title: value, width: 2 },
    ],
    rows: rows.map(([label, cell]) => [{ type: 'text', text: label }, cell]),
  };
}
