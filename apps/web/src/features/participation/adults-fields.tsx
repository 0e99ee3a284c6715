import { Stepper } from '@forspring/ui/stepper';
import { NumberField } from '@forspring/ui/form';
import { proposedMinutes } from '@forspring/domain/participation/participation.rules';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import type { Fields } from '@forspring/ui/use-fields';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';
import type { RegistrationValues } from './use-registration.ts';

interface AdultsFieldsProps {
  session: ShownSession;
  fields: Fields<RegistrationValues>;
}

/** Staff and volunteers with their hours; hours follow the number of adults until somebody types them. */
export function AdultsFields({ session, fields }: AdultsFieldsProps) {
  const words = useWords(registrationWords);
  const { hours } = useFormats();
  const { values } = fields;
  return (
    <fieldset className="pa-adults">
      <legend>{words.adults}</legend>
      <div className="pa-adults-row">
        <Stepper
          label={words.staff}
          max={100}
          value={values.staffCount}
          onChange={(staffCount) =>
            fields.change((now) => ({
              ...now,
              staffCount,
              staffMinutes: now.isStaffTimeOwn ? now.staffMinutes : proposedMinutes(staffCount, session),
            }))
          }
        />
        {values.staffCount > 0 && (
          <NumberField
            {...fields.bind('staffMinutes')}
            label={words.staffHours}
            suffix={words.hoursSuffix}
            min={0}
            max={1600}
            value={values.staffMinutes / 60}
            onChange={(value) =>
              fields.change((now) => ({ ...now, staffMinutes: Math.round((value ?? 0) * 60), isStaffTimeOwn: true }))
            }
          />
        )}
      </div>
      <div className="pa-adults-row">
        <Stepper
          label={words.volunteers}
          max={100}
          value={values.volunteerCount}
          onChange={(volunteerCount) =>
            fields.change((now) => ({
              ...now,
              volunteerCount,
              volunteerMinutes: now.isVolunteerTimeOwn
                ? now.volunteerMinutes
                : proposedMinutes(volunteerCount, session),
            }))
          }
        />
        {values.volunteerCount > 0 && (
          <NumberField
            {...fields.bind('volunteerMinutes')}
            label={words.volunteerHours}
            suffix={words.hoursSuffix}
            min={0}
            max={1600}
            value={values.volunteerMinutes / 60}
            onChange={(value) =>
              fields.change((now) => ({
                ...now,
                volunteerMinutes: Math.round((value ?? 0) * 60),
                isVolunteerTimeOwn: true,
              }))
            }
          />
        )}
      </div>
      {values.staffCount + values.volunteerCount > 0 && (
        <p className="fs-quiet">{words.hoursHelp(hours(proposedMinutes(1, session)))}</p>
      )}
    </fieldset>
  );
}
