import type { z } from 'zod';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { danishSortKey } from '@forspring/domain/measures/sort';
import type { setPlaceNameInput, ShownPlaces } from '@forspring/domain/places/place';
import type { CommandContext } from '../../kernel/context.ts';
import { done, guard, guardName } from './add-place.ts';

/** Gives a district, body, venue or organisation another name, such as when it was mistyped. */
export async function setPlaceName(
  ctx: CommandContext,
  { municipalityId, kind, id, name }: z.infer<typeof setPlaceNameInput>,
): Promise<ShownPlaces> {
  guard(ctx, municipalityId);
  await guardName(ctx, kind, { municipalityId, id, name });
  const renamed = await reader(ctx.em)
    // All four have these columns.
    .updateTable(kind as 'district')
    .set({ name, sortKey: danishSortKey(name) })
    .where('id', '=', id)
    .where('municipalityId', '=', municipalityId)
    // The district of a municipality that has none bears the municipality's name.
    .$if(kind === 'district', (district) => district.where('isImplicit', '=', false))
    .returning('id')
    .executeTakeFirst();
  if (!renamed) throw commonProblems.missing();
  return done(ctx, municipalityId, { action: 'setPlaceName', subjectKind: kind, subjectId: id, changed: ['name'] });
}
