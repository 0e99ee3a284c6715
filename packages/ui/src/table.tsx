import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import type { ColumnDef } from '@tanstack/react-table';
import { useId, useMemo } from 'react';
import type { ReactNode } from 'react';
import { fileName, keepFile, writeCsv } from './csv.tsx';
import { Empty, ErrorState, Loading } from './states.tsx';
import { TableGrid } from './table-grid.tsx';
import { passingRows } from './table-state.tsx';
import type { TableColumn, TableFilter, TableState } from './table-state.tsx';
import { TableToolbar } from './table-toolbar.tsx';
import { useUiWords } from './words.tsx';

export { firstTableState, tableSearch, tableSearchOf, tableStateOf, useTableState } from './table-state.tsx';
export type { ColumnKind, TableColumn, TableFilter, TableSearch, TableState } from './table-state.tsx';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const collator = new Intl.Collator('da', { numeric: true, sensitivity: 'base' });

interface TableProps<Row> {
  /** What the rows are, for screen readers and the search ("projekter"). */
  label: string;
  columns: TableColumn<Row>[];
  /** All rows, or one page of them when `server` is given; undefined while they are fetched. */
  rows: Row[] | undefined;
  rowId: (row: Row) => string;
  rowHref?: (row: Row) => string | undefined;
  state: TableState;
  onStateChange: (state: TableState) => void;
  filters?: TableFilter<Row>[];
  /** The server searches, filters, sorts and pages; `isMore` says that `totalCount` is where it stopped counting. */
  server?: { totalCount: number; isMore?: boolean; pageSize: number };
  /** A sentence with the count ("23 projekter i Valby, 2027"); the count comes formatted. */
  sentence?: (count: string, rows: number) => ReactNode;
  empty?: { title: string; text?: ReactNode; action?: ReactNode };
  error?: { title?: string; text?: ReactNode; onRetry?: () => void };
  isLoading?: boolean;
  hasSearch?: boolean;
  hasColumnChoice?: boolean;
  /** Names the file; without it and without `onExport` there is none. */
  exportName?: string;
  /** Fetches the file from the server, where all rows are and numbers have passed the gate. */
  onExport?: () => void | Promise<void>;
  /** On a phone rows become stacked blocks; `scroll` keeps the grid for tables of numbers. */
  phone?: 'stack' | 'scroll';
  toolbar?: ReactNode;
  rowLook?: (row: Row) => 'plain' | 'quiet' | 'over' | undefined;
}

