import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { evaluationWords } from './evaluation.words.ts';

/** Whether the frozen content still is what was approved, with its fingerprint for whoever keeps a copy. */
export function FrozenMark({ projectId }: { projectId: string }) {
  const words = useWords(evaluationWords);
  const { instant } = useFormats();
  const { data } = useQuery(trpc.evaluation.verify.queryOptions({ projectId }));
  if (data === undefined) return null;
  return (
    <div role={data.isUnchanged ? undefined : 'alert'}>
      <p>{data.isUnchanged ? words.unchanged(instant(data.frozenAt)) : words.changed}</p>
      <details>
        <summary>{words.hash}</summary>
        <p className="evaluation-hash">{data.contentHash}</p>
      </details>
    </div>
  );
}
