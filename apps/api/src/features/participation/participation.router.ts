import { z } from 'zod';
import { day, minuteOfDay } from '@forspring/domain/measures/day';
import { id } from '@forspring/domain/measures/ids';
import { shownActivity } from '@forspring/domain/participation/activity';
import { shownControlChart } from '@forspring/domain/participation/control-chart';
import { shownDelivery } from '@forspring/domain/participation/delivery';
import { halfYearTotal, shownHalfYears } from '@forspring/domain/participation/half-year';
import {
  openActivitiesAsk,
  openActivitiesPage,
  openActivityInput,
  openActivityProject,
  shownOpenActivity,
} from '@forspring/domain/participation/open-activity';
import {
  mayPlanSessions,
  mayRegister,
  mayRegisterTotals,
  maySeeActivity,
  maySeeSessions,
} from '@forspring/domain/participation/participation.abilities';
import {
  extraSession,
  moveReason,
  mySessions,
  mySessionsAsk,
  pocket,
  shownSession,
} from '@forspring/domain/participation/shown-session';
import { sessionEntry } from '@forspring/domain/participation/session-entry';
import {
  checkTimes,
  proposedDay,
  seriesDays,
  seriesPlan,
  shownSeriesList,
} from '@forspring/domain/participation/series';
import { mayBeSignedIn } from '@forspring/domain/people/people.abilities';
import { command, projectOf, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addSession } from './add-session.ts';
import { listControlCharts } from './list-control-charts.ts';
import { listMySessions } from './list-my-sessions.ts';
import { findOpenActivityProject, listOpenActivities, listOpenActivityProjects } from './list-open-activities.ts';
import { listPocket } from './list-pocket.ts';
import { listSeries } from './list-series.ts';
import { listSessions, sessionsAsk, sessionsPage } from './list-sessions.ts';
import { moveSession } from './move-session.ts';
import { findSeriesProject, findSessionProject } from './participation.store.ts';
import { proposeSeriesDays } from './propose-series.ts';
import { removeSession } from './remove-session.ts';
import { registerSession } from './register-session.ts';
import { listHalfYears, setHalfYearTotal } from './set-half-year-total.ts';
import { addOpenActivity, removeOpenActivity, setOpenActivity } from './set-open-activity.ts';
import { addSeries, removeSeries, setSeries } from './set-series.ts';
import { showActivity } from './show-activity.ts';
import { showDelivery } from './show-delivery.ts';
import { showSession, showVersion } from './show-session.ts';

const bySession = projectOf('sessionId', findSessionProject);
const byOpenActivity = projectOf('activityId', findOpenActivityProject);
const bySeries = projectOf('seriesId', findSeriesProject);
const version = z.number().int().min(0);
const sessionTime = z
  .object({ heldOn: day, startMinute: minuteOfDay.max(1439), endMinute: minuteOfDay })
  .superRefine(checkTimes);
const seriesResult = z.object({ seriesId: id, addedCount: z.number().int(), removedCount: z.number().int() });

