import PDFDocument from 'pdfkit';
import { artifact, collected, fontFiles, type Pdf, printable } from './pdf-type.ts';
import { type ChartShape, drawChart } from './report-chart.ts';
import type { Report, ReportBlock, ReportLanguage, ReportTable } from './report.ts';

const millimetre = 72 / 25.4;
const page = { width: 210 * millimetre, height: 297 * millimetre };
const margins = { left: 20 * millimetre, right: 20 * millimetre, top: 26 * millimetre, bottom: 22 * millimetre };
const width = page.width - margins.left - margins.right;
const floor = page.height - margins.bottom;
const colour = { text: '#192123', quiet: '#485457', line: '#b6c0c2', head: '#eef1f1', petrol: '#0c4e58' };

const words = {
  da: { page: (number: number, of: number) => `Side ${number} af ${of}`, mark: 'Fingeraftryk' },
  en: { page: (number: number, of: number) => `Page ${number} of ${of}`, mark: 'Fingerprint' },
} as const;

type Element = ReturnType<Pdf['struct']>;

/**
 * A report as a tagged PDF on A4 (PDF/UA-1: structure tree with headings, tables and figures with alternative texts,
 * language, title, embedded fonts, page furniture as artifacts). The same report gives the same bytes, whenever it is drawn.
 */
export function drawReportPdf(report: Report): Promise<Buffer> {
  const name = printable(report.title);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    size: 'A4',
    margins,
    pdfVersion: '1.7',
    // The library writes PDF/UA; its types have not heard of it yet.
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: report.language === 'da' ? 'da-DK' : 'en-GB',
    displayTitle: true,
    info: { Title: name, Author: 'Forspring', CreationDate: report.madeAt, ModDate: report.madeAt },
  });
  pdf.registerFont('text', fontFiles.text);
  pdf.registerFont('strong', fontFiles.strong);
  const whole = collected(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  pdf.addPage();

  root.add(pdf.struct('H1', {}, () => write(pdf, name, { font: 'strong', size: 20, fill: colour.petrol, after: 6 })));
  for (const line of report.lines)
    root.add(pdf.struct('P', {}, () => write(pdf, printable(line), { size: 10, fill: colour.quiet, after: 2 })));
  pdf.y += 8;
  report.blocks.forEach((block, index) => drawBlock(pdf, root, block, roomAfter(pdf, report.blocks, index + 1)));

  root.end();
  drawFurniture(pdf, report, name);
  pdf.end();
  return whole;
}

interface Style {
  font?: 'text' | 'strong';
  size?: number;
  fill?: string;
  after?: number;
  indent?: number;
}

function write(
  pdf: Pdf,
  text: string,
  { font = 'text', size = 10, fill = colour.text, after = 6, indent = 0 }: Style,
): void {
  pdf.font(font).fontSize(size).fillColor(fill);
  pdf.text(text, margins.left + indent, pdf.y, { width: width - indent, lineGap: size * 0.25 });
  pdf.y += after;
}

/** Begins a new page where less than so much room is left. */
function makeRoom(pdf: Pdf, height: number): void {
  if (pdf.y + height > floor) pdf.addPage();
}

function heightOf(pdf: Pdf, text: string, size: number, font: 'text' | 'strong' = 'text', within = width): number {
  return pdf
    .font(font)
    .fontSize(size)
    .heightOfString(text, { width: within, lineGap: size * 0.25 });
}

/** How much room the beginning of the next block needs, so that no heading stands alone at the foot of a page. */
function roomAfter(pdf: Pdf, blocks: readonly ReportBlock[], index: number): number {
  const block = blocks[index];
  switch (block?.kind) {
    case undefined:
      return 0;
    case 'heading':
      return 26 + roomAfter(pdf, blocks, index + 1);
    case 'figure':
      return heightOf(pdf, printable(block.sentence), 10, 'strong') + drawChart(block.chart, width).height + 40;
    default:
      return 60;
  }
}

