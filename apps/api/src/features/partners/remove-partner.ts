import { sql } from 'kysely';
import { countedSessions } from '@forspring/database/participation/counted-session.view';
import { reader } from '@forspring/database/reader';
import { partnerProblems } from '@forspring/domain/partners/partner.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { partnerStatuses } from '@forspring/domain/projects/project.abilities';
import type { CommandContext } from '../../kernel/context.ts';
import { changeDeliveries } from '../../kernel/figures.ts';
import { countUp } from '../../kernel/stale.ts';
import { getPartnerLocked, storedPromise } from './partner.store.ts';

/** Takes a partner out of a project, unless it has sessions to hold or to register there. */
export async function removePartner(
  ctx: CommandContext & { project: ProjectPlace },
  { partnerId, baseVersion }: { partnerId: string; baseVersion: number },
): Promise<{ id: string }> {
  const { em, audit, project } = ctx;
  if (!partnerStatuses.includes(project.status)) throw partnerProblems.notOpen(project.status);
  const partner = await getPartnerLocked(em, partnerId);
  await countUp(partner, baseVersion, () => storedPromise(partner));
  const { rows } = await sql<{ count: number; statementCount: number }>`
    select
      (select coalesce(sum(session_count), 0)::int from (${countedSessions}) as counted
        where project_id = ${project.projectId} and organisation_id = ${partner.organisationId}) as count,
      (select count(*)::int from promise_statement
        join promise_period on promise_period.id = promise_statement.period_id
        join partner_promise on partner_promise.id = promise_period.promise_id
        where partner_promise.partner_id = ${partnerId}) as "statementCount"
  `.execute(reader(em));
  const { count, statementCount } = rows[0] ?? { count: 0, statementCount: 0 };
  if (count > 0) throw partnerProblems.holdsSessions(count);
  if (statementCount > 0) throw partnerProblems.promiseHasStatements();
  await reader(em)
    .deleteFrom('promiseValue')
    .where((value) =>
      value(
        'promiseId',
        'in',
        value.selectFrom('partnerPromise').where('partnerId', '=', partnerId).select('partnerPromise.id'),
      ),
    )
    .execute();
  await changeDeliveries(em, project.projectId);
  em.remove(partner);
  await em.flush();
  await changeDeliveries(em, project.projectId);
  audit.leave({
    action: 'removePartner',
    subjectKind: 'partner',
    subjectId: partnerId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id: partnerId };
}
