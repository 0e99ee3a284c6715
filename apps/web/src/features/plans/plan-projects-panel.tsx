import type { ShownPlan } from '@forspring/domain/plans/annual-plan';
import { Section } from '@forspring/ui/page';
import { Table, type TableColumn, useTableState } from '@forspring/ui/table';
import { StatusBadge, TierBadge, type TierLook } from '@forspring/ui/tier';
import { useFormats } from '../../kernel/formats.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useWords } from '../../kernel/words.ts';
import { planWords } from './plan.words.ts';

type Planned = ShownPlan['projects'][number];

/** All of a body's projects in one year, decided or not, with their money. */
export function PlanProjectsPanel({ plan }: { plan: ShownPlan }) {
  const words = useWords(planWords);
  const terms = useWords(termWords);
  const { plural } = useFormats();
  const [state, setState] = useTableState();
  const statusOf = (row: Planned) => terms.projectStatus[row.status as keyof typeof terms.projectStatus];
  const tierOf = (row: Planned) => (row.tier === null ? '' : terms.tier[row.tier as TierLook]);
  const columns: TableColumn<Planned>[] = [
    { id: 'title', title: words.columnProject, value: (row) => row.title, isFixed: true, isSearchable: true },
    {
      id: 'status',
      title: words.columnStatus,
      value: statusOf,
      cell: (row) => <StatusBadge label={statusOf(row)} look={row.status === 'submitted' ? 'waiting' : 'plain'} />,
    },
    {
      id: 'tier',
      title: words.columnTier,
      value: tierOf,
      cell: (row) => (row.tier === null ? null : <TierBadge tier={row.tier as TierLook} />),
    },
    { id: 'owner', title: words.columnOwner, value: (row) => row.ownerName, isSearchable: true },
    { id: 'cash', title: words.columnCash, kind: 'money', value: (row) => row.cashOere },
    { id: 'inKind', title: words.columnInKind, kind: 'money', value: (row) => row.inKindOere },
    { id: 'frame', title: words.columnFrame, kind: 'money', value: (row) => row.frameOere },
  ];
  return (
    <Section title={words.projects}>
      <Table
        label={words.projectsLabel}
        columns={columns}
        rows={plan.projects}
        rowId={(row) => row.id}
        rowHref={(row) => `/projekter/${row.id}`}
        state={state}
        onStateChange={setState}
        sentence={(count, rows) => words.count(`${count} ${plural(rows, words.project)}`, plan.year)}
        exportName={words.title(plan.bodyName, plan.year)}
      />
    </Section>
  );
}
