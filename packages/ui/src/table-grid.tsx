import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useContext, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { KeyboardEvent } from 'react';
import { UiLink } from './link.tsx';
import { SectionHeading } from './section-heading.ts';
import { useColumnFormats } from './table-formats.tsx';
import type { TableColumn, TableState } from './table-state.tsx';
import { useUiWords } from './words.tsx';

const VIRTUAL_FROM_ROWS = 100;
const ROW_PX = 44;
const FRAMES_TO_WAIT = 20;

/** The grid itself: real table semantics, sticky head, virtual rows from a hundred, arrow keys between row links. */
export function TableGrid<Row extends object>({
  columns,
  rows,
  state,
  captionId,
  toggleSort,
  rowHref,
  rowLook,
  isLoading = false,
}: {
  columns: TableColumn<Row>[];
  rows: { id: string; original: Row }[];
  state: TableState;
  captionId: string;
  toggleSort: (column: TableColumn<Row>) => void;
  rowHref?: (row: Row) => string | undefined;
  rowLook?: (row: Row) => 'plain' | 'quiet' | 'over' | undefined;
  isLoading?: boolean;
}) {
  const headingId = useContext(SectionHeading);
  const { words } = useUiWords();
  const formats = useColumnFormats();
  const box = useRef<HTMLDivElement>(null);
  const goal = useRef<number | null>(null);
  const isPrinting = useIsPrinting();
  const isVirtual = rows.length > VIRTUAL_FROM_ROWS && !isPrinting;
  // oxlint-disable-next-line react/incompatible-library -- its functions are called while drawing, never kept
  const virtualizer = useVirtualizer({
    count: isVirtual ? rows.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    // Without a layout (a test, a first paint) there is no height yet; a screenful is drawn then.
    initialRect: { width: 1000, height: 600 },
  });
  const items = virtualizer.getVirtualItems();
  const from = isVirtual ? (items[0]?.index ?? 0) : 0;
  const until = isVirtual ? (items.at(-1)?.index ?? -1) + 1 : rows.length;
  const beforePx = isVirtual ? (items[0]?.start ?? 0) : 0;
  const afterPx = isVirtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  const headId = columns.find((column) => column.isRowHead === true)?.id ?? columns[0]?.id;
  const hasGroups = columns.some((column) => column.group !== undefined);
  const hasFooter = columns.some((column) => column.footer !== undefined);

  function moveFocus(event: KeyboardEvent<HTMLTableSectionElement>) {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row-link]') : null;
    if (link === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = goal.current ?? Number(link.dataset['rowLink']);
    const moves: Partial<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: at + 10,
      PageUp: at - 10,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const target = Math.min(rows.length - 1, Math.max(0, to));
    if (focusRow(target)) return;
    // The row is not drawn yet: scroll there and give it the focus as soon as it is.
    goal.current = target;
    virtualizer.scrollToIndex(target);
    waitForRow(FRAMES_TO_WAIT);
  }
  function focusRow(index: number): boolean {
    const link = box.current?.querySelector<HTMLElement>(`[data-row-link="${index}"]`);
    link?.focus();
    return link !== null && link !== undefined;
  }
  function waitForRow(framesLeft: number) {
    requestAnimationFrame(() => {
      if (goal.current === null) return;
      if (focusRow(goal.current) || framesLeft === 0) goal.current = null;
      else waitForRow(framesLeft - 1);
    });
  }

  return (
    <div
      ref={box}
      className="fs-scroll"
      data-virtual={isVirtual ? true : undefined}
      tabIndex={0}
      role="region"
      aria-labelledby={headingId === null ? captionId : `${headingId} ${captionId}`}
    >
      <table
        className="fs-table"
        role="table"
        aria-labelledby={captionId}
        aria-rowcount={isVirtual ? rows.length + 1 : undefined}
        aria-busy={isLoading ? true : undefined}
      >
        <thead role="rowgroup">
          {hasGroups && <GroupRow columns={columns} />}
          <tr role="row">
            {columns.map((column) => {
              const isSortable = column.isSortable ?? column.value !== undefined;
              const direction =
                state.sort?.column === column.id ? (state.sort.isDescending ? 'descending' : 'ascending') : undefined;
              return (
                <th
                  key={column.id}
                  scope="col"
                  role="columnheader"
                  data-kind={column.kind}
                  aria-sort={direction}
                  style={column.minPx === undefined ? undefined : { minWidth: column.minPx }}
                >
                  {isSortable ? (
                    <button
                      type="button"
                      className="fs-sort"
                      onClick={() => toggleSort(column)}
                      title={words.sortBy(column.title)}
                    >
                      {column.title}
                      {direction === 'ascending' ? (
                        <IconArrowUp size={14} aria-hidden="true" />
                      ) : direction === 'descending' ? (
                        <IconArrowDown size={14} aria-hidden="true" />
                      ) : (
                        <IconArrowsSort size={14} aria-hidden="true" className="fs-sort-hint" />
                      )}
                    </button>
                  ) : (
                    column.title
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup" onKeyDown={moveFocus}>
          {beforePx > 0 && <Spacer px={beforePx} columns={columns.length} />}
          {rows.slice(from, until).map((row, index) => {
            const rowIndex = from + index;
            const href = rowHref?.(row.original);
            return (
              <tr
                key={row.id}
                role="row"
                aria-rowindex={isVirtual ? rowIndex + 2 : undefined}
                data-index={rowIndex}
                ref={isVirtual ? virtualizer.measureElement : undefined}
                data-look={rowLook?.(row.original)}
                data-link={href === undefined ? undefined : true}
              >
                {columns.map((column) => {
                  const drawn =
                    column.cell === undefined
                      ? formats(column.kind ?? 'text', column.value?.(row.original))
                      : column.cell(row.original);
                  if (column.id !== headId) {
                    return (
                      <td key={column.id} role="cell" data-kind={column.kind} data-title={column.title}>
                        {drawn}
                      </td>
                    );
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
                  );
                })}
              </tr>
            );
          })}
          {afterPx > 0 && <Spacer px={afterPx} columns={columns.length} />}
        </tbody>
        {hasFooter && (
          <tfoot role="rowgroup">
            <tr role="row">
              {columns.map((column, index) => (
                <td
                  key={column.id}
                  role="cell"
                  data-kind={column.kind}
                  data-title={index === 0 ? undefined : column.title}
                >
                  {column.footer ?? (index === 0 ? words.total : null)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function GroupRow<Row>({ columns }: { columns: TableColumn<Row>[] }) {
  const groups: { title: string | undefined; span: number; id: string }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last !== undefined && last.title === column.group) last.span += 1;
    else groups.push({ title: column.group, span: 1, id: column.id });
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
  );
}

function Spacer({ px, columns }: { px: number; columns: number }) {
  return (
    <tr aria-hidden="true" className="fs-spacer">
      <td colSpan={columns} style={{ height: px }} />
    </tr>
  );
}

/** On paper there is no scrolling, so every row is drawn before the page is printed. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
