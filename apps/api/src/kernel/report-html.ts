import { type ChartShape, drawChart } from './report-chart.ts';
import type { Report, ReportBlock, ReportTable } from './report.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/gu, (sign) => escapes[sign] ?? sign);

const style = `
body { font: 16px/1.5 Inter, 'Segoe UI', system-ui, sans-serif; color: #192123; background: #fff; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.75rem; color: #0c4e58; margin-bottom: 0.25rem; } h2 { font-size: 1.25rem; color: #0c4e58; margin-top: 2rem; } h3 { font-size: 1rem; }
.line, .note, figcaption.source { color: #485457; margin: 0 0 0.25rem; } .note, .source { font-size: 0.875rem; }
figure { margin: 1rem 0; } figcaption { font-weight: 700; } svg { width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 700; padding-bottom: 0.25rem; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.5rem; border-top: 1px solid #b6c0c2; font-weight: 400; }
thead th { background: #eef1f1; font-weight: 700; } .number { text-align: right; } .total th, .total td { font-weight: 700; }
code { overflow-wrap: anywhere; } @media print { body { margin: 0; max-width: none; } h2, h3 { break-after: avoid; } figure, tr { break-inside: avoid; } }
`;

/** A report as one HTML file that needs nothing beside it: no script, no picture, no address. */
export function writeReportHtml(report: Report): string {
  const blocks = report.blocks.map(blockHtml).join('\n');
  const lines = report.lines.map((line) => `<p class="line">${escaped(line)}</p>`).join('\n');
  return `<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Forspring">
<title>${escaped(report.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(report.title)}</h1>
${lines}
${blocks}
</main>
</body>
</html>
`;
}

function blockHtml(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'text':
    case 'note':
      return block.text
        .split(/\n+/u)
        .filter((one) => one.trim() !== '')
        .map((one) => `<p${block.kind === 'note' ? ' class="note"' : ''}>${escaped(one)}</p>`)
        .join('\n');
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
    case 'facts':
    case 'table':
      return tableHtml(block.table, block.kind === 'table');
    case 'figure': {
      const { width, height, shapes } = drawChart(block.chart, 480);
      const sentence = escaped(block.sentence);
      return `<figure>
<figcaption>${sentence}</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${sentence}">${shapes.map(shapeSvg).join('')}</svg>
<p class="source">${escaped(block.source)}</p>
</figure>`;
    }
  }
}

const at = (value: number) => String(Math.round(value * 100) / 100);

function shapeSvg(shape: ChartShape): string {
  switch (shape.kind) {
    case 'rect':
      return `<rect x="${at(shape.x)}" y="${at(shape.y)}" width="${at(shape.width)}" height="${at(shape.height)}" fill="${shape.fill}"/>`;
    case 'line':
      return `<path d="M${at(shape.x1)} ${at(shape.y1)}L${at(shape.x2)} ${at(shape.y2)}" stroke="${shape.stroke}" stroke-width="${shape.width}"${shape.isDashed === true ? ' stroke-dasharray="3 2"' : ''}/>`;
    case 'dot':
      return `<circle cx="${at(shape.x)}" cy="${at(shape.y)}" r="${shape.radius}" fill="${shape.fill}" stroke="${shape.stroke}"/>`;
    case 'text':
      return `<text x="${at(shape.x)}" y="${at(shape.y)}" font-size="${shape.size}" text-anchor="${shape.anchor}" fill="${shape.fill}">${escaped(shape.text)}</text>`;
  }
}

function tableHtml({ caption, columns, rows, hasTotal }: ReportTable, hasHead: boolean): string {
  const cls = (column: number) => (columns[column]?.isNumber === true ? ' class="number"' : '');
  const head = hasHead
    ? `<thead>\n<tr>${columns.map(({ title }, column) => `<th scope="col"${cls(column)}>${escaped(title)}</th>`).join('')}</tr>\n</thead>\n`
    : '';
  const body = rows
    .map((row, index) => {
      const cells = row.map(({ text }, column) =>
        column === 0 ? `<th scope="row">${escaped(text)}</th>` : `<td${cls(column)}>${escaped(text)}</td>`,
      );
      return `<tr${hasTotal === true && index === rows.length - 1 ? ' class="total"' : ''}>${cells.join('')}</tr>`;
    })
    .join('\n');
  return `<table>\n<caption>${escaped(caption)}</caption>\n${head}<tbody>\n${body}\n</tbody>\n</table>`;
}
