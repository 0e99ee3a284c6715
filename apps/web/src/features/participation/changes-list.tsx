import { TouchFold } from '@forspring/ui/touch-fields';
import type { CountedFacts, ShownSession } from '@forspring/domain/participation/shown-session';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';
import { sessionsWords } from './sessions.words.ts';

/** Who changed what, and when; folded. Counts and states only: texts are not kept twice. */
export function ChangesList({ session }: { session: ShownSession }) {
  const words = useWords(registrationWords);
  const { instant, number } = useFormats();
  const say = useSayChange();
  if (session.changes.length === 0) return null;
  return (
    <TouchFold summary={words.changes(number(session.changes.length))}>
      <ol className="pa-changes">
        {session.changes.map((change) => (
          <li key={change.id}>
            <span className="fs-quiet">
              {change.byName ?? words.somebody}, {instant(change.at)}
            </span>
            <span>{say(change.before, change.after)}</span>
          </li>
        ))}
      </ol>
    </TouchFold>
  );
}

function useSayChange() {
  const words = useWords(registrationWords);
  const { states } = useWords(sessionsWords);
  const { hours, number } = useFormats();
  const count = (value: number | null) => (value === null ? words.notCounted : number(value));
  return (before: CountedFacts, after: CountedFacts): string => {
    const parts: [string, string, string][] = [
      [words.stateRow, stateText(before), stateText(after)],
      [words.headcounts, count(before.visitCount), count(after.visitCount)],
      [words.firstTime, count(before.firstTimeCount), count(after.firstTimeCount)],
      [words.staff, number(before.staffCount), number(after.staffCount)],
      [words.staffHours, hours(before.staffMinutes), hours(after.staffMinutes)],
      [words.volunteers, number(before.volunteerCount), number(after.volunteerCount)],
      [words.volunteerHours, hours(before.volunteerMinutes), hours(after.volunteerMinutes)],
    ];
    return parts
      .filter(([, was, is]) => was !== is)
      .map(([label, was, is]) => `${label}: ${was} → ${is}`)
      .join(' · ');
  };
  function stateText(facts: CountedFacts) {
    const by = facts.cancelledBy === null ? '' : `, ${words.cancelledByOptions[facts.cancelledBy]}`;
    return `${states[facts.state]}${facts.state === 'cancelled' ? by : ''}`;
  }
}
