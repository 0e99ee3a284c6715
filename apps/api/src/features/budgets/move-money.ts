import { BudgetChange } from '@forspring/database/budgets/budget-change.entity';
import type { BudgetLine } from '@forspring/database/budgets/budget-line.entity';
import { moneyMoveStatuses } from '@forspring/domain/budgets/budget.abilities';
import { budgetProblems } from '@forspring/domain/budgets/budget.problems';
import { leftOn, sharesAfter, type SourcePart, worstVerdict } from '@forspring/domain/budgets/budget.rules';
import type { ChangeStatus, ChangeVerdict, MoveMoneyInput } from '@forspring/domain/budgets/budget';
import {
  type BudgetContext,
  changeRows,
  getLine,
  lockBudget,
  sharesOf,
  sourceRows,
  writeShares,
} from './budget.store.ts';
import { judgeMove } from './judge-change.ts';

/**
 * Moves money from one approved line to another of its kind. Its funders' rule cards decide: what is allowed or only has to be
 * reported is moved at once, what must be asked for is requested and moves nothing until the funder has answered.
 */
export async function moveMoney(
  ctx: BudgetContext,
  input: MoveMoneyInput,
): Promise<{ id: string; verdict: ChangeVerdict; status: ChangeStatus }> {
  const { em, actor, clock, project, audit } = ctx;
  const { id, fromLineId, toLineId, amountOere, reason } = input;
  await lockBudget(ctx, moneyMoveStatuses, budgetProblems.notMovable);
  if (await em.findOne(BudgetChange, { id })) throw budgetProblems.exists();
  const { from, to } = await linesToMove(ctx, input);
  const sources = await sourceRows(em, project.projectId);
  const changes = await changeRows(em, project.projectId);
  const { parts, verdicts } = judgeMove(
    { amountOere: from.amountOere, shares: await sharesOf(em, from.id) },
    to,
    amountOere,
    { sources, changes },
  );
  const verdict = worstVerdict(verdicts.map((one) => one.verdict));
  const status: ChangeStatus = verdict === 'ask' ? 'requested' : 'made';
  if (status === 'made') await moveBetween(ctx, from, to, amountOere, parts);
  em.create(
    BudgetChange,
    {
      id,
      fromLineId,
      toLineId,
      amountOere,
      reason,
      projectId: project.projectId,
      verdict,
      status,
      parts: status === 'made' ? ownedParts(parts) : [],
      byId: actor.userId,
      at: clock.now(),
    },
    { persist: true },
  );
  audit.leave({
    action: status === 'made' ? 'moveMoney' : 'requestMove',
    subjectKind: 'budgetChange',
    subjectId: id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id, verdict, status };
}

/** The two lines of a move, checked: different, of one kind, with enough left on the first. */
export async function linesToMove(
  { em, project }: BudgetContext,
  { fromLineId, toLineId, amountOere }: { fromLineId: string; toLineId: string; amountOere: number },
): Promise<{ from: BudgetLine; to: BudgetLine }> {
  if (fromLineId === toLineId) throw budgetProblems.sameLine();
  const from = await getLine(em, project.projectId, fromLineId, 'fromLineId');
  const to = await getLine(em, project.projectId, toLineId, 'toLineId');
  if (from.kind !== to.kind) throw budgetProblems.kindsDiffer('toLineId');
  if (amountOere > leftOn(from)) throw budgetProblems.notLeft(leftOn(from));
  return { from, to };
}

/** Moves the money: both lines' amounts and what each source pays of them. The project's sums stay. */
export async function moveBetween(
  { em }: BudgetContext,
  from: BudgetLine,
  to: BudgetLine,
  amountOere: number,
  parts: readonly SourcePart[],
): Promise<void> {
  from.amountOere -= amountOere;
  to.amountOere += amountOere;
  from.version += 1;
  to.version += 1;
  await em.flush();
  await writeShares(em, from.id, sharesAfter(await sharesOf(em, from.id), parts, -1));
  await writeShares(em, to.id, sharesAfter(await sharesOf(em, to.id), parts, 1));
}

/** The parts that are somebody's, as a change keeps them. */
export function ownedParts(parts: readonly SourcePart[]): { sourceId: string; amountOere: number }[] {
  return parts.flatMap(({ sourceId, amountOere }) => (sourceId === null ? [] : { sourceId, amountOere }));
}