/** The one table: search, filters, sort, columns, file, pages, virtual rows, keyboard and its own empty, loading and error states. */
export function Table<Row extends object>(props: TableProps<Row>) {
  const { columns, rows, state, onStateChange, filters = [], server, label, phone = 'stack' } = props;
  const { words, number } = useUiWords();
  const captionId = useId();
  const hidden = state.hidden ?? columns.filter((column) => column.isHiddenAtFirst === true).map((column) => column.id);
  const passing = useMemo(
    () => (rows === undefined || server !== undefined ? (rows ?? []) : passingRows(rows, columns, filters, state)),
    [rows, server, columns, filters, state],
  );
  const definitions = useMemo(
    () =>
      columns.map((column): ColumnDef<typeof features, Row> => ({
        id: column.id,
        accessorFn: (row) => column.value?.(row) ?? undefined,
        enableSorting: column.isSortable ?? column.value !== undefined,
        sortFn: (a, b) => compareValues(a.getValue(column.id), b.getValue(column.id)),
        // Missing values come last whichever way the column is sorted.
        sortUndefined: 'last',
      })),
    [columns],
  );
  const sorting = useMemo(
    () => (state.sort === null ? [] : [{ id: state.sort.column, desc: state.sort.isDescending }]),
    [state.sort],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: passing,
    getRowId: (row) => props.rowId(row),
    manualSorting: server !== undefined,
    state: { sorting },
  });
  const shownColumns = columns.filter((column) => !hidden.includes(column.id));
  const shownRows = table.getRowModel().rows;
  const count = server?.totalCount ?? shownRows.length;
  const countText = server?.isMore === true ? words.moreThan(number(count)) : number(count);
  const isSifted = state.search !== '' || Object.values(state.filters).some((values) => values.length > 0);

  function toggleSort(column: TableColumn<Row>) {
    const startsDescending = column.kind === 'number' || column.kind === 'money' || column.kind === 'share';
    const current = state.sort?.column === column.id ? state.sort : null;
    const next =
      current === null
        ? { column: column.id, isDescending: startsDescending }
        : current.isDescending === startsDescending
          ? { column: column.id, isDescending: !startsDescending }
          : null;
    onStateChange({ ...state, sort: next, page: 1 });
  }
  function exportRows() {
    if (props.onExport !== undefined) return props.onExport();
    const head = shownColumns.map((column) => column.title);
    const body = shownRows.map((row) =>
      shownColumns.map((column) =>
        column.csv === undefined ? csvValue(column, row.original) : column.csv(row.original),
      ),
    );
    return keepFile(fileName(props.exportName ?? label, 'csv'), writeCsv(head, body));
  }

  const hasTools =
    props.hasSearch !== false ||
    filters.length > 0 ||
    props.exportName !== undefined ||
    props.onExport !== undefined ||
    props.toolbar !== undefined;
  const body = content();
  return (
    <div className="fs-table-frame" data-phone={phone}>
      {hasTools && (
        <TableToolbar
          label={label}
          columns={columns}
          hidden={hidden}
          filters={filters}
          state={state}
          onStateChange={onStateChange}
          hasSearch={props.hasSearch !== false}
          hasColumnChoice={props.hasColumnChoice !== false && hasTools}
          onExport={props.onExport !== undefined || props.exportName !== undefined ? exportRows : undefined}
        >
          {props.toolbar}
        </TableToolbar>
      )}
      <p className="fs-table-sentence" id={captionId} role="status">
        {rows === undefined
          ? ''
          : (props.sentence?.(countText, count) ?? words.rowCount(countText, count === 1 && server?.isMore !== true))}
      </p>
      {body}
      {server !== undefined && rows !== undefined && (
        <Pages state={state} onStateChange={onStateChange} server={server} shownCount={rows.length} />
      )}
    </div>
  );

  function content() {
    if (props.error !== undefined) return <ErrorState {...props.error} />;
    if (rows === undefined) return <Loading lines={6} />;
    if (shownRows.length === 0) {
      if (!isSifted && props.empty !== undefined) return <Empty {...props.empty} />;
      return (
        <Empty
          title={words.noRows}
          text={isSifted ? words.noRowsText : undefined}
          action={
            isSifted ? (
              <Button variant="default" onClick={() => onStateChange({ ...state, search: '', filters: {}, page: 1 })}>
                {words.clearFilters}
              </Button>
            ) : undefined
          }
        />
      );
    }
    return (
      <TableGrid
        columns={shownColumns}
        rows={shownRows}
        state={state}
        captionId={captionId}
        toggleSort={toggleSort}
        rowHref={props.rowHref}
        rowLook={props.rowLook}
        isLoading={props.isLoading}
      />
    );
  }
}

function Pages({
  state,
  onStateChange,
  server,
  shownCount,
}: Pick<TableProps<never>, 'state' | 'onStateChange'> & {
  server: { totalCount: number; isMore?: boolean; pageSize: number };
  shownCount: number;
}) {
  const { words, number } = useUiWords();
  const pageCount = Math.max(1, Math.ceil(server.totalCount / server.pageSize));
  const isLast = server.isMore === true ? shownCount < server.pageSize : state.page >= pageCount;
  if (state.page === 1 && isLast) return null;
  return (
    <nav className="fs-pages" aria-label={words.page('')}>
      <Button
        variant="default"
        size="sm"
        disabled={state.page <= 1}
        leftSection={<IconChevronLeft size={16} aria-hidden="true" />}
        onClick={() => onStateChange({ ...state, page: state.page - 1 })}
      >
        {words.previousPage}
      </Button>
      <span>
        {server.isMore === true ? words.page(number(state.page)) : words.pageOf(number(state.page), number(pageCount))}
      </span>
      <Button
        variant="default"
        size="sm"
        disabled={isLast}
        rightSection={<IconChevronRight size={16} aria-hidden="true" />}
        onClick={() => onStateChange({ ...state, page: state.page + 1 })}
      >
        {words.nextPage}
      </Button>
    </nav>
  );
}

function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

function csvValue<Row>(column: TableColumn<Row>, row: Row): string | number | null {
  const value = column.value?.(row) ?? null;
  return column.kind === 'money' && typeof value === 'number' ? value / 100 : value;
}
