import { Conflict } from '@forspring/ui/states';
import type { ConflictRow } from '@forspring/ui/states';
import { ageBands, genders } from '@forspring/domain/participation/session';
import type { ShownSession } from '@forspring/domain/participation/registration';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';
import { totalOf, valuesOf } from './use-registration.ts';
import type { CountKey, RegistrationValues } from './use-registration.ts';

interface RegistrationConflictProps {
  session: ShownSession;
  mine: RegistrationValues;
  theirs: ShownSession;
  onChoose: (choice: 'mine' | 'theirs') => void;
  isBusy: boolean;
}

/** Two registrations of the same session side by side: what differs, and the choice. */
export function RegistrationConflict({ mine, theirs, onChoose, isBusy }: RegistrationConflictProps) {
  const words = useWords(registrationWords);
  const { number, hours, instant } = useFormats();
  const stored = valuesOf(theirs);
  const genderWords = { boy: words.boys, girl: words.girls, other: words.others };
  const row = (id: string, label: string, say: (values: RegistrationValues) => string): ConflictRow[] => {
    const [ours, others] = [say(mine), say(stored)];
    return ours === others ? [] : [{ id, label, mine: ours, theirs: others }];
  };
  const counts = ageBands.flatMap((band) =>
    genders.flatMap((gender) => {
      const key: CountKey = `${band}/${gender}`;
      const label = key === 'unknown/other' ? words.unknown : words.countOf(genderWords[gender], words.bands[band]);
      return row(key, label, (values) => (values.state === 'held' ? number(values.counts[key] ?? 0) : words.nothing));
    }),
  );
  const rows = [
    ...row('state', words.stateRow, (values) =>
      values.state === 'held' ? words.held : `${words.cancelled}: ${values.cancelReason || words.nothing}`,
    ),
    ...counts,
    ...row('codes', words.codes, (values) => [...values.codes].sort().join(', ') || words.nothing),
    ...row('firstTime', words.firstTime, (values) =>
      values.firstTimeCount === null ? words.notCounted : number(values.firstTimeCount),
    ),
    ...row('total', words.totalRow, (values) =>
      values.state === 'held' ? number(totalOf(values).totalCount) : words.nothing,
    ),
    ...row('adults', words.adultsRow, (values) =>
      words.sayAdults(
        number(values.staffCount),
        number(values.volunteerCount),
        hours(values.staffMinutes + values.volunteerMinutes),
      ),
    ),
    ...row('note', words.note, (values) => values.note || words.nothing),
  ];
  return (
    <Conflict
      rows={rows}
      theirsBy={
        theirs.registeredByName !== null && theirs.registeredAt !== null
          ? words.conflictBy(theirs.registeredByName, instant(theirs.registeredAt))
          : undefined
      }
      onChoose={onChoose}
      isBusy={isBusy}
    />
  );
}
