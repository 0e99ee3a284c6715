import type { ReportFile, ReportForm } from '@forspring/domain/evaluation/report';
import type { Report } from './report.ts';

const contentTypes: Record<ReportForm, string> = {
  pdf: 'application/pdf',
  html: 'text/html;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
};

/** A report in one of its forms. What draws it is fetched when somebody asks, not when the server starts. */
export async function fileOf(report: Report, form: ReportForm): Promise<ReportFile> {
  const bytes = await bytesOf(report, form);
  return {
    fileName: `${nameOf(report.title)}.${form}`,
    contentType: contentTypes[form],
    base64: bytes.toString('base64'),
  };
}

async function bytesOf(report: Report, form: ReportForm): Promise<Buffer> {
  switch (form) {
    case 'pdf':
      return (await import('./report-pdf.ts')).drawReportPdf(report);
    case 'html':
      return Buffer.from((await import('./report-html.ts')).writeReportHtml(report), 'utf8');
    case 'xlsx':
      return (await import('./report-sheets.ts')).writeReportXlsx(report);
    case 'csv':
      return Buffer.from((await import('./report-sheets.ts')).writeReportCsv(report), 'utf8');
  }
}

/** A file name from a title: lower case, æ ø å spelled out, words joined by hyphens. */
function nameOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return (
    plain
      .replace(/[^a-z0-9]+/gu, '-')
      .slice(0, 80)
      .replace(/^-|-$/gu, '') || 'rapport'
  );
}
