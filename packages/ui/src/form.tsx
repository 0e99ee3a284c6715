import { Button, Checkbox, NativeSelect, PasswordInput, Radio, Select, Switch, TextInput, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconDeviceMobile, IconInfoCircle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ButtonProps } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import type { FieldProblem } from './use-fields.tsx'
import { writeClock } from './reading.tsx'
import { useUiWords } from './words.tsx'

/** What every field of every form takes. `name` is the path of the value and makes the id the error summary links to. */
export interface FieldProps<Value> {
  name: string
  label: ReactNode
  value: Value
  onChange: (value: Value) => void
  /** Help under the label, never inside the field; examples start with "Fx". */
  help?: ReactNode
  isOptional?: boolean
  isDisabled?: boolean
  error?: string
  onUnreadable?: (message: string | undefined) => void
}

/** The id of the field at a path, as the error summary links to it. */
export function fieldId(path: string): string {
  return `felt-${path.replace(/[^\w-]/gu, '-')}`
}

/** The label, help and error that all of Mantine's inputs take, in the one order of this house. */
export function useFieldFrame({ name, label, help, isOptional = false, isDisabled = false, error }: Omit<FieldProps<unknown>, 'value' | 'onChange'>) {
  const { words } = useUiWords()
  return {
    id: fieldId(name),
    name,
    label: isOptional ? (
      <>
        {label} <span className="fs-quiet">{words.optional}</span>
      </>
    ) : (
      label
    ),
    description: help,
    error: error === undefined ? undefined : <ErrorText text={error} />,
    disabled: isDisabled,
    className: 'fs-field',
  }
}

function ErrorText({ text }: { text: string }) {
  return (
    <>
      <IconAlertTriangle size={16} aria-hidden="true" className="fs-error-icon" /> {text}
    </>
  )
}

/** One line of text. */
export function TextField(props: FieldProps<string> & { kind?: 'text' | 'email' | 'url' | 'tel'; autoComplete?: string; maxLength?: number }) {
  return (
    <TextInput
      {...useFieldFrame(props)}
      type={props.kind ?? 'text'}
      autoComplete={props.autoComplete ?? 'off'}
      maxLength={props.maxLength}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
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
  )
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
  )
}

/** One option of a choice; `help` says when to take it. */
export interface ChoiceOption<Value extends string> {
  value: Value
  label: string
  help?: ReactNode
  isDisabled?: boolean
}

/** One of many from a list; `isSearchable` for lists longer than ten. `null` is nothing chosen. */
export function SelectField<Value extends string>(props: FieldProps<Value | null> & { options: ChoiceOption<Value>[]; isSearchable?: boolean; placeholder?: string }) {
  const { words } = useUiWords()
  const frame = useFieldFrame(props)
  const data = props.options.map((option) => ({ value: option.value as string, label: option.label, disabled: option.isDisabled }))
  if (props.isSearchable !== true) {
    // The device's own list is the quickest on a phone and needs no script to be accessible.
    return (
      <NativeSelect
        {...frame}
        data={[{ value: '', label: props.placeholder ?? words.choose, disabled: false }, ...data]}
        value={props.value ?? ''}
        onChange={(event) => props.onChange(optionOf(props.options, event.currentTarget.value))}
      />
    )
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
  )
}

function optionOf<Value extends string>(options: ChoiceOption<Value>[], value: string): Value | null {
  return options.find((option) => option.value === value)?.value ?? null
}