function drawBlock(pdf: Pdf, root: Element, block: ReportBlock, nextHeight: number): void {
  switch (block.kind) {
    case 'heading': {
      const [size, before] = block.level === 2 ? [14, 14] : [11.5, 8];
      makeRoom(pdf, before + size * 1.25 + 10 + nextHeight);
      if (pdf.y > margins.top) pdf.y += before;
      const text = printable(block.text);
      if (block.level === 2) pdf.outline.addItem(text);
      const element = pdf.struct(block.level === 2 ? 'H2' : 'H3', {}, () =>
        write(pdf, text, { font: 'strong', size, fill: block.level === 2 ? colour.petrol : colour.text, after: 4 }),
      );
      root.add(element);
      return;
    }
    case 'text':
    case 'note':
      for (const paragraph of block.text.split(/\n+/u).filter((one) => one.trim() !== '')) {
        const style = block.kind === 'note' ? { size: 8.5, fill: colour.quiet } : {};
        makeRoom(pdf, Math.min(60, heightOf(pdf, printable(paragraph), style.size ?? 10)));
        root.add(pdf.struct('P', {}, () => write(pdf, printable(paragraph), style)));
      }
      return;
    case 'list': {
      const list = pdf.struct('L');
      root.add(list);
      for (const item of block.items) {
        makeRoom(pdf, Math.min(60, heightOf(pdf, printable(item), 10, 'text', width - 12)));
        const at = { y: pdf.y, page: pdf.bufferedPageRange().count };
        list.add(
          pdf.struct('LI', {}, [
            pdf.struct('Lbl', {}, () => {
              pdf.font('text').fontSize(10).fillColor(colour.text).text('•', margins.left, at.y, { width: 10 });
            }),
            pdf.struct('LBody', {}, () => {
              pdf.y = at.y;
              write(pdf, printable(item), { indent: 12, after: 3 });
            }),
          ]),
        );
      }
      list.end();
      pdf.y += 4;
      return;
    }
    case 'facts':
    case 'table':
      drawTable(pdf, root, block.table, block.kind === 'table');
      return;
    case 'figure':
      drawFigure(pdf, root, block);
  }
}

function drawFigure(
  pdf: Pdf,
  root: Element,
  { sentence, chart, source }: Extract<ReportBlock, { kind: 'figure' }>,
): void {
  const drawn = drawChart(chart, width);
  const title = printable(sentence);
  makeRoom(pdf, heightOf(pdf, title, 10, 'strong') + drawn.height + 40);
  root.add(pdf.struct('P', {}, () => write(pdf, title, { font: 'strong', after: 6 })));
  const top = pdf.y;
  const bbox = [margins.left, top, margins.left + width, top + drawn.height];
  root.add(
    pdf.struct('Figure', { alt: sentence, bbox, placement: 'Block' } as never, () => {
      for (const shape of drawn.shapes) drawShape(pdf, shape, margins.left, top);
    }),
  );
  pdf.x = margins.left;
  pdf.y = top + drawn.height + 4;
  root.add(pdf.struct('P', {}, () => write(pdf, printable(source), { size: 8.5, fill: colour.quiet, after: 10 })));
}

function drawShape(pdf: Pdf, shape: ChartShape, x: number, y: number): void {
  switch (shape.kind) {
    case 'rect':
      pdf.rect(x + shape.x, y + shape.y, shape.width, shape.height).fill(shape.fill);
      return;
    case 'line':
      pdf.lineWidth(shape.width).strokeColor(shape.stroke);
      if (shape.isDashed === true) pdf.dash(3, { space: 2 });
      pdf
        .moveTo(x + shape.x1, y + shape.y1)
        .lineTo(x + shape.x2, y + shape.y2)
        .stroke();
      if (shape.isDashed === true) pdf.undash();
      return;
    case 'dot':
      pdf
        .lineWidth(1.25)
        .circle(x + shape.x, y + shape.y, shape.radius)
        .fillAndStroke(shape.fill, shape.stroke);
      return;
    case 'text': {
      const text = printable(shape.text);
      pdf.font('text').fontSize(shape.size).fillColor(shape.fill);
      const long = pdf.widthOfString(text);
      const left = shape.anchor === 'start' ? 0 : shape.anchor === 'middle' ? long / 2 : long;
      pdf.text(text, x + shape.x - left, y + shape.y - shape.size * 0.95, { lineBreak: false });
    }
  }
}

const cellSize = 9;
const padding = 4;

/** Columns as wide as wished, but where there is room none narrower than its longest word; the wider ones give what it lacks. */
function columnWidths(pdf: Pdf, table: ReportTable): number[] {
  const wished = table.columns.map(
    (column, index) => column.width ?? (index === 0 ? 3 : column.isNumber === true ? 1.4 : 2),
  );
  const all = wished.reduce((sum, one) => sum + one, 0);
  const asked = wished.map((one) => (one / all) * width);
  pdf.font('strong').fontSize(cellSize);
  const least = table.columns.map(({ title }, column) => {
    const words = [title, ...table.rows.map((row) => row[column]?.text ?? '')].flatMap((text) => {
      const whole = printable(text);
      // What is as short as a number or "vises ikke" stays in one line.
      return whole.length <= 10 ? [whole] : whole.split(/[ \n]/u);
    });
    return Math.max(...words.map((word) => pdf.widthOfString(word))) + padding * 2 + 0.5;
  });
  const lacking = asked.reduce((sum, one, column) => sum + Math.max(0, (least[column] ?? 0) - one), 0);
  const spare = asked.map((one, column) => Math.max(0, one - (least[column] ?? 0)));
  const allSpare = spare.reduce((sum, one) => sum + one, 0);
  if (lacking === 0 || allSpare < lacking) return asked;
  return asked.map((one, column) => Math.max(one, least[column] ?? 0) - ((spare[column] ?? 0) / allSpare) * lacking);
}

