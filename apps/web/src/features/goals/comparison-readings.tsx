import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ShownGoal } from '@forspring/domain/goals/goal';
import { readingProblems } from '@forspring/domain/goals/goal.rules';
import { cardText } from '@forspring/domain/goals/indicator-text';
import {
  DayField,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  MoneyField,
  NumberField,
  TextField,
} from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useMe } from '../../kernel/session.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { goalComparisonWords } from './goal-comparison.words.ts';
import { goalWords } from './goal.words.ts';
import { useGoalValues } from './use-goal-values.ts';

/** What was found in the group a goal is compared with, before and after, and the way to add to it. */
export function ComparisonReadings({ goal, mayMeasure }: { goal: ShownGoal; mayMeasure: boolean }) {
  const words = useWords(goalComparisonWords);
  const goalTexts = useWords(goalWords);
  const { day, number } = useFormats();
  const { valueOf } = useGoalValues();
  const { textOf } = useProblemWords();
  const [isAdding, setAdding] = useState(false);
  const remove = useCommand(trpc.goals.removeComparisonReading.mutationOptions());
  const unit = goal.indicator?.unit;
  return (
    <section aria-label={words.group} className="goal-comparison">
      <h4>{words.group}</h4>
      {goal.comparison !== '' && <p>{goal.comparison}</p>}
      {goal.comparisonReadings.length === 0 && <p className="fs-help">{words.groupNone}</p>}
      <ul>
        {goal.comparisonReadings.map((one) => (
          <li key={one.id}>
            {day(one.measuredOn)}: <strong>{valueOf(one.value, unit, one.missing)}</strong>
            {one.baseCount !== null && <> ({goalTexts.base(number(one.baseCount))})</>} {one.note}
            {mayMeasure && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={words.remove(day(one.measuredOn))}
                loading={remove.isBusy}
                onClick={() => void remove.send({ readingId: one.id })}
              >
                {words.removeShort}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {remove.problem !== null && <p role="alert">{textOf(remove.problem)}</p>}
      {mayMeasure && !isAdding && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
      {isAdding && <ComparisonReadingForm goal={goal} onDone={() => setAdding(false)} />}
    </section>
  );
}

function ComparisonReadingForm({ goal, onDone }: { goal: ShownGoal; onDone: () => void }) {
  const words = useWords(goalComparisonWords);
  const goalTexts = useWords(goalWords);
  const language = useLanguage();
  const { today } = useMe();
  const { fieldsOf, textOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  const unit = goal.indicator?.unit ?? 'count';
  const isShare = unit === 'share';
  const labels = {
    measuredOn: goalTexts.measuredOnLabel,
    value: goalTexts.value,
    numeratorCount: (goal.indicator && cardText(goal.indicator, 'numerator', language)) || goalTexts.numerator,
    baseCount: isShare
      ? (goal.indicator && cardText(goal.indicator, 'denominator', language)) || goalTexts.denominator
      : goalTexts.baseCount,
    note: goalTexts.note,
  };
  const fields = useFields({
    initial: {
      measuredOn: today as string | null,
      value: null as number | null,
      numeratorCount: null as number | null,
      baseCount: null as number | null,
      spread: null as number | null,
      note: '',
    },
    check: (values) =>
      fieldsOf(
        { fields: readingProblems(unit, { ...values, measuredOn: values.measuredOn ?? '', missing: null }, today) },
        labels,
      ),
  });
  const add = useCommand(trpc.goals.addComparisonReading.mutationOptions(), { onDone });
  return (
    <Form
      label={words.add}
      onSubmit={() => {
        const { measuredOn, value, ...rest } = fields.values;
        if (fields.check())
          void add.send({ ...rest, value: isShare ? null : value, measuredOn: measuredOn ?? '', goalId: goal.id, id });
      }}
    >
      <ErrorSummary
        problems={add.problem === null ? fields.problems : fieldsOf(add.problem, labels)}
        round={fields.problemRound}
        other={add.problem === null || add.problem.fields.length > 0 ? undefined : textOf(add.problem)}
      />
      <FieldRow>
        {isShare ? (
          <NumberField {...fields.bind('numeratorCount')} label={labels.numeratorCount} isWhole min={0} />
        ) : unit === 'oere' ? (
          <MoneyField {...fields.bind('value')} label={labels.value} />
        ) : (
          <NumberField {...fields.bind('value')} label={labels.value} isWhole={unit === 'count'} />
        )}
        {(isShare || unit === 'mean') && (
          <NumberField {...fields.bind('baseCount')} label={labels.baseCount} isWhole min={1} isOptional={!isShare} />
        )}
        {unit === 'mean' && <NumberField {...fields.bind('spread')} label={words.spread} min={0} isOptional />}
      </FieldRow>
      <FieldRow>
        <DayField {...fields.bind('measuredOn')} label={labels.measuredOn} />
        <TextField {...fields.bind('note')} label={labels.note} maxLength={600} isOptional />
      </FieldRow>
      <FormActions submit={words.save} isBusy={add.isBusy}>
        <Button variant="default" onClick={onDone}>
          {goalTexts.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
