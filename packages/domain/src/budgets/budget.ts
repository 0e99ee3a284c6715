import { z } from 'zod';
import { cellOf } from '../measures/cell.ts';
import { day } from '../measures/day.ts';
import { amountOere } from '../measures/money.ts';
import { freeText } from '../measures/text.ts';
import { projectStatuses } from '../projects/project.ts';

/** Cash and in-kind support are kept apart everywhere. */
export const costKinds = ['cash', 'inKind'] as const;
export type CostKind = (typeof costKinds)[number];

/** What a funder's rule card says of a budget change. */
export const changeVerdicts = ['allowed', 'report', 'ask'] as const;
export type ChangeVerdict = (typeof changeVerdicts)[number];

/** A change that must be asked for is requested and changes nothing until the funder has answered. */
export const changeStatuses = ['requested', 'made', 'refused'] as const;
export type ChangeStatus = (typeof changeStatuses)[number];

/** The largest quantity of a line, in hundredths: ten million pieces, hours or meals. */
export const maxQuantityHundredths = 1_000_000_000;

const version = z.number().int().min(1);
/** More than nothing: nobody spends or moves 0 kr. */
const positiveOere = z.number().int().min(1).max(1_000_000_000_000);

/** One budget line as it is written: quantity in hundredths (41 × 5,5 hours = 22550) times unit price in øre. */
export const budgetLineFields = z.object({
  title: freeText({ max: 120 }),
  quantityHundredths: z.number().int().min(1).max(maxQuantityHundredths),
  unit: freeText({ max: 30 }),
  unitPriceOere: amountOere,
  kind: z.enum(costKinds),
  isEligible: z.boolean(),
  note: freeText({ max: 500, optional: true }),
});

/** A new line; `sourceId` lets one funding source pay all of it at once. */
export const budgetLineInput = budgetLineFields.extend({ id: z.uuid(), sourceId: z.uuid().nullable() });
export type BudgetLineInput = z.infer<typeof budgetLineInput>;

/** A change of a line; its shares follow when they paid all of it. */
export const budgetLineChangeInput = budgetLineFields.extend({ lineId: z.uuid(), baseVersion: version });
export type BudgetLineChangeInput = z.infer<typeof budgetLineChangeInput>;

/** A line put before another of its budget, or last. */
export const moveLineInput = z.object({ lineId: z.uuid(), beforeId: z.uuid().nullable() });
export type MoveLineInput = z.infer<typeof moveLineInput>;

export const removeLineInput = z.object({ lineId: z.uuid(), baseVersion: version });

/** One funding source as it is written. `organisationId` names the funder where it is known; the rule card hangs on it. */
export const fundingSourceFields = z.object({
  organisationId: z.uuid().nullable(),
  name: freeText({ max: 120 }),
  kind: z.enum(costKinds),
  amountOere: positiveOere,
  isPlanFrame: z.boolean(),
  reportsOn: day.nullable(),
});
export const fundingSourceInput = fundingSourceFields.extend({ id: z.uuid() });
export type FundingSourceInput = z.infer<typeof fundingSourceInput>;
export const fundingSourceChangeInput = fundingSourceFields.extend({ sourceId: z.uuid(), baseVersion: version });
export type FundingSourceChangeInput = z.infer<typeof fundingSourceChangeInput>;
export const removeSourceInput = z.object({ sourceId: z.uuid(), baseVersion: version });

/** Who pays how much of a line: all its shares at once; a source that is not named pays nothing. */
export const lineSharesInput = z.object({
  lineId: z.uuid(),
  baseVersion: version,
  shares: z.array(z.object({ sourceId: z.uuid(), amountOere: positiveOere })).max(20),
});
export type LineSharesInput = z.infer<typeof lineSharesInput>;

/** Money spent, or in-kind support received, on one approved line. A cash expense carries its voucher number. */
export const expenseFields = z.object({
  lineId: z.uuid(),
  spentOn: day,
  amountOere: positiveOere,
  voucher: freeText({ max: 40, optional: true }),
  note: freeText({ max: 200, optional: true }),
});
export const expenseInput = expenseFields.extend({ id: z.uuid() });
export type ExpenseInput = z.infer<typeof expenseInput>;
export const expenseChangeInput = expenseFields.extend({ expenseId: z.uuid(), baseVersion: version });
export type ExpenseChangeInput = z.infer<typeof expenseChangeInput>;
export const removeExpenseInput = z.object({ expenseId: z.uuid(), baseVersion: version });

/** Money moved from one approved line to another of the same kind, with the reason. */
export const moveMoneyInput = z.object({
  id: z.uuid(),
  fromLineId: z.uuid(),
  toLineId: z.uuid(),
  amountOere: positiveOere,
  reason: freeText({ max: 1000, min: 10 }),
});
export type MoveMoneyInput = z.infer<typeof moveMoneyInput>;

/** The funder's answer to a requested change: made moves the money, refused moves nothing. */
export const changeAnswerInput = z.object({ changeId: z.uuid(), answer: z.enum(['made', 'refused']) });
export type ChangeAnswerInput = z.infer<typeof changeAnswerInput>;

/** When a funder wants to be told or asked, and how much others must pay; null where it has no such rule. */
export const ruleCard = z.object({
  askFromShare: z.number().nullable(),
  askFromOere: z.number().int().nullable(),
  reportFromShare: z.number().nullable(),
  minCofundingShare: z.number().nullable(),
});
export type RuleCard = z.infer<typeof ruleCard>;

const oere = z.number().int();

