import { lazy } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { ChartFrame } from '@forspring/ui/chart-frame';
import { Figure } from '@forspring/ui/figure-cell';
import { Facts, Section } from '@forspring/ui/page';
import { numberIn } from '@forspring/domain/measures/cell';
import type { ShownDose } from '@forspring/domain/participation/dose';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { cardWords } from './card.words.ts';

const BarChart = lazy(() => import('@forspring/ui/bar-chart'));

/** How often the cards were shown, in bands, with the median and drop-out; nothing where no card has been shown. */
export function DosePanel({ projectId }: { projectId: string }) {
  const words = useWords(cardWords);
  const dose = useSuspenseQuery(trpc.cards.showDose.queryOptions({ projectId })).data;
  if (dose === null) return null;
  return (
    <Section title={words.doseTitle} help={words.doseHelp}>
      <DoseChart dose={dose} />
      <DoseFacts dose={dose} />
    </Section>
  );
}

function DoseChart({ dose }: { dose: ShownDose }) {
  const words = useWords(cardWords);
  const { number, counted } = useFormats();
  const total = numberIn(dose.cards);
  const regular = dose.bands.find(({ band }) => band === '10+')?.cards;
  const regularCount = regular === undefined ? null : numberIn(regular);
  const sentence =
    total === null
      ? words.doseSentenceHidden
      : regularCount === null
        ? words.doseSentenceNone(number(total))
        : words.doseSentence(number(regularCount), number(total));
  const rows = dose.bands.map(({ band, cards }) => ({ id: band, label: words.bands[band], cells: { cards } }));
  return (
    <ChartFrame
      sentence={sentence}
      count={total === null ? undefined : words.n(counted(total, words.cards))}
      source={words.doseSource}
      twin={{
        rowTitle: words.bandColumn,
        columns: [{ id: 'cards', title: words.cardsColumn }],
        rows: rows.map(({ id, label, cells }) => ({ id, label, cells: [cells.cards] })),
      }}
    >
      <BarChart series={[{ id: 'cards', label: words.cardsColumn }]} rows={rows} labelPx={170} />
    </ChartFrame>
  );
}

function DoseFacts({ dose }: { dose: ShownDose }) {
  const words = useWords(cardWords);
  const { number, percent, dayInText } = useFormats();
  const { median, dropOut, sinceOn } = dose;
  return (
    <Facts
      facts={[
        {
          term: words.median,
          value:
            median.kind === 'value' ? (
              words.medianValue(number(median.value.value), number(median.value.n))
            ) : (
              <Figure cell={median} />
            ),
        },
        {
          term: words.dropOut,
          value:
            dropOut.kind === 'value' ? (
              <>
                {words.dropOutValue(
                  percent(dropOut.value.estimate ?? 0, 0),
                  `${number((dropOut.value.lower ?? 0) * 100, 0)}–${percent(dropOut.value.upper ?? 0, 0)}`,
                  number(dropOut.value.n),
                )}
                {sinceOn !== null && (
                  <>
                    <br />
                    <span className="fs-quiet">{words.dropOutHelp(dayInText(sinceOn))}</span>
                  </>
                )}
              </>
            ) : dropOut.kind === 'notMeasured' ? (
              words.dropOutNone
            ) : (
              <Figure cell={dropOut} />
            ),
        },
      ]}
    />
  );
}
