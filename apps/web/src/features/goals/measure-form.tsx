import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  givenMissingKinds,
  type IndicatorUnit,
  type MeasurementMethod,
  type MeasurementMode,
  measurementMethods,
  measurementModes,
  type ShownGoal,
  type ShownMeasurement,
} from '@forspring/domain/goals/goal';
import { readingProblems } from '@forspring/domain/goals/goal.rules';
import { cardText } from '@forspring/domain/goals/indicator-text';
import { partProblems } from '@forspring/domain/goals/part.rules';
import type { FieldProblem } from '@forspring/domain/measures/problem';
import {
  ChoiceField,
  CprNotice,
  DayField,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  LongTextField,
  SelectField,
} from '@forspring/ui/form';
import { Conflict } from '@forspring/ui/conflict';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useMe } from '../../kernel/session.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { type Amount, AmountFields } from './amount-fields.tsx';
import { goalComparisonWords } from './goal-comparison.words.ts';
import { goalWords } from './goal.words.ts';
import { atRow, partLabels, type PartRow, partRowsOf, partsText, sentParts } from './part-rows.ts';
import { partsWords } from './parts.words.ts';
import { PartsFields } from './parts-fields.tsx';
import { useGoalValues } from './use-goal-values.ts';

type Has = 'value' | (typeof givenMissingKinds)[number];

interface MeasureValues extends Amount {
  has: Has | null;
  measuredOn: string | null;
  fromOn: string | null;
  method: MeasurementMethod;
  mode: MeasurementMode | null;
  note: string;
  parts: PartRow[];
}

/** A reading as a conflict answers it: with its groups as they are stored. */
type StoredReading = ShownMeasurement & { parts: PartRow[] };

/** What is sent of what was typed: of a share the counts, else the value, or only why there is none. */
function inputOf(
  { has, measuredOn, value, numeratorCount, baseCount, spread, fromOn, method, mode, note, parts }: MeasureValues,
  unit: IndicatorUnit,
) {
  const isValue = has === 'value';
  return {
    measuredOn: measuredOn ?? '',
    value: isValue && unit !== 'share' ? value : null,
    missing: has === 'value' ? null : has,
    numeratorCount: isValue && unit === 'share' ? numeratorCount : null,
    baseCount: isValue ? baseCount : null,
    spread: isValue && unit === 'mean' ? spread : null,
    fromOn,
    method,
    mode,
    note,
    parts: isValue ? sentParts(parts).parts : [],
  };
}

