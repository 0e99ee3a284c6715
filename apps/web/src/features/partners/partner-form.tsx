import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  partnerForm,
  type PartnerForm as Values,
  partnerRoles,
  type ShownPartner,
  type ShownPartners,
} from '@forspring/domain/partners/partner';
import {
  CprNotice,
  ErrorSummary,
  Form,
  FormActions,
  LongTextField,
  SelectField,
  SwitchField,
} from '@forspring/ui/form';
import { Conflict } from '@forspring/ui/conflict';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { NewOrganisationForm } from './new-organisation-form.tsx';
import { partnerWords } from './partner.words.ts';

interface PartnerFormProps {
  projectId: string;
  /** Null for a new one. */
  partner: ShownPartner | null;
  taken: string[];
  organisations: ShownPartners['organisations'];
  onClose: () => void;
}

type Draft = Values & { organisationId: string | null };

/** What an organisation is in a project and what it promised in its own words; hours and counts are promises of the ledger. */
export function PartnerForm({ projectId, partner, taken, organisations, onClose }: PartnerFormProps) {
  const words = useWords(partnerWords);
  const language = useLanguage();
  const { textOf, fieldsOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  const [isNew, setNew] = useState(false);
  const [baseVersion, setBaseVersion] = useState(partner?.version ?? 1);
  const [theirs, setTheirs] = useState<(Values & { version: number }) | null>(null);
  const labels: Record<string, string> = {
    organisationId: words.organisation,
    role: words.role,
  };
  const fields = useFields<Draft>({
    initial: {
      organisationId: partner?.organisationId ?? null,
      role: partner?.role ?? 'host',
      promise: partner?.promise ?? '',
      registers: partner?.registers ?? false,
    },
    check: (values) => [
      ...(values.organisationId === null ? [{ path: 'organisationId', message: words.choose }] : []),
      ...checkWith(partnerForm, language, labels)(values),
    ],
    draftKey: `partner ${partner?.id ?? projectId}`,
  });
  const onProblem = (problem: Parameters<typeof fieldsOf>[0] & { code: string; current?: unknown }) => {
    if (problem.code === 'stale') setTheirs(problem.current as Values & { version: number });
    else fields.showProblems(fieldsOf(problem, labels));
  };
  const add = useCommand(trpc.partners.add.mutationOptions(), { onProblem });
  const set = useCommand(trpc.partners.set.mutationOptions(), { onProblem });
  const problem = add.problem ?? set.problem;

  async function save() {
    if (!fields.check()) return;
    const { organisationId, ...promise } = fields.values;
    if (organisationId === null) return;
    const saved =
      partner === null
        ? await add.send({ projectId, id, organisationId, ...promise })
        : await set.send({ partnerId: partner.id, baseVersion, ...promise });
    if (saved === undefined) return;
    fields.markSaved();
    onClose();
  }
  if (isNew)
    return (
      <NewOrganisationForm
        projectId={projectId}
        onClose={() => setNew(false)}
        onDone={(organisationId) => {
          fields.set('organisationId', organisationId);
          setNew(false);
        }}
      />
    );
  const free = organisations.filter((one) => one.id === partner?.organisationId || !taken.includes(one.id));
  const isPlain = problem !== null && problem.code !== 'stale' && problem.fields.length === 0;
  return (
    <Form label={words.form} onSubmit={() => void save()}>
      {theirs !== null && (
        <PromiseConflict
          mine={fields.values}
          theirs={theirs}
          onChoose={(choice) => {
            setBaseVersion(theirs.version);
            if (choice === 'theirs') fields.change((values) => ({ ...values, ...theirs }));
            setTheirs(null);
          }}
        />
      )}
      <ErrorSummary
        problems={fields.problems}
        round={fields.problemRound}
        other={isPlain ? textOf(problem) : undefined}
      />
      {partner === null && (
        <>
          <SelectField
            {...fields.bind('organisationId')}
            label={words.organisation}
            isSearchable
            options={free.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Button variant="subtle" size="compact-sm" onClick={() => setNew(true)}>
            {words.newOrganisation}
          </Button>
        </>
      )}
      <SelectField
        {...fields.bind('role')}
        label={words.role}
        onChange={(role) => role !== null && fields.set('role', role)}
        options={partnerRoles.map((value) => ({ value, label: words.roles[value] }))}
      />
      <CprNotice />
      <LongTextField
        {...fields.bind('promise')}
        label={words.promise}
        help={words.promiseHelp}
        isOptional
        minRows={2}
        maxLength={1000}
      />
      <SwitchField {...fields.bind('registers')} label={words.registersLabel} help={words.registersHelp} />
      <FormActions submit={words.save} isBusy={add.isBusy || set.isBusy}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}

function PromiseConflict({
  mine,
  theirs,
  onChoose,
}: {
  mine: Values;
  theirs: Values;
  onChoose: (choice: 'mine' | 'theirs') => void;
}) {
  const words = useWords(partnerWords);
  const rows = [
    { id: 'role', label: words.role, of: (one: Values) => words.roles[one.role] },
    { id: 'promise', label: words.promise, of: (one: Values) => one.promise },
    { id: 'registers', label: words.registers, of: (one: Values) => (one.registers ? words.yes : words.no) },
  ];
  const different = rows.filter((row) => row.of(mine) !== row.of(theirs));
  return (
    <Conflict
      rows={different.map((row) => ({ id: row.id, label: row.label, mine: row.of(mine), theirs: row.of(theirs) }))}
      onChoose={onChoose}
    />
  );
}
