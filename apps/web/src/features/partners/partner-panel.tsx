import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShownPartner } from '@forspring/domain/partners/partner';
import { ErrorSummary } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { ErrorState, Loading } from '@forspring/ui/states';
import { Table, type TableColumn, useTableState } from '@forspring/ui/table';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useWords } from '../../kernel/words.ts';
import { PartnerForm } from './partner-form.tsx';
import { partnerWords } from './partner.words.ts';
import './partners.css';

type Open = { kind: 'add' } | { kind: 'edit' | 'remove'; partner: ShownPartner } | null;

/** Who takes part in a project, what each promised and what is registered of it so far. */
export function PartnerPanel({ projectId }: { projectId: string }) {
  const words = useWords(partnerWords);
  const partners = useQuery(trpc.partners.list.queryOptions({ projectId }));
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  if (partners.isError) return <ErrorState onRetry={() => void partners.refetch()} />;
  if (partners.data === undefined) return <Loading lines={6} />;
  const { edit } = partners.data.abilities;
  const addButton = edit ? <Button onClick={() => setOpen({ kind: 'add' })}>{words.add}</Button> : undefined;
  return (
    <Section title={words.title} help={words.help} {...(addButton === undefined ? {} : { action: addButton })}>
      <PartnerTable partners={partners.data.partners} mayEdit={edit} onOpen={setOpen} />
      <Modal
        opened={open !== null && open.kind !== 'remove'}
        onClose={close}
        size="lg"
        title={open?.kind === 'edit' ? words.editOf(open.partner.organisationName) : words.add}
      >
        {open !== null && open.kind !== 'remove' && (
          <PartnerForm
            projectId={projectId}
            partner={open.kind === 'edit' ? open.partner : null}
            taken={partners.data.partners.map((one) => one.organisationId)}
            organisations={partners.data.organisations}
            onClose={close}
          />
        )}
      </Modal>
      <Modal
        opened={open?.kind === 'remove'}
        onClose={close}
        title={open?.kind === 'remove' ? words.removeTitle(open.partner.organisationName) : ''}
      >
        {open?.kind === 'remove' && <RemovePartner partner={open.partner} onClose={close} />}
      </Modal>
    </Section>
  );
}

function PartnerTable({
  partners,
  mayEdit,
  onOpen,
}: {
  partners: ShownPartner[];
  mayEdit: boolean;
  onOpen: (open: Open) => void;
}) {
  const words = useWords(partnerWords);
  const terms = useWords(termWords);
  const { counted } = useFormats();
  const [state, setState] = useTableState({ sort: { column: 'organisation', isDescending: false } });
  const yesNo = (is: boolean) => (is ? words.yes : words.no);
  const columns: TableColumn<ShownPartner>[] = [
    { id: 'organisation', title: words.organisation, value: (row) => row.organisationName, isFixed: true, minPx: 160 },
    { id: 'role', title: words.role, value: (row) => words.roles[row.role] },
    { id: 'promise', title: words.promise, value: (row) => row.promise, minPx: 220, isSortable: false },
    { id: 'registers', title: words.registers, value: (row) => yesNo(row.registers) },
    {
      id: 'kind',
      title: words.kind,
      value: (row) => terms.organisationKind[row.organisationKind],
      isHiddenAtFirst: true,
    },
    { id: 'section115', title: words.section115, value: (row) => yesNo(row.withinSection115) },
    { id: 'people', title: words.people, kind: 'number', value: (row) => row.personCount, isHiddenAtFirst: true },
    ...(mayEdit
      ? [
          {
            id: 'actions',
            title: words.edit,
            isSortable: false,
            minPx: 170,
            cell: (row: ShownPartner) => (
              <div className="fs-partner-actions">
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={words.editOf(row.organisationName)}
                  onClick={() => onOpen({ kind: 'edit', partner: row })}
                >
                  {words.edit}
                </Button>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={words.removeTitle(row.organisationName)}
                  onClick={() => onOpen({ kind: 'remove', partner: row })}
                >
                  {words.remove}
                </Button>
              </div>
            ),
          } satisfies TableColumn<ShownPartner>,
        ]
      : []),
  ];
  return (
    <Table
      label={words.label}
      columns={columns}
      rows={partners}
      rowId={(row) => row.id}
      state={state}
      onStateChange={setState}
      hasSearch={partners.length > 8}
      sentence={(_, rows) => counted(rows, { one: words.one, other: words.other })}
      exportName={words.title}
      empty={{ title: words.empty, text: words.emptyText }}
    />
  );
}

function RemovePartner({ partner, onClose }: { partner: ShownPartner; onClose: () => void }) {
  const words = useWords(partnerWords);
  const { textOf } = useProblemWords();
  const command = useCommand(trpc.partners.remove.mutationOptions(), { onDone: onClose });
  return (
    <>
      <p>{words.removeText}</p>
      {command.problem !== null && <ErrorSummary problems={[]} round={0} other={textOf(command.problem)} />}
      <div className="fs-form-actions">
        <Button
          color="red"
          loading={command.isBusy}
          onClick={() => void command.send({ partnerId: partner.id, baseVersion: partner.version })}
        >
          {words.remove}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </>
  );
}
