import { useMemo, useState } from 'react';
import { DayField, FieldRow, MoneyField, SelectField, TextField } from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { expenseFields, type ShownBudget, type ShownExpense } from '@forspring/domain/budgets/budget';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { checkWith } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { budgetFormWords } from './budget-forms.words.ts';
import { FormWindow } from './form-window.tsx';
import { useBudgetForm, useFieldProblems } from './use-budget-form.ts';

interface ExpenseValues {
  lineId: string | null;
  spentOn: string | null;
  amountOere: number | null;
  voucher: string;
  note: string;
}

interface Props {
  budget: ShownBudget;
  /** Null books a new one. */
  expense: ShownExpense | null;
  onClose: () => void;
}

/** Books or corrects one expense on an approved line; says before saving when it overspends the line. */
export function ExpenseForm({ budget, expense, onClose }: Props) {
  const words = useWords(budgetFormWords);
  const language = useLanguage();
  const { money, day } = useFormats();
  const labels = useMemo(
    () => ({
      lineId: words.line,
      spentOn: words.spentOn,
      amountOere: words.spentAmount,
      voucher: words.voucher,
      note: words.expenseNote,
    }),
    [words],
  );
  const [newId] = useState(() => crypto.randomUUID());
  const fields = useFields<ExpenseValues>({
    initial: {
      lineId: expense?.lineId ?? null,
      spentOn: expense?.spentOn ?? budget.today,
      amountOere: expense?.amountOere ?? null,
      voucher: expense?.voucher ?? '',
      note: expense?.note ?? '',
    },
    draftKey: `expense-${budget.projectId}-${expense?.id ?? 'new'}`,
    check: checkWith(expenseFields, language, labels),
  });
  const { values } = fields;
  const problems = useFieldProblems(fields, labels);
  const add = useCommand(trpc.budgets.addExpense.mutationOptions(), problems);
  const set = useCommand(trpc.budgets.setExpense.mutationOptions(), problems);
  const remove = useCommand(trpc.budgets.removeExpense.mutationOptions(), { ...problems, onDone: onClose });
  const form = useBudgetForm({
    fields,
    version: expense?.version ?? 0,
    command: expense === null ? add : remove.problem === null ? set : remove,
    onDone: onClose,
    send: ({ lineId, spentOn, amountOere, voucher, note }, baseVersion) => {
      const input = {
        lineId: lineId ?? '',
        spentOn: spentOn ?? '',
        amountOere: amountOere ?? 0,
        voucher: voucher.trim() === '' ? null : voucher,
        note: note.trim() === '' ? null : note,
      };
      return expense === null
        ? add.send({ id: newId, ...input })
        : set.send({ expenseId: expense.id, baseVersion, ...input });
    },
    compare: (mine, theirs) => [
      {
        id: 'spentOn',
        label: words.spentOn,
        mine: mine.spentOn === null ? '' : day(mine.spentOn),
        theirs: day(String(theirs['spentOn'])),
      },
      {
        id: 'amountOere',
        label: words.spentAmount,
        mine: money(mine.amountOere ?? 0),
        theirs: money(Number(theirs['amountOere'])),
      },
      { id: 'voucher', label: words.voucher, mine: mine.voucher, theirs: String(theirs['voucher']) },
      { id: 'note', label: words.expenseNote, mine: mine.note, theirs: String(theirs['note']) },
    ],
  });
  const line = budget.lines.find((one) => one.id === values.lineId);
  const before = expense !== null && expense.lineId === line?.id ? expense.amountOere : 0;
  const restOere = line === undefined ? 0 : line.restOere + before - (values.amountOere ?? 0);

  return (
    <FormWindow
      title={expense === null ? words.expenseTitleNew : words.expenseTitleEdit}
      fields={fields}
      form={form}
      onClose={onClose}
      {...(expense === null
        ? {}
        : {
            remove: {
              title: expense.voucher === '' ? expense.lineTitle : expense.voucher,
              isBusy: remove.isBusy,
              run: () => void remove.send({ expenseId: expense.id, baseVersion: expense.version }),
            },
          })}
    >
      <SelectField
        {...fields.bind('lineId')}
        label={words.line}
        options={budget.lines.map((one) => ({
          value: one.id,
          label: `${one.title} – ${one.restOere < 0 ? words.lineOver(money(-one.restOere)) : words.lineLeft(money(one.restOere))}`,
        }))}
      />
      <FieldRow>
        <MoneyField {...fields.bind('amountOere')} label={words.spentAmount} />
        <DayField {...fields.bind('spentOn')} label={words.spentOn} />
      </FieldRow>
      {line !== undefined && values.amountOere !== null && restOere < 0 && (
        <p className="bu-over" role="status">
          {words.willOverspend(line.title, money(-restOere))}
        </p>
      )}
      <TextField
        {...fields.bind('voucher')}
        label={words.voucher}
        help={words.voucherHelp}
        isOptional={line?.kind === 'inKind'}
        maxLength={40}
      />
      <TextField
        {...fields.bind('note')}
        label={words.expenseNote}
        help={words.expenseNoteHelp}
        isOptional
        maxLength={200}
      />
    </FormWindow>
  );
}
