import { Organisation } from '@forspring/database/places/organisation.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { danishSortKey } from '@forspring/domain/measures/sort';
import type { AddPartnerOrganisationInput } from '@forspring/domain/partners/partner';
import { partnerProblems } from '@forspring/domain/partners/partner.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { partnerStatuses } from '@forspring/domain/projects/project.abilities';
import type { CommandContext } from '../../kernel/context.ts';

/** Writes down an organisation nobody here has worked with; it is outside the § 115 circle until an administrator says otherwise. */
export async function addOrganisation(
  ctx: CommandContext & { project: ProjectPlace },
  { id, name, kind }: AddPartnerOrganisationInput,
): Promise<{ id: string }> {
  const { em, audit, project } = ctx;
  if (!partnerStatuses.includes(project.status)) throw partnerProblems.notOpen(project.status);
  const { municipalityId, projectId } = project;
  // Compared here and not in SQL, where capitals of æ, ø and å depend on the database's language.
  const names = await reader(em)
    .selectFrom('organisation')
    .where('municipalityId', '=', municipalityId)
    .select('name')
    .execute();
  const plain = (text: string) => text.toLocaleLowerCase('da');
  if (names.some((one) => plain(one.name) === plain(name))) throw partnerProblems.organisationExists();
  if (await em.findOne(Organisation, { id })) throw commonProblems.commandReused();
  em.create(Organisation, { id, municipalityId, name, kind, sortKey: danishSortKey(name) }, { persist: true });
  await em.flush();
  audit.leave({ action: 'addOrganisation', subjectKind: 'organisation', subjectId: id, projectId, municipalityId });
  return { id };
}
