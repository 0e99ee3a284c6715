import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { reportForms } from '@forspring/domain/evaluation/report';
import { textOfPdf } from '@forspring/tests/pdf-text';
import { readPdf } from '@forspring/tests/pdf-ua';
import { drawChart } from './report-chart.ts';
import { fileOf } from './report-file.ts';
import { type Report, type ReportBlock, type ReportTable, textsOfReport } from './report.ts';
import { valuesFor } from './report-values.ts';

const values = valuesFor('da');
const table = (rowCount: number): ReportTable => ({
  name: 'Økonomi',
  caption: 'Budget og regnskab',
  columns: [{ title: 'Post' }, { title: 'Budget', isNumber: true }, { title: 'Rest', isNumber: true }],
  rows: [
    ...Array.from({ length: rowCount }, (_, index) => [
      values.text(`Post ${index + 1} ærø på Åen`),
      values.money((index + 1) * 123_450),
      index === 0 ? values.missing('withheld') : values.share(index / 100),
    ]),
    [values.text('=SUM(A1)'), values.money(-5000), values.day('2026-11-13')],
  ],
  hasTotal: true,
});

const report = (blocks: ReportBlock[] = []): Report => ({
  title: 'Fredagshallen 2025: rapport på Østerbro',
  lines: ['Valby, København', 'Udgave til bevillingsgiver.'],
  language: 'da',
  madeAt: new Date('2026-02-20T10:30:00Z'),
  hash: 'a'.repeat(64),
  blocks: [
    { kind: 'heading', level: 2, text: 'Kort fortalt' },
    { kind: 'text', text: `${'En lang fortælling om fredage. '.repeat(60)}\nOg et afsnit til.` },
    { kind: 'list', items: ['Første punkt', 'Et punkt på flere linjer '.repeat(20)] },
    {
      kind: 'figure',
      sentence: 'Trygge fredag aften: fra 52 % til 61 % (n = 41).',
      source: 'Kilde: spørgeskema.',
      chart: {
        kind: 'readings',
        points: [
          { value: 0.52, text: '52 %', label: 'Udgangspunkt', lower: null, upper: null, isStart: true },
          { value: 0.61, text: '61 %', label: '28. november', lower: 0.45, upper: 0.74, isStart: false },
        ],
        target: { value: 0.65, text: 'Mål 65 %' },
        ticks: [0, 0.5, 1].map((value) => ({ value, text: `${value * 100} %` })),
      },
    },
    { kind: 'heading', level: 2, text: 'Budget og regnskab' },
    { kind: 'table', table: table(70) },
    { kind: 'facts', table: { ...table(2), name: 'Tal' } },
    ...blocks,
  ],
});

