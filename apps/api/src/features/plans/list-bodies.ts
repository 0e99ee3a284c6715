import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import type { ListedBody } from '@forspring/domain/plans/annual-plan';
import { mayEditPlanOf } from '@forspring/domain/plans/annual-plan.abilities';
import type { SignedInContext } from '../../kernel/context.ts';
import { seenBodies } from './plan.store.ts';

/** The bodies whose plans the actor may see, in Danish order, with how many proposals wait for each. */
export async function listBodies({ em, actor }: SignedInContext): Promise<ListedBody[]> {
  const rows = await reader(em)
    .selectFrom(seenBodies(em, actor).selectAll('body').as('body'))
    .innerJoin('municipality', 'municipality.id', 'body.municipalityId')
    .leftJoin('annualPlan', 'annualPlan.bodyId', 'body.id')
    .groupBy(['body.id', 'body.name', 'body.sortKey', 'body.municipalityId', 'municipality.name'])
    .orderBy('municipality.name')
    .orderBy('body.sortKey')
    .select((body) => [
      'body.id as bodyId',
      'body.name as bodyName',
      'body.municipalityId',
      'municipality.name as municipalityName',
      sql<
        number[]
      >`coalesce(array_agg(annual_plan.year order by annual_plan.year desc) filter (where annual_plan.id is not null), '{}')`.as(
        'years',
      ),
      body
        .selectFrom('project')
        .whereRef('project.bodyId', '=', 'body.id')
        .where('project.status', '=', 'submitted')
        .select(sql<number>`count(*)::int`.as('count'))
        .as('proposalCount'),
    ])
    .limit(500)
    .execute();
  return rows.map(({ municipalityId, ...row }) => ({
    ...row,
    proposalCount: row.proposalCount ?? 0,
    mayWrite: mayEditPlanOf(actor, { bodyId: row.bodyId, municipalityId }),
  }));
}
