import { Partner } from '@forspring/database/partners/partner.entity';
import { Organisation } from '@forspring/database/places/organisation.entity';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { AddPartnerInput } from '@forspring/domain/partners/partner';
import { partnerProblems } from '@forspring/domain/partners/partner.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { partnerStatuses } from '@forspring/domain/projects/project.abilities';
import type { CommandContext } from '../../kernel/context.ts';
import { changeDeliveries } from '../../kernel/figures.ts';

/** Agrees with an organisation of the municipality what it brings. */
export async function addPartner(
  ctx: CommandContext & { project: ProjectPlace },
  input: AddPartnerInput,
): Promise<{ id: string; version: number }> {
  const { em, audit, project } = ctx;
  if (!partnerStatuses.includes(project.status)) throw partnerProblems.notOpen(project.status);
  const { municipalityId, projectId } = project;
  if (!(await em.findOne(Organisation, { id: input.organisationId, municipalityId })))
    throw partnerProblems.unknownOrganisation();
  if (await em.findOne(Partner, { projectId, organisationId: input.organisationId }))
    throw partnerProblems.alreadyPartner();
  if (await em.findOne(Partner, { id: input.id })) throw commonProblems.commandReused();
  const { id, organisationId, role, promise, registers } = input;
  em.create(
    Partner,
    {
      id,
      projectId,
      organisationId,
      role,
      promise,
      registers,
    },
    { persist: true },
  );
  await em.flush();
  // Whose hall an evening was held in depends on who is a partner.
  await changeDeliveries(em, projectId);
  audit.leave({ action: 'addPartner', subjectKind: 'partner', subjectId: id, projectId, municipalityId });
  return { id, version: 1 };
}
