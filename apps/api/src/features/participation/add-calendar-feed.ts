import { createHash } from 'node:crypto';
import { CalendarFeed } from '@forspring/database/participation/calendar-feed.entity';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { maxFeeds, type NewFeed, type ShownFeeds } from '@forspring/domain/participation/calendar';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import type { CommandContext, SignedInContext } from '../../kernel/context.ts';
import { findScopeMunicipality } from './calendar.store.ts';

/** The form in which a link's secret is stored: nobody who reads the database can open the link. */
export function hashFeedToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** One's own calendar links in use, the newest first. */
export async function listCalendarFeeds({ em, actor }: SignedInContext): Promise<ShownFeeds> {
  const rows = await reader(em)
    .selectFrom('calendarFeed')
    .leftJoin('project', 'project.id', 'calendarFeed.projectId')
    .leftJoin('venue', 'venue.id', 'calendarFeed.venueId')
    .where('calendarFeed.userId', '=', actor.userId)
    .where('calendarFeed.endedAt', 'is', null)
    .orderBy('calendarFeed.madeAt', 'desc')
    .orderBy('calendarFeed.id')
    .select([
      'calendarFeed.id',
      'calendarFeed.kind',
      'calendarFeed.madeAt',
      'calendarFeed.fetchedAt',
      'project.title as projectTitle',
      'venue.name as venueName',
    ])
    .execute();
  return {
    feeds: rows.map(({ id, kind, madeAt, fetchedAt, projectTitle, venueName }) => ({
      id,
      kind,
      name: kind === 'project' ? projectTitle : kind === 'venue' ? venueName : null,
      madeAt: madeAt.toISOString(),
      fetchedAt: fetchedAt?.toISOString() ?? null,
    })),
  };
}

/** Makes a calendar link for oneself: to one's own sessions, or to those of a project or venue one may look at now. */
export async function addCalendarFeed(ctx: CommandContext, input: NewFeed): Promise<ShownFeeds> {
  const { em, actor, clock, audit } = ctx;
  const projectId = input.kind === 'project' ? input.projectId : null;
  const venueId = input.kind === 'venue' ? input.venueId : null;
  if (input.kind !== 'person' && projectId === null && venueId === null) throw commonProblems.missing();
  const municipalityId = await findScopeMunicipality(em, actor, { projectId, venueId });
  if ((await listCalendarFeeds(ctx)).feeds.length >= maxFeeds) throw participationProblems.tooManyFeeds();
  em.create(
    CalendarFeed,
    {
      id: input.id,
      userId: actor.userId,
      kind: input.kind,
      projectId,
      venueId,
      language: input.language,
      tokenHash: hashFeedToken(input.token),
      madeAt: clock.now(),
      fetchedAt: null,
      endedAt: null,
    },
    { persist: true },
  );
  await em.flush();
  audit.leave({
    action: 'addCalendarFeed',
    subjectKind: 'calendarFeed',
    subjectId: input.id,
    projectId,
    municipalityId,
  });
  return listCalendarFeeds(ctx);
}

/** Ends one of one's own calendar links for good: whoever has it gets nothing more. */
export async function endCalendarFeed(ctx: CommandContext, { id }: { id: string }): Promise<ShownFeeds> {
  const { em, actor, clock, audit } = ctx;
  const feed = await findOwnFeed(em, actor.userId, id);
  feed.endedAt = clock.now();
  await em.flush();
  audit.leave({ action: 'endCalendarFeed', subjectKind: 'calendarFeed', subjectId: id, projectId: feed.projectId });
  return listCalendarFeeds(ctx);
}

async function findOwnFeed(em: EntityManager, userId: string, id: string): Promise<CalendarFeed> {
  const feed = await em.findOne(CalendarFeed, { id, userId, endedAt: null });
  if (!feed) throw commonProblems.missing();
  return feed;
}
