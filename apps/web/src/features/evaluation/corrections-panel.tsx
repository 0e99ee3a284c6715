import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ShownCorrection } from '@forspring/domain/evaluation/correction';
import { ErrorSummary, Form, FormActions, LongTextField } from '@forspring/ui/form';
import { FactLine, Section } from '@forspring/ui/page';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { CorrectionDetails } from './correction-details.tsx';
import { correctionWords } from './correction.words.ts';
import { evaluationWords } from './evaluation.words.ts';
import './evaluation.css';

/** The corrections of a frozen evaluation: the draft to complete, and those that were sent; nothing where there are none. */
export function CorrectionsPanel({ projectId }: { projectId: string }) {
  const words = useWords(correctionWords);
  const { data = [] } = useQuery(trpc.corrections.show.queryOptions({ projectId }));
  if (data.length === 0) return null;
  return (
    <Section title={words.title} help={words.help} id="corrections">
      <ul className="evaluation-outcomes">
        {data.map((one) => (
          <li key={one.id} className="evaluation-outcome">
            <Correction correction={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Correction({ correction }: { correction: ShownCorrection }) {
  const words = useWords(correctionWords);
  const { instant, list } = useFormats();
  const { parts } = useWords(evaluationWords);
  const { status, doneBy, doneAt, draftedAt, differences } = correction;
  const at = doneAt === null ? '' : instant(doneAt);
  const state =
    status === 'draft'
      ? words.draft
      : status === 'sent'
        ? words.sent(doneBy ?? '–', at)
        : words.dropped(doneBy ?? '–', at);
  return (
    <>
      <FactLine facts={[state, words.draftedAt(instant(draftedAt))]} />
      {correction.text !== '' && <p className="evaluation-text">{correction.text}</p>}
      {differences.length > 0 ? (
        <p>{words.differs(list(differences.map(({ part, count }) => words.part(parts[part], count))))}</p>
      ) : (
        status === 'draft' && <p>{words.same}</p>
      )}
      <CorrectionDetails details={correction.details} />
      {status !== 'dropped' && <Receivers correction={correction} />}
      {correction.abilities.edit && <Complete correction={correction} />}
    </>
  );
}

function Receivers({ correction: { receivers, status } }: { correction: ShownCorrection }) {
  const words = useWords(correctionWords);
  const { instant } = useFormats();
  if (receivers.length === 0) return <p className="fs-help">{words.noReceivers}</p>;
  return (
    <details open={status === 'draft'}>
      <summary>{words.receivers}</summary>
      <ul>
        {receivers.map(({ kind, name, seenAt }) => (
          <li key={`${kind} ${name}`}>
            {words.receiver(words.kinds[kind], name)}
            {status === 'sent' && (
              <span className="fs-quiet"> ({seenAt === null ? words.unseen : words.seen(instant(seenAt))})</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Complete({ correction: { id, version } }: { correction: ShownCorrection }) {
  const words = useWords(correctionWords);
  const { textOf, fieldsOf } = useProblemWords();
  const fields = useFields({
    initial: { text: '' },
    draftKey: `correction-${id}`,
    scope: `correction-${id}`,
    check: ({ text }) => (text.trim().length < 10 ? [{ path: 'text', message: words.textHelp }] : []),
  });
  const onProblem = (problem: Parameters<typeof fieldsOf>[0]) =>
    fields.showProblems(fieldsOf(problem, { text: words.text }));
  const send = useCommand(trpc.corrections.submit.mutationOptions(), { onProblem });
  const drop = useCommand(trpc.corrections.reject.mutationOptions(), { onProblem });
  const problem = send.problem ?? drop.problem;
  async function finish(command: typeof send | typeof drop) {
    if (!fields.check()) return;
    const done = await command.send({ correctionId: id, baseVersion: version, text: fields.values.text });
    if (done !== undefined) fields.markSaved();
  }
  return (
    <Form label={words.text} onSubmit={() => void finish(send)}>
      <ErrorSummary
        problems={fields.problems}
        round={fields.problemRound}
        other={problem === null || problem.fields.length > 0 ? undefined : textOf(problem)}
      />
      <LongTextField {...fields.bind('text')} label={words.text} help={words.textHelp} maxLength={2000} minRows={3} />
      <FormActions submit={words.send} isBusy={send.isBusy}>
        <Button variant="default" loading={drop.isBusy} onClick={() => void finish(drop)}>
          {words.drop}
        </Button>
      </FormActions>
    </Form>
  );
}
