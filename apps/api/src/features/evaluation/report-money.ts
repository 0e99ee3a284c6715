import { ownAccounts } from '@forspring/domain/funders/grant.rules';
import { dayOf } from '@forspring/domain/measures/day';
import type { ReportBlock, ReportMark, ReportTable, ReportValue } from '../../kernel/report.ts';
import type { ReportBasis } from './report-basis.ts';

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0);

/** Budget against accounts: the sentence as a chart's title, and every line. Money is about the work and is never withheld. */
export function moneyBlocks(basis: ReportBasis): ReportBlock[] {
  const { frozen, words } = basis;
  const { budgetCashOere, budgetInKindOere, spentCashOere, spentInKindOere } = frozen.process;
  const sentence = moneySentence(basis, spentCashOere + spentInKindOere, budgetCashOere + budgetInKindOere);
  const lines = (frozen.budget?.lines ?? []).map((line) => ({
    title: line.kind === 'inKind' ? words.inKind(line.title) : line.title,
    budgetOere: line.amountOere,
    spentOere: sumOf(line.expensesOere),
  }));
  const sources = frozen.budget?.sources ?? [];
  return [
    { kind: 'heading', level: 2, text: words.money },
    ...accountBlocks(basis, sentence, lines, null),
    ...(sources.length === 0 ? [] : ([{ kind: 'table', table: fundingTable(basis) }] satisfies ReportBlock[])),
  ];
}

/** The accounts through one funder's eyes: its own part of each line, and everything else as one sum. */
export function grantMoneyBlocks(basis: ReportBasis, sourceId: string): ReportBlock[] {
  const { frozen, words, values } = basis;
  const { lines, rest } = ownAccounts(frozen.budget?.lines ?? [], sourceId);
  const sentence = words.ownMoneySentence(
    values.money(sumOf(lines.map((line) => line.spentOere))).text,
    values.money(sumOf(lines.map((line) => line.budgetOere))).text,
  );
  return [
    { kind: 'heading', level: 2, text: words.money },
    ...accountBlocks(basis, sentence, lines, { title: words.rest, ...rest }),
  ];
}

/** What was spent of a budget, in a sentence. */
export function moneySentence(
  { words, values }: Pick<ReportBasis, 'words' | 'values'>,
  spentOere: number,
  budgetOere: number,
) {
  const share = budgetOere > 0 ? values.share(spentOere / budgetOere).text : '';
  return words.moneySentence(values.money(spentOere).text, values.money(budgetOere).text, share);
}

interface Line {
  title: string;
  budgetOere: number;
  spentOere: number;
}

function accountBlocks(basis: ReportBasis, sentence: string, lines: readonly Line[], rest: Line | null): ReportBlock[] {
  const { frozen, words, values } = basis;
  const mark = (oere: number): ReportMark => ({ value: oere, text: values.money(oere).text });
  const source = words.accountsSource(values.day(dayOf(new Date(frozen.dataVersion.readAt))).text);
  const all = rest === null ? lines : [...lines, rest];
  if (lines.length === 0) return [{ kind: 'text', text: sentence }];
  return [
    {
      kind: 'figure',
      sentence,
      chart: {
        kind: 'pairs',
        legend: [words.budget, words.spent],
        rows: lines.map((line) => ({ label: line.title, first: mark(line.budgetOere), second: mark(line.spentOere) })),
      },
      source,
    },
    { kind: 'table', table: accountsTable(basis, all) },
  ];
}

function accountsTable({ words, values }: ReportBasis, lines: readonly Line[]): ReportTable {
  const row = ({ title, budgetOere, spentOere }: Line): ReportValue[] => [
    values.text(title),
    values.money(budgetOere),
    values.money(spentOere),
    values.money(budgetOere - spentOere),
  ];
  const total = {
    title: words.total,
    budgetOere: sumOf(lines.map((line) => line.budgetOere)),
    spentOere: sumOf(lines.map((line) => line.spentOere)),
  };
  return {
    name: words.money,
    caption: words.accounts,
    columns: [
      { title: words.line, width: 3 },
      { title: words.budget, isNumber: true },
      { title: words.spent, isNumber: true },
      { title: words.left, isNumber: true },
    ],
    rows: [...lines.map(row), row(total)],
    hasTotal: true,
  };
}

function fundingTable({ frozen, words, values }: ReportBasis): ReportTable {
  const sources = frozen.budget?.sources ?? [];
  return {
    name: words.funding,
    caption: words.funding,
    columns: [
      { title: words.funder, width: 3 },
      { title: words.granted, isNumber: true },
    ],
    rows: [
      ...sources.map((source) => [values.text(source.name), values.money(source.amountOere)]),
      [values.text(words.total), values.money(sumOf(sources.map((source) => source.amountOere)))],
    ],
    hasTotal: true,
  };
}
