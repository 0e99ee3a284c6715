import { reader } from '@forspring/database/reader';
import { municipalitiesToAddIn } from '@forspring/domain/projects/project.abilities';
import type { SignedInContext } from './context.ts';

/** The municipalities in which the signed-in person may start a project, by name, each with its districts and bodies in their own order. */
export async function placesToAddIn({ em, actor }: Pick<SignedInContext, 'em' | 'actor'>) {
  const ids = municipalitiesToAddIn(actor);
  if (ids.length === 0) return [];
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
  return municipalities.map((municipality) => {
    const isIn = (one: { municipalityId: string }) => one.municipalityId === municipality.id;
    return {
      ...municipality,
      districts: districts.filter(isIn).map(({ id, name }) => ({ id, name })),
      bodies: bodies.filter(isIn).map(({ id, name, districtId }) => ({ id, name, districtId })),
    };
  });
}
