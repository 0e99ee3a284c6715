import { lazy } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Cell } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import type { ShownSurvey } from '@forspring/domain/surveys/survey';
import { type ShownSurveyResults, type SurveyMeasure, toldChange } from '@forspring/domain/surveys/survey-results';
import { ChartFrame } from '@forspring/ui/chart-frame';
import type { FigureCell } from '@forspring/ui/figure-cell';
import { ErrorState, Loading } from '@forspring/ui/states';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { useBoth } from './answer-question.tsx';
import { ResultToGoal } from './result-to-goal.tsx';
import { ResultFlow } from './result-flow.tsx';
import { resultWords } from './results.words.ts';
import { TraitTable } from './trait-table.tsx';

const IntervalChart = lazy(() => import('@forspring/ui/interval-chart'));

/** What a survey's rounds say: how many answered, what moved, how sure that is, and who dropped out. */
export default function ResultsPanel({ projectId, survey }: { projectId: string; survey: ShownSurvey }) {
  const words = useWords(resultWords);
  const { dayInText } = useFormats();
  const { data, isError, refetch } = useQuery(trpc.surveys.showResults.queryOptions({ surveyId: survey.id }));
  if (isError) return <ErrorState onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={6} />;
  return (
    <section className="sv-results">
      <h4>{words.title}</h4>
      <p className="fs-help">
        {words.help} {survey.answersRemovedOn !== null && words.answersRemoved(dayInText(survey.answersRemovedOn))}
      </p>
      <ResultFlow results={data} />
      {data.measures.map((measure) => (
        <Measure key={measure.itemId} projectId={projectId} measure={measure} results={data} survey={survey} />
      ))}
      {data.traits.map((trait) => (
        <TraitTable key={trait.itemId} trait={trait} />
      ))}
    </section>
  );
}

/** An interval as the charts draw it. */
function figureOf(cell: Cell<Interval>): FigureCell {
  if (cell.kind !== 'value') return cell;
  const { estimate, lower, upper } = cell.value;
  if (estimate === null) return { kind: 'notMeasured' };
  return { kind: 'value', value: estimate, ...(lower === null || upper === null ? {} : { low: lower, high: upper }) };
}

function Measure({
  projectId,
  measure,
  results,
  survey,
}: {
  projectId: string;
  measure: SurveyMeasure;
  results: ShownSurveyResults;
  survey: ShownSurvey;
}) {
  const words = useWords(resultWords);
  const both = useBoth();
  const language = useLanguage();
  const { number, percent, dayRange } = useFormats();
  const write = (value: number) => (measure.unit === 'share' ? percent(value, 0) : number(value, 1));
  const range = (lower: number, upper: number) => `${write(lower)} – ${write(upper)}`;
  const { signed, signedRange } = useChangeFormats(measure.unit);
  const change = toldChange(measure.changes);
  const isThin = change?.isThin ?? false;
  const same = change === undefined ? [] : [change.before, change.after];
  const rounds = change === undefined ? [] : [change.from, change.to];
  // The chart puts names in the order of the alphabet; a number before them keeps time in its own.
  const rows = [
    ...same.map((cell, place) => ({
      id: `same-${place}`,
      label: words.samePeople(words.chartRounds[rounds[place] ?? 'before']),
      cell,
    })),
    ...measure.levels.map(({ waveId, kind, value }) => ({
      id: waveId,
      label: change === undefined ? words.chartRounds[kind] : words.allAnswers(words.chartRounds[kind]),
      cell: value,
    })),
  ].map((row, place) => ({ ...row, label: `${place + 1} ${row.label}`, write, range }));
  const changes = measure.changes.map(({ from, to, difference }) => ({
    id: `${from}-${to}`,
    label: words.changeOf(words.rounds[from], words.rounds[to]),
    cell: difference,
    write: signed,
    range: signedRange,
  }));
  const hasNumber = rows.some(({ cell }) => cell.kind === 'value');
  const name = [both(measure.name), ...measure.counted.map(both)].join(' ');
  const first = results.waves[0];
  const last = results.waves.at(-1);
  const people = new Set(rows.flatMap(({ cell }) => (cell.kind === 'value' ? [number(cell.value.n)] : [])));
  return (
    <div className="sv-measure" data-thin={isThin || undefined}>
      {!hasNumber ? (
        <p>
          <strong>{name}</strong>: {words.tooFew}
        </p>
      ) : (
        <ChartFrame
          sentence={measure.sentence[language]}
          source={[words.sourceOf(both(survey.title)), ...(measure.isValidated ? [] : [words.notValidated])].join(', ')}
          count={words.of([...people].join(' · '))}
          {...(first && last ? { period: dayRange(first.on, last.on) } : {})}
          twin={{
            rowTitle: words.round,
            columns: [
              { id: 'estimate', title: words.estimate },
              { id: 'interval', title: words.interval },
              { id: 'n', title: words.nColumn },
            ],
            rows: [...rows, ...changes].map(({ id, label, cell, write: form, range: between }) => ({
              id,
              label,
              cells:
                cell.kind === 'value' && cell.value.estimate !== null
                  ? [
                      form(cell.value.estimate),
                      cell.value.lower === null || cell.value.upper === null
                        ? ''
                        : between(cell.value.lower, cell.value.upper),
                      number(cell.value.n),
                    ]
                  : [figureOf(cell), '', ''],
            })),
          }}
        >
          <IntervalChart
            rows={rows.map(({ id, label, cell }) => ({ id, label, cell: figureOf(cell) }))}
            format={write}
          />
        </ChartFrame>
      )}
      {hasNumber && <MeasureNotes measure={measure} isLinked={results.isLinked} write={write} />}
      {hasNumber && <ResultToGoal projectId={projectId} measure={measure} />}
    </div>
  );
}

