import PDFDocument from 'pdfkit';
import encodeQR from 'qr';
import { type CardLanguage } from '@forspring/domain/participation/card';
import { cardText } from '@forspring/domain/participation/participant-code';
import { artifact, collected, fontFiles, type Pdf, printable } from '../../kernel/pdf-type.ts';

/** What a sheet of cards is made of. */
interface Sheet {
  codes: readonly string[];
  /** The project's title. */
  title: string;
  language: CardLanguage;
  madeAt: Date;
}

const millimetre = 72 / 25.4;
const page = { width: 210 * millimetre, height: 297 * millimetre };
/** The size of a bank card (ISO/IEC 7810 ID-1), so that it fits where cards are kept. */
const card = { width: 85.6 * millimetre, height: 53.98 * millimetre };
const columns = 2;
const rows = 5;
const cardsPerPage = columns * rows;
const left = (page.width - columns * card.width) / 2;
const top = (page.height - rows * card.height) / 2;
const qrSize = 30 * millimetre;
const padding = 6 * millimetre;

const words = {
  da: {
    sheet: (title: string) => `Deltagerkort til ${title}`,
    cut: 'Klip langs stregerne. Del kortene ud uden at skrive navne.',
    page: (number: number, of: number) => `Side ${number} af ${of}`,
    code: (code: string) => `Kort ${code}`,
    qr: (code: string) => `QR-kode med kortets nummer ${code}`,
    onlyANumber: 'Kortet er kun et nummer. Ingen ved, hvem det tilhører.',
    lost: 'Mistet? Få et nyt.',
  },
  en: {
    sheet: (title: string) => `Participant cards for ${title}`,
    cut: 'Cut along the lines. Hand the cards out without writing names.',
    page: (number: number, of: number) => `Page ${number} of ${of}`,
    code: (code: string) => `Card ${code}`,
    qr: (code: string) => `QR code with the card’s number ${code}`,
    onlyANumber: 'The card is only a number. Nobody knows whose it is.',
    lost: 'Lost it? Get a new one.',
  },
} as const;

/**
 * A sheet of cards as a tagged PDF (PDF/UA: structure tree, language, title, embedded fonts) on A4, ten of the size of a
 * bank card to a page, with lines to cut along. A card holds its code twice, in figures and as a QR, the project's title
 * and what the card is; nothing else.
 */
export function drawCardSheet({ codes, title, language, madeAt }: Sheet): Promise<Buffer> {
  const texts = words[language];
  const name = printable(texts.sheet(title));
  const pdf = new PDFDocument({
    autoFirstPage: false,
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    // The library writes PDF/UA; its types have not heard of it yet.
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: language === 'da' ? 'da-DK' : 'en-GB',
    displayTitle: true,
    info: { Title: name, Author: 'Forspring', CreationDate: madeAt, ModDate: madeAt },
  });
  pdf.registerFont('text', fontFiles.text);
  pdf.registerFont('strong', fontFiles.strong);
  const whole = collected(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);

  const pageCount = Math.ceil(codes.length / cardsPerPage);
  for (let number = 0; number < pageCount; number += 1) {
    pdf.addPage();
    const onPage = codes.slice(number * cardsPerPage, (number + 1) * cardsPerPage);
    const heading = () => {
      pdf.font('strong').fontSize(8).fillColor('#222');
      pdf.text(name, left, 14, { width: card.width * 1.4, height: 11, ellipsis: true });
    };
    if (number === 0) root.add(pdf.struct('H1', {}, heading));
    else artifact(pdf, heading);
    const note = () => {
      pdf.font('text').fontSize(7.5).fillColor('#444');
      pdf.text(texts.cut, left, 25, { width: card.width * 1.6, lineBreak: false });
    };
    if (number === 0) root.add(pdf.struct('P', {}, note));
    else artifact(pdf, note);
    artifact(pdf, () => {
      pdf.font('text').fontSize(7.5).fillColor('#444');
      pdf.text(texts.page(number + 1, pageCount), left + card.width, 14, { width: card.width, align: 'right' });
      drawCutLines(pdf, onPage.length);
    });
    onPage.forEach((code, place) => {
      const x = left + (place % columns) * card.width;
      const y = top + Math.floor(place / columns) * card.height;
      root.add(drawCard(pdf, { x, y, code, title: printable(title), language }));
    });
  }
  root.end();
  pdf.end();
  return whole;
}

/** Dashed lines around every place that holds a card, each line once. */
function drawCutLines(pdf: Pdf, cardCount: number): void {
  const usedRows = Math.ceil(cardCount / columns);
  pdf.lineWidth(0.5).strokeColor('#888').dash(3, { space: 3 });
  for (let row = 0; row <= usedRows; row += 1) {
    const y = top + row * card.height;
    const isLast = row === usedRows && cardCount % columns !== 0;
    pdf.moveTo(left, y).lineTo(left + card.width * (isLast ? 1 : columns), y);
  }
  for (let column = 0; column <= columns; column += 1) {
    const x = left + column * card.width;
    const rowCount = column === columns ? Math.floor(cardCount / columns) : usedRows;
    if (rowCount > 0) pdf.moveTo(x, top).lineTo(x, top + rowCount * card.height);
  }
  pdf.stroke().undash();
}

interface Place {
  x: number;
  y: number;
  code: string;
  title: string;
  language: CardLanguage;
}

function drawCard(pdf: Pdf, { x, y, code, title, language }: Place) {
  const texts = words[language];
  const qrTop = y + (card.height - qrSize) / 2;
  const textLeft = x + padding + qrSize + padding;
  const width = x + card.width - padding - textLeft;
  const line =
    (font: 'text' | 'strong', size: number, colour: string, at: number, text: string, height?: number) => () => {
      pdf.font(font).fontSize(size).fillColor(colour);
      pdf.text(text, textLeft, at, { width, ...(height === undefined ? {} : { height, ellipsis: true }) });
    };
  return pdf.struct('Sect', { title: texts.code(code) }, [
    pdf.struct('H2', {}, line('strong', 21, '#000', y + 16, code)),
    pdf.struct('P', {}, line('strong', 9, '#222', y + 46, title, 34)),
    pdf.struct('P', {}, line('text', 8, '#222', y + 88, texts.onlyANumber)),
    pdf.struct('P', {}, line('text', 8, '#222', y + 124, texts.lost)),
    pdf.struct('Figure', { alt: texts.qr(code) }, () => {
      drawQr(pdf, code, x + padding, qrTop);
    }),
  ]);
}

/** The code as a QR of the smallest version with the strongest correction, one path of squares. */
function drawQr(pdf: Pdf, code: string, x: number, y: number): void {
  const withBorder = encodeQR(cardText(code), 'raw', { ecc: 'high', border: 1 });
  const modules = withBorder.slice(1, -1);
  const size = qrSize / modules.length;
  modules.forEach((line, row) =>
    line.slice(1, -1).forEach((isDark, column) => {
      if (isDark) pdf.rect(x + column * size, y + row * size, size, size);
    }),
  );
  pdf.fill('#000');
}