/** A reading written or corrected: of a share the two counts, with the interval shown as one types. */
export function MeasureForm({
  goal,
  measurement,
  onDone,
}: {
  goal: ShownGoal;
  measurement: ShownMeasurement | null;
  onDone: () => void;
}) {
  const words = useWords(goalWords);
  const comparisonWords = useWords(goalComparisonWords);
  const partsTexts = useWords(partsWords);
  const language = useLanguage();
  const { today } = useMe();
  const { day } = useFormats();
  const { fieldsOf, textOf } = useProblemWords();
  const { valueOf } = useGoalValues();
  const [newId] = useState(() => crypto.randomUUID());
  // The page fetches anew by itself; what others changed since is not overwritten.
  const [openedVersion] = useState(measurement?.version ?? 0);
  const unit = goal.indicator?.unit ?? 'count';
  const last = goal.measurements.at(-1);
  const labels = {
    measuredOn: words.measuredOnLabel,
    value: unit === 'yesNo' ? words.yesNo : words.value,
    numeratorCount: (goal.indicator && cardText(goal.indicator, 'numerator', language)) || words.numerator,
    baseCount:
      unit === 'share'
        ? (goal.indicator && cardText(goal.indicator, 'denominator', language)) || words.denominator
        : words.baseCount,
    missing: words.hasValue,
    note: words.note,
    method: words.method,
    mode: comparisonWords.mode,
    fromOn: comparisonWords.fromOn,
    spread: comparisonWords.spread,
  };
  const fields = useFields<MeasureValues>({
    initial: {
      has: measurement?.missing && measurement.missing !== 'withheld' ? measurement.missing : 'value',
      measuredOn: measurement?.measuredOn ?? today,
      value: measurement?.value ?? null,
      numeratorCount: measurement?.numeratorCount ?? null,
      baseCount: measurement?.baseCount ?? null,
      method: measurement?.method ?? last?.method ?? (unit === 'share' ? 'survey' : 'count'),
      note: measurement?.note ?? '',
      spread: measurement?.spread ?? null,
      fromOn: measurement?.fromOn ?? null,
      mode: measurement?.mode ?? last?.mode ?? null,
      parts: partRowsOf(goal.indicator, measurement),
    },
    check: (values) => {
      const input = inputOf(values, unit);
      const { disaggregations = [] } = goal.indicator ?? {};
      const problems = [...readingProblems(unit, input, today), ...partProblems({ unit, disaggregations }, input)];
      return problemsAtRows(problems, values.parts);
    },
    draftKey: measurement === null ? `measure-${goal.id}` : undefined,
    scope: `reading-${measurement?.id ?? goal.id}`,
  });
  const { values } = fields;
  const add = useCommand(trpc.goals.addMeasurement.mutationOptions(), { onDone: finish });
  const correct = useCommand(trpc.goals.setMeasurement.mutationOptions(), { onDone: finish });
  const command = measurement === null ? add : correct;
  const stored = command.problem?.code === 'stale' ? (command.problem.current as StoredReading) : null;

  /** Problems with parts are told at their rows, of which only the filled ones were sent. */
  function problemsAtRows(problems: FieldProblem[], rows: readonly PartRow[]) {
    const { places } = sentParts(rows);
    const atRows = problems.map((one) => ({ ...one, path: atRow(one.path, places) }));
    return fieldsOf({ fields: atRows }, { ...labels, ...partLabels(rows, language) });
  }
  function finish() {
    fields.markSaved();
    onDone();
  }
  function send(baseVersion: number) {
    const input = inputOf(values, unit);
    if (measurement === null) void add.send({ ...input, goalId: goal.id, id: newId });
    else void correct.send({ ...input, measurementId: measurement.id, baseVersion });
  }
  const heading =
    measurement === null ? words.measureTitle(goal.title) : words.correctTitle(day(measurement.measuredOn));
  return (
    <Form label={heading} onSubmit={() => fields.check() && send(openedVersion)}>
      <h4>{heading}</h4>
      <ErrorSummary
        problems={
          command.problem === null || stored !== null
            ? fields.problems
            : problemsAtRows(command.problem.fields, values.parts).map((one) => ({
                ...one,
                path: fields.nameAt(one.path),
              }))
        }
        round={fields.problemRound}
        other={
          command.problem === null || stored !== null || command.problem.fields.length > 0
            ? undefined
            : textOf(command.problem)
        }
      />
      {stored !== null && (
        <Conflict
          rows={[
            {
              id: 'value',
              label: labels.value,
              mine: valueOf(mineOf(inputOf(values, unit)), unit, inputOf(values, unit).missing),
              theirs: valueOf(stored.value, unit, stored.missing),
            },
            {
              id: 'on',
              label: labels.measuredOn,
              mine: values.measuredOn === null ? '' : day(values.measuredOn),
              theirs: day(stored.measuredOn),
            },
            {
              id: 'parts',
              label: partsTexts.groups,
              mine: partsText(inputOf(values, unit).parts, unit, language),
              theirs: partsText(stored.parts, unit, language),
            },
            { id: 'note', label: labels.note, mine: values.note, theirs: stored.note },
          ]}
          isBusy={command.isBusy}
          onChoose={(choice) => (choice === 'mine' ? send(stored.version) : onDone())}
        />
      )}
      <ChoiceField
        {...fields.bind('has')}
        isInline
        label={words.hasValue}
        help={words.hasValueHelp}
        options={[
          { value: 'value', label: words.hasValueYes },
          ...givenMissingKinds.map((kind) => ({ value: kind, label: words.missing[kind] })),
        ]}
      />
      {values.has === 'value' && <AmountFields fields={fields} unit={unit} labels={labels} />}
      {values.has === 'value' && (
        <PartsFields
          form={{
            ...fields,
            onParts: (change, path) => {
              fields.change((all) => ({ ...all, parts: change(all.parts) }));
              fields.tellUnreadable(path, undefined);
            },
          }}
          unit={unit}
        />
      )}
      <FieldRow>
        <DayField {...fields.bind('measuredOn')} label={labels.measuredOn} />
        <SelectField
          {...fields.bind('method')}
          label={words.method}
          value={values.method}
          onChange={(method) => method !== null && fields.set('method', method)}
          options={measurementMethods.map((method) => ({ value: method, label: words.methods[method] }))}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          {...fields.bind('mode')}
          isOptional
          label={labels.mode}
          help={comparisonWords.modeHelp}
          options={measurementModes.map((mode) => ({ value: mode, label: comparisonWords.modes[mode] }))}
        />
        <DayField {...fields.bind('fromOn')} label={labels.fromOn} help={comparisonWords.fromOnHelp} isOptional />
      </FieldRow>
      <LongTextField {...fields.bind('note')} label={words.note} help={words.noteHelp} minRows={2} isOptional />
      <CprNotice />
      <FormActions submit={words.saveMeasurement} isBusy={command.isBusy}>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}

function mineOf(input: {
  value: number | null;
  numeratorCount: number | null;
  baseCount: number | null;
}): number | null {
  return input.numeratorCount !== null && input.baseCount ? input.numeratorCount / input.baseCount : input.value;
}