/** How a change is written: with its sign, and between shares in percentage points. */
function useChangeFormats(unit: SurveyMeasure['unit']) {
  const words = useWords(resultWords);
  const { number } = useFormats();
  const bare = (value: number) =>
    `${value > 0 ? '+' : ''}${unit === 'share' ? number(value * 100, 0) : number(value, 1)}`;
  const signed = (value: number) => (unit === 'share' ? words.points(bare(value)) : bare(value));
  return { signed, signedRange: (lower: number, upper: number) => `${bare(lower)} – ${signed(upper)}` };
}

/** What one has to know to read a change: drop-out, bounds, and what chance does by itself. */
function MeasureNotes({
  measure,
  isLinked,
  write,
}: {
  measure: SurveyMeasure;
  isLinked: boolean;
  write: (value: number) => string;
}) {
  const words = useWords(resultWords);
  const { signed, signedRange } = useChangeFormats(measure.unit);
  const { number, counted } = useFormats();
  const change = toldChange(measure.changes);
  if (change === undefined)
    return !isLinked && measure.levels.length > 1 ? <p className="fs-help">{words.twoGroups}</p> : null;
  const { bounds, left, before, difference } = change;
  const levelText = (cell: Cell<Interval>) =>
    cell.kind === 'value' && cell.value.estimate !== null
      ? `${write(cell.value.estimate)} (${words.of(number(cell.value.n))})`
      : null;
  const stayedText = levelText(before);
  const leftText = levelText(left);
  return (
    <ul className="fs-help">
      <li>{words.chartHelp}</li>
      {difference.kind === 'value' && difference.value.estimate !== null && (
        <li>
          {words.changeIs(
            signed(difference.value.estimate),
            difference.value.lower === null || difference.value.upper === null
              ? null
              : signedRange(difference.value.lower, difference.value.upper),
            counted(difference.value.n, words.pairs),
          )}
        </li>
      )}
      {change.isThin && <li>{words.thin}</li>}
      {bounds.kind === 'value' && left.kind !== 'notApplicable' && (
        <li>{words.bounds(signed(bounds.value.worst), signed(bounds.value.best))}</li>
      )}
      {stayedText !== null && leftText !== null && (
        <li>
          {words.stayedBegan(stayedText)} {words.leftBegan(leftText)}
        </li>
      )}
      {difference.kind === 'withheld' && <li>{words.changeHidden}</li>}
      {difference.kind === 'value' && measure.relevantChange !== null && (
        <li>{words.relevant(number(measure.relevantChange))}</li>
      )}
      {difference.kind === 'value' && <li>{words.regression}</li>}
    </ul>
  );
}
