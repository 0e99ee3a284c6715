import { useQuery } from '@tanstack/react-query';
import { Facts } from '@forspring/ui/page';
import { trpc } from '../../kernel/api.ts';
import { useWords } from '../../kernel/words.ts';
import { interventionWords } from './intervention.words.ts';

/** A recipe folded out of its name: what it is for, what it consists of, what is known to go wrong. */
export function Recipe({ interventionId, isOpen }: { interventionId: string; isOpen: boolean }) {
  const words = useWords(interventionWords);
  const { data } = useQuery(trpc.interventions.show.queryOptions({ interventionId }));
  if (data === undefined) return null;
  return (
    <details className="fs-notice" open={isOpen}>
      <summary>{words.about(data.title)}</summary>
      <Facts
        facts={[
          { term: words.problem, value: data.problem },
          { term: words.targetGroup, value: data.targetGroup },
          ...(data.coreElements.length === 0
            ? []
            : [
                {
                  term: words.core,
                  value: (
                    <ul>
                      {data.coreElements.map((element) => (
                        <li key={element}>{element}</li>
                      ))}
                    </ul>
                  ),
                },
              ]),
          ...(data.knownRisks === '' ? [] : [{ term: words.risks, value: data.knownRisks }]),
        ]}
      />
    </details>
  );
}