const bytesOf = async (made: Report, form: (typeof reportForms)[number]) =>
  Buffer.from((await fileOf(made, form)).base64, 'base64');
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a report as PDF', () => {
  it('keeps every rule of PDF/UA that a machine can see, over several pages', async () => {
    const read = readPdf(await bytesOf(report(), 'pdf'));
    expect(read.problems).toEqual([]);
    expect(read.pageCount).toBeGreaterThan(2);
    expect(read.alts).toEqual(['Trygge fredag aften: fra 52 % til 61 % (n = 41).']);
    expect(read.roles.filter((role) => role === 'Table')).toHaveLength(2);
    expect(read.roles.filter((role) => role === 'TR')).toHaveLength(1 + 71 + 3);
    // In the order it is read: the sentence, its figure, then the accounts.
    expect(read.roles.indexOf('Figure')).toBeLessThan(read.roles.indexOf('Table'));
  });

  it('the check sees what is broken', async () => {
    const whole = (await bytesOf(report(), 'pdf')).toString('latin1');
    const broken = (from: string | RegExp, to: string) =>
      readPdf(Buffer.from(whole.replace(from, to), 'latin1')).problems;
    expect(broken('<pdfuaid:part>1<', '<pdfuaid:part>3<')).toContain('the metadata do not say PDF/UA-1');
    expect(broken('/Lang (da-DK)', '/Lung (da-DK)')).toContain('the document has no language');
    expect(broken('/Marked true', '/Marked null')).toContain('the document is not marked');
    expect(broken('/DisplayDocTitle true', '/DisplayDocTitle null')).toContain('the window does not show the title');
    expect(broken('/Scope /Column', '/Scope /Kolumn')).toContain('a head of a table has no scope');
    expect(broken('/S /H2', '/S /H5')).toContain('H5 follows H1');
    expect(broken(/\/S \/TBody/u, '/S /TBodx')).toContain('TR lies in TBodx');
    expect(broken('/Tabs /S', '/Tabs /R').some((one) => one.includes('not read by its structure'))).toBe(true);
    expect(broken('/ToUnicode', '/ToUnicoda').some((one) => one.includes('Unicode'))).toBe(true);
    expect(broken(/\/FontFile2/gu, '/FontFilex').some((one) => one.includes('not embedded'))).toBe(true);
    expect(broken(/\/Alt [^\n]+/u, '/Alx (x)')).toContain('a figure is not described');
    expect(broken('/BBox', '/BBix')).toContain('a figure has no place');
  });

  it('has its words and Danish letters in reading order', async () => {
    const { title, language, pages } = await textOfPdf(await bytesOf(report(), 'pdf'));
    expect({ title, language }).toEqual({ title: 'Fredagshallen 2025: rapport på Østerbro', language: 'da-DK' });
    expect(pages.join(' ')).toContain('Post 70 ærø på Åen');
    expect(pages.join(' ')).toContain('vises ikke');
    expect(pages[0]).toMatch(/Side 1 af \d/u);
  });
});

describe('a report in every form', () => {
  it.each(reportForms)('%s is the same bytes when it is made twice, and in another process', async (form) => {
    const made = report();
    const first = hashOf(await bytesOf(made, form));
    expect(hashOf(await bytesOf(made, form))).toBe(first);
    const script = `
      import { createHash } from 'node:crypto';
      import { fileOf } from ${JSON.stringify(import.meta.resolve('./report-file.ts'))};
      const made = JSON.parse(process.argv[1], (key, value) => (key === 'madeAt' ? new Date(value) : value));
      const { base64 } = await fileOf(made, ${JSON.stringify(form)});
      console.log(createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex'));`;
    const later = execFileSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(made)], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'America/New_York' },
    });
    expect(later.trim()).toBe(first);
  });

  it('HTML needs nothing beside it, names its language and scopes every head', async () => {
    const html = (await bytesOf(report([{ kind: 'text', text: '<b>&"' }]), 'html')).toString('utf8');
    expect(html).toContain('<html lang="da">');
    expect(html).not.toMatch(/<script|<link|src=|href=|url\(/u);
    expect(html).toContain('&lt;b&gt;&amp;&quot;');
    expect(html.match(/<th(?=[ >])(?! scope="(?:col|row)")/gu)).toBeNull();
    expect(html).toContain('role="img" aria-label="Trygge fredag aften: fra 52 % til 61 % (n = 41)."');
  });

  it('a spreadsheet holds numbers as numbers, days as days, and words for what is missing', async () => {
    const files = unzipSync(new Uint8Array(await bytesOf(report(), 'xlsx')));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<v>1234.5</v>');
    expect(sheet).toContain('<v>0.01</v>');
    const workbook = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/gu)].map((one) => one[1])).toEqual(['Økonomi', 'Tal']);
    const strings = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(strings).toContain('vises ikke');
    expect(strings).toContain('=SUM(A1)');
  });

  it('CSV says the type of every cell, gives a withheld one no value and runs no formula', async () => {
    const lines = (await bytesOf(report(), 'csv')).toString('utf8').split('\r\n');
    expect(lines[0]).toBe('\ufeffTabel;Række;Kolonne;Type;Værdi;Som vist');
    expect(lines[1]).toBe('Budget og regnskab;Post 1 ærø på Åen;Budget;kroner;1234,5;1.235\u00a0kr.');
    expect(lines[2]).toBe('Budget og regnskab;Post 1 ærø på Åen;Rest;mangler;;vises ikke');
    expect(lines.some((line) => line.includes(";'=SUM(A1);Budget;kroner;-50;"))).toBe(true);
  });
});

