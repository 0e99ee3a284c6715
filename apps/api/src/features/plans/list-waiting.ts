import { sql } from 'kysely';
import type { z } from 'zod';
import { reader } from '@forspring/database/reader';
import { placesOf } from '@forspring/domain/people/actor';
import type { shownWaiting } from '@forspring/domain/plans/deadline';
import type { SignedInContext } from '../../kernel/context.ts';

type Waiting = z.infer<typeof shownWaiting>;
const nobody = '00000000-0000-0000-0000-000000000000';

/** What waits: proposals and evaluations before a body, and money asked of a funder. Own tasks first. */
export async function listWaiting({ em, actor, clock }: SignedInContext): Promise<Waiting[]> {
  const owned = [nobody, ...placesOf(actor, 'owner')];
  const bodies = [nobody, ...placesOf(actor, 'committeeMember')];
  const rows = await reader(em)
    .selectFrom('project')
    .innerJoin('body', 'body.id', 'project.bodyId')
    .leftJoin('evaluation', 'evaluation.projectId', 'project.id')
    .where((one) => one.or([one('project.id', 'in', owned), one('project.bodyId', 'in', bodies)]))
    .where((one) =>
      one.or([
        one('project.status', '=', 'submitted'),
        one('evaluation.status', '=', 'submitted'),
        one.exists(
          one
            .selectFrom('budgetChange')
            .whereRef('budgetChange.projectId', '=', 'project.id')
            .where('budgetChange.status', '=', 'requested')
            .select('budgetChange.id'),
        ),
      ]),
    )
    .orderBy('project.sortKey')
    .select((project) => [
      'project.id as projectId',
      'project.title as projectTitle',
      'project.year',
      'project.status',
      'project.bodyId',
      'project.createdById',
      'project.submittedById',
      'evaluation.status as evaluationStatus',
      'body.name as bodyName',
      project
        .selectFrom('meeting')
        .whereRef('meeting.bodyId', '=', 'body.id')
        .where('meeting.heldOn', '>=', clock.today())
        .where('meeting.kind', '!=', 'informationExchange')
        .select(sql<string>`min(meeting.held_on)::text`.as('next'))
        .as('nextMeetingOn'),
    ])
    .limit(100)
    .execute();

  return rows
    .map((row): Waiting => {
      const isOwn = owned.includes(row.projectId);
      const isBody = row.bodyId !== null && bodies.includes(row.bodyId);
      const kind =
        row.status === 'submitted'
          ? 'decideProject'
          : row.evaluationStatus === 'submitted'
            ? 'approveEvaluation'
            : 'budgetRequest';
      const isInvolved = isOwn || row.createdById === actor.userId || row.submittedById === actor.userId;
      return {
        kind,
        projectId: row.projectId,
        projectTitle: row.projectTitle,
        year: row.year,
        bodyName: row.bodyName,
        nextMeetingOn: row.nextMeetingOn,
        isMine: kind === 'budgetRequest' ? isOwn : isBody && !isInvolved,
      };
    })
    .sort((a, b) => Number(b.isMine) - Number(a.isMine));
}
