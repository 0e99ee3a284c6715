import { rangeText, valueText } from '@forspring/domain/evaluation/value-text';
import type { IndicatorUnit } from '@forspring/domain/goals/goal';
import { wilson } from '@forspring/statistics/proportions';
import { ChoiceField, FieldRow, MoneyField, NumberField } from '@forspring/ui/form';
import type { Fields } from '@forspring/ui/use-fields';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { goalComparisonWords } from './goal-comparison.words.ts';
import { goalWords } from './goal.words.ts';

/** What a reading found, as it is typed. */
export interface Amount {
  value: number | null;
  numeratorCount: number | null;
  baseCount: number | null;
  spread: number | null;
}

/** The fields of what was found, by the indicator's unit: of a share the two counts, with its interval shown as one types. */
export function AmountFields({
  fields,
  unit,
  labels,
}: {
  fields: Pick<Fields<Amount>, 'values' | 'set' | 'bind'>;
  unit: IndicatorUnit;
  labels: Record<'value' | 'numeratorCount' | 'baseCount' | 'spread', string>;
}) {
  const words = useWords(goalWords);
  const comparisonWords = useWords(goalComparisonWords);
  const { values } = fields;
  if (unit === 'share')
    return (
      <>
        <FieldRow>
          <NumberField {...fields.bind('numeratorCount')} label={labels.numeratorCount} isWhole min={0} />
          <NumberField {...fields.bind('baseCount')} label={labels.baseCount} isWhole min={1} />
        </FieldRow>
        <ShareText {...values} />
      </>
    );
  return (
    <FieldRow>
      {unit === 'oere' ? (
        <MoneyField {...fields.bind('value')} label={labels.value} />
      ) : unit === 'yesNo' ? (
        <ChoiceField
          {...fields.bind('value')}
          isInline
          label={labels.value}
          value={values.value === null ? null : values.value === 1 ? 'yes' : 'no'}
          onChange={(answer: 'yes' | 'no' | null) =>
            fields.set('value', answer === null ? null : answer === 'yes' ? 1 : 0)
          }
          options={[
            { value: 'yes' as const, label: words.yes },
            { value: 'no' as const, label: words.no },
          ]}
        />
      ) : (
        <NumberField
          {...fields.bind('value')}
          label={labels.value}
          isWhole={unit === 'count'}
          min={unit === 'count' ? 0 : undefined}
        />
      )}
      {unit === 'mean' && (
        <NumberField
          {...fields.bind('baseCount')}
          label={labels.baseCount}
          help={words.baseCountHelp}
          isWhole
          min={0}
          isOptional
        />
      )}
      {unit === 'mean' && (
        <NumberField
          {...fields.bind('spread')}
          label={labels.spread}
          help={comparisonWords.spreadHelp}
          min={0}
          isOptional
        />
      )}
    </FieldRow>
  );
}

/** The share two counts make, with its interval; nothing until both are there. */
function ShareText({ numeratorCount: x, baseCount: n }: Pick<Amount, 'numeratorCount' | 'baseCount'>) {
  const words = useWords(goalWords);
  const language = useLanguage();
  const { estimate, lower, upper } =
    x === null || n === null ? { estimate: null, lower: null, upper: null } : wilson({ x, n, conf: 0.95 });
  return (
    <p className="fs-help" role="status">
      {estimate !== null && lower !== null && upper !== null
        ? words.computed(valueText(estimate, 'share', language), rangeText(lower, upper, 'share', language))
        : ''}
    </p>
  );
}
