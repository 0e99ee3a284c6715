import { sql } from 'kysely';
import type { z } from 'zod';
import { reader } from '@forspring/database/reader';
import type { listedBody } from '@forspring/domain/plans/annual-plan';
import type { SignedInContext } from '../../kernel/context.ts';
import { seenBodies } from './plan.store.ts';

/** The bodies with a plan the actor may see, in Danish order, with how many proposals wait for each. */
export async function listBodies({ em, actor }: SignedInContext): Promise<z.infer<typeof listedBody>[]> {
  const rows = await reader(em)
    .selectFrom(seenBodies(em, actor).selectAll('body').as('body'))
    .innerJoin('municipality', 'municipality.id', 'body.municipalityId')
    .innerJoin('annualPlan', 'annualPlan.bodyId', 'body.id')
    .groupBy(['body.id', 'body.name', 'body.sortKey', 'municipality.name'])
    .orderBy('municipality.name')
    .orderBy('body.sortKey')
    .select((body) => [
      'body.id as bodyId',
      'body.name as bodyName',
      'municipality.name as municipalityName',
      sql<number[]>`array_agg(annual_plan.year order by annual_plan.year desc)`.as('years'),
      body
        .selectFrom('project')
        .whereRef('project.bodyId', '=', 'body.id')
        .where('project.status', '=', 'submitted')
        .select(sql<number>`count(*)::int`.as('count'))
        .as('proposalCount'),
    ])
    .limit(500)
    .execute();
  return rows.map((row) => ({ ...row, proposalCount: row.proposalCount ?? 0 }));
}
