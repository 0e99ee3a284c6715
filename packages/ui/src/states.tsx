import { Button, Radio, Skeleton } from '@mantine/core';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
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
        <Skeleton
          key={index}
          height={index === 0 ? 24 : 16}
          width={index === 0 ? '40%' : index % 3 === 2 ? '70%' : '100%'}
          radius="sm"
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
            <Button variant="default" onClick={onRetry}>
              {words.retry}
            </Button>
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

/** One field in which two versions differ; the values are drawn as they are. */
export interface ConflictRow {
  id: string;
  label: string;
  mine: ReactNode;
  theirs: ReactNode;
}

/** Two versions of the same record side by side and the choice between them; nothing is thrown away before the choice. */
export function Conflict({
  rows,
  theirsBy,
  onChoose,
  isBusy = false,
}: {
  rows: ConflictRow[];
  /** Who saved the other version and when, as a finished text. */
  theirsBy?: string;
  onChoose: (choice: 'mine' | 'theirs') => void;
  isBusy?: boolean;
}) {
  const { words } = useUiWords();
  const [choice, setChoice] = useState<'mine' | 'theirs' | null>(null);
  const titleId = useId();
  return (
    <section className="fs-conflict" role="alertdialog" aria-labelledby={titleId}>
      <h2 id={titleId} className="fs-state-title">
        {words.conflict}
      </h2>
      <p>{words.conflictText}</p>
      <div className="fs-scroll" tabIndex={0} role="group" aria-labelledby={titleId}>
        <table className="fs-table">
          <thead>
            <tr>
              <th scope="col">{words.conflictField}</th>
              <th scope="col">{words.conflictMine}</th>
              <th scope="col">
                {words.conflictTheirs}
                {theirsBy !== undefined && <span className="fs-quiet"> · {theirsBy}</span>}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                <td>{row.mine}</td>
                <td>{row.theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Radio.Group
        value={choice ?? ''}
        onChange={(value) => setChoice(value === 'theirs' ? 'theirs' : 'mine')}
        aria-labelledby={titleId}
      >
        <div className="fs-choices">
          <Radio value="mine" label={words.conflictUseMine} />
          <Radio value="theirs" label={words.conflictUseTheirs} />
        </div>
      </Radio.Group>
      <Button disabled={choice === null} loading={isBusy} onClick={() => choice !== null && onChoose(choice)}>
        {choice === 'theirs' ? words.conflictUseTheirs : words.conflictUseMine}
      </Button>
    </section>
  );
}
