import { useEffect, useId, useRef, useState } from 'react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { fieldId } from './field-frame.tsx';
import type { FieldProps } from './field-frame.tsx';
import { readNumber, writeNumber } from './reading.tsx';
import { useUiWords } from './words.tsx';

/**
 * Fields for a thumb on a phone with a poor network: the browser's own elements with the house's look, so that the page
 * that registers an evening carries no form library. Everything else uses `form.tsx`.
 */

/** A button at least 44 px high. `isBusy` keeps it in place and says so. */
export function TouchButton({
  look = 'plain',
  isBusy = false,
  type = 'button',
  children,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: 'plain' | 'primary' | 'quiet'; isBusy?: boolean }) {
  return (
    <button {...rest} type={type} className="fs-touch-button" data-look={look} aria-busy={isBusy || undefined}>
      {children}
    </button>
  );
}

/** One of few as a row of big buttons that are radios: arrows move, one is always chosen unless `value` is null. */
export function TouchChoices<Value extends string | number>({
  name,
  label,
  isLabelHidden = false,
  value,
  onChange,
  options,
  error,
}: {
  name: string;
  label: ReactNode;
  isLabelHidden?: boolean;
  value: Value | null;
  onChange: (value: Value) => void;
  options: { value: Value; label: ReactNode; hint?: ReactNode; isDisabled?: boolean }[];
  error?: string;
}) {
  const errorId = useId();
  return (
    <fieldset
      className="fs-touch-choices"
      id={fieldId(name)}
      aria-describedby={error === undefined ? undefined : errorId}
    >
      <legend className={isLabelHidden ? 'fs-hidden' : undefined}>{label}</legend>
      <div className="fs-touch-row">
        {options.map((option) => (
          <label key={option.value} className="fs-touch-choice">
            <input
              type="radio"
              name={fieldId(name)}
              checked={option.value === value}
              disabled={option.isDisabled}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p className="fs-touch-error" id={errorId}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** The label, help and error around a typed field. */
function TouchFrame({
  name,
  label,
  help,
  error,
  isOptional = false,
  children,
}: Omit<FieldProps<unknown>, 'value' | 'onChange'> & {
  children: (ids: { id: string; describedBy: string | undefined }) => ReactNode;
}) {
  const { words } = useUiWords();
  const id = fieldId(name);
  const told = [help === undefined ? '' : `${id}-help`, error === undefined ? '' : `${id}-error`].filter(Boolean);
  return (
    <div className="fs-touch-field">
      <label htmlFor={id}>
        {label} {isOptional && <span className="fs-quiet">{words.optional}</span>}
      </label>
      {help !== undefined && (
        <p className="fs-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children({ id, describedBy: told.length === 0 ? undefined : told.join(' ') })}
      {error !== undefined && (
        <p className="fs-touch-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** One line or several (`rows`) of text. `onLeave` is told when the person has gone on. */
export function TouchText({
  rows,
  maxLength,
  onLeave,
  ...props
}: FieldProps<string> & { rows?: number; maxLength: number; onLeave?: () => void }) {
  return (
    <TouchFrame {...props}>
      {({ id, describedBy }) => {
        const own = {
          id,
          maxLength,
          value: props.value,
          autoComplete: 'off',
          'aria-describedby': describedBy,
          'aria-invalid': props.error === undefined ? undefined : true,
          onBlur: onLeave,
        };
        return rows === undefined ? (
          <input {...own} type="text" onChange={(event) => props.onChange(event.currentTarget.value)} />
        ) : (
          <textarea {...own} rows={rows} onChange={(event) => props.onChange(event.currentTarget.value)} />
        );
      }}
    </TouchFrame>
  );
}

/** A number with decimals as the language writes it; told when the person leaves the field, and then only if it can be read. */
export function TouchNumber({
  max,
  suffix,
  ...props
}: Omit<FieldProps<number>, 'error'> & { max: number; suffix: string }) {
  const { words, language, number } = useUiWords();
  const [typed, setTyped] = useState(() => writeNumber(props.value, language));
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const shown = useRef(props.value);
  useEffect(() => {
    if (shown.current === props.value) return;
    shown.current = props.value;
    setTyped(writeNumber(props.value, language));
    setWrong(undefined);
  }, [props.value, language]);

  function leave() {
    const reading = readNumber(typed, language);
    if (reading.kind === 'unreadable') return setWrong(words.unreadableNumber);
    const value = reading.kind === 'empty' ? 0 : reading.value;
    if (value < 0) return setWrong(words.tooSmall('0'));
    if (value > max) return setWrong(words.tooBig(number(max)));
    setWrong(undefined);
    setTyped(writeNumber(value, language));
    shown.current = value;
    if (value !== props.value) props.onChange(value);
  }
  return (
    <TouchFrame {...props} error={wrong}>
      {({ id, describedBy }) => (
        <span className="fs-touch-number">
          <input
            id={id}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            aria-describedby={describedBy}
            aria-invalid={wrong === undefined ? undefined : true}
            value={typed}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setWrong(undefined);
            }}
            onBlur={leave}
            onKeyDown={(event) => event.key === 'Enter' && leave()}
          />
          <span className="fs-quiet">{suffix}</span>
        </span>
      )}
    </TouchFrame>
  );
}

/** A tick with its whole line as the target. */
export function TouchTick({
  label,
  isTicked,
  onChange,
}: {
  label: ReactNode;
  isTicked: boolean;
  onChange: (isTicked: boolean) => void;
}) {
  return (
    <label className="fs-touch-tick">
      <input type="checkbox" checked={isTicked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** Something that is folded until it is asked for; the summary says what is inside. */
export function TouchFold({
  summary,
  children,
  isOpen,
}: {
  summary: ReactNode;
  children: ReactNode;
  isOpen?: boolean;
}) {
  return (
    <details className="fs-touch-fold" open={isOpen}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
