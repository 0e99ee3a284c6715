import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { WholePlan } from '@forspring/domain/learning/adaptation.rules';
import { adaptedColumns } from '@forspring/domain/learning/learning';

/** Some projects' plans with goals, days and budgets, as adaptations compare them; by project id. */
export async function wholePlans(em: EntityManager, projectIds: readonly string[]): Promise<Map<string, WholePlan>> {
  const db = reader(em);
  const ids = [...projectIds];
  const plans = await db
    .selectFrom('project')
    .where('id', 'in', ids)
    .select(['id', ...adaptedColumns])
    .execute();
  const goals = await db
    .selectFrom('goal')
    .leftJoin('indicator', 'indicator.id', 'goal.indicatorId')
    .where('goal.projectId', 'in', ids)
    .select(['goal.projectId', 'goal.title', 'goal.targetValue', 'indicator.unit'])
    .execute();
  const series = await db
    .selectFrom('series')
    .where('projectId', 'in', ids)
    .select(['projectId', 'title', 'rule', 'startMinute', 'endMinute'])
    .execute();
  const budgets = await db
    .selectFrom('budgetLine')
    .where('projectId', 'in', ids)
    .groupBy(['projectId', 'kind'])
    .select((line) => ['projectId', 'kind', line.fn.sum<number>('amountOere').as('amountOere')])
    .execute();
  const budgetOf = (projectId: string, kind: 'cash' | 'inKind') =>
    Number(budgets.find((one) => one.projectId === projectId && one.kind === kind)?.amountOere ?? 0);
  const inProject = (projectId: string) => (one: { projectId: string }) => one.projectId === projectId;
  return new Map(
    plans.map(({ id, ...plan }) => [
      id,
      {
        plan,
        goals: goals.filter(inProject(id)),
        series: series.filter(inProject(id)).map((one) => ({ ...one, rule: one.rule ?? '' })),
        budgetCashOere: budgetOf(id, 'cash'),
        budgetInKindOere: budgetOf(id, 'inKind'),
      },
    ]),
  );
}

/** The reasons kept for a copy's differences. */
export function keptReasons(em: EntityManager, projectId: string) {
  return reader(em)
    .selectFrom('adaptation')
    .where('projectId', '=', projectId)
    .orderBy('at')
    .select(['field', 'fromText', 'toText', 'reason'])
    .execute();
}
