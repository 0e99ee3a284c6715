import { useQuery } from '@tanstack/react-query';
import { releasesOnPage, type ShownRelease } from '@forspring/domain/trust/release';
import { Figure } from '@forspring/ui/figure-cell';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { Table, type TableColumn } from '@forspring/ui/table';
import { StatusBadge } from '@forspring/ui/tier';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useTableAddress } from '../../kernel/table-address.ts';
import { useWords } from '../../kernel/words.ts';
import { releaseWords } from './releases.words.ts';

/** The register of what everybody outside the municipality has been shown, and what is held back because of it; the server pages. */
export function ReleasesPanel({ municipalityId }: { municipalityId: string }) {
  const words = useWords(releaseWords);
  const { instant, number, hours, list, plural } = useFormats();
  const [state, setState] = useTableAddress();
  const { data, isError, refetch } = useQuery(
    trpc.trust.listReleases.queryOptions({ municipalityId, page: state.page }),
  );
  const still = { isSortable: false } as const;
  const columns: TableColumn<ShownRelease>[] = [
    {
      id: 'project',
      title: words.project,
      cell: (row) => (
        <UiLink href={`/projekter/${row.projectId}/evaluering`}>
          {row.projectTitle} {row.year}
        </UiLink>
      ),
      isRowHead: true,
      minPx: 170,
      ...still,
    },
    { id: 'at', title: words.at, cell: (row) => instant(row.releasedAt), ...still },
    {
      id: 'release',
      title: words.release,
      cell: (row) => (
        <span>
          {number(row.number)}{' '}
          <StatusBadge
            label={row.isCurrent ? words.isCurrent : words.replaced}
            look={row.isCurrent ? 'strong' : 'quiet'}
          />
        </span>
      ),
      ...still,
    },
    { id: 'audience', title: words.audience, cell: (row) => words.audiences[row.audience], ...still },
    { id: 'threshold', title: words.threshold, kind: 'number', cell: (row) => number(row.smallestStep), ...still },
    {
      id: 'visits',
      title: words.visits,
      kind: 'number',
      cell: (row) => <Figure cell={row.figures.visits} />,
      ...still,
    },
    {
      id: 'hours',
      title: words.hours,
      kind: 'number',
      cell: (row) => <Figure cell={row.figures.visitMinutes} format={hours} />,
      ...still,
    },
    {
      id: 'contacts',
      title: words.contacts,
      kind: 'number',
      cell: (row) => <Figure cell={row.figures.contacts} />,
      ...still,
    },
    {
      id: 'held',
      title: words.held,
      minPx: 190,
      cell: ({ held, smallestStep }) =>
        held === null ? (
          <span className="fs-missing">{words.nothingHeld}</span>
        ) : (
          <>
            {words.changed(list(held.names.map((name) => words.names[name])))}
            <span className="fs-help fs-block">
              {held.reason === 'smallStep' ? words.reasons.smallStep(number(smallestStep)) : words.reasons.hoursOnly}
            </span>
          </>
        ),
      ...still,
    },
  ];
  return (
    <Section title={words.title} help={words.help}>
      {data !== undefined && (
        <p>
          {words.thresholds(
            number(data.thresholds.otherDistrict),
            number(data.thresholds.funder),
            number(data.thresholds.public),
          )}{' '}
          <UiLink href={`/administration?fane=steder&kommune=${municipalityId}`}>{words.toThresholds}</UiLink>.
        </p>
      )}
      <Table
        label={words.label}
        columns={columns}
        rows={data?.releases}
        rowId={(row) => row.id}
        state={state}
        onStateChange={setState}
        hasSearch={false}
        server={{ totalCount: data?.totalCount ?? 0, pageSize: releasesOnPage }}
        empty={{ title: words.none, text: words.noneText }}
        sentence={(count, rows) => words.count(`${count} ${plural(rows, words.one)}`)}
        {...(isError ? { error: { onRetry: () => void refetch() } } : {})}
      />
    </Section>
  );
}
