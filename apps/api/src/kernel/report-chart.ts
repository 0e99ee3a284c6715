import type { ReportChart } from './report.ts';

/** One vector of a chart, in points from its upper left corner. */
export type ChartShape =
  | { kind: 'rect'; x: number; y: number; width: number; height: number; fill: string }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; stroke: string; width: number; isDashed?: boolean }
  | { kind: 'dot'; x: number; y: number; radius: number; fill: string; stroke: string }
  | {
      kind: 'text';
      x: number;
      y: number;
      text: string;
      size: number;
      anchor: 'start' | 'middle' | 'end';
      fill: string;
    };

/** A drawn chart. */
export interface DrawnChart {
  width: number;
  height: number;
  shapes: ChartShape[];
}

/** Two tones that stay apart in grey and for the colour-blind, and the greys around them. */
const ink = {
  first: '#b6c0c2',
  second: '#12606b',
  grid: '#d2d9da',
  text: '#192123',
  quiet: '#485457',
  muted: '#7d8789',
  white: '#ffffff',
};
const size = 9;

/** How wide a text is in the report's typeface, near enough to leave room for it. */
const widthOf = (text: string, fontSize = size) => text.length * fontSize * 0.56;

/** Draws a chart as vectors: the same shapes for PDF and for HTML. */
export function drawChart(chart: ReportChart, width: number): DrawnChart {
  switch (chart.kind) {
    case 'pairs':
      return drawPairs(chart, width);
    case 'bars':
      return drawBars(chart, width);
    case 'readings':
      return drawReadings(chart, width);
  }
}

const label = (
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  fill = ink.text,
): ChartShape => ({
  kind: 'text',
  x,
  y,
  text,
  size,
  anchor,
  fill,
});

/** A text in lines of at most so many letters, two at most; what is left out is marked. */
function folded(text: string, letterCount: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > letterCount) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.length <= 2 ? lines : [lines[0] ?? '', `${lines[1] ?? ''} …`];
}

function rowLabel(text: string, right: number, middle: number): ChartShape[] {
  const lines = folded(text, Math.floor(right / (size * 0.5)));
  const top = middle - ((lines.length - 1) * 11) / 2 + 3;
  return lines.map((line, index) => label(0, top + index * 11, line));
}

function drawPairs({ rows, legend }: Extract<ReportChart, { kind: 'pairs' }>, width: number): DrawnChart {
  const left = width * 0.34;
  const marks = rows.flatMap(({ first, second }) => [first, second]).filter((mark) => mark !== null);
  const most = Math.max(1, ...marks.map((mark) => mark.value));
  const room = width - left - Math.max(40, ...marks.map((mark) => widthOf(mark.text))) - 8;
  const rowHeight = 30;
  const top = 18;
  const shapes: ChartShape[] = [
    { kind: 'rect', x: left, y: 2, width: 9, height: 9, fill: ink.first },
    label(left + 13, 10, legend[0]),
    { kind: 'rect', x: left + 24 + widthOf(legend[0]), y: 2, width: 9, height: 9, fill: ink.second },
    label(left + 37 + widthOf(legend[0]), 10, legend[1]),
    { kind: 'line', x1: left, y1: top, x2: left, y2: top + rows.length * rowHeight, stroke: ink.quiet, width: 0.75 },
  ];
  rows.forEach((row, index) => {
    const y = top + index * rowHeight;
    shapes.push(...rowLabel(row.label, left - 6, y + rowHeight / 2));
    [row.first, row.second].forEach((mark, place) => {
      if (mark === null) return;
      const length = (Math.max(0, mark.value) / most) * room;
      const at = y + 4 + place * 11;
      shapes.push({
        kind: 'rect',
        x: left,
        y: at,
        width: length,
        height: 10,
        fill: place === 0 ? ink.first : ink.second,
      });
      shapes.push(label(left + length + 4, at + 8, mark.text));
    });
  });
  return { width, height: top + rows.length * rowHeight + 4, shapes };
}

