import { useState } from 'react';
import { minuteKinds } from '@forspring/domain/partners/promise';
import { CprNotice, LongTextField, NumberField } from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { CommandWindow } from '../../kernel/command-window.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { ledgerWords } from './ledger.words.ts';
import { type LedgerRow, useQuantity } from './use-quantity.ts';

/** Says what was delivered in a quarter, and why; what the other side said stays. */
export function CorrectDelivery({ row, title, onClose }: { row: LedgerRow; title: string; onClose: () => void }) {
  const words = useWords(ledgerWords);
  const { figure } = useQuantity();
  const { fieldsOf } = useProblemWords();
  const { promise, period } = row;
  const isMinutes = minuteKinds.includes(promise.kind);
  const labels = { quantity: words.figure, reason: words.reason };
  const [baseVersion] = useState(period.version);
  const fields = useFields<{ quantity: number | null; reason: string }>({
    initial: { quantity: null, reason: '' },
    draftKey: `delivery ${period.id}`,
    check: ({ quantity, reason }) => [
      ...(quantity === null ? [{ path: 'quantity', message: words.figure }] : []),
      ...(reason.trim().length < 3 ? [{ path: 'reason', message: words.reasonHelp }] : []),
    ],
  });
  const command = useCommand(trpc.partners.correctDelivery.mutationOptions(), {
    onProblem: (problem) => fields.showProblems(fieldsOf(problem, labels)),
  });
  const save = () => {
    const { quantity, reason } = fields.values;
    return command.send({ periodId: period.id, baseVersion, quantity: quantity ?? 0, reason });
  };
  return (
    <CommandWindow
      title={words.correctOf(title)}
      words={words}
      fields={fields}
      command={command}
      onSave={save}
      onClose={onClose}
    >
      <p>
        {words.nowStands(figure(promise, period.deliveredQuantity))} {words.correctHelp}
      </p>
      <NumberField
        name="quantity"
        label={words.figure}
        min={0}
        max={20_000}
        suffix={isMinutes ? words.hours : promise.unit === '' ? words.count : promise.unit}
        value={
          fields.values.quantity === null ? null : isMinutes ? fields.values.quantity / 60 : fields.values.quantity
        }
        onChange={(value) =>
          fields.set('quantity', value === null ? null : isMinutes ? Math.round(value * 60) : Math.round(value))
        }
        {...(fields.errorAt('quantity') === undefined ? {} : { error: fields.errorAt('quantity') ?? '' })}
      />
      <CprNotice />
      <LongTextField
        {...fields.bind('reason')}
        label={words.reason}
        help={words.reasonHelp}
        minRows={2}
        maxLength={500}
      />
    </CommandWindow>
  );
}
