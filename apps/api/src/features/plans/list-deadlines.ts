import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import { addDays } from '@forspring/domain/measures/day';
import { placesOf } from '@forspring/domain/people/actor';
import type { ShownDeadline } from '@forspring/domain/plans/deadline';
import type { SignedInContext } from '../../kernel/context.ts';

const nobody = '00000000-0000-0000-0000-000000000000';
const daysAhead = 60;
const daysBack = 120;

/**
 * What the actor owes or meets in the next sixty days, and what is overdue: goals to measure, reports to funders,
 * evaluations of ended projects, projects to start and meetings of own bodies. Earliest first, at most fifty.
 */
export async function listDeadlines({ em, actor, clock }: SignedInContext): Promise<ShownDeadline[]> {
  const today = clock.today();
  const from = addDays(today, -daysBack);
  const until = addDays(today, daysAhead);
  const owned = placesOf(actor, 'owner');
  const bodies = placesOf(actor, 'committeeMember');
  const ownIds = owned.length > 0 ? owned : [nobody];
  const bodyIds = bodies.length > 0 ? bodies : [nobody];
  const db = reader(em);

  const goals = db
    .selectFrom('goal')
    .innerJoin('project', 'project.id', 'goal.projectId')
    .where('project.id', 'in', ownIds)
    .where('project.status', 'in', ['approved', 'running', 'paused', 'closed'])
    .where('goal.deadlineOn', 'is not', null)
    .where((goal) =>
      goal.not(
        goal.exists(
          goal
            .selectFrom('measurement')
            .whereRef('measurement.goalId', '=', 'goal.id')
            .whereRef('measurement.measuredOn', '>=', goal.ref('goal.baselineOn'))
            .where('measurement.measuredOn', '>', sql<string>`goal.deadline_on - 45`)
            .select('measurement.id'),
        ),
      ),
    )
    .select([
      sql<ShownDeadline['kind']>`'goal'`.as('kind'),
      sql<string>`goal.deadline_on`.as('on'),
      'goal.title',
      sql<string | null>`project.id`.as('projectId'),
      'project.title as projectTitle',
    ]);
  const reports = db
    .selectFrom('fundingSource')
    .innerJoin('project', 'project.id', 'fundingSource.projectId')
    .where('project.id', 'in', ownIds)
    .where('project.status', 'in', ['running', 'paused', 'closed', 'stopped'])
    .where('fundingSource.reportsOn', 'is not', null)
    .select([
      sql<ShownDeadline['kind']>`'funderReport'`.as('kind'),
      sql<string>`funding_source.reports_on`.as('on'),
      'fundingSource.name as title',
      sql<string | null>`project.id`.as('projectId'),
      'project.title as projectTitle',
    ]);
  const evaluations = db
    .selectFrom('project')
    .leftJoin('evaluation', 'evaluation.projectId', 'project.id')
    .where('project.id', 'in', ownIds)
    .where('project.status', 'in', ['closed', 'stopped'])
    .where((one) =>
      one.or([one('evaluation.status', 'is', null), one('evaluation.status', 'in', ['draft', 'returned'])]),
    )
    .select([
      sql<ShownDeadline['kind']>`'evaluation'`.as('kind'),
      // Last year's evaluations are due on 15 February.
      sql<string>`make_date(project.year + 1, 2, 15)`.as('on'),
      sql<string>`''`.as('title'),
      sql<string | null>`project.id`.as('projectId'),
      'project.title as projectTitle',
    ]);
  const starts = db
    .selectFrom('project')
    .where('project.id', 'in', ownIds)
    .where('project.status', '=', 'approved')
    .where('project.startsOn', 'is not', null)
    .select([
      sql<ShownDeadline['kind']>`'start'`.as('kind'),
      sql<string>`project.starts_on`.as('on'),
      sql<string>`''`.as('title'),
      sql<string | null>`project.id`.as('projectId'),
      'project.title as projectTitle',
    ]);
  const meetings = db
    .selectFrom('meeting')
    .innerJoin('body', 'body.id', 'meeting.bodyId')
    .where('body.id', 'in', bodyIds)
    .where('meeting.heldOn', '>=', today)
    .where('meeting.kind', '!=', 'informationExchange')
    .select([
      sql<ShownDeadline['kind']>`'meeting'`.as('kind'),
      'meeting.heldOn as on',
      'meeting.title',
      sql<string | null>`null::uuid`.as('projectId'),
      'body.name as projectTitle',
    ]);
  const actions = db
    .selectFrom('actionItem')
    .innerJoin('meeting', 'meeting.id', 'actionItem.meetingId')
    .innerJoin('body', 'body.id', 'meeting.bodyId')
    .where('body.id', 'in', bodyIds)
    .where('actionItem.doneOn', 'is', null)
    .select([
      sql<ShownDeadline['kind']>`'action'`.as('kind'),
      'actionItem.deadlineOn as on',
      'actionItem.text as title',
      sql<string | null>`null::uuid`.as('projectId'),
      'body.name as projectTitle',
    ]);

  const rows = await db
    .selectFrom(
      goals.unionAll(reports).unionAll(evaluations).unionAll(starts).unionAll(meetings).unionAll(actions).as('due'),
    )
    .where('due.on', '>=', from)
    .where('due.on', '<=', until)
    .orderBy('due.on')
    .orderBy('due.projectTitle')
    .select(['due.kind', 'due.on', 'due.title', 'due.projectId', 'due.projectTitle'])
    .limit(50)
    .execute();
  return rows.map((row) => ({ ...row, isOverdue: row.on < today }));
}
