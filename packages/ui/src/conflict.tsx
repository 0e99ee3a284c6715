import { Button, Radio } from '@mantine/core';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useUiWords } from './words.tsx';

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
