import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { NamedKind, ShownPlaces } from '@forspring/domain/places/place';
import { Section } from '@forspring/ui/page';
import { ErrorState, Loading } from '@forspring/ui/states';
import { Table, type TableColumn, useTableState } from '@forspring/ui/table';
import { StatusBadge } from '@forspring/ui/tier';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useMe } from '../../kernel/session.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { ConcernSection } from './concern-form.tsx';
import { BodyForm, DistrictForm, OrganisationForm, PopulationForm, VenueForm } from './place-forms.tsx';
import { placesWords } from './places.words.ts';
import { RenameDialog, type Renamed } from './rename-dialog.tsx';
import { SchoolHolidayForm } from './school-holiday-form.tsx';
import { ThresholdsSection } from './thresholds-form.tsx';

type District = ShownPlaces['districts'][number];
type Body = ShownPlaces['bodies'][number];
type Venue = ShownPlaces['venues'][number];
type Organisation = ShownPlaces['organisations'][number];
type Holiday = ShownPlaces['schoolHolidays'][number];
type FormName = 'district' | 'population' | 'body' | 'venue' | 'organisation' | 'holiday';

/** The places of one municipality; its coordinators add to them, one form open at a time. */
export function PlacesPanel({ municipalityId }: { municipalityId: string }) {
  const words = useWords(placesWords);
  const terms = useWords(termWords);
  const { today } = useMe();
  const [open, setOpen] = useState<FormName | null>(null);
  const [renaming, setRenaming] = useState<Renamed | null>(null);
  const { data: places, isError, refetch } = useQuery(trpc.places.showPlaces.queryOptions({ municipalityId }));
  if (isError) return <ErrorState onRetry={() => void refetch()} />;
  if (places === undefined) return <Loading />;
  const mayEdit = places.abilities.edit;
  const onClose = () => setOpen(null);
  const opener = (name: FormName, label: string) =>
    mayEdit && open !== name ? (
      <Button variant="default" size="sm" onClick={() => setOpen(name)}>
        {label}
      </Button>
    ) : null;

  const renameColumn = <Row extends { id: string; name: string; isImplicit?: boolean }>(
    kind: NamedKind,
  ): TableColumn<Row>[] =>
    mayEdit
      ? [
          {
            id: 'rename',
            title: words.columnRename,
            isSortable: false,
            cell: ({ id, name, isImplicit }) =>
              isImplicit !== true && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={words.renameOf(name)}
                  onClick={() => setRenaming({ kind, id, name })}
                >
                  {words.columnRename}
                </Button>
              ),
          },
        ]
      : [];
  const districtColumns: TableColumn<District>[] = [
    { id: 'name', title: words.columnName, value: (row) => row.name },
    {
      id: 'youth',
      title: words.columnYouth,
      kind: 'number',
      value: (row) => row.population?.youthCount,
      cell: (row) => <Youth population={row.population} />,
    },
    { id: 'year', title: words.columnYear, value: (row) => row.population?.year.toString() },
    { id: 'source', title: words.columnSource, value: (row) => row.population?.source },
    ...renameColumn<District>('district'),
  ];
  const bodyColumns: TableColumn<Body>[] = [
    { id: 'name', title: words.columnName, value: (row) => row.name },
    { id: 'kind', title: words.columnKind, value: (row) => terms.bodyKind[row.kind] },
    { id: 'level', title: words.columnLevel, value: (row) => terms.bodyLevel[row.level] },
    { id: 'district', title: words.columnDistrict, value: (row) => row.districtName || words.wholeMunicipality },
    ...renameColumn<Body>('body'),
  ];
  const venueColumns: TableColumn<Venue>[] = [
    { id: 'name', title: words.columnName, value: (row) => row.name },
    { id: 'address', title: words.columnAddress, value: (row) => row.address },
    { id: 'district', title: words.columnDistrict, value: (row) => row.districtName || words.wholeMunicipality },
    ...renameColumn<Venue>('venue'),
  ];
  const organisationColumns: TableColumn<Organisation>[] = [
    { id: 'name', title: words.columnName, value: (row) => row.name },
    { id: 'kind', title: words.columnKind, value: (row) => terms.organisationKind[row.kind] },
    { id: 'section115', title: words.section115, value: (row) => (row.withinSection115 ? words.yes : words.no) },
    ...renameColumn<Organisation>('organisation'),
  ];
  return (
    <>
      <PlaceList
        title={words.districts}
        help={words.districtsHelp}
        action={
          <>
            {opener('population', words.population)}
            {places.municipality.hasDistricts && opener('district', words.addDistrict)}
          </>
        }
        form={
          open === 'district' ? (
            <DistrictForm places={places} onClose={onClose} />
          ) : open === 'population' ? (
            <PopulationForm places={places} year={Number(today.slice(0, 4))} onClose={onClose} />
          ) : null
        }
        noun={words.districtsNoun}
        columns={districtColumns}
        rows={places.districts}
        empty={{ title: words.noDistricts, text: words.noDistrictsText }}
      />
      <PlaceList
        title={words.bodies}
        help={words.bodiesHelp}
        action={opener('body', words.addBody)}
        form={open === 'body' ? <BodyForm places={places} onClose={onClose} /> : null}
        noun={words.bodiesNoun}
        columns={bodyColumns}
        rows={places.bodies}
        empty={{ title: words.noBodies }}
      />
      <PlaceList
        title={words.venues}
        help={words.venuesHelp}
        action={opener('venue', words.addVenue)}
        form={open === 'venue' ? <VenueForm places={places} onClose={onClose} /> : null}
        noun={words.venuesNoun}
        columns={venueColumns}
        rows={places.venues}
        empty={{ title: words.noVenues }}
      />
      <PlaceList
        title={words.organisations}
        help={words.organisationsHelp}
        action={opener('organisation', words.addOrganisation)}
        form={open === 'organisation' ? <OrganisationForm places={places} onClose={onClose} /> : null}
        noun={words.organisationsNoun}
        columns={organisationColumns}
        rows={places.organisations}
        empty={{ title: words.noOrganisations }}
      />
      <HolidayList
        places={places}
        action={opener('holiday', words.addHolidays)}
        form={open === 'holiday' ? <SchoolHolidayForm places={places} onClose={onClose} /> : null}
      />
      <ConcernSection places={places} />
      <ThresholdsSection places={places} />
      {renaming !== null && (
        <RenameDialog municipalityId={municipalityId} place={renaming} onClose={() => setRenaming(null)} />
      )}
    </>
  );
}

