import type { z } from 'zod';
import type { repeatPlace } from '@forspring/domain/learning/learning';
import type { SignedInContext } from '../../kernel/context.ts';
import { placesToAddIn } from '../../kernel/places-to-add-in.ts';

/** Where the signed-in person may start a copy: their own municipalities, with districts and bodies. */
export async function listRepeatPlaces(ctx: SignedInContext): Promise<z.infer<typeof repeatPlace>[]> {
  const places = await placesToAddIn(ctx);
  return places.map(({ id, name, districts, bodies }) => ({
    municipalityId: id,
    municipalityName: name,
    districts,
    bodies,
  }));
}
