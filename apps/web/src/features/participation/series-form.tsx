import { Button } from '@mantine/core';
import {
  ChecksField,
  ChoiceField,
  ClockField,
  DayField,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  NumberField,
  SelectField,
  TextField,
} from '@forspring/ui/form';
import { Conflict } from '@forspring/ui/conflict';
import { countUnits } from '@forspring/domain/participation/session';
import type { ShownSeries, ShownSeriesList } from '@forspring/domain/participation/series';
import { useWords } from '../../kernel/words.ts';
import { useFormats } from '../../kernel/formats.ts';
import { SeriesDays } from './series-days.tsx';
import { seriesWords } from './series.words.ts';
import { useSeriesForm } from './use-series-form.ts';
import type { SeriesFormState } from './use-series-form.ts';

interface SeriesFormProps {
  projectId: string;
  list: ShownSeriesList;
  series: ShownSeries | null;
  onClose: () => void;
}

/** A weekly series: its days, times and place, with holidays proposed as skips before anything is saved. */
export function SeriesForm({ projectId, list, series, onClose }: SeriesFormProps) {
  const words = useWords(seriesWords);
  const form = useSeriesForm(projectId, list, series, onClose);
  const { fields } = form;
  const { values } = fields;
  const title = series === null ? words.addTitle : words.editTitle(series.title);
  return (
    <div className="pa-series-form">
      <h3>{title}</h3>
      {form.stale !== null && <SeriesConflict form={form} stale={form.stale} />}
      <Form label={title} onSubmit={form.save}>
        <ErrorSummary problems={fields.problems} round={fields.problemRound} other={form.wholeProblem} />
        <TextField {...fields.bind('title')} label={words.title} help={words.titleHelp} maxLength={120} />
        {form.hasOwnRule ? (
          <p className="fs-notice">{words.ownRule}</p>
        ) : (
          <>
            <ChecksField
              {...fields.bind('weekdays')}
              label={words.weekdays}
              isInline
              options={Object.entries(words.weekdayNames).map(([value, label]) => ({ value, label }))}
            />
            <SelectField
              {...fields.bind('everyWeeks')}
              onChange={(value) => fields.set('everyWeeks', value ?? '1')}
              label={words.everyWeeks}
              options={Object.entries(words.everyWeeksOptions).map(([value, label]) => ({ value, label }))}
            />
          </>
        )}
        <FieldRow>
          <DayField {...fields.bind('firstOn')} label={words.firstOn} />
          <DayField {...fields.bind('lastOn')} label={words.lastOn} />
        </FieldRow>
        <FieldRow>
          <ClockField {...fields.bind('startMinute')} label={words.start} />
          <ClockField
            {...fields.bind('endMinute')}
            label={words.end}
            help={words.endHelp}
            afterMinute={values.startMinute}
          />
        </FieldRow>
        <FieldRow>
          <SelectField
            {...fields.bind('venueId')}
            label={words.venue}
            placeholder={words.noVenue}
            options={list.venues.map((venue) => ({ value: venue.id, label: venue.name }))}
          />
          <SelectField
            {...fields.bind('organisationId')}
            label={words.organisation}
            help={words.organisationHelp}
            placeholder={words.noOrganisation}
            options={list.organisations.map((one) => ({ value: one.id, label: one.name }))}
          />
        </FieldRow>
        <ChoiceField
          {...fields.bind('countUnit')}
          onChange={(value) => fields.set('countUnit', value ?? 'visit')}
          label={words.countUnit}
          isInline
          options={countUnits.map((value) => ({ value, label: words.countUnits[value] }))}
        />
        <NumberField {...fields.bind('expectedCount')} label={words.expected} isOptional isWhole min={0} max={500} />
        <SeriesDays form={form} list={list} />
        <FormActions submit={words.save} isBusy={form.isBusy} saved={fields.isDirty ? { kind: 'unsaved' } : undefined}>
          <Button
            variant="default"
            onClick={() => {
              fields.reset();
              onClose();
            }}
          >
            {words.cancel}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}

function SeriesConflict({ form, stale }: { form: SeriesFormState; stale: ShownSeries }) {
  const words = useWords(seriesWords);
  const { clockRange, day, number } = useFormats();
  const { values } = form.fields;
  const time = (start: number | null, end: number | null) =>
    start === null || end === null ? '' : clockRange(start, end);
  const span = (first: string | null, last: string | null) =>
    first === null || last === null ? '' : `${day(first)}–${day(last)}`;
  const rows = [
    { id: 'title', label: words.title, mine: values.title, theirs: stale.title },
    {
      id: 'days',
      label: words.firstOn,
      mine: span(values.firstOn, values.lastOn),
      theirs: span(stale.firstOn, stale.lastOn),
    },
    {
      id: 'time',
      label: words.start,
      mine: time(values.startMinute, values.endMinute),
      theirs: time(stale.startMinute, stale.endMinute),
    },
    {
      id: 'skips',
      label: words.skips,
      mine: number(form.days.filter((one) => one.isSkipped).length),
      theirs: number(stale.skips.length),
    },
  ];
  return <Conflict rows={rows.filter((row) => row.mine !== row.theirs)} onChoose={form.choose} isBusy={form.isBusy} />;
}