function HolidayList({ places, action, form }: { places: ShownPlaces; action: ReactNode; form: ReactNode }) {
  const words = useWords(placesWords);
  const { textOf } = useProblemWords();
  const { day } = useFormats();
  const isDanish = useLanguage() === 'da';
  const nameOf = (row: Holiday) => (isDanish ? row.nameDa : row.nameEn);
  const remove = useCommand(trpc.places.removeSchoolHoliday.mutationOptions());
  const municipalityId = places.municipality.id;
  const columns: TableColumn<Holiday>[] = [
    { id: 'name', title: words.columnName, value: nameOf },
    { id: 'first', title: words.columnFirst, kind: 'day', value: (row) => row.firstOn },
    { id: 'last', title: words.columnLast, kind: 'day', value: (row) => row.lastOn },
    ...(places.abilities.edit
      ? [
          {
            id: 'remove',
            title: words.columnRemove,
            isSortable: false,
            cell: (row: Holiday) => (
              <Button
                size="compact-sm"
                variant="subtle"
                disabled={remove.isBusy}
                aria-label={words.removeHoliday(nameOf(row), `${day(row.firstOn)}–${day(row.lastOn)}`)}
                onClick={() => void remove.send({ municipalityId, id: row.id })}
              >
                {words.columnRemove}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PlaceList
        title={words.holidays}
        help={words.holidaysHelp}
        action={action}
        form={form}
        noun={words.holidaysNoun}
        columns={columns}
        rows={places.schoolHolidays}
        empty={{ title: words.noHolidays, text: words.noHolidaysText }}
      />
      {remove.problem !== null && <p role="alert">{textOf(remove.problem)}</p>}
    </>
  );
}

/** A figure, marked when it is invented; a district without one says so instead of 0. */
function Youth({ population }: { population: District['population'] }) {
  const words = useWords(placesWords);
  const { number } = useFormats();
  if (population === null) return <span className="fs-quiet">{words.noFigure}</span>;
  return (
    <>
      {number(population.youthCount)} {population.isExample && <StatusBadge label={words.example} look="quiet" />}
    </>
  );
}

interface PlaceListProps<Row> {
  title: string;
  help: string;
  action: ReactNode;
  form: ReactNode;
  noun: { one: string; other: string };
  columns: TableColumn<Row>[];
  rows: Row[];
  empty: { title: string; text?: string };
}

/** One kind of place: its list, and the form to add to it when it is open. */
function PlaceList<Row extends { id: string }>({
  title,
  help,
  action,
  form,
  noun,
  columns,
  rows,
  empty,
}: PlaceListProps<Row>) {
  const { plural } = useFormats();
  const [state, setState] = useTableState();
  return (
    <Section title={title} help={help} action={action}>
      {form}
      <Table
        label={noun.other}
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        state={state}
        onStateChange={setState}
        hasSearch={rows.length > 12}
        hasColumnChoice={false}
        sentence={(count, shown) => `${count} ${plural(shown, noun)}`}
        exportName={title}
        empty={empty}
      />
    </Section>
  );
}
