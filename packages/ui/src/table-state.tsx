import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CsvCell } from './csv.tsx';

/** What a table is showing; plain values, so that a page can keep it in the address. `page` counts from 1. */
export interface TableState {
  search: string;
  filters: Record<string, string[]>;
  sort: { column: string; isDescending: boolean } | null;
  page: number;
  /** Ids of the columns that are hidden; null means those a column itself hides at first. */
  hidden: string[] | null;
}

/** A table's state before anybody touched it. */
export const firstTableState: TableState = { search: '', filters: {}, sort: null, page: 1, hidden: null };

/** The state as few short search parameters (`q`, `f`, `s`, `p`, `k`); what is as at first is left out. */
export interface TableSearch {
  q?: string;
  f?: string;
  s?: string;
  p?: number;
  k?: string;
}

/** A table's state as search parameters of the address. */
export function tableSearch(state: TableState): TableSearch {
  const filters = Object.entries(state.filters)
    .filter(([, values]) => values.length > 0)
    .map(([id, values]) => `${encodeURIComponent(id)}:${values.map(encodeURIComponent).join(',')}`);
  return {
    q: state.search === '' ? undefined : state.search,
    f: filters.length === 0 ? undefined : filters.join(';'),
    s: state.sort === null ? undefined : `${state.sort.isDescending ? '-' : ''}${state.sort.column}`,
    p: state.page > 1 ? state.page : undefined,
    k: state.hidden === null ? undefined : state.hidden.join(','),
  };
}

/** Search parameters read back as a table's state; anything unreadable is as at first. */
export function tableStateOf(search: Record<string, unknown>, first: TableState = firstTableState): TableState {
  const text = (value: unknown) =>
    typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
  const f = text(search['f']);
  const s = text(search['s']);
  const k = text(search['k']);
  const page = Number(search['p']);
  return {
    search: text(search['q']) ?? first.search,
    filters: f === undefined ? first.filters : readFilters(f),
    sort: s === undefined || s === '' ? first.sort : { column: s.replace(/^-/u, ''), isDescending: s.startsWith('-') },
    page: Number.isInteger(page) && page > 0 ? page : 1,
    hidden: k === undefined ? first.hidden : k.split(',').filter((id) => id !== ''),
  };
}

function readFilters(text: string): Record<string, string[]> {
  const filters: Record<string, string[]> = {};
  for (const part of text.split(';')) {
    const [id = '', values = ''] = part.split(':');
    try {
      if (id !== '' && values !== '') filters[decodeURIComponent(id)] = values.split(',').map(decodeURIComponent);
    } catch {
      // A mangled address loses its filter, never the page.
    }
  }
  return filters;
}

/** A table's search parameters, picked out of a page's own and checked; for a route's `validateSearch`. */
export function tableSearchOf(search: Record<string, unknown>): TableSearch {
  return tableSearch(tableStateOf(search));
}

/** A table's state kept in the component, for small tables that need no address. */
export function useTableState(first: Partial<TableState> = {}): [TableState, (state: TableState) => void] {
  return useState<TableState>({ ...firstTableState, ...first });
}

/** How a column's values are drawn, aligned and written to a file. Money is øre, share is 0–1, day is YYYY-MM-DD. */
export type ColumnKind = 'text' | 'number' | 'money' | 'share' | 'day';

/** One column. `value` is what sorting, searching and files read; `cell` draws it where the plain form is not enough. */
export interface TableColumn<Row> {
  id: string;
  title: string;
  value?: (row: Row) => string | number | null | undefined;
  cell?: (row: Row) => ReactNode;
  kind?: ColumnKind;
  /** What the file gets; without it the value. */
  csv?: (row: Row) => CsvCell;
  isSortable?: boolean;
  isSearchable?: boolean;
  isHiddenAtFirst?: boolean;
  /** Never hidden by the column chooser. */
  isFixed?: boolean;
  /** Names the row for screen readers and carries its link; the first column unless another says so. */
  isRowHead?: boolean;
  /** The last row's cell, e.g. a sum. */
  footer?: ReactNode;
  /** Columns next to each other with the same group share a head above them. */
  group?: string;
  minPx?: number;
}

/** A filter drawn as chips; `valuesOf` says which options a row has (a server filters its rows itself). */
export interface TableFilter<Row> {
  id: string;
  title: string;
  options: { value: string; label: string }[];
  valuesOf?: (row: Row) => string | string[] | null | undefined;
}

/** The rows that pass the search and the filters; for tables whose rows are all here. */
export function passingRows<Row>(
  rows: Row[],
  columns: TableColumn<Row>[],
  filters: TableFilter<Row>[],
  state: TableState,
): Row[] {
  const terms = state.search
    .toLocaleLowerCase('da')
    .split(/\s+/u)
    .filter((term) => term !== '');
  const active = filters.filter(
    (filter) => (state.filters[filter.id]?.length ?? 0) > 0 && filter.valuesOf !== undefined,
  );
  if (terms.length === 0 && active.length === 0) return rows;
  const searched = columns.filter(
    (column) =>
      column.value !== undefined && (column.isSearchable ?? (column.kind === undefined || column.kind === 'text')),
  );
  return rows.filter((row) => {
    for (const filter of active) {
      const has = filter.valuesOf?.(row);
      const chosen = state.filters[filter.id] ?? [];
      if (!(Array.isArray(has) ? has : [has ?? '']).some((value) => chosen.includes(value))) return false;
    }
    if (terms.length === 0) return true;
    const text = searched
      .map((column) => column.value?.(row) ?? '')
      .join(' ')
      .toLocaleLowerCase('da');
    return terms.every((term) => text.includes(term));
  });
}
