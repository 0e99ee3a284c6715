import { Button } from '@mantine/core';
import { MoneyField } from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import type { ShownBudget, ShownLine } from '@forspring/domain/budgets/budget';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { budgetFormWords } from './budget-forms.words.ts';
import { FormWindow } from './form-window.tsx';
import { useBudgetForm, useFieldProblems } from './use-budget-form.ts';

interface Props {
  budget: ShownBudget;
  line: ShownLine;
  onClose: () => void;
}

/** Shares a line between funding sources of its kind: an amount each, with what is still missing said while it is typed. */
export function SharesForm({ budget, line, onClose }: Props) {
  const words = useWords(budgetFormWords);
  const { money } = useFormats();
  const sources = budget.sources.filter((source) => source.kind === line.kind);
  const labels = Object.fromEntries(sources.map((source) => [source.id, source.name]));
  const fields = useFields<Record<string, number | null>>({
    initial: Object.fromEntries(
      sources.map((source) => [
        source.id,
        line.shares.find((share) => share.sourceId === source.id)?.amountOere ?? null,
      ]),
    ),
  });
  const set = useCommand(trpc.budgets.setShares.mutationOptions(), useFieldProblems(fields, labels));
  const form = useBudgetForm({
    fields,
    version: line.version,
    command: set,
    onDone: onClose,
    send: (values, baseVersion) =>
      set.send({
        lineId: line.id,
        baseVersion,
        shares: sources.flatMap(({ id }) => (values[id] ? [{ sourceId: id, amountOere: values[id] }] : [])),
      }),
    compare: (mine, theirs) =>
      sources.map(({ id, name }) => {
        const stored = (theirs['shares'] as { sourceId: string; amountOere: number }[] | undefined)?.find(
          (share) => share.sourceId === id,
        );
        return { id, label: name, mine: money(mine[id] ?? 0), theirs: money(stored?.amountOere ?? 0) };
      }),
  });
  const leftOere = line.amountOere - sources.reduce((sum, { id }) => sum + (fields.values[id] ?? 0), 0);

  return (
    <FormWindow title={words.sharesTitle(line.title)} fields={fields} form={form} onClose={onClose}>
      <p className="fs-help">{words.sharesHelp(money(line.amountOere))}</p>
      {sources.length === 0 && <p>{words.noSources}</p>}
      {sources.map((source) => (
        <div key={source.id} className="bu-share">
          <MoneyField {...fields.bind(source.id)} label={source.name} isOptional />
          {leftOere > 0 && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => fields.set(source.id, (fields.values[source.id] ?? 0) + leftOere)}
              aria-label={`${words.takeRest}: ${source.name}`}
            >
              {words.takeRest}
            </Button>
          )}
        </div>
      ))}
      <p className="bu-amount" role="status">
        {leftOere === 0
          ? words.sharesEven
          : leftOere > 0
            ? words.sharesLeft(money(leftOere))
            : words.sharesOver(money(-leftOere))}
      </p>
    </FormWindow>
  );
}
