import { lazy } from 'react';
import { ChartFrame } from '@forspring/ui/chart-frame';
import { numberIn } from '@forspring/domain/measures/cell';
import type { ShownPulseQuestion } from '@forspring/domain/participation/kiosk';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { kioskWords } from './kiosk.words.ts';

const BarChart = lazy(() => import('@forspring/ui/bar-chart'));

/** What was answered on the way out; where too few answered, only that. */
export function KioskPulse({ pulse }: { pulse: ShownPulseQuestion[] }) {
  const words = useWords(kioskWords);
  const { number, counted } = useFormats();
  const most = Math.max(0, ...pulse.map(({ total }) => numberIn(total) ?? 0));
  const safe = pulse.find(({ question }) => question === 'safe');
  const safeTotal = safe === undefined ? null : numberIn(safe.total);
  const series = (['yes', 'partly', 'no'] as const).map((id) => ({ id, label: words.answers[id] }));
  const rows = pulse.map(({ question, yes, partly, no, total }) => ({
    id: question,
    label: words.questions[question],
    cells: { yes, partly, no },
    total,
  }));
  return (
    <>
      <h3>{words.pulseTitle}</h3>
      <p className="fs-help">{words.pulseHelp}</p>
      {most === 0 ? (
        <p className="fs-notice">{words.pulseFew}</p>
      ) : (
        <ChartFrame
          sentence={
            safe === undefined || safeTotal === null
              ? words.pulseTitle
              : words.pulseSentence(number(numberIn(safe.yes) ?? 0), number(safeTotal))
          }
          count={words.n(counted(most, words.pulseReplies))}
          source={words.pulseSource}
          twin={{
            rowTitle: words.pulseQuestion,
            columns: [
              ...series.map(({ id, label }) => ({ id, title: label })),
              { id: 'total', title: words.answeredColumn },
            ],
            rows: rows.map(({ id, label, cells, total }) => ({
              id,
              label,
              cells: [cells.yes, cells.partly, cells.no, total],
            })),
          }}
        >
          <BarChart isStacked series={series} rows={rows} labelPx={150} />
        </ChartFrame>
      )}
    </>
  );
}