/** One of few, all visible as cards with a line of help each. */
export function ChoiceField<Value extends string>(props: FieldProps<Value | null> & { options: ChoiceOption<Value>[]; isInline?: boolean }) {
  const { id, name, label, description, error, className } = useFieldFrame(props)
  return (
    <Radio.Group id={id} name={name} label={label} description={description} error={error} className={className} value={props.value ?? ''} onChange={(value) => props.onChange(optionOf(props.options, value))}>
      <div className="fs-choices" data-inline={props.isInline === true ? true : undefined}>
        {props.options.map((option) => (
          <label key={option.value} className="fs-choice" data-chosen={props.value === option.value ? true : undefined}>
            <Radio value={option.value} disabled={props.isDisabled === true || option.isDisabled === true} aria-describedby={option.help === undefined ? undefined : `${id}-${option.value}-help`} aria-label={option.label} />
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
  )
}

/** Any number of few, all visible. */
export function ChecksField<Value extends string>(props: FieldProps<Value[]> & { options: ChoiceOption<Value>[]; isInline?: boolean }) {
  const { id, label, description, error, className } = useFieldFrame(props)
  return (
    <Checkbox.Group
      id={id}
      label={label}
      description={description}
      error={error}
      className={className}
      value={props.value}
      onChange={(chosen) => props.onChange(props.options.map((option) => option.value).filter((value) => chosen.includes(value)))}
    >
      <div className="fs-checks" data-inline={props.isInline === true ? true : undefined}>
        {props.options.map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label} description={option.help} disabled={props.isDisabled === true || option.isDisabled === true} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

/** Yes or no: a tick. */
export function TickField(props: FieldProps<boolean>) {
  return <Checkbox {...useFieldFrame(props)} checked={props.value} onChange={(event) => props.onChange(event.currentTarget.checked)} />
}

/** On or off at once, without a save button. */
export function SwitchField(props: FieldProps<boolean>) {
  return <Switch {...useFieldFrame(props)} checked={props.value} onChange={(event) => props.onChange(event.currentTarget.checked)} />
}

/** What is wrong, on top of the form, as links to the fields; takes the focus each time problems are shown anew. */
export function ErrorSummary({ problems, round, other }: {
  problems: FieldProblem[]
  /** `fields.problemRound` of useFields. */
  round: number
  /** What is wrong with the whole, said by the server. */
  other?: ReactNode
}) {
  const { words } = useUiWords()
  const box = useRef<HTMLDivElement>(null)
  const isShown = problems.length > 0 || (other !== undefined && other !== null)
  useEffect(() => {
    if (isShown) box.current?.focus()
    // The round alone decides: correcting one of several fields must not steal the focus.
  }, [round])
  useEffect(() => {
    if (other !== undefined && other !== null) box.current?.focus()
  }, [other])
  if (!isShown) return null
  return (
    <div ref={box} className="fs-error-summary" role="alert" tabIndex={-1}>
      <p className="fs-error-summary-title">
        <IconAlertTriangle size={20} aria-hidden="true" /> {problems.length > 0 ? words.errorSummary(problems.length) : words.somethingFailed}
      </p>
      {other !== undefined && other !== null && <div>{other}</div>}
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path}:${problem.message}`}>
            <a
              href={`#${fieldId(problem.path)}`}
              onClick={(event) => {
                event.preventDefault()
                focusField(problem.path)
              }}
            >
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Brings the field at a path into view and gives it the focus. */
export function focusField(path: string) {
  const field = document.getElementById(fieldId(path))
  if (field === null) return
  const target = field.matches('input, select, textarea, button') ? field : field.querySelector<HTMLElement>('input, select, textarea, button')
  const isStill = typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches
  field.scrollIntoView?.({ block: 'center', behavior: isStill ? 'auto' : 'smooth' })
  ;(target ?? field).focus({ preventScroll: true })
}

/** Where what was typed is: `saved` on the server at an instant, `device` on the phone waiting for a network. */
export type SavedState = { kind: 'saved'; at: Date } | { kind: 'saving' } | { kind: 'unsaved' } | { kind: 'failed'; why?: string } | { kind: 'device' }

/** Says whether what was typed is saved, calmly and always in the same place. */
export function SavedMark({ state }: { state: SavedState | undefined }) {
  const { words, language } = useUiWords()
  return (
    <span className="fs-saved" role="status" data-kind={state?.kind}>
      {state?.kind === 'saved' && (
        <>
          <IconCheck size={16} aria-hidden="true" /> {words.saved(clockOf(state.at, language))}
        </>
      )}
      {state?.kind === 'saving' && words.saving}
      {state?.kind === 'unsaved' && words.notSavedYet}
      {state?.kind === 'failed' && (
        <>
          <IconAlertTriangle size={16} aria-hidden="true" /> {words.notSaved}
          {state.why !== undefined && <>. {state.why}</>}
        </>
      )}
      {state?.kind === 'device' && (
        <>
          <IconDeviceMobile size={16} aria-hidden="true" /> {words.savedOnDevice}
        </>
      )}
    </span>
  )
}

const danishClock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit', hour12: false })

function clockOf(at: Date, language: 'da' | 'en'): string {
  const [hours = '0', minutes = '0'] = danishClock.format(at).split(':')
  return writeClock(Number(hours) * 60 + Number(minutes), language)
}

/** The calm notice above free text: no names, no CPR numbers. */
export function CprNotice({ text }: { text?: ReactNode }) {
  const { words } = useUiWords()
  return (
    <div className="fs-notice" role="note">
      <IconInfoCircle size={20} aria-hidden="true" />
      <div>
        <strong>{words.cprTitle}</strong>
        <p>{text ?? words.cprText}</p>
      </div>
    </div>
  )
}

/** A form in one column; Enter submits, the browser's own bubbles stay away. */
export function Form({ onSubmit, label, children }: { onSubmit: () => void; label: string; children: ReactNode }) {
  return (
    <form
      className="fs-form"
      aria-label={label}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}

/** The end of a form: the primary button first, then the others, then where it is saved. */
export function FormActions({ submit, isBusy = false, isDisabled = false, saved, children, buttonProps }: {
  submit: string
  isBusy?: boolean
  isDisabled?: boolean
  saved?: SavedState
  children?: ReactNode
  buttonProps?: Pick<ButtonProps, 'color' | 'variant'>
}) {
  return (
    <div className="fs-form-actions">
      <Button type="submit" loading={isBusy} disabled={isDisabled} {...buttonProps}>
        {submit}
      </Button>
      {children}
      <SavedMark state={saved} />
    </div>
  )
}

/** Several fields in one line where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="fs-field-row">{children}</div>
}
