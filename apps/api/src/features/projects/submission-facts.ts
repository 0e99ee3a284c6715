import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { goalGaps } from '@forspring/domain/goals/goal.rules';
import type { KindBalance, SubmissionFacts } from '@forspring/domain/projects/submission.rules';

/** What the other tabs say about a project, in three queries, for the rule that knows what is missing. */
export async function findSubmissionFacts(em: EntityManager, projectId: string): Promise<SubmissionFacts> {
  const db = reader(em);
  const [counts, lines, funding, goals] = await Promise.all([
    db
      .selectFrom('project')
      .where('project.id', '=', projectId)
      .select((one) => [
        'project.nameCheckedOn',
        one
          .selectFrom('series')
          .where('projectId', '=', projectId)
          .select(sql<number>`count(*)::int`.as('count'))
          .as('seriesCount'),
        one
          .selectFrom('session')
          .where('projectId', '=', projectId)
          .select(sql<number>`count(*)::int`.as('count'))
          .as('sessionCount'),
        one
          .selectFrom('partner')
          .where('projectId', '=', projectId)
          .select(sql<number>`count(*)::int`.as('count'))
          .as('partnerCount'),
      ])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('budgetLine')
      .where('projectId', '=', projectId)
      .select((one) => [
        'budgetLine.kind',
        'budgetLine.amountOere',
        one
          .selectFrom('lineShare')
          .whereRef('lineShare.lineId', '=', 'budgetLine.id')
          .select(sql<number>`coalesce(sum(amount_oere), 0)::bigint`.as('sum'))
          .as('sharedOere'),
      ])
      .execute(),
    db
      .selectFrom('fundingSource')
      .where('projectId', '=', projectId)
      .groupBy('kind')
      .select(['kind', sql<number>`coalesce(sum(amount_oere), 0)::bigint`.as('sum')])
      .execute(),
    db
      .selectFrom('goal')
      .where('projectId', '=', projectId)
      .orderBy('position')
      .select([
        'id',
        'title',
        'tier',
        'indicatorId',
        'baselineValue',
        'baselineMissing',
        'baselineOn',
        'targetValue',
        'deadlineOn',
        'responsible',
        'assumption',
        'design',
        'comparison',
      ])
      .execute(),
  ]);
  const balanceOf = (kind: KindBalance['kind']): KindBalance => ({
    kind,
    linesOere: lines.filter((line) => line.kind === kind).reduce((sum, line) => sum + line.amountOere, 0),
    fundingOere: funding.find((source) => source.kind === kind)?.sum ?? 0,
  });
  return {
    seriesCount: counts.seriesCount ?? 0,
    sessionCount: counts.sessionCount ?? 0,
    partnerCount: counts.partnerCount ?? 0,
    nameCheckedOn: counts.nameCheckedOn,
    lineCount: lines.length,
    openLineCount: lines.filter((line) => line.amountOere !== (line.sharedOere ?? 0)).length,
    balances: [balanceOf('cash'), balanceOf('inKind')],
    goals: goals.map((goal) => ({ id: goal.id, title: goal.title, gaps: goalGaps(goal) })),
  };
}
