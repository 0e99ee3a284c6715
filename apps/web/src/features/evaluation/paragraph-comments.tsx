import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ShownEvaluation } from '@forspring/domain/evaluation/evaluation';
import type { ShownParagraphComment } from '@forspring/domain/evaluation/paragraph';
import { ErrorSummary, Form, FormActions, LongTextField } from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { commentWords } from './comment.words.ts';

/** What the body says about one paragraph: it writes there while it reads, the owner answers and settles there while mending. */
export function ParagraphComments({
  projectId,
  shown,
  paragraph,
}: {
  projectId: string;
  shown: ShownEvaluation;
  paragraph: string;
}) {
  const words = useWords(commentWords);
  const [isAdding, setAdding] = useState(false);
  const own = shown.comments.filter((comment) => comment.paragraph === paragraph);
  const { review, write } = shown.abilities;
  if (own.length === 0 && !review) return null;
  return (
    <div className="evaluation-comments">
      {own.length > 0 && (
        <ul aria-label={words.comments}>
          {own.map((comment) => (
            <li key={comment.id}>
              <Comment comment={comment} maySettle={write} />
            </li>
          ))}
        </ul>
      )}
      {review && !isAdding && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
      {isAdding && <CommentForm projectId={projectId} paragraph={paragraph} onDone={() => setAdding(false)} />}
    </div>
  );
}

function Comment({ comment, maySettle }: { comment: ShownParagraphComment; maySettle: boolean }) {
  const words = useWords(commentWords);
  const { instant } = useFormats();
  const { textOf } = useProblemWords();
  const fields = useFields({
    initial: { answer: comment.answer },
    draftKey: `answer-${comment.id}`,
    scope: `comment-${comment.id}`,
  });
  const settle = useCommand(trpc.evaluation.settleComment.mutationOptions(), { onDone: () => fields.markSaved() });
  const remove = useCommand(trpc.evaluation.removeComment.mutationOptions());
  const problem = settle.problem ?? remove.problem;
  const isSettled = comment.settledAt !== null;
  const send = (to: boolean) =>
    void settle.send({ commentId: comment.id, isSettled: to, answer: fields.values.answer });
  return (
    <>
      <p className="evaluation-text">{comment.text}</p>
      <p className="fs-quiet">
        {words.by(comment.by, instant(comment.at))} ·{' '}
        {comment.settledBy !== null && comment.settledAt !== null
          ? words.settled(comment.settledBy, instant(comment.settledAt))
          : words.open}
      </p>
      {comment.answer !== '' && (!maySettle || isSettled) && <p className="evaluation-text">{comment.answer}</p>}
      {maySettle && !isSettled && (
        <LongTextField {...fields.bind('answer')} label={words.answer} maxLength={1000} minRows={1} isOptional />
      )}
      {problem !== null && <p role="alert">{textOf(problem)}</p>}
      {maySettle && (
        <Button variant="default" size="compact-sm" loading={settle.isBusy} onClick={() => send(!isSettled)}>
          {isSettled ? words.reopen : words.settle}
        </Button>
      )}
      {comment.mayRemove && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={remove.isBusy}
          onClick={() => void remove.send({ commentId: comment.id })}
        >
          {words.remove}
        </Button>
      )}
    </>
  );
}

function CommentForm({ projectId, paragraph, onDone }: { projectId: string; paragraph: string; onDone: () => void }) {
  const words = useWords(commentWords);
  const { textOf, fieldsOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  const fields = useFields({
    initial: { text: '' },
    draftKey: `comment-${projectId}-${paragraph}`,
    scope: `comment-on-${paragraph}`,
  });
  const add = useCommand(trpc.evaluation.addComment.mutationOptions(), {
    onDone: () => {
      fields.markSaved();
      onDone();
    },
    onProblem: (problem) => fields.showProblems(fieldsOf(problem, { text: words.text })),
  });
  return (
    <Form label={words.add} onSubmit={() => void add.send({ projectId, id, paragraph, text: fields.values.text })}>
      <ErrorSummary
        problems={fields.problems}
        round={fields.problemRound}
        other={add.problem === null || add.problem.fields.length > 0 ? undefined : textOf(add.problem)}
      />
      <LongTextField {...fields.bind('text')} label={words.text} help={words.textHelp} maxLength={1000} minRows={2} />
      <FormActions submit={words.save} isBusy={add.isBusy}>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
