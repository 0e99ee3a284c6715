import { useEffect, useId, useState } from 'react';
import type { RefObject } from 'react';
import { useUiWords } from './words.tsx';

/** How a series is drawn: `solid` for cash and counted things, `hatched` for in-kind, `quiet` for what is only planned. */
export type SeriesLook = 'solid' | 'hatched' | 'quiet';

/** One series of a chart; `color` is one of the four series colours (1–4), the same number meaning the same thing on a page. */
export interface ChartSeries {
  id: string;
  label: string;
  color?: 1 | 2 | 3 | 4;
  look?: SeriesLook;
}

/** The colour of a series as a CSS variable that follows the theme and print. */
export function seriesColor(series: ChartSeries): string {
  return series.look === 'quiet' ? 'var(--fs-series-quiet)' : `var(--fs-series-${series.color ?? 1})`;
}

/** Ids of the patterns of one chart; several charts on a page must not share them. */
export function usePatternIds(series: ChartSeries[]): {
  withheld: string;
  fillOf: (series: ChartSeries) => string;
  hatched: { id: string; series: ChartSeries }[];
} {
  const own = useId().replace(/[^\w]/gu, '');
  const hatched = series
    .filter((one) => one.look === 'hatched')
    .map((one) => ({ id: `${own}-${one.id}`, series: one }));
  return {
    withheld: `${own}-withheld`,
    hatched,
    fillOf: (one) => (one.look === 'hatched' ? `url(#${own}-${one.id})` : seriesColor(one)),
  };
}

/** The hatchings of a chart: one grey for withheld cells and one for each hatched series. */
export function Patterns({ ids }: { ids: ReturnType<typeof usePatternIds> }) {
  return (
    <defs>
      <pattern id={ids.withheld} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--fs-hatch-ground)" />
        <rect width="1.5" height="6" fill="var(--fs-hatch)" />
      </pattern>
      {ids.hatched.map(({ id, series }) => (
        <pattern key={id} id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--fs-surface)" />
          <rect width="3" height="6" fill={seriesColor(series)} />
        </pattern>
      ))}
    </defs>
  );
}

/** What the colours and hatchings mean, in words; withheld only where something is withheld. */
export function Legend({ series, hasWithheld }: { series: ChartSeries[]; hasWithheld: boolean }) {
  const { words } = useUiWords();
  const ids = usePatternIds(series);
  if (series.length < 2 && !hasWithheld) return null;
  return (
    <ul className="fs-legend">
      {series.map((one) => (
        <li key={one.id}>
          <svg width="14" height="14" aria-hidden="true">
            <Patterns ids={ids} />
            <rect width="14" height="14" rx="2" fill={ids.fillOf(one)} stroke={seriesColor(one)} />
          </svg>
          {one.label}
        </li>
      ))}
      {hasWithheld && (
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <Patterns ids={ids} />
            <rect width="14" height="14" rx="2" fill={`url(#${ids.withheld})`} />
          </svg>
          {words.withheld}
        </li>
      )}
    </ul>
  );
}

/** The width of a box in pixels, 720 until it has been laid out; a chart says less where there is less room. */
export function useWidth(box: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(720);
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(
      ([entry]) => entry !== undefined && entry.contentRect.width > 0 && setWidth(Math.floor(entry.contentRect.width)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
