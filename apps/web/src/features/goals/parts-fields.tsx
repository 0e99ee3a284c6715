import { Button } from '@mantine/core';
import { useState } from 'react';
import type { IndicatorUnit } from '@forspring/domain/goals/goal';
import { type Disaggregation, disaggregations, mostParts, partCategories } from '@forspring/domain/goals/part';
import { partLabel } from '@forspring/domain/goals/part-label';
import { NumberField, TextField } from '@forspring/ui/form';
import type { Fields } from '@forspring/ui/use-fields';
import { dividedReadingWords } from '../../kernel/divided-reading.words.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { emptyRow, isFilled, type PartRow } from './part-rows.ts';
import { partsWords } from './parts.words.ts';

type AmountField = 'value' | 'numeratorCount' | 'baseCount';

/** A form in which a reading's groups are written. */
type DividedForm = Pick<Fields<{ parts: PartRow[] }>, 'values' | 'errorAt' | 'nameAt' | 'tellUnreadable'> & {
  onParts: (change: (rows: PartRow[]) => PartRow[], path: string) => void;
};

/** One folded section for each way the card may be divided, with a row for each group and the reading's own fields in it. */
export function PartsFields({ form, unit }: { form: DividedForm; unit: IndicatorUnit }) {
  const words = useWords(partsWords);
  const { parts } = form.values;
  const named = disaggregations.filter((dimension) => parts.some((row) => row.dimension === dimension));
  if (named.length === 0) return null;
  return (
    <div className="goal-parts">
      <p className="fs-help">{words.help}</p>
      {named.map((dimension) => (
        <DimensionFields key={dimension} form={form} unit={unit} dimension={dimension} />
      ))}
    </div>
  );
}

function DimensionFields({
  form,
  unit,
  dimension,
}: {
  form: DividedForm;
  unit: IndicatorUnit;
  dimension: Disaggregation;
}) {
  const words = useWords(partsWords);
  const dividedWords = useWords(dividedReadingWords);
  const { number } = useFormats();
  const language = useLanguage();
  const rows = form.values.parts.flatMap((row, index) => (row.dimension === dimension ? [{ row, index }] : []));
  const filledCount = rows.filter(({ row }) => isFilled(row)).length;
  const hasProblem = rows.some(({ index }) =>
    ['category', 'value', 'numeratorCount', 'baseCount'].some((field) => form.errorAt(`parts.${index}.${field}`)),
  );
  const [isOpen, setOpen] = useState(filledCount > 0);
  const isNamed = partCategories[dimension] === null;
  const fields: readonly (readonly [AmountField, string])[] =
    unit === 'share'
      ? [
          ['numeratorCount', words.part],
          ['baseCount', words.base],
        ]
      : unit === 'mean'
        ? [
            ['value', words.mean],
            ['baseCount', words.n],
          ]
        : [['value', words.count]];
  const put = (index: number, change: Partial<PartRow>, path: string) =>
    form.onParts((all) => all.map((row, at) => (at === index ? { ...row, ...change } : row)), path);
  return (
    <details open={isOpen || hasProblem} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words.divide(dividedWords.dimension[dimension])}
        {filledCount > 0 && <span className="fs-quiet"> ({words.filled(number(filledCount))})</span>}
      </summary>
      <div
        className="fs-scroll"
        tabIndex={0}
        role="region"
        aria-label={words.divide(dividedWords.dimension[dimension])}
      >
        <table className="fs-table">
          <thead>
            <tr>
              <th scope="col">{dividedWords.group[dimension]}</th>
              {fields.map(([field, label]) => (
                <th key={field} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, index }, at) => {
              const path = `parts.${index}`;
              const name = isNamed ? words.place(number(at + 1)) : partLabel(row.category, language);
              return (
                <tr key={isNamed ? index : row.category}>
                  <th scope="row">
                    {isNamed ? (
                      <TextField
                        name={form.nameAt(`${path}.category`)}
                        label={name}
                        value={row.category}
                        onChange={(category) => put(index, { category }, `${path}.category`)}
                        error={form.errorAt(`${path}.category`)}
                        maxLength={80}
                      />
                    ) : (
                      name
                    )}
                  </th>
                  {fields.map(([field, label]) => (
                    <td key={field}>
                      <NumberField
                        name={form.nameAt(`${path}.${field}`)}
                        label={words.fieldOf(name, label)}
                        value={row[field]}
                        onChange={(value) => put(index, { [field]: value }, `${path}.${field}`)}
                        onUnreadable={(message) => form.tellUnreadable(`${path}.${field}`, message)}
                        error={form.errorAt(`${path}.${field}`)}
                        isWhole={field !== 'value' || unit === 'count'}
                        min={unit === 'mean' && field === 'value' ? undefined : 0}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {isNamed && <p className="fs-help">{words.placeHelp}</p>}
      {isNamed && rows.length < mostParts && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => form.onParts((all) => [...all, emptyRow(dimension, '')], 'parts')}
        >
          {words.addPlace}
        </Button>
      )}
    </details>
  );
}
