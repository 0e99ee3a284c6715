import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Table } from './table.tsx';
import { firstTableState, tableSearch, tableStateOf } from './table-state.tsx';
import type { TableColumn, TableState } from './table-state.tsx';
import { layOut } from './test-stage.tsx';
import { Look } from './theme.tsx';

interface Project {
  id: string;
  name: string;
  district: string;
  visitCount: number | null;
  spentOere: number;
}

const projects: Project[] = [
  { id: 'a', name: 'Aftenrunden', district: 'Østerbro', visitCount: 9, spentOere: 1_250_050 },
  { id: 'b', name: 'Fredagshallen', district: 'Valby', visitCount: 1148, spentOere: 34_580_000 },
  { id: 'c', name: 'De unges hus', district: 'Amager Vest', visitCount: null, spentOere: 0 },
  { id: 'd', name: 'Markfræs', district: 'Aabenraa', visitCount: 120, spentOere: -500 },
];
const columns: TableColumn<Project>[] = [
  { id: 'name', title: 'Projekt', value: (row) => row.name },
  { id: 'district', title: 'Distrikt', value: (row) => row.district },
  { id: 'visits', title: 'Fremmøder', kind: 'number', value: (row) => row.visitCount },
  { id: 'spent', title: 'Forbrug', kind: 'money', value: (row) => row.spentOere },
];
const filters = [
  {
    id: 'district',
    title: 'Distrikt',
    options: [
      { value: 'Valby', label: 'Valby' },
      { value: 'Østerbro', label: 'Østerbro' },
    ],
    valuesOf: (row: Project) => row.district,
  },
];

function Stage({
  rows = projects,
  first = {},
  ...rest
}: { rows?: Project[] | undefined; first?: Partial<TableState> } & Record<string, unknown>) {
  const [state, setState] = useState<TableState>({ ...firstTableState, ...first });
  return (
    <Look>
      <Table
        label="projekter"
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        rowHref={(row) => `/projekter/${row.id}`}
        state={state}
        onStateChange={setState}
        filters={filters}
        exportName="Projekter"
        {...rest}
      />
    </Look>
  );
}

const namesShown = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

beforeAll(layOut);
afterEach(cleanup);

