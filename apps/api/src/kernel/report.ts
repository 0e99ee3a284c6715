/** The languages a report is written in. */
export type ReportLanguage = 'da' | 'en';

/** One place in a report's table: what is printed, and the plain value with its type for spreadsheets. */
export type ReportValue =
  | { type: 'text'; text: string }
  | { type: 'number' | 'money' | 'share' | 'hours'; text: string; value: number }
  | { type: 'day'; text: string; on: string }
  /** One of the kinds of missing, never blank and never 0. */
  | { type: 'missing'; text: string; missing: 'notMeasured' | 'notApplicable' | 'withheld' };

/** A table whose first column names its rows. */
export interface ReportTable {
  /** What a sheet of a spreadsheet is called. */
  name: string;
  caption: string;
  columns: readonly { title: string; isNumber?: boolean; width?: number }[];
  rows: readonly (readonly ReportValue[])[];
  /** Whether the last row is a sum. */
  hasTotal?: boolean;
}

/** A mark of a chart's value axis. */
export interface ReportMark {
  value: number;
  text: string;
}

/** A chart as finished series; it is drawn as vectors and is described by its figure's sentence. */
export type ReportChart =
  /** Bars in pairs: planned and used, one pair a row. */
  | {
      kind: 'pairs';
      legend: readonly [string, string];
      rows: readonly { label: string; first: ReportMark | null; second: ReportMark | null }[];
    }
  /** One bar a row. */
  | { kind: 'bars'; rows: readonly { label: string; bar: ReportMark | null; missing: string }[] }
  /** Readings in the order of their days, each with its interval, and the target as a line. */
  | {
      kind: 'readings';
      points: readonly (ReportMark & { label: string; lower: number | null; upper: number | null; isStart: boolean })[];
      target: ReportMark | null;
      ticks: readonly ReportMark[];
      /** Drawn in grey, where what is drawn rests on a part of those it is about. */
      isQuiet?: boolean;
    };

/** One part of a report. */
export type ReportBlock =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'facts'; table: ReportTable }
  | { kind: 'table'; table: ReportTable }
  /** The sentence is the chart's title and its alternative text; `source` says n, period and where it comes from. */
  | { kind: 'figure'; sentence: string; chart: ReportChart; source: string };

/** A finished document: the same content for every form it is written in. */
export interface Report {
  title: string;
  /** Lines under the title: place, period, for whom. */
  lines: readonly string[];
  language: ReportLanguage;
  /** When its content was frozen: the only time a file of it knows. */
  madeAt: Date;
  /** The fingerprint of what it was made from. */
  hash: string;
  blocks: readonly ReportBlock[];
}

/** Every text of a report, for whoever must look through all of it. */
export function textsOfReport({ title, lines, blocks }: Report): string[] {
  return [title, ...lines, ...blocks.flatMap(textsOfBlock)];
}

function textsOfBlock(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'list':
      return [...block.items];
    case 'facts':
    case 'table': {
      const { caption, columns, rows } = block.table;
      return [caption, ...columns.map(({ title }) => title), ...rows.flat().map(({ text }) => text)];
    }
    case 'figure':
      return [block.sentence, block.source];
    default:
      return [block.text];
  }
}
