import PDFDocument from 'pdfkit';
import encodeQR from 'qr';
import type { CardLanguage } from '@forspring/domain/participation/card';
import { privacyText } from '@forspring/domain/surveys/answering';
import { type BothTexts, secondsOf, type SurveyItem } from '@forspring/domain/surveys/survey-item';

import { collected, fontFiles, type Pdf, printable } from '../../kernel/pdf-type.ts';

/** What a sheet with a link is made of. */
interface Sheet {
  projectTitle: string;
  title: BothTexts;
  items: SurveyItem[];
  opensOn: string;
  closesOn: string;
  salt: string | null;
  unlinkOn: string | null;
  address: string;
  language: CardLanguage;
  madeAt: Date;
}

const millimetre = 72 / 25.4;
const page = { width: 210 * millimetre, height: 297 * millimetre };
const margin = 22 * millimetre;
const width = page.width - 2 * margin;
const qrSize = 78 * millimetre;

const words = {
  da: {
    scan: 'Peg telefonens kamera på feltet, og svar.',
    open: (from: string, until: string) => `Åbent fra ${from} til og med ${until}.`,
    minutes: (minutes: number) => `Det tager cirka ${minutes} ${minutes === 1 ? 'minut' : 'minutter'}.`,
    card: 'Har du et kort, så hav det i hånden.',
    free: 'Du bestemmer selv, om du vil svare, og du kan springe hvert spørgsmål over.',
    or: 'Eller skriv adressen:',
    qr: (address: string) => `QR-kode, der åbner ${address}`,
    help: 'Vil du tale med nogen? Ring gratis til Børnetelefonen på 116 111.',
  },
  en: {
    scan: 'Point your phone’s camera at the square and answer.',
    open: (from: string, until: string) => `Open from ${from} until ${until}.`,
    minutes: (minutes: number) => `It takes about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    card: 'If you have a card, keep it at hand.',
    free: 'You decide whether to answer, and you can skip any question.',
    or: 'Or type the address:',
    qr: (address: string) => `QR code that opens ${address}`,
    help: 'Would you like to talk to somebody? Call Børnetelefonen (the children’s helpline), free, on 116 111.',
  },
} as const;

/**
 * One A4 page as a tagged PDF (PDF/UA): the name of the survey, how to open it, a large QR, its address in letters, until
 * when, and what is promised about the answers.
 */
export function drawLinkSheet(sheet: Sheet): Promise<Buffer> {
  const { language, address, madeAt } = sheet;
  const texts = words[language];
  const locale = language === 'da' ? 'da-DK' : 'en-GB';
  const dayForm = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const dayText = (day: string) => dayForm.format(new Date(`${day}T12:00:00Z`));
  const title = printable((language === 'en' ? sheet.title.en : null) ?? sheet.title.da);
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    // The library writes PDF/UA; its types have not heard of it yet.
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: locale,
    displayTitle: true,
    info: { Title: title, Author: 'Forspring', CreationDate: madeAt, ModDate: madeAt },
  });
  pdf.registerFont('text', fontFiles.text);
  pdf.registerFont('strong', fontFiles.strong);
  const whole = collected(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const line = (kind: 'H1' | 'P', font: 'text' | 'strong', size: number, text: string, gap: number) =>
    root.add(
      pdf.struct(kind, {}, () => {
        pdf.font(font).fontSize(size).fillColor('#111').text(printable(text), margin, pdf.y, { width });
        pdf.y += gap;
      }),
    );
  const minutes = Math.max(1, Math.round(secondsOf(sheet.items) / 60));
  line('P', 'text', 14, sheet.projectTitle, 2);
  line('H1', 'strong', 30, title, 12);
  line('P', 'strong', 16, texts.scan, 12);
  const left = (page.width - qrSize) / 2;
  const bbox = [left, pdf.y, left + qrSize, pdf.y + qrSize];
  root.add(
    pdf.struct('Figure', { alt: texts.qr(address), bbox, placement: 'Block' } as never, () => {
      drawQr(pdf, address, left, pdf.y);
      pdf.y += qrSize + 14;
    }),
  );
  line('P', 'text', 11, texts.or, 2);
  line('P', 'strong', 12, address, 14);
  line('P', 'text', 13, `${texts.open(dayText(sheet.opensOn), dayText(sheet.closesOn))} ${texts.minutes(minutes)}`, 6);
  const until = sheet.salt === null || sheet.unlinkOn === null ? null : dayText(sheet.unlinkOn);
  if (until !== null) line('P', 'text', 13, texts.card, 6);
  line('P', 'text', 13, texts.free, 6);
  line('P', 'text', 11, privacyText(until, language), 6);
  line('P', 'text', 11, texts.help, 0);
  root.end();
  pdf.end();
  return whole;
}

/** An address as a QR with medium correction, one path of squares. */
function drawQr(pdf: Pdf, address: string, x: number, y: number): void {
  const modules = encodeQR(address, 'raw', { ecc: 'medium', border: 1 });
  const size = qrSize / modules.length;
  modules.forEach((row, line) =>
    row.forEach((isDark, column) => {
      if (isDark) pdf.rect(x + column * size, y + line * size, size, size);
    }),
  );
  pdf.fill('#000');
}