describe('the table', () => {
  it('draws numbers and money the Danish way and says when one is missing', () => {
    render(<Stage />);
    const row = screen.getByRole('row', { name: /Fredagshallen/u });
    expect(within(row).getByText('1.148')).toBeTruthy();
    expect(within(row).getByText('345.800 kr.')).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /De unges hus/u })).getByText('–')).toBeTruthy();
  });

  it('sorts by the Danish alphabet with aa as å, then backwards, then as it came', async () => {
    const user = userEvent.setup();
    render(<Stage />);
    const sort = screen.getByRole('button', { name: 'Distrikt', description: /Sortér/u });
    await user.click(sort);
    expect(namesShown()).toEqual(['De unges hus', 'Fredagshallen', 'Aftenrunden', 'Markfræs']);
    expect(screen.getByRole('columnheader', { name: /Distrikt/u }).getAttribute('aria-sort')).toBe('ascending');
    await user.click(sort);
    expect(namesShown()).toEqual(['Markfræs', 'Aftenrunden', 'Fredagshallen', 'De unges hus']);
    await user.click(sort);
    expect(namesShown()).toEqual(projects.map((project) => project.name));
  });

  it('sorts numbers with the largest first and what is missing last either way', async () => {
    const user = userEvent.setup();
    render(<Stage />);
    const sort = screen.getByRole('button', { name: 'Fremmøder' });
    await user.click(sort);
    expect(namesShown()).toEqual(['Fredagshallen', 'Markfræs', 'Aftenrunden', 'De unges hus']);
    await user.click(sort);
    expect(namesShown()).toEqual(['Aftenrunden', 'Markfræs', 'Fredagshallen', 'De unges hus']);
  });

  it('finds rows that hold every word, and tells what to do when there is none', async () => {
    const user = userEvent.setup();
    render(<Stage />);
    const search = screen.getByRole('searchbox', { name: 'Søg i projekter' });
    await user.type(search, 'valby hallen');
    await waitFor(() => expect(namesShown()).toEqual(['Fredagshallen']));
    await user.clear(search);
    await user.type(search, 'hockey');
    await waitFor(() => expect(screen.getByText('Ingen resultater')).toBeTruthy());
    await user.click(screen.getByRole('button', { name: 'Nulstil filtre' }));
    expect(namesShown()).toHaveLength(4);
  });

  it('keeps a chosen filter as a chip that takes it away again', async () => {
    const user = userEvent.setup();
    render(<Stage first={{ filters: { district: ['Valby'] } }} />);
    expect(namesShown()).toEqual(['Fredagshallen']);
    await user.click(screen.getByRole('button', { name: 'Fjern filteret Distrikt: Valby' }));
    expect(namesShown()).toHaveLength(4);
  });

  it('leaves rows alone that a filter cannot judge', () => {
    const onServer = [{ id: 'theme', title: 'Tema', options: [{ value: 'safety', label: 'Tryghed' }] }];
    render(<Stage filters={onServer} first={{ filters: { theme: ['safety'] } }} />);
    expect(namesShown()).toHaveLength(4);
  });

  it('hides columns', () => {
    render(<Stage first={{ hidden: ['spent'] }} />);
    expect(screen.queryByRole('columnheader', { name: /Forbrug/u })).toBeNull();
    expect(screen.getByRole('columnheader', { name: /Fremmøder/u })).toBeTruthy();
  });

  it('moves between rows with the arrow keys', async () => {
    const user = userEvent.setup();
    render(<Stage />);
    screen.getByRole('link', { name: 'Aftenrunden' }).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('De unges hus');
    await user.keyboard('{End}');
    expect(document.activeElement?.textContent).toBe('Markfræs');
    await user.keyboard('{Home}');
    expect(document.activeElement?.getAttribute('href')).toBe('/projekter/a');
  });

  it('draws only some of a thousand rows, and says how many there are', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({
      id: `m${index}`,
      name: `Gang ${index}`,
      district: 'Valby',
      visitCount: index,
      spentOere: 0,
    }));
    render(<Stage rows={many} />);
    expect(screen.getByRole('status').textContent).toBe('1.000 rækker');
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('1001');
    expect(screen.getAllByRole('rowheader').length).toBeLessThan(100);
    expect(screen.getAllByRole('rowheader').length).toBeGreaterThan(5);
  });

  it('pages with the server and says when there are more than it counted', async () => {
    const user = userEvent.setup();
    render(<Stage server={{ totalCount: 1000, isMore: true, pageSize: 4 }} />);
    expect(screen.getByText('mere end 1.000 rækker')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Forrige side' })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('button', { name: 'Næste side' }));
    expect(screen.getByText('Side 2')).toBeTruthy();
  });

  it('writes the shown rows as a Danish file', async () => {
    const user = userEvent.setup();
    let kept: Blob | undefined;
    vi.stubGlobal(
      'URL',
      Object.assign(URL, {
        createObjectURL: (blob: Blob) => ((kept = blob), 'blob:x'),
        revokeObjectURL: () => undefined,
      }),
    );
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    render(<Stage first={{ sort: { column: 'visits', isDescending: true } }} />);
    await user.click(screen.getByRole('button', { name: 'Hent som CSV' }));
    const bytes = new Uint8Array((await kept?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).split('\r\n')).toEqual([
      'Projekt;Distrikt;Fremmøder;Forbrug',
      'Fredagshallen;Valby;1148;345800',
      'Markfræs;Aabenraa;120;-5',
      'Aftenrunden;Østerbro;9;12500,5',
      'De unges hus;Amager Vest;;0',
      '',
    ]);
    clicked.mockRestore();
    vi.unstubAllGlobals();
  });

  it('has its own empty, loading and error states', async () => {
    const retry = vi.fn<() => void>();
    const user = userEvent.setup();
    const { unmount } = render(
      <Stage rows={[]} empty={{ title: 'Der er endnu ingen projekter', text: 'Opret det første.' }} />,
    );
    expect(screen.getByText('Der er endnu ingen projekter')).toBeTruthy();
    unmount();
    render(<Stage error={{ onRetry: retry }} />);
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Prøv igen' }));
    expect(retry).toHaveBeenCalledOnce();
    cleanup();
    render(
      <Look>
        <Table
          label="projekter"
          columns={columns}
          rows={undefined}
          rowId={(row) => row.id}
          state={firstTableState}
          onStateChange={() => undefined}
        />
      </Look>,
    );
    expect(screen.getByText('Indlæser …')).toBeTruthy();
  });
});

describe('a table in the address', () => {
  it('comes back as it was from its search parameters', () => {
    const state: TableState = {
      search: 'hal & bad',
      filters: { tier: ['general', 'a,b;c:d'] },
      sort: { column: 'visits', isDescending: true },
      page: 3,
      hidden: ['spent'],
    };
    const search = tableSearch(state);
    expect(tableStateOf({ ...search })).toEqual(state);
  });

  it('says nothing in the address when nothing was touched, and takes rubbish as untouched', () => {
    expect(Object.values(tableSearch(firstTableState)).every((value) => value === undefined)).toBe(true);
    expect(tableStateOf({ p: '-2', f: '%E0%A4%A:%', s: '', q: ['x'] })).toEqual({ ...firstTableState, filters: {} });
  });
});