/** What a rule card says about one source's part of a change. */
export const shownVerdict = z.object({
  sourceId: z.uuid(),
  amountOere: oere,
  /** This change and those made before it, as a share of the grant; null for a grant of nothing. */
  movedShare: z.number().nullable(),
  movedOere: oere,
  verdict: z.enum(changeVerdicts),
});
export type ShownVerdict = z.infer<typeof shownVerdict>;

/** One line with what has been spent, what is left, what is expected and who pays. */
export const shownLine = z.object({
  id: z.uuid(),
  title: z.string(),
  quantityHundredths: z.number().int(),
  unit: z.string(),
  unitPriceOere: oere,
  amountOere: oere,
  spentOere: oere,
  restOere: oere,
  forecastOere: oere,
  kind: z.enum(costKinds),
  isEligible: z.boolean(),
  note: z.string(),
  version: z.number().int(),
  /** Moved to (or from) the line by changes made after approval. */
  movedOere: oere,
  shares: z.array(z.object({ sourceId: z.uuid(), amountOere: oere, spentOere: oere, forecastOere: oere })),
  /** By how much the line is overspent and what each funder's rule card says of covering it; null while there is money left. */
  overspent: z.object({ byOere: oere, verdicts: z.array(shownVerdict) }).nullable(),
});
export type ShownLine = z.infer<typeof shownLine>;

/** One source with its rule card and what it has paid so far. */
export const shownSource = z.object({
  id: z.uuid(),
  organisationId: z.uuid().nullable(),
  name: z.string(),
  kind: z.enum(costKinds),
  amountOere: oere,
  sharedOere: oere,
  spentOere: oere,
  isPlanFrame: z.boolean(),
  reportsOn: z.string().nullable(),
  version: z.number().int(),
  ruleCard: ruleCard.extend({ note: z.string(), isDefault: z.boolean() }),
  /** What others pay of the whole budget, when the rule card asks for a least co-funding; else null. */
  cofunding: z.object({ share: z.number(), minShare: z.number(), isEnough: z.boolean() }).nullable(),
});
export type ShownSource = z.infer<typeof shownSource>;

/** What does not balance: of a kind, of a line or of a source. */
export const imbalanceCodes = [
  'fundingMissing',
  'fundingTooLarge',
  'lineOpen',
  'lineOverpaid',
  'sourceLeft',
  'sourceOverdrawn',
] as const;
export const imbalance = z.object({
  code: z.enum(imbalanceCodes),
  kind: z.enum(costKinds),
  subjectId: z.uuid().nullable(),
  title: z.string(),
  byOere: oere,
});
export type Imbalance = z.infer<typeof imbalance>;

/** Sums of one kind; kinds are never added. */
export const kindTotal = z.object({
  kind: z.enum(costKinds),
  linesOere: oere,
  fundingOere: oere,
  spentOere: oere,
  restOere: oere,
  forecastOere: oere,
});
export type KindTotal = z.infer<typeof kindTotal>;

/** A change after approval. */
export const shownChange = z.object({
  id: z.uuid(),
  fromLineId: z.uuid(),
  toLineId: z.uuid(),
  fromTitle: z.string(),
  toTitle: z.string(),
  amountOere: oere,
  reason: z.string(),
  verdict: z.enum(changeVerdicts),
  status: z.enum(changeStatuses),
  verdicts: z.array(shownVerdict),
  by: z.string(),
  at: z.string(),
});
export type ShownChange = z.infer<typeof shownChange>;

/** A project's whole budget for its own people and its municipality. */
export const shownBudget = z.object({
  projectId: z.uuid(),
  title: z.string(),
  status: z.enum(projectStatuses),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  today: z.string(),
  timeGoneShare: z.number(),
  sources: z.array(shownSource),
  lines: z.array(shownLine),
  totals: z.array(kindTotal),
  imbalances: z.array(imbalance),
  changes: z.array(shownChange),
  abilities: z.object({ edit: z.boolean(), record: z.boolean(), move: z.boolean() }),
});
export type ShownBudget = z.infer<typeof shownBudget>;

/** One expense in the list of a project's expenses. */
export const shownExpense = z.object({
  id: z.uuid(),
  lineId: z.uuid(),
  lineTitle: z.string(),
  kind: z.enum(costKinds),
  spentOn: z.string(),
  amountOere: oere,
  voucher: z.string(),
  note: z.string(),
  recordedBy: z.string(),
  version: z.number().int(),
  /** Kept by the promise ledger, and corrected there. */
  isFromLedger: z.boolean(),
});
export type ShownExpense = z.infer<typeof shownExpense>;

/** Which expenses are asked for: a search in voucher, note and line, chosen lines, a sort and a page. */
export const listExpensesInput = z.object({
  search: z.string().trim().max(100).default(''),
  lineIds: z.array(z.uuid()).max(100).default([]),
  sort: z.enum(['spentOn', 'amountOere', 'lineTitle', 'voucher']).default('spentOn'),
  isDescending: z.boolean().default(true),
  page: z.number().int().min(1).max(10_000).default(1),
});
export type ListExpensesInput = z.infer<typeof listExpensesInput>;
export const expensePageSize = 25;

/** What was spent in each month of a project, of each kind, beside an even plan; øre. */
export const shownMonths = z.array(
  z.object({ month: z.string(), cash: cellOf(oere), inKind: cellOf(oere), plan: cellOf(oere) }),
);
export type ShownMonths = z.infer<typeof shownMonths>;

/** An organisation that can be named as a funder. */
export const funderChoice = z.object({ id: z.uuid(), name: z.string() });
