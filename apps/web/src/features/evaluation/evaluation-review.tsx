import { Button } from '@mantine/core';
import type { ShownEvaluation } from '@forspring/domain/evaluation/evaluation';
import { CprNotice, ErrorSummary, LongTextField } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { evaluationWords } from './evaluation.words.ts';

/** The body's decision: approve and freeze, or return with a comment. */
export function EvaluationReview({ projectId, shown }: { projectId: string; shown: ShownEvaluation }) {
  const words = useWords(evaluationWords);
  const { textOf } = useProblemWords();
  const fields = useFields({ initial: { comment: '' }, draftKey: `review-${projectId}` });
  const { comment } = fields.values;
  const done = () => fields.reset({ comment: '' });
  const approve = useCommand(trpc.evaluation.approve.mutationOptions(), { onDone: done });
  const giveBack = useCommand(trpc.evaluation.return.mutationOptions(), { onDone: done });
  const problem = approve.problem ?? giveBack.problem;
  const baseVersion = shown.version;
  return (
    <Section title={words.review} help={words.reviewHelp} id="review">
      <div className="fs-form">
        <ErrorSummary
          problems={fields.problems}
          round={fields.problemRound}
          other={problem === null ? undefined : textOf(problem)}
        />
        <LongTextField
          {...fields.bind('comment')}
          label={words.returnComment}
          help={words.returnCommentHelp}
          maxLength={2000}
        />
        <CprNotice />
        <div className="fs-form-actions">
          <Button
            loading={approve.isBusy}
            onClick={() => {
              giveBack.clearProblem();
              void approve.send({ projectId, baseVersion, comment });
            }}
          >
            {words.approve}
          </Button>
          <Button
            variant="default"
            loading={giveBack.isBusy}
            onClick={() => {
              approve.clearProblem();
              if (comment.trim() === '' && !shown.comments.some((one) => one.settledAt === null))
                fields.showProblems([{ path: 'comment', message: words.returnCommentHelp }]);
              else void giveBack.send({ projectId, baseVersion, comment });
            }}
          >
            {words.return}
          </Button>
        </div>
      </div>
    </Section>
  );
}