function drawBars({ rows }: Extract<ReportChart, { kind: 'bars' }>, width: number): DrawnChart {
  const left = width * 0.34;
  const texts = rows.map((row) => row.bar?.text ?? row.missing);
  const most = Math.max(1, ...rows.map((row) => row.bar?.value ?? 0));
  const room = width - left - Math.max(40, ...texts.map((text) => widthOf(text))) - 8;
  const rowHeight = 22;
  const shapes: ChartShape[] = [
    { kind: 'line', x1: left, y1: 2, x2: left, y2: 2 + rows.length * rowHeight, stroke: ink.quiet, width: 0.75 },
  ];
  rows.forEach((row, index) => {
    const y = 2 + index * rowHeight;
    shapes.push(...rowLabel(row.label, left - 6, y + rowHeight / 2));
    const length = row.bar === null ? 0 : (row.bar.value / most) * room;
    if (length > 0) shapes.push({ kind: 'rect', x: left, y: y + 5, width: length, height: 12, fill: ink.second });
    shapes.push(label(left + length + 4, y + 14, texts[index] ?? '', 'start', row.bar === null ? ink.quiet : ink.text));
  });
  return { width, height: rows.length * rowHeight + 6, shapes };
}

function drawReadings(
  { points, target, ticks, isQuiet = false }: Extract<ReportChart, { kind: 'readings' }>,
  width: number,
): DrawnChart {
  const left = Math.max(30, ...ticks.map((tick) => widthOf(tick.text))) + 8;
  const right = width - (target === null ? 8 : Math.max(40, widthOf(target.text) + 10));
  const tone = isQuiet ? ink.muted : ink.second;
  const [top, bottom] = [10, 106];
  const least = Math.min(...ticks.map((tick) => tick.value));
  const most = Math.max(...ticks.map((tick) => tick.value));
  const yOf = (value: number) => bottom - ((value - least) / (most - least || 1)) * (bottom - top);
  const xOf = (index: number) => left + ((index + 0.5) / points.length) * (right - left);
  const shapes: ChartShape[] = ticks.flatMap((tick) => [
    { kind: 'line', x1: left, y1: yOf(tick.value), x2: right, y2: yOf(tick.value), stroke: ink.grid, width: 0.5 },
    label(left - 6, yOf(tick.value) + 3, tick.text, 'end', ink.quiet),
  ]);
  if (target !== null) {
    const y = yOf(target.value);
    shapes.push({ kind: 'line', x1: left, y1: y, x2: right, y2: y, stroke: ink.text, width: 0.75, isDashed: true });
    shapes.push(label(right + 4, y + 3, target.text));
  }
  points.forEach((point, index) => {
    const x = xOf(index);
    if (point.lower !== null && point.upper !== null) {
      const [low, high] = [yOf(point.lower), yOf(point.upper)];
      shapes.push({ kind: 'line', x1: x, y1: low, x2: x, y2: high, stroke: tone, width: 1.25 });
      for (const y of [low, high])
        shapes.push({ kind: 'line', x1: x - 4, y1: y, x2: x + 4, y2: y, stroke: tone, width: 1.25 });
    }
    const fill = point.isStart ? ink.white : tone;
    shapes.push({ kind: 'dot', x, y: yOf(point.value), radius: 3.5, fill, stroke: tone });
    // A ground of its own keeps the number readable across the target's line.
    const ground = { x: x + 7, y: yOf(point.value) - 6, width: widthOf(point.text) + 2, height: 11 };
    shapes.push({ kind: 'rect', ...ground, fill: ink.white });
    shapes.push(label(x + 8, yOf(point.value) + 3, point.text));
    shapes.push(label(x, bottom + 14, point.label, 'middle', ink.quiet));
  });
  return { width, height: bottom + 20, shapes };
}
