import { reader } from '@forspring/database/reader';
import type { ListedGrant } from '@forspring/domain/funders/grant';
import { ownAccounts } from '@forspring/domain/funders/grant.rules';
import { toOere } from '@forspring/domain/measures/money';
import { placesOf } from '@forspring/domain/people/actor';
import type { SignedInContext } from '../../kernel/context.ts';
import { paidLinesOf, placeName } from './grant.store.ts';

/** The grants the actor holds a role at, newest year first; two queries whatever their number. */
export async function listGrants({ em, actor }: SignedInContext): Promise<ListedGrant[]> {
  const sourceIds = placesOf(actor, 'funder');
  if (sourceIds.length === 0) return [];
  const rows = await reader(em)
    .selectFrom('fundingSource')
    .innerJoin('project', 'project.id', 'fundingSource.projectId')
    .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
    .leftJoin('district', 'district.id', 'project.districtId')
    .leftJoin('evaluation', (join) =>
      join.onRef('evaluation.projectId', '=', 'project.id').on('evaluation.status', '=', 'approved'),
    )
    .where('fundingSource.id', 'in', sourceIds)
    .orderBy('project.year', 'desc')
    .orderBy('project.sortKey')
    .select([
      'fundingSource.id',
      'fundingSource.name',
      'fundingSource.kind',
      'fundingSource.amountOere',
      'fundingSource.reportsOn',
      'project.id as projectId',
      'project.title as projectTitle',
      'project.year',
      'project.tier',
      'project.status',
      placeName.as('placeName'),
      'evaluation.id as evaluationId',
    ])
    .limit(1000)
    .execute();
  if (rows.length === 0) return [];
  const lines = Map.groupBy(
    await paidLinesOf(
      em,
      rows.map((row) => row.projectId),
    ),
    (line) => line.projectId,
  );
  return rows.map(({ projectId, evaluationId, amountOere, ...row }) => ({
    ...row,
    amountOere: toOere(amountOere),
    spentOere: toOere(
      ownAccounts(lines.get(projectId) ?? [], row.id).lines.reduce((sum, line) => sum + line.spentOere, 0),
    ),
    isEvaluated: evaluationId !== null,
  }));
}
