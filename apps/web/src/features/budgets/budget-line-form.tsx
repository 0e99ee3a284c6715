import { useMemo, useState } from 'react';
import {
  ChoiceField,
  FieldRow,
  LongTextField,
  MoneyField,
  SelectField,
  TextField,
  TickField,
} from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import {
  budgetLineFields,
  type CostKind,
  costKinds,
  type ShownBudget,
  type ShownLine,
} from '@forspring/domain/budgets/budget';
import { lineAmount } from '@forspring/domain/budgets/budget.rules';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { budgetFormWords } from './budget-forms.words.ts';
import { FormWindow } from './form-window.tsx';
import { isProduct, readQuantity, writeQuantity } from './read-quantity.ts';
import { useBudgetForm, useFieldProblems } from './use-budget-form.ts';

interface LineValues {
  title: string;
  quantity: string;
  unit: string;
  unitPriceOere: number | null;
  kind: CostKind | null;
  isEligible: boolean;
  note: string;
  sourceId: string | null;
}

interface Props {
  budget: ShownBudget;
  /** Null adds a new line. */
  line: ShownLine | null;
  onClose: () => void;
}

/** Adds or changes a budget line: quantity × unit price, cash or in-kind, paid by whom. */
export function BudgetLineForm({ budget, line, onClose }: Props) {
  const words = useWords(budgetFormWords);
  const language = useLanguage();
  const { money, number } = useFormats();
  const { fieldsOf } = useProblemWords();
  const labels = useMemo(
    () => ({
      title: words.title,
      quantity: words.quantity,
      unit: words.unit,
      unitPriceOere: words.unitPrice,
      kind: words.kind,
      note: words.note,
      sourceId: words.paidBy,
    }),
    [words],
  );
  const [newId] = useState(() => crypto.randomUUID());
  const fields = useFields<LineValues>({
    initial: {
      title: line?.title ?? '',
      quantity: line === null ? '' : writeQuantity(line.quantityHundredths, language),
      unit: line?.unit ?? '',
      unitPriceOere: line?.unitPriceOere ?? null,
      kind: line?.kind ?? 'cash',
      isEligible: line?.isEligible ?? true,
      note: line?.note ?? '',
      sourceId: null,
    },
    draftKey: `budget-line-${budget.projectId}-${line?.id ?? 'new'}`,
    check: (values) => {
      const isRead = readQuantity(values.quantity, language) !== null;
      const unreadable = isRead
        ? []
        : fieldsOf({ fields: [{ path: 'quantity', code: 'budget.quantity', params: {} }] }, labels);
      return [
        ...unreadable,
        ...checkWith(budgetLineFields.omit({ quantityHundredths: true }), language, labels)(values),
      ];
    },
  });
  const { values } = fields;
  const problems = useFieldProblems(fields, labels);
  const add = useCommand(trpc.budgets.addLine.mutationOptions(), problems);
  const set = useCommand(trpc.budgets.setLine.mutationOptions(), problems);
  const remove = useCommand(trpc.budgets.removeLine.mutationOptions(), { ...problems, onDone: onClose });
  const form = useBudgetForm({
    fields,
    version: line?.version ?? 0,
    command: line === null ? add : remove.problem === null ? set : remove,
    onDone: onClose,
    send: ({ title, quantity, unit, unitPriceOere, kind, isEligible, note, sourceId }, baseVersion) => {
      const kept = note.trim() === '' && isProduct(quantity) ? quantity.trim() : note;
      const input = {
        title,
        quantityHundredths: readQuantity(quantity, language) ?? 0,
        unit,
        unitPriceOere: unitPriceOere ?? 0,
        kind: kind ?? 'cash',
        isEligible,
        note: kept.trim() === '' ? null : kept,
      };
      return line === null
        ? add.send({ projectId: budget.projectId, id: newId, ...input, sourceId })
        : set.send({ lineId: line.id, baseVersion, ...input });
    },
    compare: (mine, theirs) => [
      { id: 'title', label: words.title, mine: mine.title, theirs: String(theirs['title']) },
      {
        id: 'quantity',
        label: words.quantity,
        mine: mine.quantity,
        theirs: writeQuantity(Number(theirs['quantityHundredths']), language),
      },
      {
        id: 'unitPriceOere',
        label: words.unitPrice,
        mine: money(mine.unitPriceOere ?? 0),
        theirs: money(Number(theirs['unitPriceOere'])),
      },
      { id: 'note', label: words.note, mine: mine.note, theirs: String(theirs['note']) },
    ],
  });
  const quantityHundredths = readQuantity(values.quantity, language);
  const amountOere =
    quantityHundredths === null || values.unitPriceOere === null
      ? null
      : lineAmount(quantityHundredths, values.unitPriceOere);
  const payers = budget.sources.filter((source) => source.kind === values.kind);

  return (
    <FormWindow
      title={line === null ? words.lineTitleNew : words.lineTitleEdit}
      fields={fields}
      form={form}
      onClose={onClose}
      {...(line === null
        ? {}
        : {
            remove: {
              title: line.title,
              isBusy: remove.isBusy,
              run: () => void remove.send({ lineId: line.id, baseVersion: line.version }),
            },
          })}
    >
      <TextField {...fields.bind('title')} label={words.title} help={words.titleHelp} maxLength={120} />
      <ChoiceField
        {...fields.bind('kind')}
        label={words.kind}
        isInline
        options={costKinds.map((value) => ({ value, label: words.kindOptions[value], help: words.kindHelp[value] }))}
      />
      <FieldRow>
        <TextField {...fields.bind('quantity')} label={words.quantity} help={words.quantityHelp} maxLength={60} />
        <TextField {...fields.bind('unit')} label={words.unit} help={words.unitHelp} maxLength={30} />
      </FieldRow>
      <MoneyField {...fields.bind('unitPriceOere')} label={words.unitPrice} />
      {amountOere !== null && quantityHundredths !== null && (
        <p className="bu-amount" role="status">
          {words.amount(
            `${number(quantityHundredths / 100, 2)} ${values.unit}`.trim(),
            money(values.unitPriceOere ?? 0),
            money(amountOere),
          )}
        </p>
      )}
      {line === null && payers.length > 0 && (
        <SelectField
          {...fields.bind('sourceId')}
          label={words.paidBy}
          help={words.paidByHelp}
          isOptional
          placeholder={words.nobodyYet}
          options={payers.map((source) => ({ value: source.id, label: source.name }))}
        />
      )}
      <TickField {...fields.bind('isEligible')} label={words.isEligible} />
      <LongTextField
        {...fields.bind('note')}
        label={words.note}
        help={words.noteHelp}
        isOptional
        minRows={2}
        maxLength={500}
      />
    </FormWindow>
  );
}
