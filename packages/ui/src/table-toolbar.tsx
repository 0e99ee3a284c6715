import { Button, Checkbox, CloseButton, Popover, TextInput } from '@mantine/core';
import { IconColumns3, IconDownload, IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { TableColumn, TableFilter, TableState } from './table-state.tsx';
import { useUiWords } from './words.tsx';

const SEARCH_PAUSE_MILLIS = 200;

interface ToolbarProps<Row> {
  label: string;
  columns: TableColumn<Row>[];
  hidden: string[];
  filters: TableFilter<Row>[];
  state: TableState;
  onStateChange: (state: TableState) => void;
  hasSearch: boolean;
  hasColumnChoice: boolean;
  onExport?: () => void | Promise<void>;
  children?: ReactNode;
}

/** Search, filters, column chooser and file of a table, with the chosen filters as chips below. */
export function TableToolbar<Row>({
  label,
  columns,
  hidden,
  filters,
  state,
  onStateChange,
  hasSearch,
  hasColumnChoice,
  onExport,
  children,
}: ToolbarProps<Row>) {
  const { words } = useUiWords();
  const [isExporting, setExporting] = useState(false);
  const chosen = filters.flatMap((filter) =>
    (state.filters[filter.id] ?? []).map((value) => ({
      filter,
      value,
      label: filter.options.find((option) => option.value === value)?.label ?? value,
    })),
  );

  function setFilter(id: string, values: string[]) {
    onStateChange({ ...state, filters: { ...state.filters, [id]: values }, page: 1 });
  }
  const choosable = columns.filter((column) => column.isFixed !== true && column.isRowHead !== true);

  return (
    <div className="fs-toolbar">
      <div className="fs-toolbar-line">
        {hasSearch && (
          <SearchBox
            label={words.searchIn(label)}
            value={state.search}
            onChange={(search) => onStateChange({ ...state, search, page: 1 })}
          />
        )}
        {filters.map((filter) => (
          <Choice
            key={filter.id}
            title={filter.title}
            icon={<IconFilter size={16} aria-hidden="true" />}
            count={state.filters[filter.id]?.length ?? 0}
          >
            <Checkbox.Group
              label={filter.title}
              value={state.filters[filter.id] ?? []}
              onChange={(values) => setFilter(filter.id, values)}
            >
              <div className="fs-checks">
                {filter.options.map((option) => (
                  <Checkbox key={option.value} value={option.value} label={option.label} />
                ))}
              </div>
            </Checkbox.Group>
          </Choice>
        ))}
        <span className="fs-toolbar-gap" />
        {children}
        {hasColumnChoice && choosable.length > 1 && (
          <Choice title={words.columns} icon={<IconColumns3 size={16} aria-hidden="true" />} count={0}>
            <Checkbox.Group
              label={words.columns}
              value={choosable.filter((column) => !hidden.includes(column.id)).map((column) => column.id)}
              onChange={(shown) =>
                onStateChange({
                  ...state,
                  hidden: choosable.filter((column) => !shown.includes(column.id)).map((column) => column.id),
                })
              }
            >
              <div className="fs-checks">
                {choosable.map((column) => (
                  <Checkbox key={column.id} value={column.id} label={column.title} />
                ))}
              </div>
            </Checkbox.Group>
          </Choice>
        )}
        {onExport !== undefined && (
          <Button
            variant="default"
            size="sm"
            loading={isExporting}
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            onClick={() => {
              const work = onExport();
              if (!(work instanceof Promise)) return;
              setExporting(true);
              void work.finally(() => setExporting(false));
            }}
          >
            {words.download}
          </Button>
        )}
      </div>
      {chosen.length > 0 && (
        <div className="fs-chips">
          {chosen.map(({ filter, value, label: text }) => (
            <button
              key={`${filter.id}:${value}`}
              type="button"
              className="fs-chip"
              aria-label={words.removeFilter(`${filter.title}: ${text}`)}
              onClick={() =>
                setFilter(
                  filter.id,
                  (state.filters[filter.id] ?? []).filter((other) => other !== value),
                )
              }
            >
              <span className="fs-quiet">{filter.title}:</span> {text}
              <IconX size={14} aria-hidden="true" />
            </button>
          ))}
          <button
            type="button"
            className="fs-text-button"
            onClick={() => onStateChange({ ...state, filters: {}, page: 1 })}
          >
            {words.clearFilters}
          </button>
        </div>
      )}
    </div>
  );
}

function Choice({
  title,
  icon,
  count,
  children,
}: {
  title: string;
  icon: ReactNode;
  count: number;
  children: ReactNode;
}) {
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus withinPortal={false}>
      <Popover.Target>
        <Button variant="default" size="sm" leftSection={icon}>
          {title}
          {count > 0 && <span className="fs-count">{count}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="fs-choice-box">{children}</Popover.Dropdown>
    </Popover>
  );
}

/** The text is the person's own while they write; the table hears of it after a short pause. */
function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const { words } = useUiWords();
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const tell = useEffectEvent((text: string) => {
    told.current = text;
    onChange(text);
  });
  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return undefined;
    const timer = setTimeout(() => {
      tell(typed);
    }, SEARCH_PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <TextInput
      className="fs-search"
      size="sm"
      type="search"
      aria-label={label}
      placeholder={words.search}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={
        typed === '' ? undefined : <CloseButton size="sm" aria-label={words.clearSearch} onClick={() => setTyped('')} />
      }
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
