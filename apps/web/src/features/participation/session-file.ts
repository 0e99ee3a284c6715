import { fileName, keepFile, writeCsv } from '@forspring/ui/csv';
import type { TableColumn } from '@forspring/ui/table-state';

/** Hands the browser a file of sessions with the columns of their table, plain numbers and days as YYYY-MM-DD. */
export function exportSessions<Row>(title: string, columns: readonly TableColumn<Row>[], rows: readonly Row[]): void {
  const head = columns.map((column) => column.title);
  const lines = rows.map((row) => columns.map((column) => column.value?.(row) ?? null));
  keepFile(fileName(title, 'csv'), writeCsv(head, lines));
}
