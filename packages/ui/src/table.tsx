import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconArrowsSort, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { columnVisibilityFeature, createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import type { ColumnDef, Row as CoreRow } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useMemo, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { fileName, keepFile, writeCsv } from './csv.tsx'
import { UiLink } from './link.tsx'
import { Empty, ErrorState, Loading } from './states.tsx'
import { passingRows } from './table-state.tsx'
import type { ColumnKind, TableColumn, TableFilter, TableState } from './table-state.tsx'
import { TableToolbar } from './table-toolbar.tsx'
import { useUiWords } from './words.tsx'

export { firstTableState, tableSearch, tableSearchOf, tableStateOf, useTableState } from './table-state.tsx'
export type { ColumnKind, TableColumn, TableFilter, TableSearch, TableState } from './table-state.tsx'

const VIRTUAL_FROM_ROWS = 100
const ROW_PX = 44
const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature, sortedRowModel: createSortedRowModel() })
const collator = new Intl.Collator('da', { numeric: true, sensitivity: 'base' })

interface TableProps<Row> {
  /** What the rows are, for screen readers and the search ("projekter"). */
  label: string
  columns: TableColumn<Row>[]
  /** All rows, or one page of them when `server` is given; undefined while they are fetched. */
  rows: Row[] | undefined
  rowId: (row: Row) => string
  rowHref?: (row: Row) => string | undefined
  state: TableState
  onStateChange: (state: TableState) => void
  filters?: TableFilter<Row>[]
  /** The server searches, filters, sorts and pages; `isMore` says that `totalCount` is where it stopped counting. */
  server?: { totalCount: number; isMore?: boolean; pageSize: number }
  /** A sentence with the count ("23 projekter i Valby, 2027"); the count comes formatted. */
  sentence?: (count: string, rows: number) => ReactNode
  empty?: { title: string; text?: ReactNode; action?: ReactNode }
  error?: { title?: string; text?: ReactNode; onRetry?: () => void }
  isLoading?: boolean
  hasSearch?: boolean
  hasColumnChoice?: boolean
  /** Names the file; without it and without `onExport` there is none. */
  exportName?: string
  /** Fetches the file from the server, where all rows are and numbers have passed the gate. */
  onExport?: () => void | Promise<void>
  /** On a phone rows become stacked blocks; `scroll` keeps the grid for tables of numbers. */
  phone?: 'stack' | 'scroll'
  toolbar?: ReactNode
  rowLook?: (row: Row) => 'plain' | 'quiet' | 'over' | undefined
}

/** The one table: search, filters, sort, columns, file, pages, virtual rows, keyboard and its own empty, loading and error states. */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, state, onStateChange, filters = [], server, label, phone = 'stack' } = props
  const { words, number } = useUiWords()
  const captionId = useId()
  const hidden = state.hidden ?? columns.filter((column) => column.isHiddenAtFirst === true).map((column) => column.id)
  const passing = useMemo(() => (rows === undefined || server !== undefined ? rows ?? [] : passingRows(rows, columns, filters, state)), [rows, server, columns, filters, state])
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, Row & object> => ({
          id: column.id,
          accessorFn: (row) => column.value?.(row) ?? undefined,
          enableSorting: column.isSortable ?? column.value !== undefined,
          sortFn: (a, b) => compareValues(a.getValue(column.id), b.getValue(column.id)),
          // Missing values come last whichever way the column is sorted.
          sortUndefined: 'last',
        }),
      ),
    [columns],
  )
  const sorting = useMemo(() => (state.sort === null ? [] : [{ id: state.sort.column, desc: state.sort.isDescending }]), [state.sort])
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden.join()])
  const table = useTable({
    features,
    columns: definitions,
    data: passing as (Row & object)[],
    getRowId: (row) => props.rowId(row),
    manualSorting: server !== undefined,
    state: { sorting, columnVisibility },
  })
  const shownColumns = columns.filter((column) => !hidden.includes(column.id))
  const shownRows = table.getRowModel().rows
  const count = server?.totalCount ?? shownRows.length
  const countText = server?.isMore === true ? words.moreThan(number(count)) : number(count)
  const isSifted = state.search !== '' || Object.values(state.filters).some((values) => values.length > 0)

  function toggleSort(column: TableColumn<Row>) {
    const startsDescending = column.kind === 'number' || column.kind === 'money' || column.kind === 'share'
    const current = state.sort?.column === column.id ? state.sort : null
    const next = current === null ? { column: column.id, isDescending: startsDescending } : current.isDescending === startsDescending ? { column: column.id, isDescending: !startsDescending } : null
    onStateChange({ ...state, sort: next, page: 1 })
  }
  function exportRows() {
    if (props.onExport !== undefined) return props.onExport()
    const head = shownColumns.map((column) => column.title)
    const body = shownRows.map((row) => shownColumns.map((column) => (column.csv === undefined ? csvValue(column, row.original) : column.csv(row.original))))
    return keepFile(fileName(props.exportName ?? label, 'csv'), writeCsv(head, body))
  }

  const hasTools = props.hasSearch !== false || filters.length > 0 || props.exportName !== undefined || props.onExport !== undefined || props.toolbar !== undefined
  const body = content()
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
        {rows === undefined ? '' : (props.sentence?.(countText, count) ?? words.rowCount(countText, count === 1 && server?.isMore !== true))}
      </p>
      {body}
      {server !== undefined && rows !== undefined && <Pages state={state} onStateChange={onStateChange} server={server} shownCount={rows.length} />}
    </div>
  )

  function content() {
    if (props.error !== undefined) return <ErrorState {...props.error} />
    if (rows === undefined) return <Loading lines={6} />
    if (shownRows.length === 0) {
      if (!isSifted && props.empty !== undefined) return <Empty {...props.empty} />
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
      )
    }
    return <Grid {...props} columns={shownColumns} rows={shownRows as unknown as CoreRow<typeof features, Row & object>[]} captionId={captionId} toggleSort={toggleSort} />
  }
}

