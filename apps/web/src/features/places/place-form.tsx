import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ErrorSummary, Form, FormActions } from '@forspring/ui/form';
import { type Fields, useFields } from '@forspring/ui/use-fields';
import type { WireProblem } from '../../kernel/problem.ts';
import { checkWith, type FieldLabels, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { placesWords } from './places.words.ts';

/** What the forms of this page need of a command, whatever it answers. */
interface Sender<Input> {
  send: (input: Input) => Promise<object | undefined>;
  isBusy: boolean;
  problem: WireProblem | null;
}

interface PlaceFormProps<Values extends object, Input extends object> {
  title: string;
  initial: Values;
  schema: Parameters<typeof checkWith>[0];
  /** What was typed as the domain's schema takes it; `id` stays the same until the thing has been added. */
  inputOf: (values: Values, id: string) => Input;
  labels: FieldLabels;
  command: Sender<Input>;
  submit: string;
  /** What to say when it is done; the form is empty then and stays open for the next. */
  done: (values: Values) => string;
  onClose: () => void;
  children: (fields: Fields<Values>) => ReactNode;
}

/** The one small form of the places page: add one thing, hear that it is there, add the next or close. */
export function PlaceForm<Values extends object, Input extends object>({
  title,
  initial,
  schema,
  inputOf,
  labels,
  command,
  submit,
  done,
  onClose,
  children,
}: PlaceFormProps<Values, Input>) {
  const words = useWords(placesWords);
  const language = useLanguage();
  const { textOf, fieldsOf } = useProblemWords();
  const [id, setId] = useState(() => crypto.randomUUID());
  const [said, setSaid] = useState('');
  const fields = useFields<Values>({
    initial,
    check: (values) => checkWith(schema, language, labels)(inputOf(values, id)),
    draftKey: `place ${title}`,
  });
  const wire = command.problem;
  async function add() {
    setSaid('');
    if (!fields.check()) return;
    const values = fields.values;
    if ((await command.send(inputOf(values, id))) === undefined) return;
    setSaid(done(values));
    setId(crypto.randomUUID());
    fields.reset(initial);
  }
  return (
    <Form label={title} onSubmit={() => void add()}>
      <ErrorSummary
        problems={fields.problems.length > 0 || wire === null ? fields.problems : fieldsOf(wire, labels)}
        round={fields.problemRound}
        other={wire === null ? undefined : textOf(wire)}
      />
      {children(fields)}
      <FormActions submit={submit} isBusy={command.isBusy}>
        <Button
          variant="default"
          onClick={() => {
            fields.reset(initial);
            onClose();
          }}
        >
          {words.cancel}
        </Button>
      </FormActions>
      <p role="status">{said}</p>
    </Form>
  );
}
