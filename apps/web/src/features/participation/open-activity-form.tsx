import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  CprNotice,
  DayField,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  LongTextField,
  NumberField,
  SelectField,
  TextField,
} from '@forspring/ui/form';
import { Conflict } from '@forspring/ui/conflict';
import { Stepper } from '@forspring/ui/stepper';
import { useFields } from '@forspring/ui/use-fields';
import {
  isQuiet,
  maxOpenCount,
  openActivityInput,
  openActivityKinds,
  openThemes,
  unitOfKind,
} from '@forspring/domain/participation/open-activity';
import type {
  OpenActivitiesPage,
  OpenActivityInput,
  OpenActivityKind,
  OpenTheme,
  ShownOpenActivity,
} from '@forspring/domain/participation/open-activity';
import { monthStartOf } from '@forspring/domain/participation/open-activity.rules';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { openActivityWords } from './open-activity.words.ts';

interface Values {
  kind: OpenActivityKind;
  onDay: string | null;
  organisationId: string | null;
  venueId: string | null;
  placeName: string;
  theme: OpenTheme | null;
  count: number;
  hours: number | null;
  staffHours: number | null;
  note: string;
}

const minutesOf = (hours: number | null) => (hours === null ? null : Math.round(hours * 60));
const hoursOf = (minutes: number | null | undefined) => (typeof minutes === 'number' ? minutes / 60 : null);

/** What the values say; a quiet kind keeps nothing but month, theme and count, whatever was typed before it was chosen. */
function inputOf(values: Values): OpenActivityInput {
  const isCountOnly = isQuiet(values.kind);
  return {
    kind: values.kind,
    onDay: values.onDay === null ? '' : isCountOnly ? monthStartOf(values.onDay) : values.onDay,
    organisationId: values.organisationId,
    theme: values.theme as OpenTheme,
    count: values.count,
    venueId: isCountOnly ? null : values.venueId,
    placeName: isCountOnly ? null : values.placeName.trim() || null,
    minutes: isCountOnly ? null : minutesOf(values.hours),
    staffMinutes: isCountOnly ? null : minutesOf(values.staffHours),
    note: isCountOnly ? null : values.note.trim() || null,
  };
}

