import { FactLine, Section } from '@forspring/ui/page';
import { ErrorState, Loading } from '@forspring/ui/states';
import { StatusBadge } from '@forspring/ui/tier';
import { evaluableStatuses } from '@forspring/domain/evaluation/evaluation.rules';
import type { ShownEvaluation } from '@forspring/domain/evaluation/evaluation';
import { lockedStatuses } from '@forspring/domain/projects/project.rules';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { commentWords } from './comment.words.ts';
import { EvaluationForm } from './evaluation-form.tsx';
import { EvaluationNotes } from './evaluation-notes.tsx';
import { EvaluationReading } from './evaluation-reading.tsx';
import { EvaluationReview } from './evaluation-review.tsx';
import { FrozenMark } from './frozen-mark.tsx';
import { ParagraphComments } from './paragraph-comments.tsx';
import { ProcessFigures } from './process-figures.tsx';
import { QualityPanel } from './quality-panel.tsx';
import { evaluationWords } from './evaluation.words.ts';
import { useEvaluation } from './use-evaluation.ts';
import './evaluation.css';

/** A project's evaluation: what the system knows, what its owner writes, what the body decides, and the frozen result. */
export function EvaluationPanel({ projectId }: { projectId: string }) {
  const { data, isError, refetch } = useEvaluation(projectId);
  if (isError) return <ErrorState onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  // Before the first day there is nothing to show but zeros.
  if (!hasBegun(data)) return <StatusLine shown={data} projectId={projectId} />;
  return (
    <>
      <StatusLine shown={data} projectId={projectId} />
      <ProcessFigures process={data.process} pulse={data.pulse} isFrozen={data.status === 'approved'} />
      <ParagraphComments projectId={projectId} shown={data} paragraph="process" />
      <QualityPanel projectId={projectId} checks={data.quality} />
      {data.abilities.write ? (
        <EvaluationForm projectId={projectId} shown={data} />
      ) : (
        <EvaluationReading projectId={projectId} shown={data} />
      )}
      {data.abilities.review && <EvaluationReview projectId={projectId} shown={data} />}
      {data.status === 'approved' && <EvaluationNotes projectId={projectId} shown={data} />}
    </>
  );
}

const hasBegun = ({ projectStatus }: ShownEvaluation) =>
  lockedStatuses.includes(projectStatus) && projectStatus !== 'approved';

function StatusLine({ shown, projectId }: { shown: ShownEvaluation; projectId: string }) {
  const words = useWords(evaluationWords);
  const comments = useWords(commentWords);
  const { instant } = useFormats();
  const isEnded = evaluableStatuses.includes(shown.projectStatus) || shown.status !== null;
  const facts = [
    <StatusBadge
      key="status"
      label={words.status[shown.status ?? 'none']}
      look={shown.status === 'approved' ? 'strong' : shown.status === 'submitted' ? 'waiting' : 'plain'}
    />,
    ...(shown.submittedBy !== null && shown.submittedAt !== null
      ? [words.submittedLine(shown.submittedBy, instant(shown.submittedAt))]
      : []),
    ...(shown.approvedBy !== null && shown.frozenAt !== null
      ? [words.approvedLine(shown.approvedBy, instant(shown.frozenAt))]
      : []),
  ];
  const openCount = shown.comments.filter((comment) => comment.settledAt === null).length;
  const toSettle = openCount === 0 ? '' : openCount === 1 ? comments.oneToSettle : comments.toSettle(String(openCount));
  const notice = !isEnded
    ? { title: words.notYet, text: hasBegun(shown) ? `${words.notYetText} ${words.figuresNow}` : words.notYetText }
    : shown.status === 'returned'
      ? { title: words.returnedTitle, text: [shown.returnComment, toSettle].filter((part) => part !== '').join('\n') }
      : shown.isHidden
        ? { title: words.hidden, text: `${words.hiddenText} ${words.figuresNow}` }
        : shown.status === 'submitted' && !shown.abilities.review
          ? { title: words.waiting, text: words.waitingText }
          : null;
  return (
    <Section title={words.title}>
      <FactLine facts={facts} />
      {shown.status === 'approved' && <FrozenMark projectId={projectId} />}
      {notice !== null && (
        <div className="fs-notice" role="note">
          <div>
            <strong>{notice.title}</strong>
            <p className="evaluation-text">{notice.text}</p>
          </div>
        </div>
      )}
    </Section>
  );
}
