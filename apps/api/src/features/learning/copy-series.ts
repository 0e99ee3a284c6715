import { randomUUID } from 'node:crypto';
import { proposeSeries } from '@forspring/calendar/propose-series';
import type { EntityManager } from '@forspring/database/open-database';
import { Series } from '@forspring/database/participation/series.entity';
import { reader } from '@forspring/database/reader';
import { inWeekOfYear, inYear } from '@forspring/domain/learning/draft-from';
import type { RepeatInput } from '@forspring/domain/learning/learning';
import type { ProjectPlace } from '@forspring/domain/projects/project';

interface Source {
  id: string;
  tier: ProjectPlace['tier'];
  year: number;
}

/** A session of a copied series: its day, times and name. */
interface CopiedSession {
  title: string;
  heldOn: string;
  startMinute: number;
  endMinute: number;
}

/** What a series becomes in the new year: the days it runs between, the days it skips and the sessions it has. */
interface CopiedDays {
  firstOn: string;
  lastOn: string;
  skips: { onDay: string; kind: 'publicHoliday' | 'schoolHoliday'; reason: string }[];
  sessions: CopiedSession[];
}

/** Each series comes along without its venue and its organisation, on the days it has in the new year; answers how many sessions that makes. */
export async function copySeries(em: EntityManager, source: Source, input: RepeatInput): Promise<number> {
  if (source.tier === 'individual') return 0;
  const db = reader(em);
  const all = await em.find(Series, { projectId: source.id }, { orderBy: { firstOn: 'asc' } });
  const place = { venueId: null, organisationId: null };
  let sessionCount = 0;
  for (const series of all) {
    const seriesId = randomUUID();
    const { firstOn, lastOn, skips, sessions } = await daysOf(em, series, source, input);
    const { title, kind, rule, startMinute, endMinute, countUnit, expectedCount, timeBands } = series;
    const days = { firstOn, lastOn, startMinute, endMinute };
    em.create(
      Series,
      {
        ...place,
        ...days,
        id: seriesId,
        projectId: input.id,
        title,
        kind,
        rule,
        countUnit,
        expectedCount,
        timeBands,
        version: 1,
      },
      { persist: true },
    );
    await em.flush();
    if (skips.length > 0)
      await db
        .insertInto('skip')
        .values(skips.map((skip) => ({ ...skip, id: randomUUID(), seriesId })))
        .execute();
    if (sessions.length > 0)
      await db
        .insertInto('session')
        .values(
          sessions.map((session) => ({
            ...place,
            ...session,
            id: randomUUID(),
            projectId: input.id,
            seriesId,
            countUnit,
            state: 'planned' as const,
          })),
        )
        .execute();
    sessionCount += sessions.length;
  }
  return sessionCount;
}

/**
 * A rule names its days anew, with the new municipality's holidays skipped where the original skipped its own; a
 * programme falls on the same weekdays of the same weeks; what is opened on the spot has no days yet.
 */
async function daysOf(
  em: EntityManager,
  series: Series,
  source: Source,
  { municipalityId, year }: RepeatInput,
): Promise<CopiedDays> {
  const db = reader(em);
  const span = {
    firstOn: inYear(series.firstOn, source.year, year),
    lastOn: inYear(series.lastOn, source.year, year),
  };
  if (series.kind === 'onDemand') return { ...span, skips: [], sessions: [] };
  if (series.kind === 'programme') {
    const evenings = await db
      .selectFrom('session')
      .where('seriesId', '=', series.id)
      .select(['title', 'heldOn', 'movedFromOn', 'startMinute', 'endMinute'])
      .execute();
    const originals = [
      ...(series.pastDays ?? []),
      ...evenings.map(({ heldOn, movedFromOn, ...evening }) => ({ ...evening, onDay: movedFromOn ?? heldOn })),
    ];
    const sessions = originals
      .map(({ onDay, ...day }) => ({ ...day, heldOn: inWeekOfYear(onDay, source.year, year) }))
      .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
    const days = {
      firstOn: inWeekOfYear(series.firstOn, source.year, year),
      lastOn: inWeekOfYear(series.lastOn, source.year, year),
    };
    return { ...days, skips: [], sessions };
  }
  const days = proposeSeries({
    rule: series.rule ?? '',
    startsOn: span.firstOn,
    endsOn: span.lastOn,
    schoolHolidays: await db
      .selectFrom('schoolHoliday')
      .where('municipalityId', '=', municipalityId)
      .where('lastOn', '>=', span.firstOn)
      .where('firstOn', '<=', span.lastOn)
      .select(['firstOn as startsOn', 'lastOn as endsOn', 'nameDa', 'nameEn'])
      .execute(),
  });
  const skipped = await db.selectFrom('skip').where('seriesId', '=', series.id).select('kind').distinct().execute();
  const skippedKinds = new Set<string>(skipped.map(({ kind }) => kind));
  const isSkipped = ({ skip }: (typeof days)[number]) => skip !== null && skippedKinds.has(skip.kind);
  const { title, startMinute, endMinute } = series;
  return {
    ...span,
    skips: days.flatMap((day) =>
      day.skip !== null && isSkipped(day) ? [{ onDay: day.on, kind: day.skip.kind, reason: day.skip.nameDa }] : [],
    ),
    sessions: days.filter((day) => !isSkipped(day)).map(({ on }) => ({ title, heldOn: on, startMinute, endMinute })),
  };
}
