import type { ReactNode } from 'react';
import { TouchButton } from './touch-fields.tsx';
import { useUiWords } from './words.tsx';

interface StateProps {
  title: string;
  text?: ReactNode;
  /** The next step: a button or a link. */
  action?: ReactNode;
}

function StateBox({ title, text, action, role }: StateProps & { role?: 'alert' | 'status' }) {
  return (
    <div className="fs-state" role={role}>
      <p className="fs-state-title">{title}</p>
      {text !== undefined && text !== null && <div className="fs-state-text">{text}</div>}
      {action !== undefined && <div className="fs-state-action">{action}</div>}
    </div>
  );
}

/** Nothing here yet: says what will be here and what the next step is. */
export function Empty(props: StateProps) {
  return <StateBox {...props} />;
}

/** Something is on its way: grey lines in the shape of what comes, and the word for screen readers. */
export function Loading({ lines = 4, label }: { lines?: number; label?: string }) {
  const { words } = useUiWords();
  return (
    <div className="fs-loading" role="status" aria-live="polite">
      <span className="fs-hidden">{label ?? words.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span
          key={index}
          className="fs-loading-line"
          style={{ height: index === 0 ? 24 : 16, width: index === 0 ? '40%' : index % 3 === 2 ? '70%' : '100%' }}
        />
      ))}
    </div>
  );
}

/** Something failed: what it was, how to mend it, and a button that tries again. */
export function ErrorState({ title, text, onRetry, action }: Partial<StateProps> & { onRetry?: () => void }) {
  const { words } = useUiWords();
  return (
    <StateBox
      role="alert"
      title={title ?? words.somethingFailed}
      text={text === undefined ? words.somethingFailedText : text}
      action={
        onRetry === undefined ? (
          action
        ) : (
          <>
            <TouchButton onClick={onRetry}>{words.retry}</TouchButton>
            {action}
          </>
        )
      }
    />
  );
}

/** Not found and not yours look the same, so that an address tells nobody what exists. */
export function NoAccess({ title, text, action }: Partial<StateProps>) {
  const { words } = useUiWords();
  return <StateBox title={title ?? words.noAccess} text={text ?? words.noAccessText} action={action} />;
}
