import { Modal } from '@mantine/core';
import type { ShownStatement } from '@forspring/domain/partners/promise';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { ledgerWords } from './ledger.words.ts';
import { type LedgerRow, useQuantity } from './use-quantity.ts';

/** Everything that was said of one quarter, in the order it was said: who, when, what and why. Nothing is ever taken out. */
export function StatementHistory({ row, title, onClose }: { row: LedgerRow; title: string; onClose: () => void }) {
  const words = useWords(ledgerWords);
  const { instant } = useFormats();
  const { figure } = useQuantity();
  const { promise, period } = row;
  const said = ({ kind, quantity, registeredQuantity }: ShownStatement) => {
    if (kind === 'promise')
      return words.saidPromised(figure(promise, registeredQuantity ?? 0), figure(promise, quantity));
    return kind === 'accept'
      ? words.saidAccepted(figure(promise, quantity))
      : words.saidDelivered(figure(promise, quantity));
  };
  return (
    <Modal opened onClose={onClose} title={words.historyOf(title)}>
      {period.statements.length === 0 && <p>{words.noneSaid}</p>}
      <ol className="fs-plain-list fs-statements">
        {period.statements.map((statement) => (
          <li key={statement.id}>
            <p>
              <strong>{statement.by}</strong> ({words.sides[statement.side].toLocaleLowerCase()}) {said(statement)}
            </p>
            {statement.reason !== '' && <p>{statement.reason}</p>}
            <p className="fs-help">
              <time dateTime={statement.at}>{instant(statement.at)}</time>
              {statement.kind !== 'promise' && statement.registeredQuantity !== null && (
                <> · {words.registeredThen(figure(promise, statement.registeredQuantity))}</>
              )}
            </p>
          </li>
        ))}
      </ol>
    </Modal>
  );
}
