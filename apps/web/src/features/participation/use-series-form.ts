import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { seriesDays, seriesPlan } from '@forspring/domain/participation/series';
import type { ShownProposedDay, ShownSeries, ShownSeriesList } from '@forspring/domain/participation/series';
import { type RuleForm, ruleFormOf, ruleOf } from '@forspring/domain/participation/series.rules';
import type { CountUnit, SeriesKind } from '@forspring/domain/participation/session';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { seriesWords } from './series.words.ts';
import { type ProgrammeRow, rowsOf, shownRows } from './use-programme.ts';

export type { ProgrammeRow } from './use-programme.ts';

/** What the owner has typed about a series; kept in this tab until it is saved. */
export interface SeriesValues {
  kind: SeriesKind;
  title: string;
  repeat: RuleForm['kind'];
  /** ISO weekdays as text, as the ticks have them. */
  weekdays: string[];
  everyWeeks: string;
  ordinals: string[];
  monthWeekday: string | null;
  /** 1–28, or -1 for the month's last day. */
  dayOfMonth: number | null;
  everyMonths: string;
  firstOn: string | null;
  lastOn: string | null;
  startMinute: number | null;
  endMinute: number | null;
  venueId: string | null;
  organisationId: string | null;
  countUnit: CountUnit;
  expectedCount: number | null;
  /** Rows of a programme that were stored or touched. */
  programme: ProgrammeRow[];
  /** The owner's own word on single days, over what is proposed. */
  decisions: Record<string, { isSkipped: boolean; reason: string }>;
}

/** One day of the proposal with the owner's decision. */
export interface DecidedDay extends ShownProposedDay {
  isSkipped: boolean;
  reason: string;
}

function valuesOf(series: ShownSeries | null, list: ShownSeriesList): SeriesValues {
  const form = series?.rule ? ruleFormOf(series.rule) : null;
  return {
    kind: series?.kind ?? 'recurring',
    title: series?.title ?? '',
    repeat: form?.kind ?? 'weekly',
    weekdays: form?.kind === 'weekly' ? form.weekdays.map(String) : [],
    everyWeeks: form?.kind === 'weekly' ? String(form.everyWeeks) : '1',
    ordinals: form?.kind === 'monthlyWeekday' ? form.ordinals.map(String) : [],
    monthWeekday: form?.kind === 'monthlyWeekday' ? String(form.weekday) : null,
    dayOfMonth: form?.kind === 'monthlyDay' ? form.dayOfMonth : 1,
    everyMonths: form === null || form.kind === 'weekly' ? '1' : String(form.everyMonths),
    firstOn: series?.firstOn ?? list.startsOn,
    lastOn: series?.lastOn ?? list.endsOn,
    startMinute: series?.startMinute ?? null,
    endMinute: series?.endMinute ?? null,
    venueId: series?.venueId ?? null,
    organisationId: series?.organisationId ?? null,
    countUnit: series?.countUnit ?? 'visit',
    expectedCount: series?.expectedCount ?? null,
    programme: rowsOf(series),
    decisions: Object.fromEntries(
      (series?.skips ?? []).map((skip) => [
        skip.onDay,
        { isSkipped: true, reason: skip.kind === 'chosen' ? skip.reasonDa : '' },
      ]),
    ),
  };
}

/** The rule typed; empty while it names no day. */
function ruleFrom(values: SeriesValues): string {
  const { repeat, weekdays, everyWeeks, ordinals, monthWeekday, dayOfMonth, everyMonths } = values;
  if (repeat === 'weekly')
    return weekdays.length === 0
      ? ''
      : ruleOf({ kind: 'weekly', weekdays: weekdays.map(Number), everyWeeks: Number(everyWeeks) });
  if (repeat === 'monthlyDay')
    return dayOfMonth === null ? '' : ruleOf({ kind: 'monthlyDay', dayOfMonth, everyMonths: Number(everyMonths) });
  if (ordinals.length === 0 || monthWeekday === null) return '';
  const form = { weekday: Number(monthWeekday), ordinals: ordinals.map(Number), everyMonths: Number(everyMonths) };
  return ruleOf({ kind: 'monthlyWeekday', ...form });
}

