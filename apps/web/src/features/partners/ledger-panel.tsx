import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShownPromise } from '@forspring/domain/partners/promise';
import { Section } from '@forspring/ui/page';
import { Empty, ErrorState, Loading } from '@forspring/ui/states';
import { trpc } from '../../kernel/api.ts';
import { useWords } from '../../kernel/words.ts';
import { LedgerTable } from './ledger-table.tsx';
import { ledgerWords } from './ledger.words.ts';
import { PromiseBars } from './promise-bars.tsx';
import { PromiseForm } from './promise-form.tsx';
import './partners.css';

/** A project's promises against what was delivered, both sides' figures where they differ. */
export function LedgerPanel({ projectId }: { projectId: string }) {
  const words = useWords(ledgerWords);
  const ledger = useQuery(trpc.partners.showLedger.queryOptions({ projectId }));
  const [open, setOpen] = useState<ShownPromise | 'new' | null>(null);
  if (ledger.isError) return <ErrorState onRetry={() => void ledger.refetch()} />;
  if (ledger.data === undefined) return <Loading lines={5} />;
  const { promises, abilities } = ledger.data;
  const add = abilities.edit ? <Button onClick={() => setOpen('new')}>{words.addPromise}</Button> : undefined;
  return (
    <Section title={words.title} help={words.help} {...(add === undefined ? {} : { action: add })}>
      {promises.length === 0 ? (
        <Empty title={words.empty} text={abilities.edit ? words.emptyText : undefined} />
      ) : (
        <>
          <PromiseBars promises={promises} names="partner" {...(abilities.edit ? { onEdit: setOpen } : {})} />
          {promises.some((promise) => promise.periods.some((period) => period.hasBegun)) && (
            <>
              <h3>{words.tableTitle}</h3>
              <LedgerTable promises={promises} names="partner" />
            </>
          )}
        </>
      )}
      {open !== null && (
        <PromiseForm
          projectId={projectId}
          ledger={ledger.data}
          promise={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
