import { bodyKinds, bodyLevels, type BodyKind, type BodyLevel } from '@forspring/domain/places/body';
import { organisationKinds, type OrganisationKind } from '@forspring/domain/places/organisation';
import {
  addBodyInput,
  addDistrictInput,
  addOrganisationInput,
  addVenueInput,
  setPopulationInput,
  type ShownPlaces,
} from '@forspring/domain/places/place';
import { NumberField, SelectField, TextField } from '@forspring/ui/form';
import type { FieldBinding } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { termWords } from '../../kernel/terms.words.ts';
import { useWords } from '../../kernel/words.ts';
import { PlaceForm } from './place-form.tsx';
import { placesWords } from './places.words.ts';

interface FormProps {
  places: ShownPlaces;
  onClose: () => void;
}

/** Districts to choose from. */
function useDistrictOptions({ districts }: ShownPlaces) {
  return districts.map(({ id, name }) => ({ value: id, label: name }));
}

/** In which district something lies; nothing chosen means the whole municipality. */
function DistrictField({ places, ...binding }: FieldBinding<string | null> & Pick<FormProps, 'places'>) {
  const words = useWords(placesWords);
  return (
    <SelectField
      {...binding}
      label={words.district}
      options={useDistrictOptions(places)}
      placeholder={words.wholeMunicipality}
    />
  );
}

/** Adds a district. */
export function DistrictForm({ places, onClose }: FormProps) {
  const words = useWords(placesWords);
  const command = useCommand(trpc.places.addDistrict.mutationOptions());
  return (
    <PlaceForm
      title={words.addDistrict}
      initial={{ name: '' }}
      schema={addDistrictInput}
      inputOf={(values, id) => ({ ...values, id, municipalityId: places.municipality.id })}
      labels={{ name: words.name }}
      command={command}
      submit={words.add}
      done={({ name }) => words.added(name)}
      onClose={onClose}
    >
      {(fields) => <TextField {...fields.bind('name')} label={words.name} />}
    </PlaceForm>
  );
}

/** Writes how many young people live in a district; the figure stops being an example. */
export function PopulationForm({ places, onClose, year }: FormProps & { year: number }) {
  const words = useWords(placesWords);
  const command = useCommand(trpc.places.setPopulation.mutationOptions());
  const options = useDistrictOptions(places);
  const initial: { districtId: string | null; year: number | null; youthCount: number | null; source: string } = {
    districtId: options.length === 1 ? (options[0]?.value ?? null) : null,
    year,
    youthCount: null,
    source: '',
  };
  return (
    <PlaceForm
      title={words.population}
      initial={initial}
      schema={setPopulationInput}
      inputOf={(values) => ({
        municipalityId: places.municipality.id,
        districtId: values.districtId ?? '',
        year: values.year ?? Number.NaN,
        youthCount: values.youthCount ?? Number.NaN,
        source: values.source,
      })}
      labels={{ districtId: words.district, year: words.year, youthCount: words.youth, source: words.source }}
      command={command}
      submit={words.save}
      done={() => words.saved}
      onClose={onClose}
    >
      {(fields) => (
        <>
          <p className="fs-help">{words.populationHelp}</p>
          <SelectField {...fields.bind('districtId')} label={words.district} options={options} />
          <NumberField {...fields.bind('year')} label={words.year} isWhole />
          <NumberField {...fields.bind('youthCount')} label={words.youth} min={0} isWhole />
          <TextField {...fields.bind('source')} label={words.source} help={words.sourceHelp} />
        </>
      )}
    </PlaceForm>
  );
}

/** Adds a body with its kind, level and place. */
export function BodyForm({ places, onClose }: FormProps) {
  const words = useWords(placesWords);
  const terms = useWords(termWords);
  const command = useCommand(trpc.places.addBody.mutationOptions());
  const initial: { name: string; kind: BodyKind; level: BodyLevel; districtId: string | null } = {
    name: '',
    kind: 'sspCommittee',
    level: 'coordinating',
    districtId: null,
  };
  return (
    <PlaceForm
      title={words.addBody}
      initial={initial}
      schema={addBodyInput}
      inputOf={(values, id) => ({ ...values, id, municipalityId: places.municipality.id })}
      labels={{ name: words.name, kind: words.kind, level: words.level, districtId: words.district }}
      command={command}
      submit={words.add}
      done={({ name }) => words.added(name)}
      onClose={onClose}
    >
      {(fields) => (
        <>
          <TextField {...fields.bind('name')} label={words.name} />
          <SelectField
            {...fields.bind('kind')}
            onChange={(kind) => fields.set('kind', kind ?? 'sspCommittee')}
            label={words.kind}
            options={bodyKinds.map((kind) => ({ value: kind, label: terms.bodyKind[kind] }))}
          />
          <SelectField
            {...fields.bind('level')}
            onChange={(level) => fields.set('level', level ?? 'coordinating')}
            label={words.level}
            options={bodyLevels.map((level) => ({ value: level, label: terms.bodyLevel[level] }))}
          />
          <DistrictField {...fields.bind('districtId')} places={places} />
        </>
      )}
    </PlaceForm>
  );
}

/** Adds a venue with its address. */
export function VenueForm({ places, onClose }: FormProps) {
  const words = useWords(placesWords);
  const command = useCommand(trpc.places.addVenue.mutationOptions());
  const initial: { name: string; address: string; districtId: string | null } = {
    name: '',
    address: '',
    districtId: null,
  };
  return (
    <PlaceForm
      title={words.addVenue}
      initial={initial}
      schema={addVenueInput}
      inputOf={(values, id) => ({ ...values, id, municipalityId: places.municipality.id })}
      labels={{ name: words.name, address: words.address, districtId: words.district }}
      command={command}
      submit={words.add}
      done={({ name }) => words.added(name)}
      onClose={onClose}
    >
      {(fields) => (
        <>
          <TextField {...fields.bind('name')} label={words.name} />
          <TextField {...fields.bind('address')} label={words.address} isOptional />
          <DistrictField {...fields.bind('districtId')} places={places} />
        </>
      )}
    </PlaceForm>
  );
}

/** Adds an organisation. */
export function OrganisationForm({ places, onClose }: FormProps) {
  const words = useWords(placesWords);
  const terms = useWords(termWords);
  const command = useCommand(trpc.places.addOrganisation.mutationOptions());
  const initial: { name: string; kind: OrganisationKind } = { name: '', kind: 'club' };
  return (
    <PlaceForm
      title={words.addOrganisation}
      initial={initial}
      schema={addOrganisationInput}
      inputOf={(values, id) => ({ ...values, id, municipalityId: places.municipality.id })}
      labels={{ name: words.name, kind: words.kind }}
      command={command}
      submit={words.add}
      done={({ name }) => words.added(name)}
      onClose={onClose}
    >
      {(fields) => (
        <>
          <TextField {...fields.bind('name')} label={words.name} />
          <SelectField
            {...fields.bind('kind')}
            onChange={(kind) => fields.set('kind', kind ?? 'club')}
            label={words.kind}
            options={organisationKinds.map((kind) => ({ value: kind, label: terms.organisationKind[kind] }))}
          />
        </>
      )}
    </PlaceForm>
  );
}
