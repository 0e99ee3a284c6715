import { LockMode } from '@mikro-orm/core';
import { Series } from '@forspring/database/participation/series.entity';
import { Session } from '@forspring/database/participation/session.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { openingStatuses, overlaps } from '@forspring/domain/participation/calendar.rules';
import type { NewOpening, ShownOpening } from '@forspring/domain/participation/calendar';
import { mayRegisterSession } from '@forspring/domain/participation/participation.abilities';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import { sessionFigures } from '@forspring/domain/participation/participation.rules';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { placesOf } from '@forspring/domain/people/actor';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext, SignedInContext } from '../../kernel/context.ts';
import { changeFigures } from '../../kernel/figures.ts';
import { findShownSession } from './shown-session.store.ts';

/** Opens a session today in a series made for it, by whoever may register it. One that lies over another opened today is answered with that one. */
export async function addOpening(
  ctx: CommandContext & { project: ProjectPlace },
  { id, seriesId, startMinute, endMinute }: NewOpening,
): Promise<ShownSession> {
  const { em, actor, project, clock } = ctx;
  const heldOn = clock.today();
  // The lock makes two phones that open at once come one after the other.
  const series = await em.findOne(Series, { id: seriesId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!series || !mayRegisterSession(actor, project, { organisationId: series.organisationId ?? null }))
    throw commonProblems.missing();
  if (project.tier === 'individual') throw participationProblems.individualTier();
  if (!openingStatuses.includes(project.status)) throw participationProblems.notOpen(project.status);
  if (series.kind !== 'onDemand' || heldOn < series.firstOn || heldOn > series.lastOn)
    throw participationProblems.notOnDemand();
  const others = await reader(em)
    .selectFrom('session')
    .where('seriesId', '=', seriesId)
    .where('heldOn', '=', heldOn)
    .where('state', '!=', 'cancelled')
    .select(['id', 'heldOn as onDay', 'startMinute', 'endMinute'])
    .execute();
  const other = others.find((one) => overlaps({ onDay: heldOn, startMinute, endMinute }, one));
  if (other) throw participationProblems.alreadyOpened(other.id);
  const { title, venueId, organisationId, countUnit } = series;
  const session = em.create(
    Session,
    {
      id,
      projectId: project.projectId,
      seriesId,
      title,
      heldOn,
      startMinute,
      endMinute,
      venueId: venueId ?? null,
      organisationId: organisationId ?? null,
      countUnit,
      state: 'planned',
      version: 1,
    },
    { persist: true },
  );
  await em.flush();
  await changeFigures(em, project.projectId, sessionFigures({ ...session, visitCount: null, firstTimeCount: null }));
  ctx.audit.leave({
    action: 'addOpening',
    subjectKind: 'session',
    subjectId: id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['heldOn', 'startMinute', 'endMinute'],
  });
  return findShownSession(em, ctx, id);
}

/** The series in which a person may open a session today: those made for it in their own projects, and their organisation's. */
export async function listOpenings({ em, actor, clock }: SignedInContext): Promise<ShownOpening[]> {
  const today = clock.today();
  const owned = placesOf(actor, 'owner');
  const organisations = placesOf(actor, 'partner');
  if (owned.length + organisations.length === 0) return [];
  const rows = await reader(em)
    .selectFrom('series')
    .innerJoin('project', 'project.id', 'series.projectId')
    .leftJoin('venue', 'venue.id', 'series.venueId')
    .where('series.kind', '=', 'onDemand')
    .where('series.firstOn', '<=', today)
    .where('series.lastOn', '>=', today)
    .where('project.status', 'in', [...openingStatuses])
    .where((project) => project.or([project('project.tier', 'is', null), project('project.tier', '!=', 'individual')]))
    .where((series) =>
      series.or([
        ...(owned.length > 0 ? [series('series.projectId', 'in', owned)] : []),
        ...(organisations.length > 0
          ? [
              series.and([
                series('series.organisationId', 'in', organisations),
                series.exists(
                  series
                    .selectFrom('partner')
                    .whereRef('partner.projectId', '=', 'series.projectId')
                    .whereRef('partner.organisationId', '=', 'series.organisationId')
                    .where('partner.registers', '=', true)
                    .select('partner.id'),
                ),
              ]),
            ]
          : []),
      ]),
    )
    .orderBy('series.title')
    .orderBy('series.id')
    .select((series) => [
      'series.id as seriesId',
      'series.projectId',
      'project.title as projectTitle',
      'series.title',
      'venue.name as venueName',
      'series.startMinute',
      'series.endMinute',
      series
        .selectFrom('session')
        .whereRef('session.seriesId', '=', 'series.id')
        .where('session.heldOn', '=', today)
        .where('session.state', '!=', 'cancelled')
        .orderBy('session.startMinute', 'desc')
        .limit(1)
        .select('session.id')
        .$asScalar()
        .as('openedSessionId'),
    ])
    .execute();
  return rows;
}
