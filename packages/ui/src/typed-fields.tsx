import { TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useFieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-frame.tsx';
import {
  readClock,
  readDay,
  readMoney,
  readNumber,
  writeClock,
  writeDay,
  writeMoney,
  writeNumber,
} from './reading.tsx';
import type { Reading } from './reading.tsx';
import { useUiWords } from './words.tsx';

interface TypedTextProps<Value> extends FieldProps<Value | null> {
  read: (typed: string) => Reading<Value>;
  write: (value: Value) => string;
  /** What to say when it cannot be read. */
  unreadable: string;
  suffix?: string;
  inputMode: 'decimal' | 'numeric' | 'text';
  hint?: string;
  size: 'short' | 'medium';
}

/**
 * A text field that reads a typed value. While the person types, the text is theirs; on leaving it is written in the
 * house's form. What cannot be read stays as it was typed, with an error that says how to write it.
 */
function TypedText<Value>(props: TypedTextProps<Value>) {
  const { read, write, value, onChange, onUnreadable, unreadable } = props;
  const [typed, setTyped] = useState(value === null ? '' : write(value));
  const [isUnreadable, setUnreadable] = useState(false);
  const told = useRef<Value | null>(value);
  const takeFromElsewhere = useEffectEvent((next: Value | null) => {
    if (next === told.current) return;
    told.current = next;
    setTyped(next === null ? '' : write(next));
    setUnreadable(false);
    onUnreadable?.(undefined);
  });
  // Only a value that came from elsewhere (a reset, another version) replaces the text.
  useEffect(() => takeFromElsewhere(value), [value]);

  function take(text: string) {
    setTyped(text);
    const reading = read(text);
    const next = reading.kind === 'value' ? reading.value : null;
    told.current = next;
    if (next !== value) onChange(next);
    onUnreadable?.(reading.kind === 'unreadable' ? unreadable : undefined);
    if (reading.kind !== 'unreadable') setUnreadable(false);
  }
  function leave() {
    const reading = read(typed);
    setUnreadable(reading.kind === 'unreadable');
    if (reading.kind === 'value') setTyped(write(reading.value));
  }
  return (
    <TextInput
      {...useFieldFrame({ ...props, error: props.error ?? (isUnreadable ? unreadable : undefined) })}
      data-size={props.size}
      inputMode={props.inputMode}
      autoComplete="off"
      placeholder={props.hint}
      rightSection={props.suffix === undefined ? undefined : <span className="fs-suffix">{props.suffix}</span>}
      rightSectionWidth={props.suffix === undefined ? undefined : `${props.suffix.length + 2.5}ch`}
      rightSectionPointerEvents="none"
      value={typed}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}

/** A number as Danes write it (1.234,5); `suffix` is its unit. `null` is an empty field. Bounds are told at the field. */
export function NumberField(
  props: FieldProps<number | null> & { suffix?: string; min?: number; max?: number; isWhole?: boolean },
) {
  const { words, language, number } = useUiWords();
  const { min, max, isWhole = false } = props;
  const outside =
    props.value === null
      ? undefined
      : min !== undefined && props.value < min
        ? words.tooSmall(number(min))
        : max !== undefined && props.value > max
          ? words.tooBig(number(max))
          : undefined;
  return (
    <TypedText
      {...props}
      error={props.error ?? outside}
      read={(typed) => {
        const reading = readNumber(typed, language);
        return isWhole && reading.kind === 'value' && !Number.isInteger(reading.value)
          ? { kind: 'unreadable' }
          : reading;
      }}
      write={(value) => writeNumber(value, language)}
      unreadable={words.unreadableNumber}
      inputMode={isWhole && (min ?? -1) >= 0 ? 'numeric' : 'decimal'}
      size="short"
    />
  );
}

/** An amount typed in kroner and kept in whole øre. */
export function MoneyField(props: FieldProps<number | null>) {
  const { words, language } = useUiWords();
  return (
    <TypedText
      {...props}
      read={(typed) => readMoney(typed, language)}
      write={(oere) => writeMoney(oere, language)}
      unreadable={words.unreadableMoney}
      suffix="kr."
      inputMode="decimal"
      size="medium"
    />
  );
}

/** A day typed as dd.mm.yyyy (other Danish forms are read too), kept as YYYY-MM-DD. */
export function DayField(props: FieldProps<string | null>) {
  const { words } = useUiWords();
  return (
    <TypedText
      {...props}
      read={readDay}
      write={writeDay}
      unreadable={words.unreadableDay}
      inputMode="text"
      hint={words.dayHint}
      size="medium"
    />
  );
}

/**
 * A time typed as 18.30, 18:30 or 1830, kept as minutes after midnight. With `afterMinute` (the start), a time that is not
 * later belongs to the next day and is kept above 1440, because an evening past midnight belongs to the day it began.
 */
export function ClockField(props: FieldProps<number | null> & { afterMinute?: number | null }) {
  const { words, language } = useUiWords();
  const after = props.afterMinute ?? null;
  const onTheDay = (minute: number) => (after !== null && minute <= after ? minute + 1440 : minute);
  const followStart = useEffectEvent(() => {
    const { value, onChange } = props;
    const follows = value === null ? null : onTheDay(value % 1440);
    if (follows !== value) onChange(follows);
  });
  // The same time of the clock is another day's when the start moves past it.
  useEffect(() => {
    if (after !== null) followStart();
  }, [after]);
  return (
    <TypedText
      {...props}
      read={(typed) => {
        const reading = readClock(typed);
        return reading.kind === 'value' ? { kind: 'value', value: onTheDay(reading.value) } : reading;
      }}
      write={(minutes) => writeClock(minutes, language)}
      unreadable={words.unreadableClock}
      inputMode="text"
      hint={words.clockHint}
      size="short"
    />
  );
}
