/** A cell of a file: text as it stands, numbers with a comma for decimals, null for nothing. */
export type CsvCell = string | number | null | undefined;

/**
 * Rows as Danish spreadsheets open them: semicolon between cells, comma decimals, CRLF and a UTF-8 byte order mark.
 * Text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function writeCsv(head: string[], rows: CsvCell[][]): string {
  return `\ufeff${[head, ...rows].map((row) => row.map(writeCell).join(';')).join('\r\n')}\r\n`;
}

function writeCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', ',') : '';
  const safe = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A file name from a title: lower case, æ ø å spelled out, words joined by hyphens. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return `${
    plain
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-|-$/gu, '')
      .slice(0, 80) || 'forspring'
  }.${ending}`;
}

/** Lets the person keep a file under a name. */
export function keepFile(name: string, content: Blob | string, type = 'text/csv;charset=utf-8') {
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click has ended.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
