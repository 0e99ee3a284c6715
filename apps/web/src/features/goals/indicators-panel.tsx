import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShownIndicatorLibrary } from '@forspring/domain/goals/indicator';
import { cardText } from '@forspring/domain/goals/indicator-text';
import { tiers } from '@forspring/domain/interventions/intervention';
import { Table, type TableColumn } from '@forspring/ui/table';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useTableAddress } from '../../kernel/table-address.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { goalWords } from './goal.words.ts';
import { IndicatorCardForm } from './indicator-card-form.tsx';
import { indicatorWords } from './indicator.words.ts';

type Card = ShownIndicatorLibrary['cards'][number];

/** The library of indicators, one row for each card; a coordinator adds to it. */
export function IndicatorsPanel() {
  const words = useWords(indicatorWords);
  const goalTexts = useWords(goalWords);
  const terms = useWords(termWords);
  const language = useLanguage();
  const { number } = useFormats();
  const [state, setState] = useTableAddress();
  const [isAdding, setAdding] = useState(false);
  const { data, isError, refetch } = useQuery(trpc.indicators.list.queryOptions());
  const columns: TableColumn<Card>[] = [
    { id: 'title', title: words.name, value: (row) => (language === 'da' ? row.titleDa : row.titleEn) },
    { id: 'tier', title: words.tier, value: (row) => (row.tier === null ? words.anyTier : terms.tier[row.tier]) },
    { id: 'unit', title: words.unit, value: (row) => goalTexts.unitShort[row.unit] },
    { id: 'source', title: words.source, value: (row) => cardText(row, 'source', language) },
    {
      id: 'version',
      title: words.version,
      value: (row) =>
        row.versionCount > 1
          ? `${number(row.version)} (${words.versions(number(row.versionCount))})`
          : number(row.version),
    },
    { id: 'goals', title: words.goals, kind: 'number', value: (row) => row.goalCount },
  ];
  if (isAdding) return <IndicatorCardForm after={null} onDone={() => setAdding(false)} />;
  return (
    <Table
      label={words.label}
      columns={columns}
      rows={data?.cards}
      rowId={(row) => row.key}
      rowHref={(row) => `/indikatorer/${encodeURIComponent(row.key)}`}
      state={state}
      onStateChange={setState}
      filters={[
        {
          id: 'tier',
          title: words.tier,
          options: tiers.map((tier) => ({ value: tier, label: terms.tier[tier] })),
          valuesOf: (row: Card) => (row.tier === null ? [...tiers] : [row.tier]),
        },
      ]}
      sentence={(count) => words.sentence(count)}
      error={isError ? { onRetry: () => void refetch() } : undefined}
      isLoading={data === undefined && !isError}
      hasSearch
      exportName={words.label}
      toolbar={data?.mayAdd ? <Button onClick={() => setAdding(true)}>{words.add}</Button> : undefined}
    />
  );
}
