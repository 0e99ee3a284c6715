import { type Unzipped, unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell as SheetCell } from 'write-excel-file/node';
import type { Report, ReportTable, ReportValue } from './report.ts';

/** The tables of a report in its order; two of one name are numbered apart. */
export function tablesOf({ blocks }: Report): ReportTable[] {
  const seen = new Map<string, number>();
  return blocks.flatMap((block) => {
    if (block.kind !== 'table' && block.kind !== 'facts') return [];
    const count = (seen.get(block.table.name) ?? 0) + 1;
    seen.set(block.table.name, count);
    return [count === 1 ? block.table : { ...block.table, name: `${block.table.name} ${count}` }];
  });
}

const formats = { number: '#,##0.##', money: '#,##0.00', share: '0.0%', hours: '#,##0.0' } as const;

function sheetCell(value: ReportValue, isStrong: boolean): SheetCell {
  const weight = isStrong ? ({ fontWeight: 'bold' } as const) : {};
  switch (value.type) {
    case 'text':
      return { value: value.text, type: String, wrap: true, ...weight };
    case 'missing':
      return { value: value.text, type: String, fontStyle: 'italic', ...weight };
    case 'day':
      return { value: new Date(`${value.on}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', ...weight };
    default:
      return { value: value.value, type: Number, format: formats[value.type], ...weight };
  }
}

/** Names Excel takes: 31 signs, none of its own. */
const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/gu, ' ').slice(0, 31);

/** The tables of a report as a workbook, one sheet each, numbers as numbers and days as days. The same report gives the same bytes. */
export async function writeReportXlsx(report: Report): Promise<Buffer> {
  const sheets = tablesOf(report).map((table) => ({
    sheet: sheetName(table.name),
    columns: table.columns.map((_, index) => ({ width: index === 0 ? 42 : 24 })),
    data: [
      [{ value: table.caption, type: String, fontWeight: 'bold' as const }],
      table.columns.map(({ title }) => ({
        value: title,
        type: String,
        fontWeight: 'bold' as const,
        backgroundColor: '#eef1f1',
      })),
      ...table.rows.map((row, index) =>
        row.map((value) => sheetCell(value, table.hasTotal === true && index === table.rows.length - 1)),
      ),
    ],
  }));
  const bytes = await writeExcelFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  return sameWhenever(bytes);
}

/** The same archive with its files in order and one fixed day, which is the earliest a zip can hold. */
function sameWhenever(bytes: Buffer): Buffer {
  const files: Unzipped = unzipSync(new Uint8Array(bytes));
  const ordered = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return Buffer.from(zipSync(ordered, { mtime: new Date(1980, 0, 1), level: 6 }));
}

const heads = {
  da: ['Tabel', 'Række', 'Kolonne', 'Type', 'Værdi', 'Som vist'],
  en: ['Table', 'Row', 'Column', 'Type', 'Value', 'As shown'],
};
const types = {
  da: { text: 'tekst', number: 'tal', money: 'kroner', share: 'andel', hours: 'timer', day: 'dag', missing: 'mangler' },
  en: {
    text: 'text',
    number: 'number',
    money: 'kroner',
    share: 'share',
    hours: 'hours',
    day: 'day',
    missing: 'missing',
  },
};

/**
 * Every table of a report as one CSV, a line a cell with its type, as Danish spreadsheets open it: semicolons, decimal
 * comma, byte order mark. A cell that is missing says which way, in the column of what is shown, and has no value.
 */
export function writeReportCsv(report: Report): string {
  const lines = tablesOf(report).flatMap((table) =>
    table.rows.flatMap((row) =>
      row
        .slice(1)
        .map((value, index) =>
          [
            table.caption,
            row[0]?.text ?? '',
            table.columns[index + 1]?.title ?? '',
            types[report.language][value.type],
            plainOf(value),
            value.text,
          ]
            .map(csvCell)
            .join(';'),
        ),
    ),
  );
  return `\ufeff${[heads[report.language].join(';'), ...lines].join('\r\n')}\r\n`;
}

function plainOf(value: ReportValue): string {
  if (value.type === 'day') return value.on;
  if (value.type === 'text' || value.type === 'missing') return '';
  return String(value.value).replace('.', ',');
}

/** Text that a spreadsheet would run as a formula gets an apostrophe in front; a negative number stays one. */
function csvCell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/u.test(text) && !/^-?\d+(,\d+)?$/u.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[;"\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
