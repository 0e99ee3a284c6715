import type { FastifyInstance } from 'fastify';
import type { Database } from '@forspring/database/open-database';
import { showCalendarFeed } from '../features/participation/show-calendar-feed.ts';
import type { Clock } from '../kernel/clock.ts';
import { findActor } from './actor-of.ts';

interface Options {
  database: Database;
  clock: Clock;
  baseUrl: string;
}

/** How often one address may ask, whatever it asks for: guessing links is as slow as using them. */
const rateLimit = { max: 60, timeWindow: '1 minute' };

/**
 * `GET /kalender/<secret>.ics`: a calendar for phones and mail programs, which have no sign-in. What is not there, was
 * ended or never was answers alike. The limit holds where the server limits at all.
 */
export function addCalendarRoute(app: FastifyInstance, { database, clock, baseUrl }: Options): void {
  app.get<{ Params: { token: string } }>('/kalender/:token.ics', { config: { rateLimit } }, async (request, reply) => {
    const asked = { em: database.fork(), clock, baseUrl, findActor };
    const feed = await showCalendarFeed(asked, request.params.token);
    if (!feed) return reply.code(404).send({ status: 'missing' });
    reply.header('etag', feed.etag).header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex');
    if (request.headers['if-none-match']?.split(/,\s*/).includes(feed.etag) === true) return reply.code(304).send();
    return reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="forspring.ics"')
      .send(feed.text);
  });
}
