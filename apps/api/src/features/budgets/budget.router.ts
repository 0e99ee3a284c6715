import { z } from 'zod';
import {
  mayEditBudget,
  mayMoveMoney,
  mayRecordExpenses,
  mayViewBudget,
} from '@forspring/domain/budgets/budget.abilities';
import {
  budgetLineChangeInput,
  budgetLineInput,
  changeAnswerInput,
  changeStatuses,
  changeVerdicts,
  expenseChangeInput,
  expenseInput,
  funderChoice,
  fundingSourceChangeInput,
  fundingSourceInput,
  lineSharesInput,
  listExpensesInput,
  moveLineInput,
  moveMoneyInput,
  removeExpenseInput,
  removeLineInput,
  removeSourceInput,
  shownBudget,
  shownExpense,
  shownMonths,
} from '@forspring/domain/budgets/budget';
import { command, projectOf, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addExpense } from './add-expense.ts';
import { addLine } from './add-line.ts';
import { addSource } from './add-source.ts';
import { projectOfChange, projectOfExpense, projectOfLine, projectOfSource } from './budget.store.ts';
import { listExpenses } from './list-expenses.ts';
import { listFunders } from './list-funders.ts';
import { listMonths } from './list-months.ts';
import { moveLine } from './move-line.ts';
import { moveMoney } from './move-money.ts';
import { removeExpense } from './remove-expense.ts';
import { removeLine } from './remove-line.ts';
import { removeSource } from './remove-source.ts';
import { setChangeAnswer } from './set-change-answer.ts';
import { setExpense } from './set-expense.ts';
import { setLine } from './set-line.ts';
import { setShares } from './set-shares.ts';
import { setSource } from './set-source.ts';
import { showBudget } from './show-budget.ts';

const byLine = projectOf('lineId', projectOfLine);
const bySource = projectOf('sourceId', projectOfSource);
const byExpense = projectOf('expenseId', projectOfExpense);
const byFromLine = projectOf('fromLineId', projectOfLine);
const byChange = projectOf('changeId', projectOfChange);
const versioned = z.object({ id: z.uuid(), version: z.number().int() });
const gone = z.object({ id: z.uuid() });

export const budgetRouter = router({
  show: query
    .onProject(mayViewBudget)
    .output(shownBudget)
    .query(({ ctx }) => showBudget(ctx)),
  listFunders: query
    .onProject(mayEditBudget)
    .output(z.array(funderChoice))
    .query(({ ctx }) => listFunders(ctx)),
  listExpenses: query
    .onProject(mayViewBudget)
    .input(listExpensesInput)
    .output(
      z.object({
        expenses: z.array(shownExpense),
        totalCount: z.number().int(),
        isMore: z.boolean(),
        pageSize: z.number().int(),
      }),
    )
    .query(({ ctx, input }) => listExpenses(ctx, input)),
  listMonths: query
    .onProject(mayViewBudget)
    .output(shownMonths)
    .query(({ ctx }) => listMonths(ctx)),

  addLine: command
    .onProject(mayEditBudget)
    .input(budgetLineInput)
    .output(versioned)
    .mutation(({ ctx, input }) => addLine(ctx, input)),
  setLine: command
    .within(byLine, mayEditBudget)
    .input(budgetLineChangeInput)
    .output(versioned)
    .mutation(({ ctx, input }) => setLine(ctx, input)),
  moveLine: command
    .within(byLine, mayEditBudget)
    .input(moveLineInput)
    .output(gone)
    .mutation(({ ctx, input }) => moveLine(ctx, input)),
  removeLine: command
    .within(byLine, mayEditBudget)
    .input(removeLineInput)
    .output(gone)
    .mutation(({ ctx, input }) => removeLine(ctx, input)),

  addSource: command
    .onProject(mayEditBudget)
    .input(fundingSourceInput)
    .output(versioned)
    .mutation(({ ctx, input }) => addSource(ctx, input)),
  setSource: command
    .within(bySource, mayEditBudget)
    .input(fundingSourceChangeInput)
    .output(versioned)
    .mutation(({ ctx, input }) => setSource(ctx, input)),
  removeSource: command
    .within(bySource, mayEditBudget)
    .input(removeSourceInput)
    .output(gone)
    .mutation(({ ctx, input }) => removeSource(ctx, input)),
  setShares: command
    .within(byLine, mayEditBudget)
    .input(lineSharesInput)
    .output(versioned)
    .mutation(({ ctx, input }) => setShares(ctx, input)),

  moveMoney: command
    .within(byFromLine, mayMoveMoney)
    .input(moveMoneyInput)
    .output(z.object({ id: z.uuid(), verdict: z.enum(changeVerdicts), status: z.enum(changeStatuses) }))
    .mutation(({ ctx, input }) => moveMoney(ctx, input)),
  setChangeAnswer: command
    .within(byChange, mayMoveMoney)
    .input(changeAnswerInput)
    .output(z.object({ id: z.uuid(), status: z.enum(changeStatuses) }))
    .mutation(({ ctx, input }) => setChangeAnswer(ctx, input)),

  addExpense: command
    .within(byLine, mayRecordExpenses)
    .input(expenseInput)
    .output(versioned)
    .mutation(({ ctx, input }) => addExpense(ctx, input)),
  setExpense: command
    .within(byExpense, mayRecordExpenses)
    .input(expenseChangeInput)
    .output(versioned)
    .mutation(({ ctx, input }) => setExpense(ctx, input)),
  removeExpense: command
    .within(byExpense, mayRecordExpenses)
    .input(removeExpenseInput)
    .output(gone)
    .mutation(({ ctx, input }) => removeExpense(ctx, input)),
});
