import { z } from 'zod';
import { id } from '@forspring/domain/measures/ids';
import {
  calendarAsk,
  clashAsk,
  foundClashes,
  newFeed,
  newOpening,
  shownCalendar,
  shownFeeds,
  shownOpening,
} from '@forspring/domain/participation/calendar';
import { mayPlanSessions, mayRegister } from '@forspring/domain/participation/participation.abilities';
import { shownSession } from '@forspring/domain/participation/shown-session';
import { mayBeSignedIn } from '@forspring/domain/people/people.abilities';
import { command, projectOf, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addCalendarFeed, endCalendarFeed, listCalendarFeeds } from './add-calendar-feed.ts';
import { addOpening, listOpenings } from './add-opening.ts';
import { findClashes } from './find-clashes.ts';
import { listCalendar } from './list-calendar.ts';
import { findSeriesProject } from './participation.store.ts';

/** When sessions are: the calendar, what else is booked, links for calendar programs, and opening on the spot. */
export const calendarRouter = router({
  listCalendar: query
    .by(mayBeSignedIn)
    .input(calendarAsk)
    .output(shownCalendar)
    .query(({ ctx, input }) => listCalendar(ctx, input)),
  findClashes: query
    .onProject(mayPlanSessions)
    .input(clashAsk)
    .output(foundClashes)
    .query(({ ctx, input }) => findClashes(ctx, input)),

  listFeeds: query
    .by(mayBeSignedIn)
    .output(shownFeeds)
    .query(({ ctx }) => listCalendarFeeds(ctx)),
  addFeed: command
    .by(mayBeSignedIn)
    .input(newFeed)
    .output(shownFeeds)
    .mutation(({ ctx, input }) => addCalendarFeed(ctx, input)),
  endFeed: command
    .by(mayBeSignedIn)
    .input(z.object({ id }))
    .output(shownFeeds)
    .mutation(({ ctx, input }) => endCalendarFeed(ctx, input)),

  listOpenings: query
    .by(mayBeSignedIn)
    .output(z.array(shownOpening))
    .query(({ ctx }) => listOpenings(ctx)),
  addOpening: command
    .within(projectOf('seriesId', findSeriesProject), mayRegister)
    .input(newOpening)
    .output(shownSession)
    .mutation(({ ctx, input }) => addOpening(ctx, input)),
});
