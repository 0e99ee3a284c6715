import type { ShownIntervention } from '@forspring/domain/interventions/shown-intervention';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { SignedInContext } from '../../kernel/context.ts';
import { readableInterventions } from './intervention.store.ts';
import { inOrder } from './list-interventions.ts';

/** One recipe whole. */
export async function showIntervention(
  { em, actor }: SignedInContext,
  interventionId: string,
): Promise<ShownIntervention> {
  const row = await readableInterventions(em, actor)
    .where('intervention.id', '=', interventionId)
    .select([
      'intervention.version',
      'intervention.targetGroup',
      'intervention.coreElements',
      'intervention.effects',
      'intervention.results',
      'intervention.activities',
      'intervention.resources',
      'intervention.knownRisks',
    ])
    .executeTakeFirst();
  if (!row) throw commonProblems.missing();
  return { ...row, projectCount: row.projectCount ?? 0, districtNames: inOrder(row.districtNames) };
}
