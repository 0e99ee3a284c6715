import { SelectField } from '@forspring/ui/form';
import type { FieldBinding } from '@forspring/ui/use-fields';
import { useWords } from '../../kernel/words.ts';
import { activityWords } from './activity.words.ts';

type Options = readonly { id: string; name: string }[];
const optionsOf = (all: Options) => all.map(({ id, name }) => ({ value: id, label: name }));

/** Where a session is held; nothing chosen means no particular place. */
export function VenueField({ venues, ...binding }: FieldBinding<string | null> & { venues: Options }) {
  const words = useWords(activityWords);
  return <SelectField {...binding} label={words.venue} placeholder={words.noVenue} options={optionsOf(venues)} />;
}

/** Who registers a session; nothing chosen means the project's own people alone. */
export function OrganisationField({
  organisations,
  ...binding
}: FieldBinding<string | null> & { organisations: Options }) {
  const words = useWords(activityWords);
  return (
    <SelectField
      {...binding}
      label={words.organisation}
      help={words.organisationHelp}
      placeholder={words.noOrganisation}
      options={optionsOf(organisations)}
    />
  );
}
