import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListedPerson, OpenInvitation } from '@forspring/domain/people/invitation';
import { Section } from '@forspring/ui/page';
import { ErrorState, Loading } from '@forspring/ui/states';
import { Table, type TableColumn } from '@forspring/ui/table';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useTableAddress } from '../../kernel/table-address.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useWords } from '../../kernel/words.ts';
import { InviteForm } from './invite-form.tsx';
import { peopleWords } from './people.words.ts';

/** Everybody with a role in a municipality, open invitations, and a form to invite somebody. */
export function PeoplePanel({ municipalityId }: { municipalityId: string }) {
  const words = useWords(peopleWords);
  const terms = useWords(termWords);
  const { plural } = useFormats();
  const [state, setState] = useTableAddress();
  const [ending, setEnding] = useState<ListedPerson | null>(null);
  const { data, isError, refetch } = useQuery(trpc.people.listPeople.queryOptions({ municipalityId }));
  if (isError) return <ErrorState onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const columns: TableColumn<ListedPerson>[] = [
    { id: 'name', title: words.columnName, value: (row) => row.name, isFixed: true, isSearchable: true },
    { id: 'role', title: words.columnRole, value: (row) => terms.role[row.role], isSearchable: true },
    { id: 'place', title: words.columnPlace, value: (row) => row.placeName, isSearchable: true },
    { id: 'email', title: words.columnEmail, value: (row) => row.email, isSearchable: true },
    { id: 'since', title: words.columnSince, kind: 'day', value: (row) => row.since },
    ...(data.abilities.invite
      ? [
          {
            id: 'end',
            title: words.end,
            isSortable: false,
            cell: (row: ListedPerson) => (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={words.endOf(row.name, terms.role[row.role])}
                onClick={() => setEnding(row)}
              >
                {words.end}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Section title={words.people}>
        <Table
          label={words.peopleLabel}
          columns={columns}
          rows={data.persons}
          rowId={(row) => row.membershipId}
          state={state}
          onStateChange={setState}
          filters={[
            {
              id: 'role',
              title: words.columnRole,
              options: Object.entries(terms.role).map(([value, label]) => ({ value, label })),
              valuesOf: (row) => row.role,
            },
          ]}
          sentence={(count, rows) => words.count(`${count} ${plural(rows, words.role)}`)}
          exportName={words.people}
        />
      </Section>
      {data.invitations.length > 0 && (
        <OpenInvitations invitations={data.invitations} mayTakeBack={data.abilities.invite} />
      )}
      {data.abilities.invite && <InviteForm municipalityId={municipalityId} places={data.places} />}
      {ending !== null && <EndDialog person={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

function OpenInvitations({ invitations, mayTakeBack }: { invitations: OpenInvitation[]; mayTakeBack: boolean }) {
  const words = useWords(peopleWords);
  const terms = useWords(termWords);
  const { day } = useFormats();
  const { textOf } = useProblemWords();
  const remove = useCommand(trpc.people.removeInvitation.mutationOptions());
  return (
    <Section title={words.open}>
      {remove.problem !== null && <p role="alert">{textOf(remove.problem)}</p>}
      <ul className="fs-plain-list">
        {invitations.map((one) => (
          <li key={one.id}>
            {one.isExpired
              ? words.expired(one.name, terms.role[one.role], one.placeName)
              : words.openUntil(one.name, terms.role[one.role], one.placeName, day(one.expiresOn))}{' '}
            <span className="fs-quiet">{one.email}</span>{' '}
            {mayTakeBack && (
              <Button
                size="compact-sm"
                variant="subtle"
                disabled={remove.isBusy}
                aria-label={words.takeBackOf(one.name, one.email)}
                onClick={() => void remove.send({ invitationId: one.id })}
              >
                {words.takeBack}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function EndDialog({ person, onClose }: { person: ListedPerson; onClose: () => void }) {
  const words = useWords(peopleWords);
  const terms = useWords(termWords);
  const { textOf } = useProblemWords();
  const end = useCommand(trpc.people.endMembership.mutationOptions(), { onDone: onClose });
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.endQuestion(person.name, terms.role[person.role])}
      withCloseButton={false}
    >
      <p>{words.endText}</p>
      {end.problem !== null && <p role="alert">{textOf(end.problem)}</p>}
      <div className="fs-form-actions">
        <Button color="red" loading={end.isBusy} onClick={() => void end.send({ membershipId: person.membershipId })}>
          {words.end}
        </Button>
        <Button variant="default" data-autofocus onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </Modal>
  );
}
