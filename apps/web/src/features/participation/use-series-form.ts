import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { seriesDays, seriesPlan } from '@forspring/domain/participation/series';
import type { ShownProposedDay, ShownSeries, ShownSeriesList } from '@forspring/domain/participation/series';
import { ruleOf, ruleFormOf } from '@forspring/domain/participation/series.rules';
import type { CountUnit } from '@forspring/domain/participation/session';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { seriesWords } from './series.words.ts';

/** What the owner has typed about a series; kept in this tab until it is saved. */
export interface SeriesValues {
  title: string;
  /** ISO weekdays as text, as the ticks have them. */
  weekdays: string[];
  everyWeeks: string;
  firstOn: string | null;
  lastOn: string | null;
  startMinute: number | null;
  endMinute: number | null;
  venueId: string | null;
  organisationId: string | null;
  countUnit: CountUnit;
  expectedCount: number | null;
  /** The owner's own word on single days, over what is proposed. */
  decisions: Record<string, { isSkipped: boolean; reason: string }>;
}

/** One day of the proposal with the owner's decision. */
export interface DecidedDay extends ShownProposedDay {
  isSkipped: boolean;
  reason: string;
}

function valuesOf(series: ShownSeries | null, list: ShownSeriesList): SeriesValues {
  const found = series?.rule ? ruleFormOf(series.rule) : null;
  const form = found?.kind === 'weekly' ? found : null;
  return {
    title: series?.title ?? '',
    weekdays: (form?.weekdays ?? []).map(String),
    everyWeeks: String(form?.everyWeeks ?? 1),
    firstOn: series?.firstOn ?? list.startsOn,
    lastOn: series?.lastOn ?? list.endsOn,
    startMinute: series?.startMinute ?? null,
    endMinute: series?.endMinute ?? null,
    venueId: series?.venueId ?? null,
    organisationId: series?.organisationId ?? null,
    countUnit: series?.countUnit ?? 'visit',
    expectedCount: series?.expectedCount ?? null,
    decisions: Object.fromEntries(
      (series?.skips ?? []).map((skip) => [
        skip.onDay,
        { isSkipped: true, reason: skip.kind === 'chosen' ? skip.reasonDa : '' },
      ]),
    ),
  };
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
  const hasOwnRule = series !== null && ruleFormOf(series.rule ?? '')?.kind !== 'weekly';
  const labels = {
    title: words.title,
    rule: words.weekdays,
    firstOn: words.firstOn,
    lastOn: words.lastOn,
    startMinute: words.start,
    endMinute: words.end,
  };
  const ruleFrom = (values: SeriesValues) =>
    hasOwnRule
      ? (series.rule ?? '')
      : values.weekdays.length === 0
        ? ''
        : ruleOf({ kind: 'weekly', weekdays: values.weekdays.map(Number), everyWeeks: Number(values.everyWeeks) });
  const planFrom = (values: SeriesValues) => {
    const { title, firstOn, lastOn, startMinute, endMinute, venueId, organisationId, countUnit, expectedCount } =
      values;
    return {
      title,
      rule: ruleFrom(values),
      firstOn,
      lastOn,
      startMinute,
      endMinute,
      venueId,
      organisationId,
      countUnit,
      expectedCount,
      skips: days
        .filter((day) => day.isSkipped)
        .map(({ on, reason }) => ({ onDay: on, reason: reason.trim() === '' ? null : reason })),
    };
  };
  const check = checkWith(seriesPlan, language, labels);
  const fields = useFields<SeriesValues>({
    initial: valuesOf(series, list),
    check: (values) => check(planFrom(values)).map((one) => (one.path === 'rule' ? { ...one, path: 'weekdays' } : one)),
    draftKey: `raekke-${projectId}-${series?.id ?? 'ny'}`,
  });
  const { values } = fields;

  const asked = seriesDays.safeParse({ rule: ruleFrom(values), firstOn: values.firstOn, lastOn: values.lastOn });
  const proposal = useQuery({
    ...trpc.participation.proposeSeries.queryOptions({
      projectId,
      ...(asked.success ? asked.data : { rule: '', firstOn: '', lastOn: '' }),
    }),
    enabled: asked.success,
    placeholderData: keepPreviousData,
  });
  const days: DecidedDay[] = (asked.success ? (proposal.data ?? []) : []).map((day) => {
    const decision = values.decisions[day.on];
    // A day of the stored series without a skip was ticked back then; it stays so until somebody says otherwise.
    const wasHeld = series !== null && series.firstOn <= day.on && day.on <= series.lastOn;
    const isSkipped = decision?.isSkipped ?? (wasHeld ? false : day.skip !== null);
    return { ...day, isSkipped, reason: decision?.reason ?? '' };
  });

  const settings = {
    onDone: () => {
      fields.markSaved();
      onDone();
    },
    onProblem: (problem: { fields: Parameters<typeof fieldsOf>[0]['fields'] }) => {
      const found = fieldsOf(problem, labels);
      if (found.length > 0)
        fields.showProblems(found.map((one) => (one.path === 'rule' ? { ...one, path: 'weekdays' } : one)));
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
  return {
    fields,
    days,
    rule: ruleFrom(values),
    hasOwnRule,
    isProposing: proposal.isFetching,
    canPropose: asked.success,
    isBusy: add.isBusy || set.isBusy,
    wholeProblem: problem !== null && problem.fields.length === 0 && stale === null ? textOf(problem) : undefined,
    stale,
    save: () => send(baseVersion),
    decide: (on: string, decision: { isSkipped: boolean; reason: string }) =>
      fields.change((now) => ({ ...now, decisions: { ...now.decisions, [on]: decision } })),
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
