import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type GoalChangeInput, givenMissingKinds, goalInput, type ShownGoal } from '@forspring/domain/goals/goal';
import type { IndicatorUnit, MissingKind } from '@forspring/domain/goals/goal';
import { cardText } from '@forspring/domain/goals/indicator-text';
import { effectWordIn } from '@forspring/domain/measures/effect-claims';
import { type Tier, tiers } from '@forspring/domain/interventions/intervention';
import {
  ChoiceField,
  CprNotice,
  DayField,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  LongTextField,
  MoneyField,
  NumberField,
  SelectField,
  TextField,
} from '@forspring/ui/form';
import { Conflict } from '@forspring/ui/conflict';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { BaselineBaseFields, type ComparisonValues, GoalComparisonFields } from './goal-comparison-fields.tsx';
import { goalComparisonWords } from './goal-comparison.words.ts';
import { goalWords } from './goal.words.ts';
import { IndicatorForm } from './indicator-form.tsx';
import { storedValue, typedValue, useGoalValues } from './use-goal-values.ts';

interface GoalValues extends ComparisonValues {
  title: string;
  tier: Tier | null;
  indicatorId: string | null;
  /** As typed: a share in per cent; the unit of the chosen indicator decides when it is sent. */
  baselineValue: number | null;
  baselineMissing: Exclude<MissingKind, 'withheld'> | null;
  baselineOn: string | null;
  targetValue: number | null;
  deadlineOn: string | null;
  responsible: string;
  assumption: string;
  reason: string;
  /** The version it was opened from; a draft keeps it, so that what others changed since is not overwritten. */
  baseVersion: number;
}

/** What is sent of what was typed; a baseline with a value has no reason for lacking one. */
function inputOf(typed: GoalValues, unit: IndicatorUnit | undefined) {
  const { title, tier, indicatorId, baselineOn, deadlineOn, responsible, assumption, design } = typed;
  const isAmong = typed.baselineValue !== null && (unit === 'share' || unit === 'mean');
  return {
    title,
    indicatorId,
    baselineOn,
    deadlineOn,
    responsible,
    assumption,
    // The check has asked for a tier before anything is sent.
    tier: tier as Tier,
    baselineValue: storedValue(typed.baselineValue, unit),
    baselineMissing: typed.baselineValue === null ? typed.baselineMissing : null,
    targetValue: storedValue(typed.targetValue, unit),
    baselineBaseCount: isAmong ? typed.baselineBaseCount : null,
    baselineSpread: isAmong && unit === 'mean' ? typed.baselineSpread : null,
    design,
    comparison: design === 'none' ? '' : typed.comparison,
    comparisonUnitCount: design === 'controlled' ? typed.comparisonUnitCount : null,
    isChosenByBaseline: typed.isChosenByBaseline,
  };
}

