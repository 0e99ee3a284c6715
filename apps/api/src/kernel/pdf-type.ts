import { fileURLToPath } from 'node:url';
import type PDFDocument from 'pdfkit';

/** A document being drawn. */
export type Pdf = InstanceType<typeof PDFDocument>;

/** The embedded typeface in its two weights. */
export const fontFiles = {
  text: fileURLToPath(import.meta.resolve('@fontsource/inter/files/inter-latin-400-normal.woff')),
  strong: fileURLToPath(import.meta.resolve('@fontsource/inter/files/inter-latin-700-normal.woff')),
};

/** A text in the signs the embedded font has: a letter it lacks loses its accent, anything else becomes a dot. */
export function printable(text: string): string {
  const has = /^[\n\u0020-\u007e\u00a0-\u00ff–—‘’“”•…]$/u;
  return [...text]
    .map((sign) => (has.test(sign) ? sign : ([...sign.normalize('NFD')].find((part) => has.test(part)) ?? '·')))
    .join('');
}

/** The bytes of a document once it has ended. */
export function collected(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
}

/** Draws what a reader of the content need not hear: page furniture, lines, repeated heads. */
export function artifact(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}
