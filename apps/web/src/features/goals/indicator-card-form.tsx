import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  type IndicatorDirection,
  indicatorDirections,
  type IndicatorUnit,
  indicatorUnits,
} from '@forspring/domain/goals/goal';
import { type Disaggregation, disaggregations } from '@forspring/domain/goals/part';
import {
  indicatorCardInput,
  indicatorVersionInput,
  type ShownIndicatorVersion,
} from '@forspring/domain/goals/indicator';
import { type Tier, tiers } from '@forspring/domain/interventions/intervention';
import {
  ChecksField,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  LongTextField,
  NumberField,
  SelectField,
  TextField,
} from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { goalWords } from './goal.words.ts';
import { indicatorWords } from './indicator.words.ts';

/** A card of the library written: a new one, or the next version of `after`. */
export function IndicatorCardForm({ after, onDone }: { after: ShownIndicatorVersion | null; onDone: () => void }) {
  const words = useWords(indicatorWords);
  const goalTexts = useWords(goalWords);
  const terms = useWords(termWords);
  const language = useLanguage();
  const { fieldsOf, textOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  const heading = after === null ? words.add : words.newVersion;
  const labels = {
    titleDa: words.titleDa,
    titleEn: words.titleEn,
    tier: words.tier,
    unit: words.unit,
    direction: words.direction,
    source: words.source,
    numerator: words.numerator,
    denominator: words.denominator,
    method: words.method,
    sourceEn: words.inEnglish(words.source),
    numeratorEn: words.inEnglish(words.numerator),
    denominatorEn: words.inEnglish(words.denominator),
    methodEn: words.inEnglish(words.method),
    disaggregations: words.splits,
    minAge: words.minAge,
    maxAge: words.maxAge,
    changeReason: words.changeReason,
  };
  const versionOf = { id, key: after?.key ?? '', afterVersion: after?.version ?? 1 };
  const fields = useFields({
    initial: {
      titleDa: after?.titleDa ?? '',
      titleEn: after?.titleEn ?? '',
      tier: (after?.tier ?? null) as Tier | null,
      unit: (after?.unit ?? null) as IndicatorUnit | null,
      direction: (after?.direction ?? null) as IndicatorDirection | null,
      source: after?.source ?? '',
      numerator: after?.numerator ?? '',
      denominator: after?.denominator ?? '',
      method: after?.method ?? '',
      sourceEn: after?.sourceEn ?? '',
      numeratorEn: after?.numeratorEn ?? '',
      denominatorEn: after?.denominatorEn ?? '',
      methodEn: after?.methodEn ?? '',
      disaggregations: (after?.disaggregations ?? []) as Disaggregation[],
      minAge: after?.minAge ?? null,
      maxAge: after?.maxAge ?? null,
      changeReason: '',
    },
    check: (values) =>
      after === null
        ? checkWith(indicatorCardInput, language, labels)({ ...values, id })
        : checkWith(indicatorVersionInput, language, labels)({ ...values, ...versionOf }),
    draftKey: `indicator-${after?.id ?? 'new'}`,
  });
  const { values } = fields;
  const finish = () => {
    fields.markSaved();
    onDone();
  };
  const add = useCommand(trpc.indicators.add.mutationOptions(), { onDone: finish });
  const addVersion = useCommand(trpc.indicators.addVersion.mutationOptions(), { onDone: finish });
  const command = after === null ? add : addVersion;
  const isCounted = values.unit === 'share' || values.unit === 'mean';
  function send() {
    const { changeReason, unit, direction, ...rest } = values;
    if (!fields.check() || unit === null || direction === null) return;
    const card = { ...rest, unit, direction };
    if (after === null) void add.send({ ...card, id });
    else void addVersion.send({ ...card, ...versionOf, changeReason });
  }
  return (
    <Form label={heading} onSubmit={send}>
      <h2>{heading}</h2>
      {after !== null && <p className="fs-help">{words.newVersionHelp}</p>}
      <ErrorSummary
        problems={command.problem === null ? fields.problems : fieldsOf(command.problem, labels)}
        round={fields.problemRound}
        other={
          command.problem === null || command.problem.fields.length > 0
            ? undefined
            : command.problem.code === 'stale'
              ? words.stale
              : textOf(command.problem)
        }
      />
      {after !== null && (
        <LongTextField
          {...fields.bind('changeReason')}
          label={labels.changeReason}
          help={words.changeReasonHelp}
          maxLength={600}
          minRows={2}
        />
      )}
      <FieldRow>
        <TextField {...fields.bind('titleDa')} label={labels.titleDa} maxLength={160} />
        <TextField {...fields.bind('titleEn')} label={labels.titleEn} maxLength={160} />
      </FieldRow>
      <FieldRow>
        <SelectField
          {...fields.bind('tier')}
          isOptional
          label={labels.tier}
          options={tiers.map((tier) => ({ value: tier, label: terms.tier[tier] }))}
        />
        <SelectField
          {...fields.bind('unit')}
          label={labels.unit}
          options={indicatorUnits.map((unit) => ({ value: unit, label: goalTexts.units[unit] }))}
        />
        <SelectField
          {...fields.bind('direction')}
          label={labels.direction}
          options={indicatorDirections.map((one) => ({ value: one, label: goalTexts.directions[one] }))}
        />
      </FieldRow>
      {isCounted && (
        <FieldRow>
          <TextField
            {...fields.bind('numerator')}
            label={labels.numerator}
            maxLength={200}
            isOptional={values.unit !== 'share'}
          />
          <TextField
            {...fields.bind('denominator')}
            label={labels.denominator}
            maxLength={200}
            isOptional={values.unit !== 'share'}
          />
        </FieldRow>
      )}
      <TextField {...fields.bind('source')} label={labels.source} help={goalTexts.sourceHelp} maxLength={200} />
      <LongTextField
        {...fields.bind('method')}
        label={labels.method}
        help={words.methodHelp}
        maxLength={1000}
        minRows={2}
        isOptional
      />
      {/* Open where there is English, so that it is changed with the Danish. */}
      <details className="goal-english" open={after !== null && after.sourceEn !== ''}>
        <summary>{words.english}</summary>
        <p className="fs-help">{words.englishHelp}</p>
        {isCounted && (
          <FieldRow>
            <TextField {...fields.bind('numeratorEn')} label={labels.numeratorEn} maxLength={200} isOptional />
            <TextField {...fields.bind('denominatorEn')} label={labels.denominatorEn} maxLength={200} isOptional />
          </FieldRow>
        )}
        <TextField {...fields.bind('sourceEn')} label={labels.sourceEn} maxLength={200} isOptional />
        <LongTextField {...fields.bind('methodEn')} label={labels.methodEn} maxLength={1000} minRows={2} isOptional />
      </details>
      <ChecksField
        {...fields.bind('disaggregations')}
        label={labels.disaggregations}
        isOptional
        options={disaggregations.map((one) => ({ value: one, label: words.split[one] }))}
      />
      <FieldRow>
        <NumberField {...fields.bind('minAge')} label={labels.minAge} isWhole min={10} max={25} isOptional />
        <NumberField {...fields.bind('maxAge')} label={labels.maxAge} isWhole min={10} max={25} isOptional />
      </FieldRow>
      <FormActions submit={words.save} isBusy={command.isBusy}>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
