import { Button } from '@mantine/core';
import { useState } from 'react';
import { addPartnerOrganisationInput } from '@forspring/domain/partners/partner';
import { organisationKinds, type OrganisationKind } from '@forspring/domain/places/organisation';
import { ErrorSummary, Form, FormActions, SelectField, TextField } from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { partnerWords } from './partner.words.ts';

interface NewOrganisationFormProps {
  projectId: string;
  onDone: (organisationId: string) => void;
  onClose: () => void;
}

/** Writes down an organisation nobody in the municipality has worked with here; it starts outside the § 115 circle. */
export function NewOrganisationForm({ projectId, onDone, onClose }: NewOrganisationFormProps) {
  const words = useWords(partnerWords);
  const terms = useWords(termWords);
  const language = useLanguage();
  const { textOf, fieldsOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  const labels = { name: words.newName, kind: words.kind };
  const fields = useFields<{ name: string; kind: OrganisationKind | null }>({
    initial: { name: '', kind: null },
    check: (values) => checkWith(addPartnerOrganisationInput, language, labels)({ projectId, id, ...values }),
  });
  const command = useCommand(trpc.partners.addOrganisation.mutationOptions(), {
    onProblem: (problem) => fields.showProblems(fieldsOf(problem, labels)),
    onDone: (added) => onDone(added.id),
  });
  async function save() {
    const { name, kind } = fields.values;
    if (!fields.check() || kind === null) return;
    await command.send({ projectId, id, name, kind });
  }
  const hasFields = (command.problem?.fields.length ?? 0) > 0;
  return (
    <Form label={words.newTitle} onSubmit={() => void save()}>
      <ErrorSummary
        problems={fields.problems}
        round={fields.problemRound}
        other={command.problem === null || hasFields ? undefined : textOf(command.problem)}
      />
      <TextField {...fields.bind('name')} label={words.newName} maxLength={120} />
      <SelectField
        {...fields.bind('kind')}
        label={words.kind}
        options={organisationKinds.map((value) => ({ value, label: terms.organisationKind[value] }))}
      />
      <p className="fs-help">{words.newHelp}</p>
      <FormActions submit={words.saveNew} isBusy={command.isBusy}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
