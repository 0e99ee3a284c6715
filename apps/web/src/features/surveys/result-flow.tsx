import type { Cell } from '@forspring/domain/measures/cell';
import type { ShownSurveyResults } from '@forspring/domain/surveys/survey-results';
import { Figure } from '@forspring/ui/figure-cell';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { resultWords } from './results.words.ts';

/** From those who came to those whose answers found each other: attended → asked → before → after → linked. */
export function ResultFlow({ results }: { results: ShownSurveyResults }) {
  const words = useWords(resultWords);
  const { number, counted } = useFormats();
  const { attended, waves, links } = results;
  const countCell = (cell: Cell<number>, none: string) =>
    cell.kind === 'notMeasured' ? <span className="fs-missing">{none}</span> : <Figure cell={cell} />;
  const steps = [
    {
      id: 'attended',
      label: words.attended,
      value:
        attended.kind === 'value' ? (
          attended.value.isCounted ? (
            number(attended.value.lower)
          ) : (
            `${number(attended.value.lower)}–${number(attended.value.upper)}`
          )
        ) : (
          <Figure cell={attended} />
        ),
    },
    ...waves.flatMap(({ waveId, kind, asked, answered }) => [
      { id: `asked-${waveId}`, label: words.asked(words.rounds[kind]), value: countCell(asked, words.notCounted) },
      { id: `answered-${waveId}`, label: words.answered(words.rounds[kind]), value: countCell(answered, '0') },
    ]),
    ...links.map(({ from, to, linked }) => ({
      id: `linked-${to}`,
      label: words.linked(words.between(words.rounds[from], words.rounds[to])),
      value: countCell(linked, '0'),
    })),
  ];
  return (
    <>
      <h5>{words.flow}</h5>
      <ol className="sv-flow">
        {steps.map(({ id, label, value }) => (
          <li key={id}>
            <strong>{value}</strong>
            {label}
          </li>
        ))}
      </ol>
      {links.map(({ from, to, leftOut, expectedLost, isThin }) => (
        <ul key={`${from}-${to}`} className="fs-help">
          {isThin && <li>{words.thin}</li>}
          {leftOut.kind === 'value' && <li>{words.leftOut(counted(leftOut.value, words.pairs), words.theFew)}</li>}
          {expectedLost.kind === 'value' && expectedLost.value >= 0.5 && (
            <li>{words.lost(counted(Math.round(expectedLost.value), words.pairs))}</li>
          )}
          {waves.some(({ doubled }) => doubled.kind !== 'zero') && <li>{words.doubled}</li>}
        </ul>
      ))}
    </>
  );
}
