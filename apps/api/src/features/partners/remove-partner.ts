import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import { partnerProblems } from '@forspring/domain/partners/partner.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { partnerStatuses } from '@forspring/domain/projects/project.abilities';
import type { CommandContext } from '../../kernel/context.ts';
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
  const { count } = await reader(em)
    .selectFrom('session')
    .where('projectId', '=', project.projectId)
    .where('organisationId', '=', partner.organisationId)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  if (count > 0) throw partnerProblems.holdsSessions(count);
  em.remove(partner);
  await em.flush();
  audit.leave({
    action: 'removePartner',
    subjectKind: 'partner',
    subjectId: partnerId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id: partnerId };
}
