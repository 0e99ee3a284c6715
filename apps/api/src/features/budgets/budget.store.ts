import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { BudgetLine } from '@forspring/database/budgets/budget-line.entity';
import { Expense } from '@forspring/database/budgets/expense.entity';
import { FundingSource } from '@forspring/database/budgets/funding-source.entity';
import { LineShare } from '@forspring/database/budgets/line-share.entity';
import type { EntityManager } from '@forspring/database/open-database';
import { Project } from '@forspring/database/projects/project.entity';
import { reader } from '@forspring/database/reader';
import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import { defaultRuleCard, type ExpenseFacts, type ShareFacts } from '@forspring/domain/budgets/budget.rules';
import type { CostKind, RuleCard } from '@forspring/domain/budgets/budget';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace, ProjectStatus } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import type { FigureChange } from '../../kernel/figures.ts';

/** A command on one project's budget. */
export type BudgetContext = CommandContext & { project: ProjectPlace };

const projectOfRow =
  (table: 'budgetLine' | 'fundingSource' | 'expense' | 'budgetChange') =>
  async (em: EntityManager, id: string): Promise<string | null> => {
    const row = await reader(em).selectFrom(table).where('id', '=', id).select('projectId').executeTakeFirst();
    return row?.projectId ?? null;
  };

/** The project a line, a source, an expense or a change lies in; null when there is no such thing. */
export const projectOfLine = projectOfRow('budgetLine');
export const projectOfSource = projectOfRow('fundingSource');
export const projectOfExpense = projectOfRow('expense');
export const projectOfChange = projectOfRow('budgetChange');

/**
 * Locks the project until the command ends and refuses it in any other status than these, read anew: writers of one budget
 * wait for each other, and nobody writes in a plan that is being submitted.
 */
