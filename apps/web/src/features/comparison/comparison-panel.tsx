import { Section } from '@forspring/ui/page';
import { Empty, ErrorState, Loading } from '@forspring/ui/states';
import { LockedChanges } from '../../kernel/locked-changes.tsx';
import { problemOf } from '../../kernel/problem.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { ComparisonChart } from './comparison-chart.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { comparisonWords } from './comparison.words.ts';
import { SentenceEditor } from './sentence-editor.tsx';
import { useComparison } from './use-comparison.ts';
import { useFindingText } from './use-finding-text.ts';

/** Districts of a year, or runs of one intervention, side by side: the sentence, the figure and all numbers. */
export function ComparisonPanel() {
  const words = useWords(comparisonWords);
  const { textOf } = useProblemWords();
  const findingText = useFindingText();
  const { sentence, change, data, error, refetch } = useComparison();
  return (
    <>
      <div className="fs-comparison">
        <SentenceEditor sentence={sentence} comparison={data} onChange={change} />
        <div>
          {data !== undefined ? (
            data.rows.some((row) => row.incomparable.length === 0) ? (
              <ComparisonChart comparison={data} />
            ) : (
              <Empty title={findingText(data)} text={data.rows.length === 0 ? words.emptyText : undefined} />
            )
          ) : error !== null ? (
            <ErrorState text={textOf(problemOf(error))} onRetry={() => void refetch()} />
          ) : (
            <Loading lines={6} />
          )}
        </div>
      </div>
      {data !== undefined && data.rows.length > 0 && (
        <Section title={words.tableTitle} help={words.tableHelp}>
          <ComparisonTable comparison={data} />
          <details className="fs-why">
            <summary>{words.whyWithheldTitle}</summary>
            <p>{words.whyWithheld}</p>
          </details>
        </Section>
      )}
      {data !== undefined && data.changedGoals.length > 0 && (
        <Section title={words.changedGoals} help={words.changedGoalsHelp}>
          <ul className="fs-changed-goals">
            {data.changedGoals.map(({ goalId, title, projectTitle, year, placeName, changes }) => (
              <li key={goalId}>
                <strong>{title}</strong>{' '}
                <span className="fs-quiet">
                  {projectTitle} {year}, {placeName}
                </span>
                <LockedChanges changes={changes} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
