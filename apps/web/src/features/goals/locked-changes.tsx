import type { ShownLockedChange } from '@forspring/domain/goals/goal';
import { useFormats } from '../../kernel/formats.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useWords } from '../../kernel/words.ts';
import { goalWords } from './goal.words.ts';

/** What was changed after approval: when, from, to, why and by whom. Nothing when nothing was. */
export function LockedChanges({ changes }: { changes: ShownLockedChange[] }) {
  const words = useWords(goalWords);
  const terms = useWords(termWords);
  const { day, instant } = useFormats();
  if (changes.length === 0) return null;
  const textOf = (text: string) => {
    if (text === '') return words.noValue;
    if (/^\d{4}-\d\d-\d\d$/u.test(text)) return day(text);
    if (text in terms.tier) return terms.tier[text as keyof typeof terms.tier];
    return text in words.missing ? words.missing[text as keyof typeof words.missing] : text;
  };
  return (
    <div className="goal-changes">
      <strong>{words.lockedChanges}</strong>
      <ul>
        {changes.map((change) => (
          <li key={change.id}>
            <p>
              {words.lockedChange(
                words.fields[change.field as keyof typeof words.fields] ?? change.field,
                textOf(change.fromText),
                textOf(change.toText),
              )}
            </p>
            <p className="fs-quiet">
              {change.reason} ({change.by}, {instant(change.at)})
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
