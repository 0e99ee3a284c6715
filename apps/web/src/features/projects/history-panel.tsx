import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HistoryEntry } from '@forspring/domain/projects/shown-project';
import { SelectField } from '@forspring/ui/form';
import { Empty, ErrorState, Loading } from '@forspring/ui/states';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useWords } from '../../kernel/words.ts';
import { historyWords } from './history.words.ts';
import { planFormWords } from './plan.words.ts';
import './projects.css';

const kinds = ['step', 'lockedChange', 'adaptation', 'trace'] as const;
const atOnce = 50;

/** What happened to a project, newest first; moves and changes after approval with their reasons, edits by field name only. */
export function HistoryPanel({ projectId }: { projectId: string }) {
  const words = useWords(historyWords);
  const history = useQuery(trpc.projects.listHistory.queryOptions({ projectId }));
  const [kind, setKind] = useState<'all' | HistoryEntry['kind']>('all');
  const [shownCount, setShownCount] = useState(atOnce);
  if (history.isError) return <ErrorState onRetry={() => void history.refetch()} />;
  if (history.data === undefined) return <Loading lines={8} />;
  const entries = history.data.entries.filter((entry) => kind === 'all' || entry.kind === kind);
  return (
    <>
      <p className="fs-help">{words.lead}</p>
      <SelectField
        name="kind"
        label={words.show}
        value={kind === 'all' ? null : kind}
        onChange={(value) => {
          setKind(value ?? 'all');
          setShownCount(atOnce);
        }}
        placeholder={words.all}
        options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
      {entries.length === 0 ? (
        <Empty title={words.none} />
      ) : (
        <ol className="fs-history" aria-label={words.label}>
          {entries.slice(0, shownCount).map((entry) => (
            <Entry key={`${entry.kind} ${entry.id}`} entry={entry} />
          ))}
        </ol>
      )}
      {entries.length > shownCount && (
        <Button variant="default" onClick={() => setShownCount((count) => count + atOnce)}>
          {words.more}
        </Button>
      )}
      {history.data.isCapped && <p className="fs-quiet">{words.capped}</p>}
    </>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { instant } = useFormats();
  return (
    <li>
      <p className="fs-quiet">
        <time dateTime={entry.at}>{instant(entry.at)}</time>
        {'byName' in entry && (
          <>
            <br />
            {entry.byName}
          </>
        )}
      </p>
      <div>
        <What entry={entry} />
      </div>
    </li>
  );
}

function What({ entry }: { entry: HistoryEntry }) {
  const words = useWords(historyWords);
  const terms = useWords(termWords);
  const fieldOf = useFieldName();
  const actionOf = useActionText();
  const { list } = useFormats();
  switch (entry.kind) {
    case 'step':
      return (
        <>
          <p>
            <strong>{words.step(terms.projectStatus[entry.fromStatus], terms.projectStatus[entry.toStatus])}</strong>
          </p>
          {entry.comment !== '' && <p className="fs-prose">{entry.comment}</p>}
        </>
      );
    case 'lockedChange':
    case 'adaptation': {
      const subject = entry.kind === 'lockedChange' && entry.subjectTitle !== '' ? `${entry.subjectTitle}, ` : '';
      return (
        <>
          <p>
            <strong>{words[entry.kind](`${subject}${fieldOf(entry.field).toLocaleLowerCase()}`)}</strong>
          </p>
          <p>{words.change(entry.fromText, entry.toText)}</p>
          {entry.reason !== '' && <p className="fs-quiet">{words.reason(entry.reason)}</p>}
        </>
      );
    }
    default:
      return (
        <>
          <p>{actionOf(entry)}</p>
          {entry.changed.length > 0 && (
            <p className="fs-quiet">
              {words.fields(list(entry.changed.map((name) => fieldOf(name).toLocaleLowerCase())))}
            </p>
          )}
        </>
      );
  }
}

/** A field's label where the plan has one, else its name in words (`promisedHallMinutes` → "promised hall minutes"). */
function useFieldName() {
  const labels = useWords(planFormWords).labels as Record<string, string>;
  return (field: string) => labels[field] ?? field.replace(/([A-Z])/g, ' $1').toLowerCase();
}

/** What an action of the trail did, in words: its own sentence, else its verb and its subject. */
function useActionText() {
  const words = useWords(historyWords);
  return ({ action, subjectKind }: Extract<HistoryEntry, { kind: 'trace' }>) => {
    const own = (words.actions as Record<string, string>)[action];
    if (own !== undefined) return own;
    const verb = (words.verbs as Record<string, string>)[/^[a-z]+/.exec(action)?.[0] ?? ''];
    const subject = (words.subjects as Record<string, string>)[subjectKind];
    return verb !== undefined && subject !== undefined
      ? `${verb} ${subject}`
      : action.replace(/([A-Z])/g, ' $1').toLowerCase();
  };
}
