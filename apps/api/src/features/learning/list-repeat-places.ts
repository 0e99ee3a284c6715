import type { z } from 'zod';
import { reader } from '@forspring/database/reader';
import type { repeatPlace } from '@forspring/domain/learning/learning';
import { municipalitiesToAddIn } from '@forspring/domain/projects/project.abilities';
import type { SignedInContext } from '../../kernel/context.ts';

/** Where the signed-in person may start a copy: their own municipalities, with districts and bodies. */
export async function listRepeatPlaces({ em, actor }: SignedInContext): Promise<z.infer<typeof repeatPlace>[]> {
  const ids = municipalitiesToAddIn(actor);
  if (ids.length === 0) return [];
  const db = reader(em);
  const [municipalities, districts, bodies] = await Promise.all([
    db.selectFrom('municipality').where('id', 'in', ids).orderBy('name').select(['id', 'name']).execute(),
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
  return municipalities.map((municipality) => ({
    municipalityId: municipality.id,
    municipalityName: municipality.name,
    districts: districts.filter((one) => one.municipalityId === municipality.id).map(({ id, name }) => ({ id, name })),
    bodies: bodies
      .filter((one) => one.municipalityId === municipality.id)
      .map(({ id, name, districtId }) => ({ id, name, districtId })),
  }));
}
