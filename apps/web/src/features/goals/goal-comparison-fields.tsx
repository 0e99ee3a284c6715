import type { ClaimDesign, IndicatorUnit } from '@forspring/domain/goals/goal';
import { claimDesigns } from '@forspring/domain/goals/goal';
import { ChoiceField, FieldRow, LongTextField, NumberField, TickField } from '@forspring/ui/form';
import type { Fields } from '@forspring/ui/use-fields';
import { useWords } from '../../kernel/words.ts';
import { goalComparisonWords } from './goal-comparison.words.ts';

/** What of a goal decides how much its measurements can say. */
export interface ComparisonValues {
  baselineBaseCount: number | null;
  baselineSpread: number | null;
  design: ClaimDesign;
  comparison: string;
  comparisonUnitCount: number | null;
  isChosenByBaseline: boolean;
}

/** How many the baseline was found among; of a mean its standard deviation too. */
export function BaselineBaseFields({
  fields,
  unit,
}: {
  fields: Pick<Fields<ComparisonValues>, 'bind'>;
  unit: IndicatorUnit | undefined;
}) {
  const words = useWords(goalComparisonWords);
  if (unit !== 'share' && unit !== 'mean') return null;
  return (
    <FieldRow>
      <NumberField
        {...fields.bind('baselineBaseCount')}
        label={words.baselineBaseCount}
        help={words.baselineBaseCountHelp}
        isWhole
        min={1}
        isOptional
      />
      {unit === 'mean' && (
        <NumberField
          {...fields.bind('baselineSpread')}
          label={words.spread}
          help={words.spreadHelp}
          min={0}
          isOptional
        />
      )}
    </FieldRow>
  );
}

/** Whether a goal is compared with anything, and whether it began where the figure was unusual. */
export function GoalComparisonFields({
  fields,
}: {
  fields: Pick<Fields<ComparisonValues>, 'bind' | 'values' | 'set'>;
}) {
  const words = useWords(goalComparisonWords);
  const { design } = fields.values;
  return (
    <fieldset className="goal-comparison">
      <legend>{words.title}</legend>
      <p className="fs-help">{words.help}</p>
      <TickField {...fields.bind('isChosenByBaseline')} label={words.chosen} help={words.chosenHelp} />
      <ChoiceField
        {...fields.bind('design')}
        label={words.design}
        value={design}
        onChange={(chosen) => fields.set('design', chosen ?? 'none')}
        options={claimDesigns.map((one) => ({
          value: one,
          label: words.designs[one],
          help: words.designHelp[one],
        }))}
      />
      {design !== 'none' && (
        <LongTextField
          {...fields.bind('comparison')}
          label={words.comparison}
          help={words.comparisonHelp}
          maxLength={600}
          minRows={2}
        />
      )}
      {design === 'controlled' && (
        <NumberField
          {...fields.bind('comparisonUnitCount')}
          label={words.unitCount}
          help={words.unitCountHelp}
          isWhole
          min={1}
        />
      )}
    </fieldset>
  );
}
