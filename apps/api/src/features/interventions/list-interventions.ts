import type { InterventionRow } from '@forspring/domain/interventions/shown-intervention';
import { danishSortKey } from '@forspring/domain/measures/sort';
import type { SignedInContext } from '../../kernel/context.ts';
import { readableInterventions } from './intervention.store.ts';

/** The recipes to choose from, of all districts, in Danish order. */
export async function listInterventions({ em, actor }: SignedInContext): Promise<InterventionRow[]> {
  const rows = await readableInterventions(em, actor).orderBy('intervention.sortKey').limit(500).execute();
  return rows.map((row) => ({
    ...row,
    projectCount: row.projectCount ?? 0,
    districtNames: inOrder(row.districtNames),
  }));
}

/** Names in the order of the Danish alphabet. */
export function inOrder(names: readonly string[] | null): string[] {
  return (names ?? []).toSorted((a, b) => (danishSortKey(a) < danishSortKey(b) ? -1 : 1));
}