/** A table with its caption; the head is repeated on every page it reaches, for the eye alone. */
function drawTable(pdf: Pdf, root: Element, table: ReportTable, hasHead: boolean): void {
  const widths = columnWidths(pdf, table);
  const head = table.columns.map(({ title }) => printable(title));
  const cellHeight = (text: string, column: number, font: 'text' | 'strong') =>
    heightOf(pdf, text, cellSize, font, (widths[column] ?? 0) - padding * 2);
  const rowHeight = (texts: readonly string[], font: 'text' | 'strong') =>
    Math.max(...texts.map((text, column) => cellHeight(text, column, column === 0 ? 'strong' : font))) + padding * 2;
  const headHeight = hasHead ? rowHeight(head, 'strong') : 0;
  const rows = table.rows.map((row) => row.map(({ text }) => printable(text)));
  const first = rows[0] === undefined ? 0 : rowHeight(rows[0], 'text');
  makeRoom(pdf, headHeight + first + heightOf(pdf, printable(table.caption), 10, 'strong') + 20);

  const element = pdf.struct('Table');
  root.add(element);
  element.add(
    pdf.struct('Caption', {}, () => write(pdf, printable(table.caption), { font: 'strong', size: 9.5, after: 4 })),
  );
  let top = pdf.y;
  const cell = (texts: readonly string[], column: number, font: 'text' | 'strong') => {
    const isRight = table.columns[column]?.isNumber === true;
    const left = margins.left + widths.slice(0, column).reduce((sum, one) => sum + one, 0);
    pdf.font(font).fontSize(cellSize).fillColor(colour.text);
    pdf.text(texts[column] ?? '', left + padding, top + padding, {
      width: (widths[column] ?? 0) - padding * 2,
      lineGap: cellSize * 0.25,
      align: isRight ? 'right' : 'left',
    });
  };
  const headBack = () => pdf.rect(margins.left, top, width, headHeight).fill(colour.head);
  const rule = (y: number) =>
    pdf
      .lineWidth(0.5)
      .strokeColor(colour.line)
      .moveTo(margins.left, y)
      .lineTo(margins.left + width, y)
      .stroke();

  if (hasHead) {
    artifact(pdf, headBack);
    const cells = head.map((_, column) =>
      pdf.struct('TH', { scope: 'Column' } as never, () => cell(head, column, 'strong')),
    );
    element.add(pdf.struct('THead', {}, [pdf.struct('TR', {}, cells)]));
    top += headHeight;
  }
  const body = pdf.struct('TBody');
  element.add(body);
  rows.forEach((texts, index) => {
    const isTotal = table.hasTotal === true && index === rows.length - 1;
    const height = rowHeight(texts, isTotal ? 'strong' : 'text');
    if (top + height > floor) {
      pdf.addPage();
      top = pdf.y;
      if (hasHead) {
        artifact(pdf, () => {
          headBack();
          head.forEach((_, column) => cell(head, column, 'strong'));
        });
        top += headHeight;
      }
    }
    artifact(pdf, () => rule(isTotal ? top + 0.5 : top));
    const cells = texts.map((_, column) =>
      column === 0
        ? pdf.struct('TH', { scope: 'Row' } as never, () =>
            cell(texts, column, hasHead && !isTotal ? 'text' : 'strong'),
          )
        : pdf.struct('TD', {}, () => cell(texts, column, isTotal ? 'strong' : 'text')),
    );
    body.add(pdf.struct('TR', {}, cells));
    top += height;
  });
  artifact(pdf, () => rule(top));
  body.end();
  element.end();
  pdf.x = margins.left;
  pdf.y = top + 12;
}

/** Title, page number and fingerprint on every page, for the eye alone. */
function drawFurniture(pdf: Pdf, { language, hash }: { language: ReportLanguage; hash: string }, name: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    // Below the margin the library would begin a new page.
    pdf.page.margins = { ...margins, top: 0, bottom: 0 };
    artifact(pdf, () => {
      pdf.font('text').fontSize(8).fillColor(colour.quiet);
      if (index > 0) pdf.text(name, margins.left, 14 * millimetre, { width, height: 10, ellipsis: true });
      const y = page.height - 14 * millimetre;
      pdf.text(`Forspring · ${words[language].mark} ${hash.slice(0, 16)}`, margins.left, y, {
        width: width * 0.7,
        lineBreak: false,
      });
      pdf.text(words[language].page(index + 1, count), margins.left + width * 0.7, y, {
        width: width * 0.3,
        align: 'right',
      });
    });
  }
}
