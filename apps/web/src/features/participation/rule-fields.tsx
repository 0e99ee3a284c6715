import type { ReactNode } from 'react';
import { ChecksField, FieldRow, NumberField, SelectField } from '@forspring/ui/form';
import { everyMonthsChoices, everyWeeksChoices, ordinalChoices } from '@forspring/domain/participation/series.rules';
import { useWords } from '../../kernel/words.ts';
import { seriesWords } from './series.words.ts';
import type { SeriesFormState } from './use-series-form.ts';

const repeats = ['weekly', 'monthlyWeekday', 'monthlyDay'] as const;

interface RuleFieldsProps {
  form: SeriesFormState;
}

/** Which days a series falls on: weekdays every so many weeks, a weekday of the month, or a date of the month. */
export function RuleFields({ form }: RuleFieldsProps) {
  const words = useWords(seriesWords);
  const { fields } = form;
  const { repeat } = fields.values;
  const weekdays = Object.entries(words.weekdayNames).map(([value, label]) => ({ value, label }));
  const months = (
    <SelectField
      {...fields.bind('everyMonths')}
      onChange={(value) => fields.set('everyMonths', value ?? '1')}
      label={words.everyWeeks}
      options={everyMonthsChoices.map((every) => ({ value: String(every), label: words.everyMonthsOptions[every] }))}
    />
  );
  return (
    <>
      <SelectField
        {...fields.bind('repeat')}
        onChange={(value) => fields.set('repeat', value ?? 'weekly')}
        label={words.repeat}
        options={repeats.map((value) => ({ value, label: words.repeatOptions[value] }))}
      />
      {repeat === 'weekly' && (
        <>
          <ChecksField {...fields.bind('weekdays')} label={words.weekdays} isInline options={weekdays} />
          <SelectField
            {...fields.bind('everyWeeks')}
            onChange={(value) => fields.set('everyWeeks', value ?? '1')}
            label={words.everyWeeks}
            options={everyWeeksChoices.map((every) => ({
              value: String(every),
              label: words.everyWeeksOptions[every],
            }))}
          />
        </>
      )}
      {repeat === 'monthlyWeekday' && (
        <>
          <ChecksField
            {...fields.bind('ordinals')}
            label={words.ordinals}
            isInline
            options={ordinalChoices.map((one) => ({ value: String(one), label: words.ordinalNames[one] }))}
          />
          <FieldRow>
            <SelectField {...fields.bind('monthWeekday')} label={words.monthWeekday} options={weekdays} />
            {months}
          </FieldRow>
        </>
      )}
      {repeat === 'monthlyDay' && <DayOfMonth form={form} months={months} />}
    </>
  );
}

/** A date from 1 to 28, which every month has, or the month's last day. */
function DayOfMonth({ form: { fields }, months }: RuleFieldsProps & { months: ReactNode }) {
  const words = useWords(seriesWords);
  const isLast = fields.values.dayOfMonth === -1;
  return (
    <FieldRow>
      <SelectField
        name="whichDay"
        label={words.dayOfMonth}
        value={isLast ? 'last' : 'number'}
        onChange={(value) => fields.set('dayOfMonth', value === 'last' ? -1 : 1)}
        options={[
          { value: 'number', label: words.dayByNumber },
          { value: 'last', label: words.lastDayOfMonth },
        ]}
      />
      {!isLast && <NumberField {...fields.bind('dayOfMonth')} label={words.dayNumber} isWhole min={1} max={28} />}
      {months}
    </FieldRow>
  );
}
