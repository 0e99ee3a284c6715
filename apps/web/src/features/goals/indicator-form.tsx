import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  indicatorDirections,
  indicatorInput,
  indicatorUnits,
  type IndicatorDirection,
  type IndicatorUnit,
} from '@forspring/domain/goals/goal';
import { type Disaggregation, disaggregations } from '@forspring/domain/goals/part';
import { isDivisible } from '@forspring/domain/goals/part.rules';
import {
  ChecksField,
  ChoiceField,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  SelectField,
  TextField,
} from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { goalWords } from './goal.words.ts';
import { indicatorWords } from './indicator.words.ts';

/** An indicator of the project's own; answers its id when it was saved, null when nothing was. */
export function IndicatorForm({ projectId, onDone }: { projectId: string; onDone: (id: string | null) => void }) {
  const words = useWords(goalWords);
  const cardWords = useWords(indicatorWords);
  const language = useLanguage();
  const { fieldsOf, textOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  const labels = {
    title: words.indicatorTitle,
    unit: words.unit,
    direction: words.direction,
    source: words.source,
    numerator: words.numerator,
    denominator: words.denominator,
    disaggregations: cardWords.splits,
  };
  const fields = useFields({
    initial: {
      title: '',
      unit: null as IndicatorUnit | null,
      direction: null as IndicatorDirection | null,
      source: '',
      numerator: '',
      denominator: '',
      disaggregations: [] as Disaggregation[],
    },
    check: (values) => checkWith(indicatorInput, language, labels)({ ...values, id }),
  });
  const { values } = fields;
  const add = useCommand(trpc.goals.addIndicator.mutationOptions(), { onDone: () => onDone(id) });
  return (
    <Form
      label={words.ownIndicator}
      onSubmit={() => {
        const { unit, direction, ...texts } = values;
        if (fields.check() && unit !== null && direction !== null)
          void add.send({ ...texts, unit, direction, projectId, id });
      }}
    >
      <h3>{words.ownIndicator}</h3>
      <p className="fs-help">{words.ownIndicatorHelp}</p>
      <ErrorSummary
        problems={add.problem === null ? fields.problems : fieldsOf(add.problem, labels)}
        round={fields.problemRound}
        other={add.problem === null || add.problem.fields.length > 0 ? undefined : textOf(add.problem)}
      />
      <TextField {...fields.bind('title')} label={labels.title} help={words.indicatorTitleHelp} maxLength={160} />
      <FieldRow>
        <SelectField
          {...fields.bind('unit')}
          label={labels.unit}
          options={indicatorUnits.map((unit) => ({ value: unit, label: words.units[unit] }))}
        />
      </FieldRow>
      <ChoiceField
        {...fields.bind('direction')}
        label={labels.direction}
        options={indicatorDirections.map((one) => ({
          value: one,
          label: words.directions[one],
          help: words.directionHelp[one],
        }))}
      />
      <TextField {...fields.bind('source')} label={labels.source} help={words.sourceHelp} maxLength={200} />
      {values.unit === 'share' && (
        <FieldRow>
          <TextField {...fields.bind('numerator')} label={labels.numerator} maxLength={200} />
          <TextField {...fields.bind('denominator')} label={labels.denominator} maxLength={200} />
        </FieldRow>
      )}
      {values.unit !== null && isDivisible(values.unit) && (
        <ChecksField
          {...fields.bind('disaggregations')}
          label={labels.disaggregations}
          isOptional
          options={disaggregations.map((one) => ({ value: one, label: cardWords.split[one] }))}
        />
      )}
      <FormActions submit={words.saveIndicator} isBusy={add.isBusy}>
        <Button variant="default" onClick={() => onDone(null)}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
