import { Checkbox, NativeSelect, PasswordInput, Radio, Select, Switch, TextInput, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-frame.tsx';
import { useUiWords } from './words.tsx';

/** One line of text. */
export function TextField(
  props: FieldProps<string> & { kind?: 'text' | 'email' | 'url' | 'tel'; autoComplete?: string; maxLength?: number },
) {
  return (
    <TextInput
      {...useFieldFrame(props)}
      type={props.kind ?? 'text'}
      autoComplete={props.autoComplete ?? 'off'}
      maxLength={props.maxLength}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** A password that can be shown while it is typed. */
export function PasswordField(props: FieldProps<string> & { isNew?: boolean; showLabel: string }) {
  return (
    <PasswordInput
      {...useFieldFrame(props)}
      autoComplete={props.isNew === true ? 'new-password' : 'current-password'}
      visibilityToggleButtonProps={{ 'aria-label': props.showLabel }}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** Several lines of text; grows with what is written. */
export function LongTextField(props: FieldProps<string> & { minRows?: number; maxLength?: number }) {
  return (
    <Textarea
      {...useFieldFrame(props)}
      autosize
      minRows={props.minRows ?? 3}
      maxRows={16}
      maxLength={props.maxLength}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** One option of a choice; `help` says when to take it. */
export interface ChoiceOption<Value extends string> {
  value: Value;
  label: string;
  help?: ReactNode;
  isDisabled?: boolean;
}

/** One of many from a list; `isSearchable` for lists longer than ten. `null` is nothing chosen. */
export function SelectField<Value extends string>(
  props: FieldProps<Value | null> & { options: ChoiceOption<Value>[]; isSearchable?: boolean; placeholder?: string },
) {
  const { words } = useUiWords();
  const frame = useFieldFrame(props);
  const data = props.options.map((option) => ({
    value: option.value as string,
    label: option.label,
    disabled: option.isDisabled,
  }));
  if (props.isSearchable !== true) {
    // The device's own list is the quickest on a phone and needs no script to be accessible.
    return (
      <NativeSelect
        {...frame}
        data={[{ value: '', label: props.placeholder ?? words.choose, disabled: false }, ...data]}
        value={props.value ?? ''}
        onChange={(event) => props.onChange(optionOf(props.options, event.currentTarget.value))}
      />
    );
  }
  return (
    <Select
      {...frame}
      data={data}
      searchable
      clearable={props.isOptional === true}
      placeholder={props.placeholder ?? words.choose}
      nothingFoundMessage={words.noneFound}
      value={props.value}
      onChange={(value) => props.onChange(optionOf(props.options, value ?? ''))}
    />
  );
}

function optionOf<Value extends string>(options: ChoiceOption<Value>[], value: string): Value | null {
  return options.find((option) => option.value === value)?.value ?? null;
}

/** One of few, all visible as cards with a line of help each. */
export function ChoiceField<Value extends string>(
  props: FieldProps<Value | null> & { options: ChoiceOption<Value>[]; isInline?: boolean },
) {
  const { id, name, label, description, error, className } = useFieldFrame(props);
  return (
    <Radio.Group
      id={id}
      name={name}
      label={label}
      description={description}
      error={error}
      className={className}
      value={props.value ?? ''}
      onChange={(value) => props.onChange(optionOf(props.options, value))}
    >
      <div className="fs-choices" data-inline={props.isInline === true ? true : undefined}>
        {props.options.map((option) => (
          <label key={option.value} className="fs-choice" data-chosen={props.value === option.value ? true : undefined}>
            <Radio
              value={option.value}
              disabled={props.isDisabled === true || option.isDisabled === true}
              aria-describedby={option.help === undefined ? undefined : `${id}-${option.value}-help`}
              aria-label={option.label}
            />
            <span>
              <span className="fs-choice-label">{option.label}</span>
              {option.help !== undefined && (
                <span className="fs-quiet" id={`${id}-${option.value}-help`}>
                  {option.help}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </Radio.Group>
  );
}

/** Any number of few, all visible. */
export function ChecksField<Value extends string>(
  props: FieldProps<Value[]> & { options: ChoiceOption<Value>[]; isInline?: boolean },
) {
  const { id, label, description, error, className } = useFieldFrame(props);
  return (
    <Checkbox.Group
      id={id}
      label={label}
      description={description}
      error={error}
      className={className}
      value={props.value}
      onChange={(chosen) =>
        props.onChange(props.options.map((option) => option.value).filter((value) => chosen.includes(value)))
      }
    >
      <div className="fs-checks" data-inline={props.isInline === true ? true : undefined}>
        {props.options.map((option) => (
          <Checkbox
            key={option.value}
            value={option.value}
            label={option.label}
            description={option.help}
            disabled={props.isDisabled === true || option.isDisabled === true}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** Yes or no: a tick. */
export function TickField(props: FieldProps<boolean>) {
  return (
    <Checkbox
      {...useFieldFrame(props)}
      checked={props.value}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

/** On or off at once, without a save button. */
export function SwitchField(props: FieldProps<boolean>) {
  return (
    <Switch
      {...useFieldFrame(props)}
      checked={props.value}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}
