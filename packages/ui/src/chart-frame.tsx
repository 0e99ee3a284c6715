import { Button } from '@mantine/core';
import { IconDownload, IconPhoto, IconTable } from '@tabler/icons-react';
import { Suspense, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { fileName, keepFile, writeCsv } from './csv.tsx';
import { Figure, figureValue, useFigureText, WithheldNote } from './figure-cell.tsx';
import type { FigureCell } from './figure-cell.tsx';
import { drawPng } from './chart-image.tsx';
import { Loading } from './states.tsx';
import { useUiWords } from './words.tsx';

/** A column of the table twin; `format` writes its numbers, `csvScale` is what a number is multiplied by in the file. */
export interface TwinColumn {
  id: string;
  title: string;
  format?: (value: number) => string;
  csvScale?: number;
}

/** The numbers behind a chart: one row for each mark, the row's name first. */
export interface Twin {
  rowTitle: string;
  columns: TwinColumn[];
  rows: { id: string; label: string; cells: (FigureCell | string | null | undefined)[] }[];
}

interface ChartFrameProps {
  /** One cautious sentence: the chart's title, its alt text and the report's text. */
  sentence: string;
  /** How many the numbers rest on, as a finished text ("n = 412 fremmøder"). */
  count?: string;
  period?: string;
  source?: string;
  evidence?: ReactNode;
  twin: Twin;
  /** Fetches the file from the server; without it the twin is written as it stands. */
  onExport?: () => void | Promise<void>;
  /** Shows the table at first, e.g. where there is too little to draw. */
  isTableFirst?: boolean;
  tools?: ReactNode;
  /** The chart itself, usually from `lazy()`, so that drawing code is not in the first load. */
  children: ReactNode;
}

/** The one frame of every chart: sentence, drawing, n · period · source · evidence, table twin, CSV and PNG. */
export function ChartFrame({
  sentence,
  count,
  period,
  source,
  evidence,
  twin,
  onExport,
  isTableFirst = false,
  tools,
  children,
}: ChartFrameProps) {
  const { words } = useUiWords();
  const titleId = useId();
  const csvOf = useTwinCsv(twin);
  const drawing = useRef<HTMLDivElement>(null);
  const [isTable, setTable] = useState(isTableFirst);
  const foot = [
    count,
    period === undefined ? undefined : `${words.period}: ${period}`,
    source === undefined ? undefined : `${words.source}: ${source}`,
  ].filter((part) => part !== undefined);

  return (
    <figure className="fs-chart" aria-labelledby={titleId}>
      <figcaption id={titleId} className="fs-chart-sentence">
        {sentence}
      </figcaption>
      <div ref={drawing} className="fs-chart-drawing" role="img" aria-label={sentence}>
        <Suspense fallback={<Loading lines={5} />}>{children}</Suspense>
      </div>
      <div className="fs-chart-foot">
        {foot.map((part) => (
          <span key={part}>{part}</span>
        ))}
        {evidence !== undefined && (
          <span>
            {words.evidence}: {evidence}
          </span>
        )}
        <div className="fs-chart-tools">
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconTable size={16} aria-hidden="true" />}
            aria-expanded={isTable}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? words.hideTable : words.showTable}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            onClick={() => (onExport === undefined ? keepFile(fileName(sentence, 'csv'), csvOf()) : void onExport())}
          >
            {words.download}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPhoto size={16} aria-hidden="true" />}
            onClick={() => {
              if (drawing.current === null) return;
              void drawPng(drawing.current, sentence, foot).then(
                (image) => image !== null && keepFile(fileName(sentence, 'png'), image),
              );
            }}
          >
            {words.downloadImage}
          </Button>
          {tools}
        </div>
      </div>
      <TwinTable twin={twin} isHidden={!isTable} label={words.tableOf(sentence)} />
    </figure>
  );
}

/** The numbers of a chart as a table: on the screen when asked for, always on paper. */
function TwinTable({ twin, isHidden, label }: { twin: Twin; isHidden: boolean; label: string }) {
  return (
    <div className="fs-chart-table fs-scroll" hidden={isHidden} tabIndex={0} role="region" aria-label={label}>
      <table className="fs-table">
        <thead>
          <tr>
            <th scope="col">{twin.rowTitle}</th>
            {twin.columns.map((column) => (
              <th key={column.id} scope="col" data-kind="number">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {twin.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {twin.columns.map((column, index) => {
                const cell = row.cells[index];
                return (
                  <td key={column.id} data-kind="number">
                    {typeof cell === 'string' ? (
                      cell
                    ) : cell === null ? (
                      ''
                    ) : (
                      <Figure cell={cell} format={column.format} />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <WithheldNote cells={twin.rows.flatMap(({ cells }) => cells)} />
    </div>
  );
}

/** The file has the same words for missing numbers as the table. */
function useTwinCsv(twin: Twin): () => string {
  const text = useFigureText();
  return () =>
    writeCsv(
      [twin.rowTitle, ...twin.columns.map((column) => column.title)],
      twin.rows.map((row) => [
        row.label,
        ...twin.columns.map((column, index) => {
          const cell = row.cells[index];
          if (typeof cell === 'string' || cell === null) return cell;
          const value = figureValue(cell);
          return value === null ? text(cell) : value * (column.csvScale ?? 1);
        }),
      ]),
    );
}
