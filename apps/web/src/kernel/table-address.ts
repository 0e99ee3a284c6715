import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { firstTableState, tableSearch, tableStateOf } from '@forspring/ui/table-state';
import type { TableState } from '@forspring/ui/table-state';

/** A table's state kept in the page's address, so that a filtered list can be sent as a link. */
export function useTableAddress(first: Partial<TableState> = {}): [TableState, (state: TableState) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const firstText = JSON.stringify(first);
  const state = useMemo(
    () => tableStateOf(search, { ...firstTableState, ...(JSON.parse(firstText) as Partial<TableState>) }),
    [search, firstText],
  );
  const setState = useCallback(
    (next: TableState) => {
      void navigate({
        to: '.',
        search: ((current: object) => ({ ...current, ...tableSearch(next) })) as never,
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [state, setState];
}
