import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Interval } from '@forspring/domain/measures/interval';
import type { SurveyMeasure } from '@forspring/domain/surveys/survey-results';
import { SelectField } from '@forspring/ui/form';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { resultWords } from './results.words.ts';

/** The level of the latest round, and the day it is of; null where it is not shown. */
function latestOf({ levels }: SurveyMeasure): { value: Interval; on: string } | null {
  const shown = levels.at(-1);
  return shown?.value.kind === 'value' ? { value: shown.value.value, on: shown.on } : null;
}

/** Writes what all who answered last said as a reading of one of the project's goals, where the evaluation finds it. */
export function ResultToGoal({ projectId, measure }: { projectId: string; measure: SurveyMeasure }) {
  const words = useWords(resultWords);
  const { textOf } = useProblemWords();
  const [goalId, setGoalId] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  const { data } = useQuery(trpc.goals.list.queryOptions({ projectId }));
  const add = useCommand(trpc.goals.addMeasurement.mutationOptions(), { onDone: () => setDone(true) });
  const latest = latestOf(measure);
  const unit = measure.unit === 'share' ? 'share' : 'mean';
  const goals = data?.abilities.measure === true ? data.goals.filter((goal) => goal.indicator?.unit === unit) : [];
  if (latest === null || latest.value.estimate === null || goals.length === 0) return null;
  const { estimate, n } = latest.value;
  const isShare = unit === 'share';
  function send() {
    if (goalId === null) return;
    void add.send({
      id: crypto.randomUUID(),
      goalId,
      measuredOn: latest?.on ?? '',
      value: isShare ? null : Math.round(estimate * 10) / 10,
      missing: null,
      numeratorCount: isShare ? Math.round(estimate * n) : null,
      baseCount: n,
      method: 'survey',
      note: measure.sentence.da.slice(0, 600),
    });
  }
  return (
    <div className="sv-to-goal">
      <SelectField
        name={`goal-${measure.itemId}`}
        label={words.toGoal}
        help={words.toGoalHelp}
        value={goalId}
        onChange={(chosen) => {
          setGoalId(chosen);
          setDone(false);
        }}
        options={goals.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Button variant="default" disabled={goalId === null} loading={add.isBusy} onClick={send}>
        {words.writeReading}
      </Button>
      <span role="status">{isDone && words.readingWritten}</span>
      {add.problem !== null && <p role="alert">{textOf(add.problem)}</p>}
    </div>
  );
}
