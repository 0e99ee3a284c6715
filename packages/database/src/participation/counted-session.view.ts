import { sql } from 'kysely';
import type { CancelledBy, CountUnit, SessionState } from '@forspring/domain/participation/session';

/** What is counted of one evening, or of all evenings of a month whose rows are removed. Sums, except the largest. */
interface CountedSession {
  projectId: string;
  seriesId: string | null;
  organisationId: string | null;
  /** The organisation whose venue it was held at. */
  hostId: string | null;
  /** YYYY-MM. */
  month: string;
  /** Null once the evenings of the month are summed: then all of them have passed. */
  heldOn: string | null;
  /** The evening's own row, while there is one. */
  sessionId: string | null;
  state: SessionState;
  countUnit: CountUnit;
  cancelledBy: CancelledBy | null;
  sessionCount: number;
  countedCount: number;
  firstTimeCount: number;
  firstTimeMissingCount: number;
  largestCount: number;
  lengthMinutes: number;
  countedMinutes: number;
  staffCount: number;
  staffMinutes: number;
  volunteerCount: number;
  volunteerMinutes: number;
  moodSum: number;
  moodCount: number;
  deliveredElementCount: number;
  askedElementCount: number;
}

/**
 * The one place where sessions are read to be counted: rows of single evenings where there still are any, and the sums
 * that retention left in their place. Whoever sums these columns gets the same before and after removal. `from
 * (${countedSessions}) as counted` in SQL; a filter on `project_id` reaches both halves.
 */
export const countedSessions = sql<CountedSession>`
  select session.project_id, session.series_id, session.organisation_id, venue.organisation_id as host_id,
    to_char(session.held_on, 'YYYY-MM') as month, session.held_on, session.id as session_id, session.state, session.count_unit,
    session.cancelled_by, 1 as session_count,
    case when session.state = 'held' then coalesce(session.visit_count, 0) else 0 end as counted_count,
    case when session.state = 'held' and session.count_unit = 'visit' then coalesce(session.first_time_count, 0) else 0 end
      as first_time_count,
    case when session.state = 'held' and session.count_unit = 'visit' and session.first_time_count is null then 1 else 0 end
      as first_time_missing_count,
    case when session.state = 'held' then coalesce(session.visit_count, 0) else 0 end as largest_count,
    session.end_minute - session.start_minute as length_minutes,
    case when session.state = 'held'
      then coalesce(session.visit_count, 0)::bigint * (session.end_minute - session.start_minute) else 0 end
      as counted_minutes,
    session.staff_count, session.staff_minutes, session.volunteer_count, session.volunteer_minutes,
    case when session.state = 'held' then coalesce(session.mood, 0) else 0 end as mood_sum,
    case when session.state = 'held' and session.mood is not null then 1 else 0 end as mood_count,
    case when session.state = 'held' and session.element_count is not null
      then coalesce(cardinality(session.delivered_elements), 0) else 0 end as delivered_element_count,
    case when session.state = 'held' then coalesce(session.element_count, 0) else 0 end as asked_element_count
  from session left join venue on venue.id = session.venue_id
  union all
  select project_id, series_id, organisation_id, host_id, month, null::date, null::uuid, state, count_unit, cancelled_by,
    session_count, counted_count, first_time_count, first_time_missing_count, largest_count, length_minutes,
    counted_minutes, staff_count, staff_minutes, volunteer_count, volunteer_minutes, mood_sum, mood_count,
    delivered_element_count, asked_element_count
  from session_total`;