/** The runs of digits in a text, with the signs that stand inside numbers. */
const numbersOf = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/gu) ?? [];

/** Every value of a report's tables as a spreadsheet may hold it. */
const plainValues = ({ blocks }: Report) =>
  blocks
    .flatMap((block) => (block.kind === 'table' || block.kind === 'facts' ? block.table.rows.flat() : []))
    .map((value) => ('value' in value ? String(value.value) : value.type === 'day' ? value.on : value.text));

/** The texts of a chart: its labels and what its marks are called. */
function chartTexts({ blocks }: Report): string[] {
  const texts: string[] = [];
  JSON.stringify(
    blocks.flatMap((block) => (block.kind === 'figure' ? [block.chart] : [])),
    (_, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    },
  );
  return texts;
}

describe('a report says the same in every form, and nothing beside (disclosure 7.7)', () => {
  const made = report();
  const said = [...textsOfReport(made), ...chartTexts(made)];
  const known = new Set(said.flatMap(numbersOf));

  it('HTML prints every text of it and no other number', async () => {
    const html = (await bytesOf(made, 'html')).toString('utf8');
    const shown = html
      .replaceAll(/<style>.*?<\/style>/gsu, '')
      .replaceAll(/<[^>]+>/gu, '\n')
      .replaceAll('&amp;', '&');
    for (const text of textsOfReport(made).flatMap((one) => one.split('\n')))
      if (text.trim() !== '') expect(shown).toContain(text.trim());
    expect(numbersOf(shown).filter((one) => !known.has(one))).toEqual([]);
  });

  it('PDF prints every number of it and no other but those of its pages', async () => {
    const { pages } = await textOfPdf(await bytesOf(made, 'pdf'));
    const shown = numbersOf(pages.join(' ').replaceAll(/Side \d+ af \d+/gu, ''));
    expect(shown.filter((one) => !known.has(one))).toEqual([]);
    expect(
      textsOfReport(made)
        .flatMap(numbersOf)
        .filter((one) => !shown.includes(one)),
    ).toEqual([]);
  });

  it('spreadsheets hold every value of its tables and no other', async () => {
    const values = new Set(plainValues(made));
    const csv = (await bytesOf(made, 'csv')).toString('utf8').split('\r\n').slice(1, -1);
    const cells = csv.map((line) => line.split(';')[4] ?? '').filter((one) => one !== '');
    expect(cells.filter((one) => !values.has(one.replace(',', '.')))).toEqual([]);
    const files = unzipSync(new Uint8Array(await bytesOf(made, 'xlsx')));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const numbers = [...sheet.matchAll(/<c (?![^>]*t="s")[^>]*><v>([^<]+)<\/v>/gu)].map(([, value]) => value ?? '');
    const days = [...values]
      .filter((one) => /^\d{4}-/u.test(one))
      .map((one) => String(Date.parse(one) / 86_400_000 + 25_569));
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.filter((one) => !values.has(one) && !days.includes(one))).toEqual([]);
  });
});

it('looks through every text of a report', () => {
  expect(textsOfReport(report())).toEqual(
    expect.arrayContaining([
      'Udgave til bevillingsgiver.',
      'Første punkt',
      'Post 70 ærø på Åen',
      'Kilde: spørgeskema.',
    ]),
  );
});

it('a chart stays inside its width, however long its labels are', () => {
  const long = 'Kompetenceudvikling og konflikthåndtering for alle voksne i hele huset';
  const mark = (value: number) => ({ value, text: `${value} kr.` });
  const chart = drawChart(
    { kind: 'pairs', legend: ['Budget', 'Forbrug'], rows: [{ label: long, first: mark(3), second: mark(9_999_999) }] },
    480,
  );
  for (const shape of chart.shapes) {
    if (shape.kind === 'rect') expect(shape.x + shape.width).toBeLessThanOrEqual(480);
    if (shape.kind === 'text' && shape.anchor === 'start')
      expect(shape.x + shape.text.length * shape.size * 0.5).toBeLessThanOrEqual(480);
  }
});
