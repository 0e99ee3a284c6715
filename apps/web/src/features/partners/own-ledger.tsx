import { useQuery } from '@tanstack/react-query';
import { Section } from '@forspring/ui/page';
import { Empty, ErrorState, Loading } from '@forspring/ui/states';
import { trpc } from '../../kernel/api.ts';
import { useWords } from '../../kernel/words.ts';
import { LedgerTable } from './ledger-table.tsx';
import { ledgerWords } from './ledger.words.ts';
import { PromiseBars } from './promise-bars.tsx';
import './partners.css';

/** What a partner's own organisation has promised, and what was delivered, wherever it takes part. */
export function OwnLedger() {
  const words = useWords(ledgerWords);
  const ledger = useQuery(trpc.partners.listOwnLedger.queryOptions());
  if (ledger.isError) return <ErrorState onRetry={() => void ledger.refetch()} />;
  if (ledger.data === undefined) return <Loading lines={5} />;
  if (ledger.data.length === 0) return <Empty title={words.ownEmpty} text={words.ownEmptyText} />;
  const running = ledger.data.filter((promise) => ['running', 'paused', 'approved'].includes(promise.status));
  return (
    <>
      <Section title={words.ownTitle} help={words.ownHelp}>
        <PromiseBars promises={running.length > 0 ? running : ledger.data} names="project" />
      </Section>
      <Section title={words.tableTitle}>
        <LedgerTable promises={ledger.data} names="project" />
      </Section>
    </>
  );
}