/** The quick form of an activity without a register, new or corrected; on a phone the count is a stepper. */
export function OpenActivityForm({
  projectId,
  page,
  activity,
  onClose,
}: {
  projectId: string;
  page: OpenActivitiesPage;
  activity?: ShownOpenActivity;
  onClose: (saved: boolean) => void;
}) {
  const words = useWords(openActivityWords);
  const language = useLanguage();
  const { fieldsOf, textOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  const [baseVersion, setBaseVersion] = useState(activity?.version ?? 0);
  const { mayAddForProject } = page.abilities;
  const labels = {
    kind: words.kind,
    onDay: words.day,
    theme: words.theme,
    count: words.amount,
    venueId: words.venue,
    placeName: words.place,
    minutes: words.minutes,
    staffMinutes: words.staffHours,
    organisationId: words.organisation,
    note: words.note,
  };
  const check = checkWith(openActivityInput, language, labels);
  const fields = useFields<Values>({
    initial: {
      kind: activity?.kind ?? 'outreach',
      onDay: activity?.onDay ?? page.lastOn,
      organisationId: activity?.organisationId ?? (mayAddForProject ? null : (page.organisations[0]?.id ?? null)),
      venueId: activity?.venueId ?? null,
      placeName: activity?.placeName ?? '',
      theme: activity?.theme ?? null,
      count: activity?.count ?? 0,
      hours: hoursOf(activity?.minutes),
      staffHours: hoursOf(activity?.staffMinutes),
      note: activity?.note ?? '',
    },
    check: (values) => check(inputOf(values)),
    draftKey: `aktivitet-${activity?.id ?? projectId}`,
  });
  const onDone = () => {
    fields.markSaved();
    onClose(true);
  };
  const shorten = (path: string) => path.replace(/^activity\./u, '');
  const settings = {
    onDone,
    onProblem: (problem: Parameters<typeof fieldsOf>[0]) => {
      if (problem.fields.length === 0) return;
      const own = problem.fields.map((field) => ({ ...field, path: shorten(field.path) }));
      fields.showProblems(fieldsOf({ ...problem, fields: own }, labels));
    },
  };
  const add = useCommand(trpc.participation.addOpenActivity.mutationOptions(), settings);
  const set = useCommand(trpc.participation.setOpenActivity.mutationOptions(), settings);
  const { values } = fields;
  const isCountOnly = isQuiet(values.kind);
  const unit = unitOfKind[values.kind];
  const problem = add.problem ?? set.problem;
  const stored = set.problem?.code === 'stale' ? (set.problem.current as ShownOpenActivity) : null;

  function send(version: number) {
    if (!fields.check()) return;
    const input = inputOf(values);
    if (activity === undefined) void add.send({ projectId, id, activity: input });
    else void set.send({ activityId: activity.id, baseVersion: version, activity: input });
  }

  if (stored !== null)
    return (
      <VersionChoice
        mine={inputOf(values)}
        stored={stored}
        isBusy={set.isBusy}
        onChoose={(choice) => {
          if (choice === 'theirs') {
            fields.markSaved();
            onClose(false);
            return;
          }
          setBaseVersion(stored.version);
          send(stored.version);
        }}
      />
    );
  return (
    <Form label={activity === undefined ? words.addTitle : words.editTitle} onSubmit={() => send(baseVersion)}>
      <ErrorSummary
        problems={fields.problems}
        round={fields.problemRound}
        other={problem !== null && problem.fields.length === 0 ? textOf(problem) : undefined}
      />
      <FieldRow>
        <SelectField
          {...fields.bind('kind')}
          onChange={(kind) => kind !== null && fields.set('kind', kind)}
          label={words.kind}
          options={openActivityKinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
        {isCountOnly ? (
          <MonthField fields={fields} page={page} />
        ) : (
          <DayField {...fields.bind('onDay')} label={words.day} />
        )}
      </FieldRow>
      {isCountOnly && <p className="fs-help">{words.quietHelp}</p>}
      <div className="pa-open-count">
        <Stepper
          label={words.countLabel[unit]}
          value={values.count}
          onChange={(count) => fields.set('count', count)}
          max={maxOpenCount}
        />
        <p className="fs-help">{words.countHelp[unit]}</p>
      </div>
      <SelectField
        {...fields.bind('theme')}
        label={words.theme}
        options={openThemes.map((value) => ({ value, label: words.themes[value] }))}
      />
      {!isCountOnly && (
        <>
          <FieldRow>
            <SelectField
              {...fields.bind('venueId')}
              label={words.venue}
              placeholder={words.noVenue}
              options={page.venues.map((venue) => ({ value: venue.id, label: venue.name }))}
            />
            {values.venueId === null && (
              <TextField {...fields.bind('placeName')} label={words.place} help={words.placeHelp} maxLength={80} />
            )}
          </FieldRow>
          <FieldRow>
            <NumberField {...fields.bind('hours')} label={words.minutes} min={0} max={24} isOptional />
            <NumberField
              {...fields.bind('staffHours')}
              label={words.staffHours}
              help={words.staffHoursHelp}
              min={0}
              max={1600}
              isOptional
            />
          </FieldRow>
        </>
      )}
      {(mayAddForProject || page.organisations.length > 1) && (
        <SelectField
          {...fields.bind('organisationId')}
          label={words.organisation}
          placeholder={mayAddForProject ? words.ownPeople : undefined}
          options={page.organisations.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      {!isCountOnly && (
        <>
          <LongTextField {...fields.bind('note')} label={words.note} help={words.noteHelp} maxLength={500} isOptional />
          <CprNotice />
        </>
      )}
      <FormActions submit={words.save} isBusy={add.isBusy || set.isBusy}>
        <Button
          variant="default"
          onClick={() => {
            fields.reset();
            onClose(false);
          }}
        >
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}

/** The months a quiet activity may lie in, latest first. */
function MonthField({ fields, page }: { fields: ReturnType<typeof useFields<Values>>; page: OpenActivitiesPage }) {
  const words = useWords(openActivityWords);
  const { month } = useFormats();
  const binding = fields.bind('onDay');
  const months: string[] = [];
  for (let on = monthStartOf(page.lastOn); months.length < 24 && on >= monthStartOf(page.firstOn ?? '2000-01-01');) {
    months.push(on);
    const [year, number] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
    on = number === 1 ? `${year - 1}-12-01` : `${year}-${String(number - 1).padStart(2, '0')}-01`;
  }
  return (
    <SelectField
      {...binding}
      value={binding.value === null ? null : monthStartOf(binding.value)}
      label={words.month}
      options={months.map((value) => ({ value, label: month(value) }))}
    />
  );
}

/** Both versions when somebody else corrected the activity first. */
function VersionChoice({
  mine,
  stored,
  isBusy,
  onChoose,
}: {
  mine: OpenActivityInput;
  stored: ShownOpenActivity;
  isBusy: boolean;
  onChoose: (choice: 'mine' | 'theirs') => void;
}) {
  const words = useWords(openActivityWords);
  const { day, number } = useFormats();
  const texts = (one: Omit<OpenActivityInput, 'count'> & { count: number }) => ({
    kind: words.kinds[one.kind],
    onDay: day(one.onDay),
    count: number(one.count),
    theme: words.themes[one.theme],
    placeName: one.placeName ?? '',
    note: one.note ?? '',
  });
  const [own, theirs] = [texts(mine), texts({ ...stored, count: stored.count ?? 0 })];
  const keys = (Object.keys(own) as (keyof typeof own)[]).filter((key) => own[key] !== theirs[key]);
  return (
    <Conflict
      rows={keys.map((key) => ({ id: key, label: words.conflictFields[key], mine: own[key], theirs: theirs[key] }))}
      isBusy={isBusy}
      onChoose={onChoose}
    />
  );
}
