import { Button } from '@mantine/core';
import { useState } from 'react';
import type { IndicatorUnit, ShownDividedReading, ShownGoal, ShownMeasurement } from '@forspring/domain/goals/goal';
import { DividedReadings } from '../../kernel/divided-reading.tsx';
import { dividedReadingWords } from '../../kernel/divided-reading.words.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { goalComparisonWords } from './goal-comparison.words.ts';
import { goalWords } from './goal.words.ts';
import { MeasureForm } from './measure-form.tsx';
import { useGoalValues } from './use-goal-values.ts';

/** Every reading of a goal with how it was made; each can be corrected by those who measure. */
export function MeasurementTable({ goal, mayCorrect }: { goal: ShownGoal; mayCorrect: boolean }) {
  const words = useWords(goalWords);
  const comparisonWords = useWords(goalComparisonWords);
  const dividedWords = useWords(dividedReadingWords);
  const { day, instant, number, list } = useFormats();
  const { language, valueOf, rangeOf } = useGoalValues();
  const sentence = language === 'da' ? goal.sentenceDa : goal.sentenceEn;
  const [corrected, setCorrected] = useState<string | null>(null);
  const unit = goal.indicator?.unit;
  if (goal.measurements.length === 0) return <p className="fs-help">{words.noMeasurements}</p>;
  return (
    <>
      <div className="fs-table-frame" data-phone="stack">
        <table className="fs-table" role="table">
          <caption className="fs-hidden">{sentence}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {words.date}
              </th>
              <th scope="col" role="columnheader" data-kind="number">
                {words.result}
              </th>
              <th scope="col" role="columnheader">
                {words.baseShort}
              </th>
              <th scope="col" role="columnheader">
                {words.method}
              </th>
              <th scope="col" role="columnheader">
                {words.note}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {goal.measurements.map((one) =>
              corrected === one.id ? (
                <tr key={one.id} role="row">
                  <td colSpan={5} role="cell">
                    <MeasureForm goal={goal} measurement={one} onDone={() => setCorrected(null)} />
                  </td>
                </tr>
              ) : (
                <tr key={one.id} role="row">
                  <th scope="row" role="rowheader">
                    {one.fromOn === null ? day(one.measuredOn) : `${day(one.fromOn)}–${day(one.measuredOn)}`}
                  </th>
                  <td role="cell" data-kind="number" data-title={words.result}>
                    <div>
                      {valueOf(one.value, unit, one.missing)}
                      {one.lower !== null && one.upper !== null && unit !== undefined && (
                        <span className="fs-quiet"> ({rangeOf(one.lower, one.upper, unit)})</span>
                      )}
                    </div>
                  </td>
                  <td role="cell" data-title={words.baseShort}>
                    {one.numeratorCount !== null && one.baseCount !== null
                      ? words.outOf(number(one.numeratorCount), number(one.baseCount))
                      : one.baseCount !== null
                        ? number(one.baseCount)
                        : ''}
                  </td>
                  <td role="cell" data-title={words.method}>
                    <div>
                      {words.methods[one.method]}
                      {one.mode !== null && <div className="fs-quiet">{comparisonWords.modes[one.mode]}</div>}
                    </div>
                  </td>
                  <td role="cell" data-title={words.note}>
                    <div>
                      {one.note}{' '}
                      <span className="fs-quiet">{words.recordedBy(one.recordedBy, instant(one.recordedAt))}</span>
                      {one.version > 1 && <span className="fs-quiet"> · {words.corrected(one.version)}</span>}
                      {mayCorrect && (
                        <Button
                          variant="subtle"
                          size="compact-sm"
                          aria-label={words.correctTitle(day(one.measuredOn))}
                          onClick={() => setCorrected(one.id)}
                        >
                          {words.correct}
                        </Button>
                      )}
                    </div>
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
      {unit !== undefined &&
        goal.measurements
          .filter(({ divisions }) => divisions.length > 0)
          .map((one) => (
            <details key={one.id} className="goal-divided">
              <summary>
                <span>
                  {dividedWords.short(list(one.divisions.map(({ dimension }) => dividedWords.dimension[dimension])))}
                </span>{' '}
                <span className="fs-quiet">{words.measuredOn(day(one.measuredOn))}</span>
              </summary>
              <DividedReadings readings={[dividedOf(one, unit)]} />
            </details>
          ))}
    </>
  );
}

function dividedOf(one: ShownMeasurement, unit: IndicatorUnit): ShownDividedReading {
  const { measuredOn, value, lower, upper, baseCount, divisions } = one;
  const whole = { estimate: value, lower, upper, n: baseCount ?? 0 };
  return { measuredOn, unit, whole: { kind: 'value', value: whole }, divisions };
}
