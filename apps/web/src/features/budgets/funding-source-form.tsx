import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ChoiceField, DayField, MoneyField, SelectField, TextField, TickField } from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import {
  type CostKind,
  costKinds,
  fundingSourceFields,
  type ShownBudget,
  type ShownSource,
} from '@forspring/domain/budgets/budget';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { checkWith } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { budgetFormWords } from './budget-forms.words.ts';
import { FormWindow } from './form-window.tsx';
import { useBudgetForm, useFieldProblems } from './use-budget-form.ts';

interface SourceValues {
  organisationId: string | null;
  name: string;
  kind: CostKind | null;
  amountOere: number | null;
  isPlanFrame: boolean;
  reportsOn: string | null;
}

interface Props {
  budget: ShownBudget;
  /** Null adds a new source. */
  source: ShownSource | null;
  onClose: () => void;
}

/** Adds or changes a funding source; the organisation brings its rules for budget changes. */
export function FundingSourceForm({ budget, source, onClose }: Props) {
  const words = useWords(budgetFormWords);
  const language = useLanguage();
  const { money } = useFormats();
  const labels = useMemo(
    () => ({
      name: words.name,
      organisationId: words.organisation,
      kind: words.kind,
      amountOere: words.sourceAmount,
      reportsOn: words.reportsOn,
    }),
    [words],
  );
  const [newId] = useState(() => crypto.randomUUID());
  const funders = useQuery(trpc.budgets.listFunders.queryOptions({ projectId: budget.projectId }));
  const fields = useFields<SourceValues>({
    initial: {
      organisationId: source?.organisationId ?? null,
      name: source?.name ?? '',
      kind: source?.kind ?? 'cash',
      amountOere: source?.amountOere ?? null,
      isPlanFrame: source?.isPlanFrame ?? false,
      reportsOn: source?.reportsOn ?? null,
    },
    draftKey: `funding-source-${budget.projectId}-${source?.id ?? 'new'}`,
    check: checkWith(fundingSourceFields, language, labels),
  });
  const problems = useFieldProblems(fields, labels);
  const add = useCommand(trpc.budgets.addSource.mutationOptions(), problems);
  const set = useCommand(trpc.budgets.setSource.mutationOptions(), problems);
  const remove = useCommand(trpc.budgets.removeSource.mutationOptions(), { ...problems, onDone: onClose });
  const form = useBudgetForm({
    fields,
    version: source?.version ?? 0,
    command: source === null ? add : remove.problem === null ? set : remove,
    onDone: onClose,
    send: ({ organisationId, name, kind, amountOere, isPlanFrame, reportsOn }, baseVersion) => {
      const input = { organisationId, name, kind: kind ?? 'cash', amountOere: amountOere ?? 0, isPlanFrame, reportsOn };
      return source === null
        ? add.send({ projectId: budget.projectId, id: newId, ...input })
        : set.send({ sourceId: source.id, baseVersion, ...input });
    },
    compare: (mine, theirs) => [
      { id: 'name', label: words.name, mine: mine.name, theirs: String(theirs['name']) },
      {
        id: 'amountOere',
        label: words.sourceAmount,
        mine: money(mine.amountOere ?? 0),
        theirs: money(Number(theirs['amountOere'])),
      },
    ],
  });

  return (
    <FormWindow
      title={source === null ? words.sourceTitleNew : words.sourceTitleEdit}
      fields={fields}
      form={form}
      onClose={onClose}
      {...(source === null
        ? {}
        : {
            remove: {
              title: source.name,
              isBusy: remove.isBusy,
              run: () => void remove.send({ sourceId: source.id, baseVersion: source.version }),
            },
          })}
    >
      <TextField {...fields.bind('name')} label={words.name} help={words.nameHelp} maxLength={120} />
      <SelectField
        {...fields.bind('organisationId')}
        label={words.organisation}
        help={words.organisationHelp}
        isOptional
        isSearchable
        options={(funders.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ChoiceField
        {...fields.bind('kind')}
        label={words.kind}
        isInline
        options={costKinds.map((value) => ({ value, label: words.kindOptions[value], help: words.kindHelp[value] }))}
      />
      <MoneyField {...fields.bind('amountOere')} label={words.sourceAmount} />
      <TickField {...fields.bind('isPlanFrame')} label={words.isPlanFrame} />
      <DayField {...fields.bind('reportsOn')} label={words.reportsOn} isOptional />
    </FormWindow>
  );
}
