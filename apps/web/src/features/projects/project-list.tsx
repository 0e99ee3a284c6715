import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { projectThemes, tiers } from '@forspring/domain/interventions/intervention';
import { projectStatuses } from '@forspring/domain/projects/project';
import {
  type ListProjectsInput,
  type ProjectRow,
  type ProjectSort,
  projectSorts,
} from '@forspring/domain/projects/shown-project';
import { fileName, keepFile, writeCsv } from '@forspring/ui/csv';
import { UiLink } from '@forspring/ui/link';
import { Bar } from '@forspring/ui/page';
import { Table, type TableColumn, type TableFilter, type TableState } from '@forspring/ui/table';
import { StatusBadge, TierBadge } from '@forspring/ui/tier';
import { api, trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useTableAddress } from '../../kernel/table-address.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useWords } from '../../kernel/words.ts';
import { statusLook } from './project-look.ts';
import { projectWords } from './project.words.ts';
import './projects.css';

function askOf(state: TableState): ListProjectsInput {
  const { filters, sort } = state;
  const among = <Value extends string>(values: readonly Value[], chosen: string[] | undefined) =>
    values.filter((value) => chosen?.includes(value));
  return {
    search: state.search,
    years: (filters['year'] ?? []).map(Number).filter(Number.isInteger),
    statuses: among(projectStatuses, filters['status']),
    tiers: among(tiers, filters['tier']),
    themes: among(projectThemes, filters['theme']),
    districtIds: filters['district'] ?? [],
    page: state.page,
    ...(sort !== null && projectSorts.includes(sort.column as ProjectSort)
      ? { sort: sort.column as ProjectSort, isDescending: sort.isDescending }
      : {}),
  };
}