/** A goal written or changed; once it is locked, the reason is part of the form. */
export function GoalForm({
  projectId,
  goal,
  isLocked,
  onDone,
}: {
  projectId: string;
  goal: ShownGoal | null;
  isLocked: boolean;
  onDone: () => void;
}) {
  const words = useWords(goalWords);
  const comparisonWords = useWords(goalComparisonWords);
  const terms = useWords(termWords);
  const language = useLanguage();
  const { fieldsOf, textOf } = useProblemWords();
  const { valueOf } = useGoalValues();
  const [newId] = useState(() => crypto.randomUUID());
  const [isWritingIndicator, setWritingIndicator] = useState(false);
  const { data: indicators = [] } = useQuery(trpc.goals.listIndicators.queryOptions({ projectId }));
  const labels = {
    title: words.goalTitle,
    tier: words.tier,
    indicatorId: words.indicator,
    baselineValue: words.baseline,
    baselineMissing: words.baselineMissing,
    baselineOn: words.baselineOn,
    targetValue: words.target,
    deadlineOn: words.deadline,
    responsible: words.responsible,
    assumption: words.assumption,
    reason: words.reason,
    baselineBaseCount: comparisonWords.baselineBaseCount,
    baselineSpread: comparisonWords.spread,
    design: comparisonWords.design,
    comparison: comparisonWords.comparison,
    comparisonUnitCount: comparisonWords.unitCount,
  };
  const indicatorOf = (id: string | null) =>
    indicators.find((one) => one.id === id) ?? (goal?.indicator?.id === id ? goal?.indicator : null) ?? null;
  const fields = useFields<GoalValues>({
    initial: {
      title: goal?.title ?? '',
      tier: goal?.tier ?? null,
      indicatorId: goal?.indicator?.id ?? null,
      baselineValue: typedValue(goal?.baselineValue ?? null, goal?.indicator?.unit),
      baselineMissing: goal?.baselineMissing === 'withheld' ? null : (goal?.baselineMissing ?? null),
      baselineOn: goal?.baselineOn ?? null,
      targetValue: typedValue(goal?.targetValue ?? null, goal?.indicator?.unit),
      deadlineOn: goal?.deadlineOn ?? null,
      responsible: goal?.responsible ?? '',
      assumption: goal?.assumption ?? '',
      reason: '',
      baseVersion: goal?.version ?? 0,
      baselineBaseCount: goal?.baselineBaseCount ?? null,
      baselineSpread: goal?.baselineSpread ?? null,
      design: goal?.design ?? 'none',
      comparison: goal?.comparison ?? '',
      comparisonUnitCount: goal?.comparisonUnitCount ?? null,
      isChosenByBaseline: goal?.isChosenByBaseline ?? false,
    },
    check: (typed) =>
      checkWith(goalInput, language, labels)({ ...inputOf(typed, indicatorOf(typed.indicatorId)?.unit), id: newId }),
    draftKey: `goal-${goal?.id ?? projectId}`,
  });
  const { values } = fields;
  const indicator = indicatorOf(values.indicatorId);
  const unit = indicator?.unit;
  const effectWord = effectWordIn(values.title);
  const add = useCommand(trpc.goals.add.mutationOptions(), { onDone: finish });
  const change = useCommand(trpc.goals.set.mutationOptions(), { onDone: finish });
  const command = goal === null ? add : change;
  const stored =
    command.problem?.code === 'stale'
      ? (command.problem.current as Omit<GoalChangeInput, 'goalId' | 'baseVersion'> & { version: number })
      : null;

  function finish() {
    fields.markSaved();
    onDone();
  }
  function send(baseVersion: number) {
    const input = inputOf(values, unit);
    if (goal === null) void add.send({ ...input, projectId, id: newId });
    else void change.send({ ...input, goalId: goal.id, baseVersion, reason: values.reason });
  }
  const amount = (name: 'baselineValue' | 'targetValue') =>
    unit === 'oere' ? (
      <MoneyField {...fields.bind(name)} label={labels[name]} />
    ) : unit === 'yesNo' ? (
      <SelectField
        {...fields.bind(name)}
        label={labels[name]}

        value={values[name] === null ? null : values[name] === 1 ? ('1' as const) : ('0' as const)}
        onChange={(answer) => fields.set(name, answer === null ? null : Number(answer))}
        options={[
          { value: '1' as const, label: words.yes },
          { value: '0' as const, label: words.no },
        ]}
      />
    ) : (
      <NumberField
        {...fields.bind(name)}
        label={labels[name]}
        suffix={unit === 'share' ? '%' : undefined}
        isWhole={unit === 'count'}
      />
    );

  if (isWritingIndicator)
    return (
      <IndicatorForm
        projectId={projectId}
        onDone={(id) => {
          if (id !== null) fields.set('indicatorId', id);
          setWritingIndicator(false);
        }}
      />
    );
  return (
    <Form label={goal?.title ?? words.newGoal} onSubmit={() => fields.check() && send(values.baseVersion)}>
      <h3>{goal?.title ?? words.newGoal}</h3>
      {isLocked && <p className="fs-help">{words.lockedNotice}</p>}
      <ErrorSummary
        problems={command.problem === null || stored !== null ? fields.problems : fieldsOf(command.problem, labels)}
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
            { id: 'title', label: labels.title, mine: values.title, theirs: stored.title },
            {
              id: 'target',
              label: labels.targetValue,
              mine: valueOf(storedValue(values.targetValue, unit), unit),
              theirs: valueOf(stored.targetValue, unit),
            },
            {
              id: 'baseline',
              label: labels.baselineValue,
              mine: valueOf(storedValue(values.baselineValue, unit), unit),
              theirs: valueOf(stored.baselineValue, unit),
            },
            { id: 'assumption', label: labels.assumption, mine: values.assumption, theirs: stored.assumption ?? '' },
          ]}
          isBusy={command.isBusy}
          onChoose={(choice) => (choice === 'mine' ? send(stored.version) : finish())}
        />
      )}
      <TextField {...fields.bind('title')} label={labels.title} help={words.goalTitleHelp} maxLength={200} />
      {effectWord !== null && (
        <p className="fs-help" role="note">
          {comparisonWords.effectHint(effectWord)}
        </p>
      )}
      <ChoiceField
        {...fields.bind('tier')}
        isInline
        label={labels.tier}
        options={tiers.map((tier) => ({ value: tier, label: terms.tier[tier] }))}
      />
      <SelectField
        {...fields.bind('indicatorId')}
        isSearchable
        label={labels.indicatorId}
        help={words.indicatorHelp}
        options={indicators.map((one) => ({
          value: one.id,
          label: `${language === 'da' ? one.titleDa : one.titleEn} (${words.unitShort[one.unit]}${one.isOwn ? `, ${words.own}` : one.version > 1 ? `, ${words.version(one.version)}` : ''})`,
        }))}
      />
      <p>
        <Button variant="subtle" size="compact-sm" onClick={() => setWritingIndicator(true)}>
          {words.ownIndicator}
        </Button>
      </p>
      {indicator !== null && (
        <p className="fs-help">
          {words.directions[indicator.direction]}: {words.directionHelp[indicator.direction]}. {words.sourceShort}:{' '}
          {cardText(indicator, 'source', language)}.
          {indicator.numerator !== '' &&
            indicator.denominator !== '' &&
            ` ${words.outOf(cardText(indicator, 'numerator', language), cardText(indicator, 'denominator', language))}.`}
        </p>
      )}
      <p className="fs-help">{words.baselineHelp}</p>
      <FieldRow>
        {amount('baselineValue')}
        <DayField {...fields.bind('baselineOn')} label={labels.baselineOn} isOptional={values.baselineValue === null} />
      </FieldRow>
      {values.baselineValue !== null && <BaselineBaseFields fields={fields} unit={unit} />}
      {values.baselineValue === null && (
        <SelectField
          {...fields.bind('baselineMissing')}
          isOptional
          label={labels.baselineMissing}
          help={words.baselineMissingHelp}
          options={givenMissingKinds.map((kind) => ({ value: kind, label: words.missing[kind] }))}
        />
      )}
      <FieldRow>
        {amount('targetValue')}
        <DayField {...fields.bind('deadlineOn')} label={labels.deadlineOn} />
      </FieldRow>
      <TextField
        {...fields.bind('responsible')}
        label={labels.responsible}
        help={words.responsibleHelp}
        maxLength={120}
      />
      <LongTextField
        {...fields.bind('assumption')}
        label={labels.assumption}
        help={words.assumptionHelp}
        maxLength={600}
      />
      <GoalComparisonFields fields={fields} />
      {isLocked && (
        <LongTextField {...fields.bind('reason')} label={labels.reason} help={words.reasonHelp} maxLength={600} />
      )}
      <CprNotice />
      <FormActions submit={words.save} isBusy={command.isBusy}>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
