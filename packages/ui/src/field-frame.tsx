import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useUiWords } from './words.tsx';

/** What every field of every form takes. `name` is the path of the value and makes the id the error summary links to. */
export interface FieldProps<Value> {
  name: string;
  label: ReactNode;
  value: Value;
  onChange: (value: Value) => void;
  /** Help under the label, never inside the field; examples start with "Fx". */
  help?: ReactNode;
  isOptional?: boolean;
  isDisabled?: boolean;
  error?: string;
  onUnreadable?: (message: string | undefined) => void;
}

/** The id of the field at a path, as the error summary links to it. */
export function fieldId(path: string): string {
  return `felt-${path.replace(/[^\w-]/gu, '-')}`;
}

/** The label, help and error that all of Mantine's inputs take, in the one order of this house. */
export function useFieldFrame({
  name,
  label,
  help,
  isOptional = false,
  isDisabled = false,
  error,
}: Omit<FieldProps<unknown>, 'value' | 'onChange'>) {
  const { words } = useUiWords();
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
  };
}

function ErrorText({ text }: { text: string }) {
  return (
    <>
      <IconAlertTriangle size={16} aria-hidden="true" className="fs-error-icon" /> {text}
    </>
  );
}
