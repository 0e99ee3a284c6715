import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ErrorSummary, Form, FormActions } from '@forspring/ui/form';
import { Conflict } from '@forspring/ui/conflict';
import type { Fields } from '@forspring/ui/use-fields';
import { useWords } from '../../kernel/words.ts';
import { budgetFormWords } from './budget-forms.words.ts';
import type { BudgetForm } from './use-budget-form.ts';

interface FormWindowProps<Values extends object> {
  title: string;
  fields: Fields<Values>;
  form: BudgetForm;
  submit?: string;
  onClose: () => void;
  /** What can be deleted here, by its name. */
  remove?: { title: string; isBusy: boolean; run: () => void };
  children: ReactNode;
}

/** A form above the page: summary, fields, save, and deletion after a question. Two versions take its place when they differ. */
export function FormWindow<Values extends object>({
  title,
  fields,
  form,
  submit,
  onClose,
  remove,
  children,
}: FormWindowProps<Values>) {
  const words = useWords(budgetFormWords);
  const [isAsking, setAsking] = useState(false);
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      {form.conflict !== null ? (
        <Conflict rows={form.conflict.rows} onChoose={form.conflict.choose} isBusy={form.isBusy} />
      ) : (
        <Form label={title} onSubmit={form.submit}>
          <ErrorSummary problems={fields.problems} round={fields.problemRound} other={form.other} />
          {children}
          {isAsking && remove !== undefined ? (
            <div className="fs-form-actions" role="group" aria-label={words.sure(remove.title)}>
              <span>{words.sure(remove.title)}</span>
              <Button color="red" loading={remove.isBusy} onClick={remove.run}>
                {words.sureYes(remove.title)}
              </Button>
              <Button variant="default" onClick={() => setAsking(false)}>
                {words.cancel}
              </Button>
            </div>
          ) : (
            <FormActions submit={submit ?? words.save} isBusy={form.isBusy}>
              <Button variant="default" onClick={onClose}>
                {words.cancel}
              </Button>
              {remove !== undefined && (
                <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
                  {words.remove}
                </Button>
              )}
            </FormActions>
          )}
        </Form>
      )}
    </Modal>
  );
}
