import { Button } from '@mantine/core';
import { lazy, useState } from 'react';
import type { ReactNode } from 'react';
import { evidenceLabel, targetSentence } from '@forspring/domain/evaluation/claim';
import type { ShownGoal, ShownGoals } from '@forspring/domain/goals/goal';
import { plannedValueOn } from '@forspring/domain/goals/goal.rules';
import { cardText } from '@forspring/domain/goals/indicator-text';
import { partLabel } from '@forspring/domain/goals/part-label';
import { ChartFrame } from '@forspring/ui/chart-frame';
import { UiLink } from '@forspring/ui/link';
import { FactLine } from '@forspring/ui/page';
import { StatusBadge, TierBadge } from '@forspring/ui/tier';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { figureOf } from '../../kernel/divided-reading.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { LockedChanges } from '../../kernel/locked-changes.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useWords } from '../../kernel/words.ts';
import { ComparisonReadings } from './comparison-readings.tsx';
import { GoalForm } from './goal-form.tsx';
import { goalComparisonWords } from './goal-comparison.words.ts';
import { goalWords } from './goal.words.ts';
import { MeasureForm } from './measure-form.tsx';
import { MeasurementTable } from './measurement-table.tsx';
import { useGoalValues } from './use-goal-values.ts';

const GoalPathChart = lazy(() => import('./goal-path-chart.tsx'));

