import { Stepper } from '@forspring/ui/stepper';
import { TouchNumber } from '@forspring/ui/touch-fields';
import { proposedMinutes } from '@forspring/domain/participation/participation.rules';
import { maxAdultMinutes, maxAdults } from '@forspring/domain/participation/session';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';
import type { Registration } from './use-registration.ts';

/** Staff and volunteers with their hours; hours follow the number of adults until somebody types them. */
export function AdultsFields({ registration }: { registration: Registration }) {
  const words = useWords(registrationWords);
  const { hours } = useFormats();
  const { session, merged } = registration;
  return (
    <fieldset className="pa-adults">
      <legend>{words.adults}</legend>
      <AdultsRow kind="staff" label={words.staff} hoursLabel={words.staffHours} registration={registration} />
      <AdultsRow
        kind="volunteers"
        label={words.volunteers}
        hoursLabel={words.volunteerHours}
        registration={registration}
      />
      {merged.staff.count + merged.volunteers.count > 0 && (
        <p className="fs-quiet">{words.hoursHelp(hours(proposedMinutes(1, session)))}</p>
      )}
    </fieldset>
  );
}

function AdultsRow({
  kind,
  label,
  hoursLabel,
  registration,
}: {
  kind: 'staff' | 'volunteers';
  label: string;
  hoursLabel: string;
  registration: Registration;
}) {
  const words = useWords(registrationWords);
  const { session, merged } = registration;
  const { count, minutes } = merged[kind];
  const isProposed = minutes === proposedMinutes(count, session);
  return (
    <div className="pa-adults-row">
      <Stepper
        label={label}
        max={maxAdults}
        value={count}
        onChange={(next) =>
          registration.setFact(kind, {
            count: next,
            minutes: next === 0 ? 0 : isProposed || count === 0 ? proposedMinutes(next, session) : minutes,
          })
        }
      />
      {count > 0 && (
        <TouchNumber
          name={`${kind}Minutes`}
          label={hoursLabel}
          suffix={words.hoursSuffix}
          max={Math.floor(maxAdultMinutes / 60)}
          value={minutes / 60}
          onChange={(value) => registration.setFact(kind, { count, minutes: Math.round(value * 60) })}
        />
      )}
    </div>
  );
}
