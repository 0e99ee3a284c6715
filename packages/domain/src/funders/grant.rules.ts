import type { ShareFacts } from '../budgets/budget.rules.ts';
import { partsOf } from '../budgets/budget.rules.ts';
import { toOere } from '../measures/money.ts';
import type { GrantLine } from './grant.ts';

/** A line with its shares and every expense on it. */
export interface PaidLine {
  id: string;
  title: string;
  amountOere: number;
  shares: readonly ShareFacts[];
  expensesOere: readonly number[];
}

interface OwnAccounts {
  lines: GrantLine[];
  rest: { budgetOere: GrantLine['budgetOere']; spentOere: GrantLine['spentOere'] };
  total: { budgetOere: GrantLine['budgetOere']; spentOere: GrantLine['spentOere'] };
}

/**
 * A project's budget and accounts through one funder's eyes: its own part of each line it pays, and everything else as
 * one sum. Each expense is split by the line's shares (largest remainder), so own parts and rest always add up to the
 * total.
 */
export function ownAccounts(lines: readonly PaidLine[], sourceId: string): OwnAccounts {
  const own: GrantLine[] = [];
  let budget = 0;
  let spent = 0;
  for (const line of lines) {
    const partOf = (amountOere: number) =>
      partsOf(line, amountOere).find((part) => part.sourceId === sourceId)?.amountOere ?? 0;
    const budgetOere = line.shares.find((share) => share.sourceId === sourceId)?.amountOere ?? 0;
    const spentOere = line.expensesOere.reduce((sum, amount) => sum + partOf(amount), 0);
    budget += line.amountOere;
    spent += line.expensesOere.reduce((sum, amount) => sum + amount, 0);
    if (budgetOere > 0 || spentOere !== 0)
      own.push({ id: line.id, title: line.title, budgetOere: toOere(budgetOere), spentOere: toOere(spentOere) });
  }
  const ownBudget = own.reduce((sum, line) => sum + line.budgetOere, 0);
  const ownSpent = own.reduce((sum, line) => sum + line.spentOere, 0);
  return {
    lines: own,
    rest: { budgetOere: toOere(budget - ownBudget), spentOere: toOere(spent - ownSpent) },
    total: { budgetOere: toOere(budget), spentOere: toOere(spent) },
  };
}