/** Keeps, proposes, checks and sends one series; `series` is null for a new one. */
export function useSeriesForm(
  projectId: string,
  list: ShownSeriesList,
  series: ShownSeries | null,
  onDone: () => void,
) {
  const words = useWords(seriesWords);
  const language = useLanguage();
  const { fieldsOf, textOf } = useProblemWords();
  const [newId] = useState(() => crypto.randomUUID());
  const [baseVersion, setBaseVersion] = useState(series?.version ?? 0);
  const hasOwnRule = series?.kind === 'recurring' && ruleFormOf(series.rule ?? '') === null;
  const labels = {
    title: words.title,
    rule: words.repeat,
    firstOn: words.firstOn,
    lastOn: words.lastOn,
    startMinute: words.start,
    endMinute: words.end,
    programme: words.programme,
    'programme.*.startMinute': words.start,
    'programme.*.endMinute': words.end,
  };
  // An untouched day of a programme has the same id while the form is open, so that a save sent again adds it once.
  const [idsBegin] = useState(() => crypto.randomUUID().slice(0, 24));
  const idOfDay = (on: string) => `${idsBegin}0000${on.replaceAll('-', '')}`;
  const isNew = series === null;
  const ruleTyped = (values: SeriesValues) => (hasOwnRule ? (series.rule ?? '') : ruleFrom(values));
  const planFrom = (values: SeriesValues) => {
    const { kind, title, venueId, organisationId, countUnit, expectedCount, firstOn, lastOn } = values;
    const held = shownRows(values, { isNew, idOfDay }).filter((row) => row.isHeld);
    // The usual times of a programme are those of its first day where nobody typed any.
    const startMinute = values.startMinute ?? (kind === 'programme' ? (held[0]?.startMinute ?? null) : null);
    const endMinute = values.endMinute ?? (kind === 'programme' ? (held[0]?.endMinute ?? null) : null);
    const plan = { kind, title, firstOn, lastOn, startMinute, endMinute, venueId, organisationId, countUnit };
    return {
      ...plan,
      expectedCount,
      rule: kind === 'recurring' ? ruleTyped(values) : null,
      programme:
        kind === 'programme'
          ? held.map((row) => ({
              id: row.id,
              onDay: row.onDay,
              startMinute: row.startMinute,
              endMinute: row.endMinute,
              title: row.title.trim() === '' ? null : row.title,
            }))
          : [],
      skips:
        kind === 'recurring'
          ? days
              .filter((day) => day.isSkipped)
              .map(({ on, reason }) => ({ onDay: on, reason: reason.trim() === '' ? null : reason }))
          : [],
    };
  };
  const check = checkWith(seriesPlan, language, labels);
  // A problem with the rule or with one row of a programme is told where it can be mended.
  const atField = (path: string) => (path === 'rule' ? 'repeat' : path.startsWith('programme.') ? 'programme' : path);
  const atFields = <One extends { path: string }>(problems: readonly One[]) =>
    problems.map((one) => ({ ...one, path: atField(one.path) }));
  const fields = useFields<SeriesValues>({
    initial: valuesOf(series, list),
    check: (values) => atFields(check(planFrom(values))),
    draftKey: `raekke-2-${projectId}-${series?.id ?? 'ny'}`,
  });
  const { values } = fields;

  const asked = seriesDays.safeParse({ rule: ruleTyped(values), firstOn: values.firstOn, lastOn: values.lastOn });
  const canPropose = asked.success && values.kind === 'recurring';
  const proposal = useQuery({
    ...trpc.participation.proposeSeries.queryOptions({
      projectId,
      ...(asked.success ? asked.data : { rule: '', firstOn: '', lastOn: '' }),
    }),
    enabled: canPropose,
    placeholderData: keepPreviousData,
  });
  const days: DecidedDay[] = (canPropose ? (proposal.data ?? []) : []).map((day) => {
    const decision = values.decisions[day.on];
    // A day of the stored series without a skip was ticked back then; it stays so until somebody says otherwise.
    const wasHeld = series !== null && series.firstOn <= day.on && day.on <= series.lastOn;
    const isSkipped = decision?.isSkipped ?? (wasHeld ? false : day.skip !== null);
    return { ...day, isSkipped, reason: decision?.reason ?? '' };
  });
  const programme = values.kind === 'programme' ? shownRows(values, { isNew, idOfDay }) : [];

  const settings = {
    onDone: () => {
      fields.markSaved();
      onDone();
    },
    onProblem: (problem: { fields: Parameters<typeof fieldsOf>[0]['fields'] }) => {
      const found = fieldsOf(problem, labels);
      if (found.length > 0) fields.showProblems(atFields(found));
    },
  };
  const add = useCommand(trpc.participation.addSeries.mutationOptions(), settings);
  const set = useCommand(trpc.participation.setSeries.mutationOptions(), settings);
  const problem = add.problem ?? set.problem;
  const stale = problem?.code === 'stale' ? (problem.current as ShownSeries) : null;

  function send(version: number) {
    if (!fields.check()) return;
    const plan = seriesPlan.parse(planFrom(fields.values));
    if (series === null) void add.send({ projectId, id: newId, ...plan });
    else void set.send({ seriesId: series.id, baseVersion: version, ...plan });
  }
  const putRow = (row: ProgrammeRow) =>
    fields.change((now) => ({ ...now, programme: [...now.programme.filter(({ id }) => id !== row.id), row] }));
  return {
    fields,
    days,
    programme,
    rule: ruleTyped(values),
    hasOwnRule,
    isProposing: proposal.isFetching,
    canPropose,
    isBusy: add.isBusy || set.isBusy,
    wholeProblem: problem !== null && problem.fields.length === 0 && stale === null ? textOf(problem) : undefined,
    stale,
    save: () => send(baseVersion),
    decide: (on: string, decision: { isSkipped: boolean; reason: string }) =>
      fields.change((now) => ({ ...now, decisions: { ...now.decisions, [on]: decision } })),
    setProgrammeRow: putRow,
    /** One more session on the day of a row, after it. */
    addProgrammeRow: (row: ProgrammeRow) => {
      const next = { ...row, id: crypto.randomUUID(), startMinute: row.endMinute, endMinute: null, title: '' };
      fields.change((now) => ({
        ...now,
        programme: [...now.programme.filter(({ id }) => id !== row.id), row, next],
      }));
    },
    removeProgrammeRow: (id: string) =>
      fields.change((now) => ({ ...now, programme: now.programme.filter((row) => row.id !== id) })),
    choose: (choice: 'mine' | 'theirs') => {
      if (stale === null) return;
      set.clearProblem();
      setBaseVersion(stale.version);
      if (choice === 'theirs') fields.reset(valuesOf(stale, list));
      else send(stale.version);
    },
  };
}

/** What {@link useSeriesForm} answers. */
export type SeriesFormState = ReturnType<typeof useSeriesForm>;