function Grid<Row>({ columns, rows, captionId, toggleSort, ...props }: Omit<TableProps<Row>, 'rows'> & {
  rows: CoreRow<typeof features, Row & object>[]
  captionId: string
  toggleSort: (column: TableColumn<Row>) => void
}) {
  const { words } = useUiWords()
  const formats = useColumnFormats()
  const box = useRef<HTMLDivElement>(null)
  const isVirtual = rows.length > VIRTUAL_FROM_ROWS
  const virtualizer = useVirtualizer({
    count: isVirtual ? rows.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    // Without a layout (a test, a first paint) there is no height yet; a screenful is drawn then.
    initialRect: { width: 1000, height: 600 },
  })
  const items = virtualizer.getVirtualItems()
  const from = isVirtual ? (items[0]?.index ?? 0) : 0
  const until = isVirtual ? (items.at(-1)?.index ?? -1) + 1 : rows.length
  const beforePx = isVirtual ? (items[0]?.start ?? 0) : 0
  const afterPx = isVirtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  const headId = columns.find((column) => column.isRowHead === true)?.id ?? columns[0]?.id
  const hasGroups = columns.some((column) => column.group !== undefined)
  const hasFooter = columns.some((column) => column.footer !== undefined)

  function moveFocus(event: KeyboardEvent<HTMLTableSectionElement>) {
    const link = (event.target as HTMLElement).closest<HTMLElement>('[data-row-link]')
    if (link === null || event.altKey || event.ctrlKey || event.metaKey) return
    const at = Number(link.dataset['rowLink'])
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1, PageDown: at + 10, PageUp: at - 10 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const target = Math.min(rows.length - 1, Math.max(0, to))
    if (isVirtual) virtualizer.scrollToIndex(target)
    const find = () => box.current?.querySelector<HTMLElement>(`[data-row-link="${target}"]`)?.focus()
    if (isVirtual) requestAnimationFrame(() => requestAnimationFrame(find))
    else find()
  }

  return (
    <div ref={box} className="fs-scroll" data-virtual={isVirtual ? true : undefined} tabIndex={0} role="region" aria-labelledby={captionId}>
      <table className="fs-table" role="table" aria-labelledby={captionId} aria-rowcount={isVirtual ? rows.length + 1 : undefined} aria-busy={props.isLoading === true ? true : undefined}>
        <thead role="rowgroup">
          {hasGroups && <GroupRow columns={columns} />}
          <tr role="row">
            {columns.map((column) => {
              const isSortable = column.isSortable ?? column.value !== undefined
              const direction = props.state.sort?.column === column.id ? (props.state.sort.isDescending ? 'descending' : 'ascending') : undefined
              return (
                <th key={column.id} scope="col" role="columnheader" data-kind={column.kind} aria-sort={direction} style={column.minPx === undefined ? undefined : { minWidth: column.minPx }}>
                  {isSortable ? (
                    <button type="button" className="fs-sort" onClick={() => toggleSort(column)} title={words.sortBy(column.title)}>
                      {column.title}
                      {direction === 'ascending' ? <IconArrowUp size={14} aria-hidden="true" /> : direction === 'descending' ? <IconArrowDown size={14} aria-hidden="true" /> : <IconArrowsSort size={14} aria-hidden="true" className="fs-sort-hint" />}
                    </button>
                  ) : (
                    column.title
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody role="rowgroup" onKeyDown={moveFocus}>
          {beforePx > 0 && <Spacer px={beforePx} columns={columns.length} />}
          {rows.slice(from, until).map((row, index) => {
            const rowIndex = from + index
            const href = props.rowHref?.(row.original)
            return (
              <tr key={row.id} role="row" aria-rowindex={isVirtual ? rowIndex + 2 : undefined} data-index={rowIndex} ref={isVirtual ? virtualizer.measureElement : undefined} data-look={props.rowLook?.(row.original)} data-link={href === undefined ? undefined : true}>
                {columns.map((column) => {
                  const drawn = column.cell === undefined ? formats(column.kind ?? 'text', column.value?.(row.original)) : column.cell(row.original)
                  if (column.id !== headId) {
                    return (
                      <td key={column.id} role="cell" data-kind={column.kind} data-title={column.title}>
                        {drawn}
                      </td>
                    )
                  }
                  return (
                    <th key={column.id} scope="row" role="rowheader" data-kind={column.kind}>
                      {href === undefined ? (
                        drawn
                      ) : (
                        <UiLink href={href} data-row-link={rowIndex}>
                          {drawn}
                        </UiLink>
                      )}
                    </th>
                  )
                })}
              </tr>
            )
          })}
          {afterPx > 0 && <Spacer px={afterPx} columns={columns.length} />}
        </tbody>
        {hasFooter && (
          <tfoot role="rowgroup">
            <tr role="row">
              {columns.map((column, index) => (
                <td key={column.id} role="cell" data-kind={column.kind} data-title={column.title}>
                  {column.footer ?? (index === 0 ? words.total : null)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function GroupRow<Row>({ columns }: { columns: TableColumn<Row>[] }) {
  const groups: { title: string | undefined; span: number; id: string }[] = []
  for (const column of columns) {
    const last = groups.at(-1)
    if (last !== undefined && last.title === column.group) last.span += 1
    else groups.push({ title: column.group, span: 1, id: column.id })
  }
  return (
    <tr role="row" className="fs-group-row">
      {groups.map((group) =>
        group.title === undefined ? (
          <td key={group.id} role="cell" colSpan={group.span} />
        ) : (
          <th key={group.id} scope="colgroup" role="columnheader" colSpan={group.span}>
            {group.title}
          </th>
        ),
      )}
    </tr>
  )
}

function Spacer({ px, columns }: { px: number; columns: number }) {
  return (
    <tr aria-hidden="true" className="fs-spacer">
      <td colSpan={columns} style={{ height: px }} />
    </tr>
  )
}

function Pages({ state, onStateChange, server, shownCount }: Pick<TableProps<never>, 'state' | 'onStateChange'> & { server: { totalCount: number; isMore?: boolean; pageSize: number }; shownCount: number }) {
  const { words, number } = useUiWords()
  const pageCount = Math.max(1, Math.ceil(server.totalCount / server.pageSize))
  const isLast = server.isMore === true ? shownCount < server.pageSize : state.page >= pageCount
  if (state.page === 1 && isLast) return null
  return (
    <nav className="fs-pages" aria-label={words.page('')}>
      <Button variant="default" size="sm" disabled={state.page <= 1} leftSection={<IconChevronLeft size={16} aria-hidden="true" />} onClick={() => onStateChange({ ...state, page: state.page - 1 })}>
        {words.previousPage}
      </Button>
      <span>{server.isMore === true ? words.page(number(state.page)) : words.pageOf(number(state.page), number(pageCount))}</span>
      <Button variant="default" size="sm" disabled={isLast} rightSection={<IconChevronRight size={16} aria-hidden="true" />} onClick={() => onStateChange({ ...state, page: state.page + 1 })}>
        {words.nextPage}
      </Button>
    </nav>
  )
}

function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}

function csvValue<Row>(column: TableColumn<Row>, row: Row): string | number | null {
  const value = column.value?.(row) ?? null
  return column.kind === 'money' && typeof value === 'number' ? value / 100 : value
}

/** The plain form of each kind of column: whole kroner, one decimal of a per cent, 20.11.2026. */
function useColumnFormats(): (kind: ColumnKind, value: string | number | null | undefined) => ReactNode {
  const { locale, language, number } = useUiWords()
  return useMemo(() => {
    const money = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
    const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: language === 'da' ? 'numeric' : 'short', year: 'numeric', timeZone: 'UTC' })
    return (kind, value) => {
      if (value === null || value === undefined || value === '') return <span className="fs-missing">–</span>
      if (typeof value === 'string') return kind === 'day' ? day.format(new Date(`${value}T00:00:00Z`)) : value
      if (kind === 'money') return `${money.format(value / 100)}\u00a0kr.`
      return kind === 'share' ? percent.format(value) : number(value)
    }
  }, [locale, language, number])
}
