import { useState } from 'react';
import type { ShownEvaluation } from '@forspring/domain/evaluation/evaluation';
import { ErrorSummary, Form, FormActions, LongTextField } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { evaluationWords } from './evaluation.words.ts';

/** Corrections beside a frozen evaluation. */
export function EvaluationNotes({ projectId, shown }: { projectId: string; shown: ShownEvaluation }) {
  const words = useWords(evaluationWords);
  const { instant } = useFormats();
  const { textOf, fieldsOf } = useProblemWords();
  const [id, setId] = useState(() => crypto.randomUUID());
  const fields = useFields({ initial: { text: '' }, draftKey: `note-${projectId}` });
  const add = useCommand(trpc.evaluation.addNote.mutationOptions(), {
    onDone: () => {
      fields.reset({ text: '' });
      setId(crypto.randomUUID());
    },
  });
  return (
    <Section title={words.notes} help={words.notesHelp} id="notes">
      {shown.notes.length === 0 && <p className="fs-help">{words.noNotes}</p>}
      <ul className="evaluation-outcomes">
        {shown.notes.map((note) => (
          <li key={note.id} className="evaluation-outcome">
            <p className="evaluation-text">{note.text}</p>
            <p className="fs-quiet">{words.noteBy(note.by, instant(note.at))}</p>
          </li>
        ))}
      </ul>
      {shown.abilities.addNote && (
        <Form label={words.note} onSubmit={() => void add.send({ projectId, id, text: fields.values.text })}>
          <ErrorSummary
            problems={add.problem === null ? [] : fieldsOf(add.problem, { text: words.note })}
            round={fields.problemRound}
            other={add.problem === null || add.problem.fields.length > 0 ? undefined : textOf(add.problem)}
          />
          <LongTextField {...fields.bind('text')} label={words.note} maxLength={2000} minRows={2} />
          <FormActions submit={words.addNote} isBusy={add.isBusy} />
        </Form>
      )}
    </Section>
  );
}
