import type { SetPartnerInput } from '@forspring/domain/partners/partner';
import { partnerProblems } from '@forspring/domain/partners/partner.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { partnerStatuses } from '@forspring/domain/projects/project.abilities';
import type { CommandContext } from '../../kernel/context.ts';
import { countUp } from '../../kernel/stale.ts';
import { getPartnerLocked, storedPromise } from './partner.store.ts';

/** Changes what a partner is and brings. */
export async function setPartner(
  ctx: CommandContext & { project: ProjectPlace },
  input: SetPartnerInput,
): Promise<{ id: string; version: number }> {
  const { em, audit, project } = ctx;
  if (!partnerStatuses.includes(project.status)) throw partnerProblems.notOpen(project.status);
  const partner = await getPartnerLocked(em, input.partnerId);
  await countUp(partner, input.baseVersion, () => storedPromise(partner));
  const { role, promise, registers } = input;
  const after = { role, promise, registers };
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter((name) => partner[name] !== after[name]);
  Object.assign(partner, after);
  await em.flush();
  audit.leave({
    action: 'setPartner',
    subjectKind: 'partner',
    subjectId: partner.id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed,
  });
  return { id: partner.id, version: partner.version };
}
