import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { problemOf } from '../../kernel/problem.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { evaluationWords } from './evaluation.words.ts';

/** Whether the frozen content still is what was approved, with its fingerprint for whoever keeps a copy. */
export function FrozenMark({ projectId }: { projectId: string }) {
  const words = useWords(evaluationWords);
  const { instant } = useFormats();
  const { data } = useQuery(trpc.evaluation.verify.queryOptions({ projectId }));
  if (data === undefined) return null;
  return (
    <div className="evaluation-frozen" role={data.isUnchanged ? undefined : 'alert'}>
      <p>{data.isUnchanged ? words.unchanged(instant(data.frozenAt)) : words.changed}</p>
      <details>
        <summary>{words.hash}</summary>
        <p className="evaluation-hash">{data.contentHash}</p>
      </details>
      <Recompute projectId={projectId} />
    </div>
  );
}

/** Builds the evaluation again from the kept data when asked, and says whether it is the same. */
function Recompute({ projectId }: { projectId: string }) {
  const words = useWords(evaluationWords);
  const { list } = useFormats();
  const { textOf } = useProblemWords();
  const asked = useQuery({
    ...trpc.evaluation.verifyFromData.queryOptions({ projectId }),
    enabled: false,
    retry: false,
  });
  const answer = asked.isFetching
    ? words.recomputing
    : asked.error !== null
      ? textOf(problemOf(asked.error))
      : asked.data === undefined
        ? ''
        : asked.data.isSame
          ? words.recomputed
          : words.differs(list(asked.data.differences.map(({ part }) => words.parts[part])));
  return (
    <div className="fs-no-print">
      <Button variant="default" size="sm" loading={asked.isFetching} onClick={() => void asked.refetch()}>
        {words.recompute}
      </Button>
      <p role="status">{answer}</p>
    </div>
  );
}