/** All projects this person has a part in: filters in the address, sorted and paged on the server, thin bars against the time gone. */
export function ProjectList() {
  const words = useWords(projectWords);
  const terms = useWords(termWords);
  const { number, percent, list, ages, day } = useFormats();
  const [state, setState] = useTableAddress({ sort: { column: 'year', isDescending: true } });
  const ask = askOf(state);
  const projects = useQuery({ ...trpc.projects.list.queryOptions(ask), placeholderData: keepPreviousData });
  const page = projects.data;
  const shareText = (share: number | null) =>
    share === null ? words.list.none : words.list.timeGone(percent(share, 0));

  const thin = (label: string, part: number, whole: number, text: string, row: ProjectRow) => (
    <div className="fs-thin">
      {whole === 0 ? (
        <span className="fs-quiet">{words.list.none}</span>
      ) : (
        <Bar
          label=""
          share={part / whole}
          text={text}
          look={part > whole ? 'over' : 'plain'}
          {...(row.goneShare === null || row.status !== 'running'
            ? {}
            : { markShare: row.goneShare, markText: `${label}. ${shareText(row.goneShare)}` })}
        />
      )}
    </div>
  );
  const of = (part: number, whole: number) => words.list.of(number(part), number(whole));
  const columns: TableColumn<ProjectRow>[] = [
    { id: 'title', title: words.list.columns.title, value: (row) => row.title, isFixed: true, minPx: 180 },
    {
      id: 'status',
      title: words.list.columns.status,
      value: (row) => terms.projectStatus[row.status],
      cell: (row) => <StatusBadge label={terms.projectStatus[row.status]} look={statusLook(row.status)} />,
    },
    {
      id: 'tier',
      title: words.list.columns.tier,
      value: (row) => (row.tier === null ? '' : terms.tier[row.tier]),
      cell: (row) => (row.tier === null ? words.list.none : <TierBadge tier={row.tier} />),
    },
    { id: 'year', title: words.list.columns.year, value: (row) => String(row.year) },
    { id: 'district', title: words.list.columns.district, value: (row) => row.districtName ?? row.municipalityName },
    { id: 'owner', title: words.list.columns.owner, value: (row) => list(row.ownerNames), isSortable: false },
    {
      id: 'sessions',
      title: words.list.columns.sessions,
      value: (row) => row.heldCount,
      cell: (row) =>
        thin(words.list.columns.sessions, row.heldCount, row.sessionCount, of(row.heldCount, row.sessionCount), row),
      kind: 'text',
    },
    {
      id: 'spent',
      title: words.list.columns.spent,
      value: (row) => row.spentOere,
      cell: (row) =>
        thin(words.list.columns.spent, row.spentOere, row.budgetOere, percent(row.spentOere / row.budgetOere, 0), row),
      kind: 'text',
    },
    {
      id: 'goals',
      title: words.list.columns.goals,
      value: (row) => row.goalMetCount,
      cell: (row) => (row.goalCount === 0 ? words.list.none : of(row.goalMetCount, row.goalCount)),
      kind: 'text',
    },
    {
      id: 'startsOn',
      title: words.list.columns.period,
      value: (row) =>
        row.startsOn === null ? '' : `${day(row.startsOn)}–${row.endsOn === null ? '' : day(row.endsOn)}`,
      isHiddenAtFirst: true,
    },
    {
      id: 'themes',
      title: words.list.columns.themes,
      value: (row) => list(row.themes.map((theme) => words.themes[theme])),
      isSortable: false,
      isHiddenAtFirst: true,
    },
    {
      id: 'ages',
      title: words.list.columns.ages,
      value: (row) => (row.minAge === null || row.maxAge === null ? '' : ages(row.minAge, row.maxAge)),
      isSortable: false,
      isHiddenAtFirst: true,
    },
    {
      id: 'body',
      title: words.list.columns.body,
      value: (row) => row.bodyName ?? '',
      isSortable: false,
      isHiddenAtFirst: true,
    },
  ];
  const filters: TableFilter<ProjectRow>[] = [
    {
      id: 'year',
      title: words.list.columns.year,
      options: (page?.filters.years ?? []).map((year) => ({ value: String(year), label: String(year) })),
    },
    {
      id: 'status',
      title: words.list.columns.status,
      options: projectStatuses.map((value) => ({ value, label: terms.projectStatus[value] })),
    },
    { id: 'tier', title: words.list.tier, options: tiers.map((value) => ({ value, label: terms.tier[value] })) },
    {
      id: 'theme',
      title: words.list.theme,
      options: projectThemes.map((value) => ({ value, label: words.themes[value] })),
    },
    ...((page?.filters.districts.length ?? 0) > 1
      ? [
          {
            id: 'district',
            title: words.list.columns.district,
            options: (page?.filters.districts ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
  ];

  /** "23 projekter i Valby, 2027": where and when as far as the filters or the rows say. */
  function sentence(count: string, rowCount: number) {
    const chosen = (page?.filters.districts ?? [])
      .filter(({ id }) => state.filters['district']?.includes(id))
      .map(({ name }) => name);
    const shown = [...new Set((page?.rows ?? []).map((row) => row.districtName ?? row.municipalityName))];
    const places =
      chosen.length > 0
        ? chosen
        : shown.length === 1
          ? shown
          : [...new Set((page?.rows ?? []).map((row) => row.municipalityName))];
    const years = state.filters['year'] ?? [];
    const place = places.length === 0 ? '' : words.list.inPlaces(list(places));
    const noun = rowCount === 1 ? words.list.one : words.list.other;
    return [`${count} ${noun} ${place}`.trim(), ...(years.length > 0 ? [list(years)] : [])].join(', ');
  }

  /** All pages that pass the filters, asked for one after the other. */
  async function exportRows() {
    const rows: ProjectRow[] = [];
    for (let next = 1; next <= 20; next += 1) {
      const more = await api.projects.list.query({ ...ask, page: next });
      rows.push(...more.rows);
      if (rows.length >= more.totalCount || more.rows.length === 0) break;
    }
    const c = words.list.columns;
    const head = [
      c.title,
      c.status,
      c.tier,
      c.year,
      c.district,
      c.body,
      c.owner,
      c.themes,
      c.sessions,
      c.sessionCount,
      c.spent,
      c.budget,
      c.goals,
      c.goalCount,
    ];
    const body = rows.map((row) => [
      row.title,
      terms.projectStatus[row.status],
      row.tier === null ? '' : terms.tier[row.tier],
      row.year,
      row.districtName ?? row.municipalityName,
      row.bodyName ?? '',
      list(row.ownerNames),
      list(row.themes.map((theme) => words.themes[theme])),
      row.heldCount,
      row.sessionCount,
      row.spentOere / 100,
      row.budgetOere / 100,
      row.goalMetCount,
      row.goalCount,
    ]);
    keepFile(fileName(words.projects, 'csv'), writeCsv(head, body));
  }

  return (
    <Table
      label={words.list.label}
      columns={columns}
      rows={page?.rows}
      rowId={(row) => row.id}
      rowHref={(row) => `/projekter/${row.id}`}
      state={state}
      onStateChange={setState}
      filters={filters}
      server={{ totalCount: page?.totalCount ?? 0, isMore: page?.isCapped ?? false, pageSize: page?.pageSize ?? 50 }}
      sentence={sentence}
      onExport={exportRows}
      isLoading={projects.isPending}
      rowLook={(row) => (statusLook(row.status) === 'quiet' ? 'quiet' : 'plain')}
      empty={{
        title: words.list.emptyTitle,
        text: words.list.emptyText,
        ...(page?.abilities.add === true
          ? {
              action: (
                <Button component={UiLink} href="/projekter/nyt">
                  {words.list.newProject}
                </Button>
              ),
            }
          : {}),
      }}
      {...(projects.isError ? { error: { onRetry: () => void projects.refetch() } } : {})}
    />
  );
}