export async function lockBudget(
  { em, project }: BudgetContext,
  statuses: readonly ProjectStatus[],
  problem: (status: ProjectStatus) => Error,
): Promise<Project> {
  const locked = await em.findOne(
    Project,
    { id: project.projectId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!locked) throw commonProblems.missing();
  if (!statuses.includes(locked.status)) throw problem(locked.status);
  return locked;
}

/** One line of this project, locked; `path` is the field that named it. */
export async function getLine(
  em: EntityManager,
  projectId: string,
  lineId: string,
  path = 'lineId',
): Promise<BudgetLine> {
  const line = await em.findOne(BudgetLine, { id: lineId, projectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!line) throw budgetProblems.unknownLine(path);
  return line;
}

/** One source of this project, locked; `path` is the field that named it. */
export async function getSource(
  em: EntityManager,
  projectId: string,
  sourceId: string,
  path = 'sourceId',
): Promise<FundingSource> {
  const source = await em.findOne(FundingSource, { id: sourceId, projectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!source) throw budgetProblems.unknownSource(path);
  return source;
}

/** What a line's sources pay of it, in the order of the sources. */
export async function sharesOf(em: EntityManager, lineId: string): Promise<ShareFacts[]> {
  return reader(em)
    .selectFrom('lineShare')
    .innerJoin('fundingSource', 'fundingSource.id', 'lineShare.sourceId')
    .where('lineShare.lineId', '=', lineId)
    .orderBy('fundingSource.position')
    .orderBy('fundingSource.id')
    .select(['lineShare.sourceId', 'lineShare.amountOere'])
    .execute();
}

/** Replaces what is paid of a line. */
export async function writeShares(em: EntityManager, lineId: string, shares: readonly ShareFacts[]): Promise<void> {
  await em.nativeDelete(LineShare, { lineId });
  for (const { sourceId, amountOere } of shares)
    em.create(LineShare, { id: randomUUID(), lineId, sourceId, amountOere }, { persist: true });
  await em.flush();
}

/** What a line adds to its project's figures. */
export function lineFigures({
  kind,
  amountOere,
  spentOere,
}: {
  kind: CostKind;
  amountOere: number;
  spentOere: number;
}): FigureChange {
  return kind === 'cash'
    ? { budgetCashOere: amountOere, spentCashOere: spentOere }
    : { budgetInKindOere: amountOere, spentInKindOere: spentOere };
}

/** The place after the last of a project's lines or sources. */
export async function nextPosition(
  em: EntityManager,
  table: 'budgetLine' | 'fundingSource',
  projectId: string,
): Promise<number> {
  const row = await reader(em)
    .selectFrom(table)
    .where('projectId', '=', projectId)
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst();
  return Number(row?.position ?? -1) + 1;
}

/** A project's sources in their order, each with its funder's rule card or the default one. */
export async function sourceRows(em: EntityManager, projectId: string) {
  const rows = await reader(em)
    .selectFrom('fundingSource')
    .leftJoin('ruleCard', 'ruleCard.organisationId', 'fundingSource.organisationId')
    .where('fundingSource.projectId', '=', projectId)
    .orderBy('fundingSource.position')
    .orderBy('fundingSource.id')
    .selectAll('fundingSource')
    .select([
      'ruleCard.id as cardId',
      'ruleCard.askFromShare',
      'ruleCard.askFromOere',
      'ruleCard.reportFromShare',
      'ruleCard.minCofundingShare',
      'ruleCard.note as cardNote',
    ])
    .execute();
  return rows.map(({ cardId, askFromShare, askFromOere, reportFromShare, minCofundingShare, cardNote, ...source }) => {
    const card: RuleCard =
      cardId === null ? defaultRuleCard : { askFromShare, askFromOere, reportFromShare, minCofundingShare };
    return { ...source, ruleCard: { ...card, note: cardNote ?? '', isDefault: cardId === null } };
  });
}
export type SourceRow = Awaited<ReturnType<typeof sourceRows>>[number];

/** A project's lines in their order, each with who pays how much of it. */
export async function lineRows(em: EntityManager, projectId: string) {
  const lines = await reader(em)
    .selectFrom('budgetLine')
    .where('projectId', '=', projectId)
    .orderBy('position')
    .orderBy('id')
    .selectAll()
    .execute();
  const shares = await reader(em)
    .selectFrom('lineShare')
    .innerJoin('budgetLine', 'budgetLine.id', 'lineShare.lineId')
    .innerJoin('fundingSource', 'fundingSource.id', 'lineShare.sourceId')
    .where('budgetLine.projectId', '=', projectId)
    .orderBy('fundingSource.position')
    .orderBy('fundingSource.id')
    .select(['lineShare.lineId', 'lineShare.sourceId', 'lineShare.amountOere'])
    .execute();
  return lines.map((line) => ({
    ...line,
    shares: shares
      .filter((share) => share.lineId === line.id)
      .map(({ sourceId, amountOere }) => ({ sourceId, amountOere })),
  }));
}
export type LineRow = Awaited<ReturnType<typeof lineRows>>[number];

/** Every expense of a project that counts. */
export function expenseFacts(em: EntityManager, projectId: string): Promise<ExpenseFacts[]> {
  return reader(em)
    .selectFrom('expense')
    .where('projectId', '=', projectId)
    .where('removedAt', 'is', null)
    .select(['lineId', 'amountOere'])
    .execute();
}

/** A project's changes after approval, earliest first. */
export function changeRows(em: EntityManager, projectId: string) {
  return reader(em)
    .selectFrom('budgetChange')
    .innerJoin('appUser', 'appUser.id', 'budgetChange.byId')
    .where('budgetChange.projectId', '=', projectId)
    .orderBy('budgetChange.at')
    .orderBy('budgetChange.id')
    .selectAll('budgetChange')
    .select('appUser.name as by')
    .execute();
}
export type ChangeRow = Awaited<ReturnType<typeof changeRows>>[number];

/** One expense of this project that counts, locked. */
export async function getExpense(em: EntityManager, projectId: string, expenseId: string): Promise<Expense> {
  const expense = await em.findOne(
    Expense,
    { id: expenseId, projectId, removedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!expense) throw commonProblems.missing();
  return expense;
}
