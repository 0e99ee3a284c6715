import { Button } from '@mantine/core';
import type { ButtonProps } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconDeviceMobile, IconInfoCircle } from '@tabler/icons-react';
import type { FormEvent, ReactNode } from 'react';
import { fieldId } from './field-frame.tsx';
import { focusField } from './focus-field.tsx';
import type { FieldProblem } from './use-fields.tsx';
import { writeClock } from './reading.tsx';
import { useUiWords } from './words.tsx';

export type { FieldProps } from './field-frame.tsx';
export {
  ChecksField,
  ChoiceField,
  LongTextField,
  PasswordField,
  SelectField,
  SwitchField,
  TextField,
  TickField,
} from './fields.tsx';
export type { ChoiceOption } from './fields.tsx';
export { ClockField, DayField, MoneyField, NumberField } from './typed-fields.tsx';

/** What is wrong, on top of the form, as links to the fields; takes the focus each time problems are shown anew. */
export function ErrorSummary({
  problems,
  round,
  other,
}: {
  problems: FieldProblem[];
  /** `fields.problemRound` of useFields. */
  round: number;
  /** What is wrong with the whole, said by the server. */
  other?: ReactNode;
}) {
  const { words } = useUiWords();
  const hasOther = other !== undefined && other !== null;
  if (problems.length === 0 && !hasOther) return null;
  return (
    <div key={`${round}:${hasOther}`} ref={takeFocus} className="fs-error-summary" role="alert" tabIndex={-1}>
      <p className="fs-error-summary-title">
        <IconAlertTriangle size={20} aria-hidden="true" />{' '}
        {problems.length > 0 ? words.errorSummary(problems.length) : words.somethingFailed}
      </p>
      {hasOther && <div>{other}</div>}
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path}:${problem.message}`}>
            <a
              href={`#${fieldId(problem.path)}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(problem.path);
              }}
            >
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A new round is a new box, so it is read out and takes the focus; correcting one of several fields moves nothing. */
function takeFocus(box: HTMLDivElement | null) {
  box?.focus();
}

/** Where what was typed is: `saved` on the server at an instant, `device` on the phone waiting for a network. */
export type SavedState =
  | { kind: 'saved'; at: Date }
  | { kind: 'saving' }
  | { kind: 'unsaved' }
  | { kind: 'failed'; why?: string }
  | { kind: 'device' };

/** Says whether what was typed is saved, calmly and always in the same place. */
export function SavedMark({ state }: { state: SavedState | undefined }) {
  const { words, language } = useUiWords();
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
  );
}

const danishClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

function clockOf(at: Date, language: 'da' | 'en'): string {
  const [hours = '0', minutes = '0'] = danishClock.format(at).split(':');
  return writeClock(Number(hours) * 60 + Number(minutes), language);
}

/** The calm notice above free text: no names, no CPR numbers. */
export function CprNotice({ text }: { text?: ReactNode }) {
  const { words } = useUiWords();
  return (
    <div className="fs-notice" role="note">
      <IconInfoCircle size={20} aria-hidden="true" />
      <div>
        <strong>{words.cprTitle}</strong>
        <p>{text ?? words.cprText}</p>
      </div>
    </div>
  );
}

/** A form in one column; Enter submits, the browser's own bubbles stay away. */
export function Form({ onSubmit, label, children }: { onSubmit: () => void; label: string; children: ReactNode }) {
  return (
    <form
      className="fs-form"
      aria-label={label}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** The end of a form: the primary button first, then the others, then where it is saved. */
export function FormActions({
  submit,
  isBusy = false,
  isDisabled = false,
  saved,
  children,
  buttonProps,
}: {
  submit: string;
  isBusy?: boolean;
  isDisabled?: boolean;
  saved?: SavedState;
  children?: ReactNode;
  buttonProps?: Pick<ButtonProps, 'color' | 'variant'>;
}) {
  return (
    <div className="fs-form-actions">
      <Button type="submit" loading={isBusy} disabled={isDisabled} {...buttonProps}>
        {submit}
      </Button>
      {children}
      <SavedMark state={saved} />
    </div>
  );
}

/** Several fields in one line where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="fs-field-row">{children}</div>;
}
