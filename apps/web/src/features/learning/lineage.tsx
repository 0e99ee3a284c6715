import type { ShownLearning } from '@forspring/domain/learning/learning';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { termWords } from '../../kernel/terms.words.ts';
import { useWords } from '../../kernel/words.ts';
import { learningWords } from './learning.words.ts';
import { useAdaptationWords } from './use-adaptation-words.ts';

type Run = ShownLearning['runs'][number];

/** Where an idea came from and went: the original, the copies with what they do differently, and other runs. */
export function Lineage({ learning: { original, copies, runs } }: { learning: ShownLearning }) {
  const words = useWords(learningWords);
  const { fieldOf, textOf } = useAdaptationWords();
  const copied = new Set(copies.map((copy) => copy.projectId));
  const others = runs.filter((run) => !copied.has(run.projectId) && run.projectId !== original?.projectId);
  return (
    <Section title={words.lineage} help={words.lineageHelp}>
      {original !== null && (
        <>
          <h3>{words.original}</h3>
          <ul className="fs-lineage">
            <li>
              <RunLine run={original} />
            </li>
          </ul>
        </>
      )}
      <h3>{words.copies}</h3>
      {copies.length === 0 ? (
        <p className="fs-quiet">{words.noCopies}</p>
      ) : (
        <ul className="fs-lineage">
          {copies.map((copy) => (
            <li key={copy.projectId}>
              <RunLine run={copy} />
              {copy.adaptations.length > 0 && (
                <ul>
                  {copy.adaptations.map((one) => (
                    <li key={`${one.field}:${one.toText}`}>
                      {words.adapted(fieldOf(one.field))} <del>{textOf(one.field, one.fromText)}</del> →{' '}
                      {textOf(one.field, one.toText)}.{' '}
                      <span className="fs-quiet">{one.reason === '' ? words.noReason : words.because(one.reason)}</span>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <>
          <h3>{words.runs}</h3>
          <ul className="fs-lineage">
            {others.map((run) => (
              <li key={run.projectId}>
                <RunLine run={run} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function RunLine({ run }: { run: Run }) {
  const terms = useWords(termWords);
  return (
    <>
      {run.hasCard ? <UiLink href={`/laering/${run.projectId}`}>{run.title}</UiLink> : run.title}
      <span className="fs-quiet">
        {' '}
        · {run.placeName} · {run.year} · {terms.projectStatus[run.status]}
      </span>
    </>
  );
}
