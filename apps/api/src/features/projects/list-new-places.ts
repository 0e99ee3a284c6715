import { reader } from '@forspring/database/reader';
import { monthOf, yearOf } from '@forspring/domain/measures/day';
import { municipalitiesToAddIn } from '@forspring/domain/projects/project.abilities';
import type { PlacesForNewProject } from '@forspring/domain/projects/shown-project';
import type { SignedInContext } from '../../kernel/context.ts';

/** Where this person may start a project: municipalities with their districts and bodies. */
export async function listNewPlaces({ em, actor, clock }: SignedInContext): Promise<PlacesForNewProject> {
  const ids = municipalitiesToAddIn(actor);
  const today = clock.today();
  // From autumn on, committees plan the year to come.
  const proposedYear = yearOf(today) + (monthOf(today).slice(5) >= '08' ? 1 : 0);
  if (ids.length === 0) return { municipalities: [], proposedYear };
  const db = reader(em);
  const [municipalities, districts, bodies] = await Promise.all([
    db
      .selectFrom('municipality')
      .where('id', 'in', ids)
      .orderBy('name')
      .select(['id', 'name', 'hasDistricts'])
      .execute(),
    db
      .selectFrom('district')
      .where('municipalityId', 'in', ids)
      .where('isImplicit', '=', false)
      .orderBy('sortKey')
      .select(['id', 'name', 'municipalityId'])
      .execute(),
    db
      .selectFrom('body')
      .where('municipalityId', 'in', ids)
      .orderBy('sortKey')
      .select(['id', 'name', 'districtId', 'municipalityId'])
      .execute(),
  ]);
  return {
    proposedYear,
    municipalities: municipalities.map((municipality) => ({
      ...municipality,
      districts: districts
        .filter((one) => one.municipalityId === municipality.id)
        .map(({ id, name }) => ({ id, name })),
      bodies: bodies
        .filter((one) => one.municipalityId === municipality.id)
        .map(({ id, name, districtId }) => ({ id, name, districtId })),
    })),
  };
}
