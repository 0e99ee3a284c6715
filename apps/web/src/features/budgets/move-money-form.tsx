import { useMemo, useState } from 'react';
import { LongTextField, MoneyField, SelectField } from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { moveMoneyInput, type ShownBudget, type ShownLine } from '@forspring/domain/budgets/budget';
import { leftOn, partsOf, verdictOf, worstVerdict } from '@forspring/domain/budgets/budget.rules';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { checkWith } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { budgetFormWords } from './budget-forms.words.ts';
import { FormWindow } from './form-window.tsx';
import { useBudgetForm, useFieldProblems } from './use-budget-form.ts';

interface MoveValues {
  fromLineId: string | null;
  toLineId: string | null;
  amountOere: number | null;
  reason: string;
}

interface Props {
  budget: ShownBudget;
  /** The line that lacks money, when the person came from it. */
  toLine: ShownLine | null;
  onClose: () => void;
}

/** Moves money between two approved lines; what the funders' rules say stands there before anything is sent. */
export function MoveMoneyForm({ budget, toLine, onClose }: Props) {
  const words = useWords(budgetFormWords);
  const language = useLanguage();
  const { money, percent } = useFormats();
  const labels = useMemo(
    () => ({ fromLineId: words.from, toLineId: words.to, amountOere: words.moveAmount, reason: words.reason }),
    [words],
  );
  const [id] = useState(() => crypto.randomUUID());
  const fields = useFields<MoveValues>({
    initial: {
      fromLineId: null,
      toLineId: toLine?.id ?? null,
      amountOere: toLine?.overspent?.byOere ?? null,
      reason: '',
    },
    draftKey: `move-money-${budget.projectId}-${toLine?.id ?? ''}`,
    check: checkWith(moveMoneyInput.omit({ id: true }), language, labels),
  });
  const { values } = fields;
  const command = useCommand(trpc.budgets.moveMoney.mutationOptions(), useFieldProblems(fields, labels));
  const form = useBudgetForm({
    fields,
    version: 0,
    command,
    onDone: onClose,
    send: ({ fromLineId, toLineId, amountOere, reason }) =>
      command.send({ id, fromLineId: fromLineId ?? '', toLineId: toLineId ?? '', amountOere: amountOere ?? 0, reason }),
  });
  const from = budget.lines.find((line) => line.id === values.fromLineId);
  const to = budget.lines.find((line) => line.id === values.toLineId);
  const verdicts =
    from !== undefined && to !== undefined && values.amountOere !== null
      ? judge(budget, from, to, values.amountOere)
      : null;
  const worst = verdicts === null ? null : worstVerdict(verdicts.map((one) => one.verdict));
  const options = (lines: ShownLine[]) =>
    lines.map((line) => ({
      value: line.id,
      label: `${line.title} – ${line.restOere < 0 ? words.lineOver(money(-line.restOere)) : words.lineLeft(money(line.restOere))}`,
    }));

  return (
    <FormWindow
      title={words.moveTitle}
      fields={fields}
      form={form}
      submit={worst === 'ask' ? words.request : words.move}
      onClose={onClose}
    >
      <p className="fs-help">{words.moveHelp}</p>
      <SelectField
        {...fields.bind('fromLineId')}
        label={words.from}
        options={options(
          budget.lines.filter(
            (line) => leftOn(line) > 0 && (to === undefined || line.kind === to.kind) && line.id !== to?.id,
          ),
        )}
      />
      <SelectField
        {...fields.bind('toLineId')}
        label={words.to}
        options={options(
          budget.lines.filter((line) => (from === undefined || line.kind === from.kind) && line.id !== from?.id),
        )}
      />
      <MoneyField {...fields.bind('amountOere')} label={words.moveAmount} />
      {worst !== null && verdicts !== null && (
        <div className="fs-notice bu-verdict" data-verdict={worst} role="status">
          <div>
            <strong>
              {worst === 'ask' ? words.verdictAsk : worst === 'report' ? words.verdictReport : words.verdictAllowed}
            </strong>
            <ul>
              {verdicts.map(({ sourceId, movedOere, movedShare }) => (
                <li key={sourceId}>
                  {words.verdictOf(
                    budget.sources.find((source) => source.id === sourceId)?.name ?? '',
                    money(movedOere),
                    percent(movedShare ?? 1),
                  )}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <LongTextField
        {...fields.bind('reason')}
        label={words.reason}
        help={words.reasonHelp}
        minRows={3}
        maxLength={1000}
      />
    </FormWindow>
  );
}

/** The verdict the server will give, by the same rules, so that nobody is surprised. */
function judge(budget: ShownBudget, from: ShownLine, to: ShownLine, amountOere: number) {
  return partsOf(from, Math.min(amountOere, from.amountOere))
    .filter((part) => part.amountOere > 0)
    .flatMap((part) => {
      const source = budget.sources.find((one) => one.id === part.sourceId);
      if (source === undefined) return [];
      const movedBeforeOere = budget.changes
        .filter((change) => change.status === 'made')
        .flatMap((change) => change.verdicts)
        .reduce((sum, verdict) => sum + (verdict.sourceId === source.id ? verdict.amountOere : 0), 0);
      return verdictOf({
        sourceId: source.id,
        grantOere: source.amountOere,
        amountOere: part.amountOere,
        movedBeforeOere,
        card: source.ruleCard,
        isToEligible: to.isEligible,
      });
    });
}