export const participationRouter = router({
  listMySessions: query
    .by(mayBeSignedIn)
    .input(mySessionsAsk)
    .output(mySessions)
    .query(({ ctx, input }) => listMySessions(ctx, input)),
  listPocket: query
    .by(mayBeSignedIn)
    .output(pocket)
    .query(({ ctx }) => listPocket(ctx)),
  showVersion: query
    .within(bySession, maySeeSessions)
    .input(z.object({ sessionId: id }))
    .output(z.object({ version: z.number().int() }))
    .query(({ ctx, input }) => showVersion(ctx, input)),
  showSession: query
    .within(bySession, maySeeSessions)
    .input(z.object({ sessionId: id }))
    .output(shownSession)
    .query(({ ctx, input }) => showSession(ctx, input)),
  registerSession: command
    .atOnce(mayRegister)
    .input(z.object({ sessionId: id, entry: sessionEntry }))
    .output(shownSession)
    .mutation(({ ctx, input }) => registerSession(ctx, input)),

  showActivity: query
    .onProject(maySeeActivity)
    .output(shownActivity)
    .query(({ ctx }) => showActivity(ctx)),
  showDelivery: query
    .onProject(maySeeActivity)
    .output(shownDelivery)
    .query(({ ctx }) => showDelivery(ctx)),
  listControlCharts: query
    .onProject(maySeeActivity)
    .output(z.array(shownControlChart))
    .query(({ ctx }) => listControlCharts(ctx)),
  listSessions: query
    .onProject(maySeeActivity)
    .input(sessionsAsk)
    .output(sessionsPage)
    .query(({ ctx, input }) => listSessions(ctx, input)),
  addSession: command
    .onProject(mayPlanSessions)
    .input(z.object({ id, ...extraSession }))
    .input(sessionTime)
    .output(shownSession)
    .mutation(({ ctx, input }) => addSession(ctx, input)),
  moveSession: command
    .within(bySession, mayPlanSessions)
    .input(z.object({ sessionId: id, baseVersion: version, venueId: id.nullable(), reason: moveReason }))
    .input(sessionTime)
    .output(shownSession)
    .mutation(({ ctx, input }) => moveSession(ctx, input)),
  removeSession: command
    .within(bySession, mayRegister)
    .input(z.object({ sessionId: id, baseVersion: version }))
    .output(z.object({ sessionId: id }))
    .mutation(({ ctx, input }) => removeSession(ctx, input)),

  listSeries: query
    .onProject(maySeeActivity)
    .output(shownSeriesList)
    .query(({ ctx }) => listSeries(ctx)),
  proposeSeries: query
    .onProject(mayPlanSessions)
    .input(seriesDays)
    .output(z.array(proposedDay))
    .query(({ ctx, input }) => proposeSeriesDays(ctx, input)),
  addSeries: command
    .onProject(mayPlanSessions)
    .input(z.object({ id }))
    .input(seriesPlan)
    .output(seriesResult)
    .mutation(({ ctx, input }) => addSeries(ctx, input)),
  setSeries: command
    .within(bySeries, mayPlanSessions)
    .input(z.object({ seriesId: id, baseVersion: version }))
    .input(seriesPlan)
    .output(seriesResult)
    .mutation(({ ctx, input }) => setSeries(ctx, input)),
  removeSeries: command
    .within(bySeries, mayPlanSessions)
    .input(z.object({ seriesId: id }))
    .output(seriesResult)
    .mutation(({ ctx, input }) => removeSeries(ctx, input)),

  listHalfYears: query
    .onProject(maySeeActivity)
    .output(shownHalfYears)
    .query(({ ctx }) => listHalfYears(ctx)),
  setHalfYearTotal: command
    .onProject(mayRegisterTotals)
    .input(halfYearTotal.extend({ id, baseVersion: version }))
    .output(shownHalfYears)
    .mutation(({ ctx, input }) => setHalfYearTotal(ctx, input)),

  listOpenActivities: query
    .onProject(maySeeSessions)
    .input(openActivitiesAsk)
    .output(openActivitiesPage)
    .query(({ ctx, input }) => listOpenActivities(ctx, input)),
  listOpenActivityProjects: query
    .by(mayBeSignedIn)
    .output(z.array(openActivityProject))
    .query(({ ctx }) => listOpenActivityProjects(ctx)),
  addOpenActivity: command
    .onProject(mayRegister)
    .input(z.object({ id, activity: openActivityInput }))
    .output(shownOpenActivity)
    .mutation(({ ctx, input }) => addOpenActivity(ctx, input)),
  setOpenActivity: command
    .within(byOpenActivity, mayRegister)
    .input(z.object({ activityId: id, baseVersion: version, activity: openActivityInput }))
    .output(shownOpenActivity)
    .mutation(({ ctx, input }) => setOpenActivity(ctx, input)),
  removeOpenActivity: command
    .within(byOpenActivity, mayRegister)
    .input(z.object({ activityId: id, baseVersion: version }))
    .output(z.object({ id }))
    .mutation(({ ctx, input }) => removeOpenActivity(ctx, input)),
});
