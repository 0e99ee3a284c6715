import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorSummary, Form, FormActions } from '@forspring/ui/form';
import type { Fields } from '@forspring/ui/use-fields';
import type { Command } from './commands.tsx';
import { useProblemWords } from './problems.words.ts';

/** A form above the page: what is wrong on top, its fields, save and cancel. */
export function CommandWindow<Values extends object, Input, Output>({
  title,
  words,
  fields,
  command,
  onSave,
  onClose,
  children,
}: {
  title: string;
  words: { save: string; cancel: string };
  fields: Fields<Values>;
  command: Command<Input, Output>;
  onSave: () => Promise<Output | undefined>;
  onClose: () => void;
  children: ReactNode;
}) {
  const { textOf } = useProblemWords();
  async function save() {
    if (!fields.check()) return;
    if ((await onSave()) === undefined) return;
    fields.markSaved();
    onClose();
  }
  const { problem } = command;
  return (
    <Modal opened onClose={onClose} title={title}>
      <Form label={title} onSubmit={() => void save()}>
        <ErrorSummary
          problems={fields.problems}
          round={fields.problemRound}
          other={problem !== null && problem.fields.length === 0 ? textOf(problem) : undefined}
        />
        {children}
        <FormActions submit={words.save} isBusy={command.isBusy}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </FormActions>
      </Form>
    </Modal>
  );
}