/** One goal: where it began, where it should go, where it is, what may be said of it, and what has been changed since approval. */
export function GoalCard({
  projectId,
  goal,
  abilities,
}: {
  projectId: string;
  goal: ShownGoal;
  abilities: ShownGoals['abilities'];
}) {
  const words = useWords(goalWords);
  const comparisonWords = useWords(goalComparisonWords);
  const terms = useWords(termWords);
  const { day, number } = useFormats();
  const { textOf } = useProblemWords();
  const { language, valueOf, rangeOf } = useGoalValues();
  const [open, setOpen] = useState<'edit' | 'measure' | 'remove' | null>(null);
  const [isPathOpen, setPathOpen] = useState(false);
  const remove = useCommand(trpc.goals.remove.mutationOptions());
  const unit = goal.indicator?.unit;
  const latest = goal.measurements.at(-1) ?? null;
  const sentence = language === 'da' ? goal.sentenceDa : goal.sentenceEn;
  const indicatorTitle =
    goal.indicator === null
      ? words.noIndicatorYet
      : language === 'da'
        ? goal.indicator.titleDa
        : goal.indicator.titleEn;
  const target =
    goal.indicator === null
      ? ''
      : targetSentence(
          {
            targetValue: goal.targetValue,
            direction: goal.indicator.direction,
            unit: goal.indicator.unit,
            isMet: goal.isMet,
          },
          language,
        );
  const isFloor = goal.indicator?.direction === 'atLeast' || goal.indicator?.direction === 'up';
  const mayEdit = abilities.edit || abilities.editLocked;

  if (open === 'edit')
    return <GoalForm projectId={projectId} goal={goal} isLocked={abilities.editLocked} onDone={() => setOpen(null)} />;
  return (
    <article aria-labelledby={`goal-${goal.id}`}>
      <div className="goal-head">
        <h3 id={`goal-${goal.id}`}>{goal.title}</h3>
        <TierBadge tier={goal.tier} label={terms.tier[goal.tier]} />
        {goal.isMet !== null && (
          <StatusBadge label={goal.isMet ? words.met : words.notMet} look={goal.isMet ? 'strong' : 'plain'} />
        )}
        {goal.isOverdue && <StatusBadge label={words.overdue} look="waiting" />}
      </div>
      <p className="goal-sentence">
        {sentence} {target}
      </p>
      <dl className="goal-steps">
        <div>
          <dt>{words.baseline}</dt>
          <dd>
            <Amount isMissing={goal.baselineValue === null}>
              {valueOf(goal.baselineValue, unit, goal.baselineMissing)}
            </Amount>
            {goal.baselineOn !== null && goal.baselineValue !== null && (
              <span className="fs-quiet">{words.measuredOn(day(goal.baselineOn))}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{words.target}</dt>
          <dd>
            <strong>
              {goal.indicator !== null && goal.targetValue !== null && unit !== 'yesNo'
                ? `${isFloor ? words.atLeast : words.atMost} `
                : ''}
              {valueOf(goal.targetValue, unit)}
            </strong>
            {goal.deadlineOn !== null && (
              <span className="fs-quiet">
                {words.deadline.toLocaleLowerCase(language)} {day(goal.deadlineOn)}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{words.latest}</dt>
          <dd>
            <Amount isMissing={latest === null || latest.value === null}>
              {latest === null ? words.notMeasured : valueOf(latest.value, unit, latest.missing)}
            </Amount>
            {latest !== null && (
              <span className="fs-quiet">
                {[
                  latest.lower !== null && latest.upper !== null && unit
                    ? words.interval(rangeOf(latest.lower, latest.upper, unit))
                    : null,
                  latest.baseCount !== null ? words.base(number(latest.baseCount)) : null,
                  words.measuredOn(day(latest.measuredOn)),
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            )}
          </dd>
        </div>
      </dl>
      <FactLine
        facts={[
          <span key="indicator">
            {words.indicator}:{' '}
            {goal.indicator === null || goal.indicator.isOwn ? (
              indicatorTitle
            ) : (
              <UiLink href={`/indikatorer/${encodeURIComponent(goal.indicator.key)}`}>{indicatorTitle}</UiLink>
            )}
            {goal.indicator !== null && `, ${goal.indicator.isOwn ? words.own : words.version(goal.indicator.version)}`}
          </span>,
          ...(goal.indicator === null ? [] : [`${words.sourceShort}: ${cardText(goal.indicator, 'source', language)}`]),
          ...(goal.indicator !== null && goal.indicator.numerator !== '' && goal.indicator.denominator !== ''
            ? [
                words.outOf(
                  cardText(goal.indicator, 'numerator', language),
                  cardText(goal.indicator, 'denominator', language),
                ),
              ]
            : []),
          ...(goal.responsible === '' ? [] : [`${words.responsible}: ${goal.responsible}`]),
          `${words.evidence}: ${evidenceLabel(goal.level, language)}`,
        ]}
      />
      {goal.assumption !== '' && (
        <p className="fs-help">
          {words.assumption}: {goal.assumption}
        </p>
      )}
      {abilities.edit && goal.gaps.length > 0 && (
        <p className="fs-help" role="note">
          {words.gapsTitle} {goal.gaps.map((gap) => words.gaps[gap]).join(' · ')}
        </p>
      )}
      {goal.design !== 'none' && <ComparisonReadings goal={goal} mayMeasure={abilities.measure} />}
      <LockedChanges changes={goal.lockedChanges} />
      {open === 'measure' && <MeasureForm goal={goal} measurement={null} onDone={() => setOpen(null)} />}
      {isPathOpen && goal.indicator !== null && (
        <>
          <ChartFrame
            sentence={sentence}
            count={latest === null || latest.baseCount === null ? undefined : words.base(number(latest.baseCount))}
            period={periodOf(goal, day)}
            source={cardText(goal.indicator, 'source', language)}
            evidence={evidenceLabel(goal.level, language)}
            twin={{
              rowTitle: words.date,
              columns: [
                { id: 'value', title: words.result, format: (value) => valueOf(value, unit) },
                { id: 'planned', title: comparisonWords.path, format: (value) => valueOf(value, unit) },
                { id: 'lower', title: words.lower, format: (value) => valueOf(value, unit) },
                { id: 'upper', title: words.upper, format: (value) => valueOf(value, unit) },
                { id: 'n', title: words.baseShort },
              ],
              rows: twinRows(goal, words.baselinePoint, day, language),
            }}
          >
            <GoalPathChart goal={goal} />
          </ChartFrame>
          <MeasurementTable goal={goal} mayCorrect={abilities.measure} />
        </>
      )}
      {open === 'remove' && (
        <div role="group" aria-label={words.remove}>
          <p>{words.removeAsk(goal.title)}</p>
          <Button
            color="red"
            loading={remove.isBusy}
            onClick={() => void remove.send({ goalId: goal.id, baseVersion: goal.version })}
          >
            {words.remove}
          </Button>{' '}
          <Button variant="default" onClick={() => setOpen(null)}>
            {words.cancel}
          </Button>
        </div>
      )}
      {remove.problem !== null && <p role="alert">{textOf(remove.problem)}</p>}
      <div className="goal-actions">
        {abilities.measure && goal.indicator !== null && open === null && (
          <Button variant={goal.isOverdue ? 'filled' : 'default'} onClick={() => setOpen('measure')}>
            {words.measure}
          </Button>
        )}
        {goal.indicator !== null && (
          <Button variant="subtle" aria-expanded={isPathOpen} onClick={() => setPathOpen(!isPathOpen)}>
            {isPathOpen ? words.hidePath : words.showPath}
          </Button>
        )}
        {mayEdit && (
          <Button variant="subtle" onClick={() => setOpen('edit')}>
            {words.edit}
          </Button>
        )}
        {abilities.edit && goal.measurements.length === 0 && open !== 'remove' && (
          <Button variant="subtle" onClick={() => setOpen('remove')}>
            {words.remove}
          </Button>
        )}
      </div>
    </article>
  );
}

/** A number in large type, or in plain type the word for why there is none. */
function Amount({ isMissing, children }: { isMissing: boolean; children: ReactNode }) {
  return isMissing ? <span className="goal-missing">{children}</span> : <strong>{children}</strong>;
}

function periodOf(goal: ShownGoal, day: (on: string) => string): string | undefined {
  const days = [
    goal.baselineValue === null ? null : goal.baselineOn,
    ...goal.measurements.map((one) => one.measuredOn),
  ].filter((on) => on !== null);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return first === last ? day(first) : `${day(first)}–${day(last)}`;
}

function twinRows(goal: ShownGoal, baseline: string, day: (on: string) => string, language: 'da' | 'en') {
  const cell = (value: number | null) =>
    value === null ? null : value === 0 ? ({ kind: 'zero' } as const) : ({ kind: 'value', value } as const);
  const missing = (kind: 'notMeasured' | 'notApplicable' | 'withheld') => ({ kind }) as const;
  const rows = goal.measurements.flatMap((one) => [
    {
      id: one.id,
      label: day(one.measuredOn),
      cells: [
        one.value === null ? missing(one.missing ?? 'notMeasured') : cell(one.value),
        cell(plannedValueOn(goal, one.measuredOn)),
        cell(one.lower),
        cell(one.upper),
        cell(one.baseCount),
      ],
    },
    ...one.divisions.flatMap(({ dimension, parts }) =>
      parts.map(({ category, result, base }) => ({
        id: `${one.id} ${dimension} ${category ?? ''}`,
        label: `${day(one.measuredOn)}, ${partLabel(category, language)}`,
        cells: [
          figureOf(result),
          null,
          ...(['lower', 'upper'] as const).map((end) => (result.kind === 'value' ? cell(result.value[end]) : null)),
          base === null ? null : figureOf(base),
        ],
      })),
    ),
  ]);
  if (goal.baselineValue === null && goal.baselineMissing === null) return rows;
  const start = {
    id: 'baseline',
    label: goal.baselineOn === null ? baseline : `${baseline}, ${day(goal.baselineOn)}`,
    cells: [
      goal.baselineValue === null ? missing(goal.baselineMissing ?? 'notMeasured') : cell(goal.baselineValue),
      null,
      null,
      null,
      cell(goal.baselineBaseCount),
    ],
  };
  return [start, ...rows];
}
