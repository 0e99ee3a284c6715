import { createHash } from 'node:crypto';
import { type CalendarEvent, writeCalendar } from '@forspring/calendar/write-calendar';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { addDays } from '@forspring/domain/measures/day';
import { Problem } from '@forspring/domain/measures/problem';
import { feedToken } from '@forspring/domain/participation/calendar';
import { eventStatusOf, proposalStatuses } from '@forspring/domain/participation/calendar.rules';
import type { Actor } from '@forspring/domain/people/actor';
import type { Clock } from '../../kernel/clock.ts';
import { hashFeedToken } from './add-calendar-feed.ts';
import { calendarRows, findScopeMunicipality, isOwn } from './calendar.store.ts';
import { feedTexts } from './feed-texts.ts';

/** How far back and ahead of today a calendar link reaches. */
const daysBack = 366;
const daysAhead = 500;

/** A link is noted as fetched at most this often, so that a program that asks all the time writes nothing. */
const notedEveryMilliseconds = 60_000;

/** A calendar as it is sent: the file, and a mark that stays the same while nothing in it has changed. */
export interface FetchedFeed {
  text: string;
  etag: string;
}

interface Asked {
  em: EntityManager;
  clock: Clock;
  baseUrl: string;
  /** The person behind a user id with the roles they hold at this moment; null when the account is gone. */
  findActor: (em: EntityManager, userId: string) => Promise<Actor | null>;
}

/**
 * The calendar behind a link: what its maker may see at this moment, so an ended role empties it. Null for a link that
 * never was, was ended, or whose maker is gone. It holds no counts and no remark or reason anybody wrote.
 */
export async function showCalendarFeed(
  { em, clock, baseUrl, findActor }: Asked,
  token: string,
): Promise<FetchedFeed | null> {
  if (!feedToken.safeParse(token).success) return null;
  const db = reader(em);
  const feed = await db
    .selectFrom('calendarFeed')
    .where('tokenHash', '=', hashFeedToken(token))
    .where('endedAt', 'is', null)
    .selectAll()
    .executeTakeFirst();
  const actor = feed ? await findActor(em, feed.userId) : null;
  if (!feed || !actor) return null;
  const now = clock.now();
  if (feed.fetchedAt === null || now.getTime() - feed.fetchedAt.getTime() > notedEveryMilliseconds)
    await db.updateTable('calendarFeed').set({ fetchedAt: now }).where('id', '=', feed.id).execute();

  // What the link was made for is gone, or its maker may not look at it any more: an empty calendar.
  const isThere = feed.kind === 'person' || (await isInReach(em, actor, feed));
  const rows = isThere ? await rowsOf(em, actor, feed, clock.today()) : [];
  const texts = feedTexts[feed.language];
  const host = new URL(baseUrl).hostname;
  const events = rows.map((row): CalendarEvent => {
    const base = {
      uid: `${row.id}@${host}`,
      sequence: row.version,
      onDay: row.heldOn,
      startMinute: row.startMinute,
      endMinute: row.endMinute,
      status: eventStatusOf(row.storedState, row.status),
      location: [row.venueName, row.venueAddress].filter(Boolean).join(', ') || null,
    };
    // Whose it is, is not told to somebody who may not see the session.
    if (row.isSeen !== true) return { ...base, summary: texts.taken, description: null, url: null };
    const description = [
      row.projectTitle === row.title ? null : row.projectTitle,
      row.organisationName,
      proposalStatuses.includes(row.status) ? texts.proposal : null,
      row.movedFromOn === null ? null : texts.movedFrom(row.movedFromOn),
      row.cancelledBy === null ? null : texts.cancelledBy[row.cancelledBy],
    ];
    return {
      ...base,
      summary: base.status === 'CANCELLED' ? texts.cancelled(row.title) : row.title,
      description: description.filter((line) => line !== null).join('\n') || null,
      url: `${baseUrl}/gange/${row.id}`,
    };
  });
  const name = isThere ? await nameOf(em, feed, texts.own) : 'Forspring';
  const text = writeCalendar({ name, events, writtenAt: now });
  const content = JSON.stringify([name, events]);
  return { text, etag: `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"` };
}

interface Feed {
  kind: 'person' | 'project' | 'venue';
  projectId: string | null;
  venueId: string | null;
}

async function rowsOf(em: EntityManager, actor: Actor, { kind, projectId, venueId }: Feed, today: string) {
  const all = calendarRows(em, actor, addDays(today, -daysBack), addDays(today, daysAhead));
  if (kind === 'person') return all.where((session) => isOwn(actor)(session as never)).execute();
  if (kind === 'venue') return all.where('session.venueId', '=', venueId).execute();
  const rows = await all.where('session.projectId', '=', projectId).execute();
  return rows.filter((row) => row.isSeen === true);
}

async function isInReach(em: EntityManager, actor: Actor, { projectId, venueId }: Feed): Promise<boolean> {
  if (projectId === null && venueId === null) return false;
  try {
    await findScopeMunicipality(em, actor, { projectId, venueId });
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

async function nameOf(em: EntityManager, { kind, projectId, venueId }: Feed, own: string): Promise<string> {
  const db = reader(em);
  if (kind === 'project' && projectId !== null) {
    const row = await db.selectFrom('project').where('id', '=', projectId).select('title').executeTakeFirst();
    return row?.title ?? 'Forspring';
  }
  if (kind === 'venue' && venueId !== null) {
    const row = await db.selectFrom('venue').where('id', '=', venueId).select('name').executeTakeFirst();
    return row?.name ?? 'Forspring';
  }
  return own;
}
