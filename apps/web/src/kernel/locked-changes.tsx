import type { ShownLockedChange } from '@forspring/domain/goals/goal';
import { lockedChangeWords } from './locked-changes.words.ts';
import { useFormats } from './formats.ts';
import { termWords } from './terms.words.ts';
import { useWords } from './words.ts';

/** What was changed in a goal after approval: when, from, to, why, and by whom where the reader is told. Nothing when nothing was. */
export function LockedChanges({ changes }: { changes: readonly (Omit<ShownLockedChange, 'by'> & { by?: string })[] }) {
  const words = useWords(lockedChangeWords);
  const terms = useWords(termWords);
  const { day, instant } = useFormats();
  if (changes.length === 0) return null;
  const textOf = (text: string, field: string) => {
    if (text === '') return words.none;
    if (/^\d{4}-\d\d-\d\d$/u.test(text)) return day(text);
    if (field === 'tier') return terms.tier[text as keyof typeof terms.tier] ?? text;
    if (field === 'design') return words.design[text] ?? text;
    if (field === 'baselineMissing') return words.missing[text] ?? text;
    if (field === 'isChosenByBaseline') return text === 'true' ? words.yes : words.no;
    return text;
  };
  const sentenceOf = ({ field, fromText, toText }: (typeof changes)[number]) => {
    const name = words.fields[field] ?? field;
    // The gate keeps what a baseline was from everybody but the project's own people.
    if ([fromText, toText].includes('withheld')) return words.changed(name);
    return words.change(name, textOf(fromText, field), textOf(toText, field));
  };
  return (
    <div className="fs-changes">
      <strong>{words.title}</strong>
      <ul>
        {changes.map((change) => (
          <li key={change.id}>
            <p>{sentenceOf(change)}</p>
            <p className="fs-quiet">
              {change.reason} ({change.by === undefined ? '' : `${change.by}, `}
              {instant(change.at)})
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
