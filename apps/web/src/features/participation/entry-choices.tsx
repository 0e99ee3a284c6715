import { TouchButton } from '@forspring/ui/touch-fields';
import type { FactName, FactValue } from '@forspring/domain/participation/session-entry';
import type { OpenChoice } from '@forspring/domain/participation/session-entry.rules';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';
import type { Registration } from './use-registration.ts';

/** What two phones told differently without having seen each other: each version with who and when, and the choice. */
export function EntryChoices({ registration }: { registration: Registration }) {
  const words = useWords(registrationWords);
  const { choices } = registration.merged;
  if (choices.length === 0) return null;
  return (
    <section className="pa-choices" aria-labelledby="pa-choices-title">
      <h2 id="pa-choices-title">{words.choicesTitle}</h2>
      <p>{words.choicesHelp}</p>
      {choices.map((choice) => (
        <Choice key={choice.fact} choice={choice} registration={registration} />
      ))}
    </section>
  );
}

function Choice({ choice, registration }: { choice: OpenChoice; registration: Registration }) {
  const words = useWords(registrationWords);
  const { instant } = useFormats();
  const say = useSayFact(registration.session.coreElements);
  const { session, own, setFact } = registration;
  const title = words.facts[choice.fact];
  return (
    <fieldset className="pa-choice">
      <legend>{title}</legend>
      <ul>
        {choice.versions.map((version) => {
          const stored = session.entries.find(({ deviceId }) => deviceId === version.deviceId);
          const value = say(choice.fact, version.value);
          const isOwn = version.deviceId === own.deviceId;
          return (
            <li key={version.deviceId}>
              <div>
                <strong>{value}</strong>
                <span className="fs-quiet">
                  {isOwn ? words.thisPhone : (stored?.byName ?? words.somebody)}
                  {stored !== undefined && `, ${instant(stored.at)}`}
                </span>
              </div>
              <TouchButton
                aria-label={words.chooseThis(title, value)}
                onClick={() => setFact(choice.fact, version.value)}
              >
                {words.useThis}
              </TouchButton>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

/** A fact's value as people read it. */
function useSayFact(coreElements: readonly string[]) {
  const words = useWords(registrationWords);
  const { number, hours, list } = useFormats();
  return (name: FactName, value: FactValue<FactName>): string => {
    if (name === 'outcome') {
      const outcome = value as FactValue<'outcome'>;
      if (outcome.state === 'held') return words.held;
      return `${words.cancelled}: ${words.cancelledByOptions[outcome.cancelledBy]}, ${outcome.cancelReason}`;
    }
    if (name === 'staff' || name === 'volunteers') {
      const adults = value as FactValue<'staff'>;
      return `${number(adults.count)}, ${hours(adults.minutes)}`;
    }
    if (name === 'mood') return typeof value === 'number' ? (words.moods[value - 1] ?? '') : words.nothing;
    if (name === 'elements') {
      const ticked = (value as FactValue<'elements'>).flatMap((index) => coreElements[index] ?? []);
      return ticked.length === 0 ? words.nothing : list(ticked);
    }
    return typeof value === 'string' && value !== '' ? `“${value}”` : words.nothing;
  };
}
