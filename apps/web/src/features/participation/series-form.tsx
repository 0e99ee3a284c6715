import { Button } from '@mantine/core';
import {
  ChoiceField,
  ClockField,
  DayField,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  NumberField,
  TextField,
} from '@forspring/ui/form';
import { Conflict } from '@forspring/ui/conflict';
import { countUnits, seriesKinds } from '@forspring/domain/participation/session';
import type { ShownSeries, ShownSeriesList } from '@forspring/domain/participation/series';
import { useWords } from '../../kernel/words.ts';
import { useFormats } from '../../kernel/formats.ts';
import { ClashNotice } from './clash-notice.tsx';
import { ProgrammeFields } from './programme-fields.tsx';
import { RuleFields } from './rule-fields.tsx';
import { SeriesDays } from './series-days.tsx';
import { seriesWords } from './series.words.ts';
import { useSeriesForm } from './use-series-form.ts';
import type { SeriesFormState } from './use-series-form.ts';
import { OrganisationField, VenueField } from './place-fields.tsx';

interface SeriesFormProps {
  projectId: string;
  list: ShownSeriesList;
  series: ShownSeries | null;
  onClose: () => void;
}

/** A series: by a rule with holidays proposed as skips, day by day, or opened on the spot; all said before anything is saved. */
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
        {series === null && (
          <ChoiceField
            {...fields.bind('kind')}
            onChange={(value) => fields.set('kind', value ?? 'recurring')}
            label={words.kind}
            options={seriesKinds.map((value) => ({ value, label: words.kinds[value], help: words.kindHelp[value] }))}
          />
        )}
        {values.kind === 'recurring' &&
          (form.hasOwnRule ? <p className="fs-notice">{words.ownRule}</p> : <RuleFields form={form} />)}
        <FieldRow>
          <DayField {...fields.bind('firstOn')} label={words.firstOn} />
          <DayField {...fields.bind('lastOn')} label={words.lastOn} />
        </FieldRow>
        <FieldRow>
          <ClockField
            {...fields.bind('startMinute')}
            label={values.kind === 'recurring' ? words.start : words.usualStart}
          />
          <ClockField
            {...fields.bind('endMinute')}
            label={values.kind === 'recurring' ? words.end : words.usualEnd}
            help={words.endHelp}
            afterMinute={values.startMinute}
          />
        </FieldRow>
        <FieldRow>
          <VenueField {...fields.bind('venueId')} venues={list.venues} />
          <OrganisationField {...fields.bind('organisationId')} organisations={list.organisations} />
        </FieldRow>
        <ChoiceField
          {...fields.bind('countUnit')}
          onChange={(value) => fields.set('countUnit', value ?? 'visit')}
          label={words.countUnit}
          isInline
          options={countUnits.map((value) => ({ value, label: words.countUnits[value] }))}
        />
        <NumberField {...fields.bind('expectedCount')} label={words.expected} isOptional isWhole min={0} max={500} />
        {values.kind === 'recurring' && <SeriesDays form={form} list={list} />}
        {values.kind === 'programme' && <ProgrammeFields form={form} />}
        <SeriesClashes projectId={projectId} form={form} seriesId={series?.id ?? null} />
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

interface ClashesProps {
  projectId: string;
  form: SeriesFormState;
  seriesId: string | null;
}

/** What else is booked at the venue on the days that are typed; nothing for what is opened on the spot. */
function SeriesClashes({ projectId, form, seriesId }: ClashesProps) {
  const { kind, venueId, firstOn, lastOn, startMinute, endMinute } = form.fields.values;
  if (venueId === null || kind === 'onDemand') return null;
  if (kind === 'programme') {
    const times = form.programme.flatMap((row) =>
      row.isHeld && !row.isRegistered && row.startMinute !== null && row.endMinute !== null
        ? [{ onDay: row.onDay, startMinute: row.startMinute, endMinute: row.endMinute }]
        : [],
    );
    const inOrder = times.filter((one) => one.startMinute < one.endMinute);
    const ask = inOrder.length === 0 ? null : { venueId, exceptSeriesId: seriesId, times: inOrder };
    return <ClashNotice projectId={projectId} ask={ask} />;
  }
  const isReady = form.canPropose && firstOn !== null && lastOn !== null && startMinute !== null && endMinute !== null;
  if (!isReady || startMinute >= endMinute) return null;
  const series = { rule: form.rule, firstOn, lastOn, startMinute, endMinute };
  const skipped = new Set(form.days.filter(({ isSkipped }) => isSkipped).map(({ on }) => on));
  return (
    <ClashNotice
      projectId={projectId}
      ask={{ venueId, exceptSeriesId: seriesId, series }}
      isHeld={(on) => !skipped.has(on)}
    />
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
