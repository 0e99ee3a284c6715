import { closeSync, openSync, writeSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import decodeQR from 'qr/decode.js';
import encodeQR from 'qr';

const video = { width: 640, height: 480, frames: 10 };

/** Writes a film of a QR held still before a camera, in the format a browser's fake camera plays. */
export function filmQr(path: string, text: string): void {
  const modules = encodeQR(text, 'raw', { ecc: 'high', border: 4 });
  const size = Math.floor((video.height * 0.8) / modules.length);
  const left = Math.floor((video.width - size * modules.length) / 2);
  const top = Math.floor((video.height - size * modules.length) / 2);
  const light = Buffer.alloc(video.width * video.height, 180);
  for (let y = 0; y < video.height; y += 1)
    for (let x = 0; x < video.width; x += 1) {
      const row = modules[Math.floor((y - top) / size)];
      const isDark = y < top || x < left ? undefined : row?.[Math.floor((x - left) / size)];
      if (isDark !== undefined) light[y * video.width + x] = isDark ? 20 : 235;
    }
  const colour = Buffer.alloc((video.width * video.height) / 2, 128);
  const file = openSync(path, 'w');
  writeSync(file, `YUV4MPEG2 W${video.width} H${video.height} F10:1 Ip A1:1 C420mpeg2\n`);
  for (let frame = 0; frame < video.frames; frame += 1) {
    writeSync(file, 'FRAME\n');
    writeSync(file, light);
    writeSync(file, colour);
  }
  closeSync(file);
}

/** What a sheet of cards holds, read as a program for the blind and as a camera would read it. */
export interface ReadSheet {
  title: string;
  language: string;
  isTagged: boolean;
  pageCount: number;
  /** Roles of the structure tree of the first page, in reading order. */
  roles: string[];
  /** What is said of the figures on the first page. */
  figures: string[];
  text: string;
  /** The codes written on the first page, and what its QRs hold, card by card. */
  written: string[];
  scanned: string[];
  /** Whether every font is inside the file. */
  hasOwnFonts: boolean;
  /** The first page as a picture. */
  picture: Buffer;
}

interface Node {
  role?: string;
  alt?: string;
  children?: Node[];
}

const scale = 3;
const toPixels = (millimetres: number) => Math.round((millimetres * 72 * scale) / 25.4);
const card = { width: 85.6, height: 53.98, left: (210 - 2 * 85.6) / 2, top: (297 - 5 * 53.98) / 2 };

/** Reads a sheet of cards: its tags, its text, and every QR of the first page from a picture of it. */
export async function readSheet(bytes: Uint8Array): Promise<ReadSheet> {
  const source = Buffer.from(bytes).toString('latin1');
  const count = (mark: RegExp) => source.match(mark)?.length ?? 0;
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const { info } = await document.getMetadata();
  const { Title, Language } = info as { Title?: string; Language?: string };
  const page = await document.getPage(1);
  const tree = (await page.getStructTree()) as Node | null;
  const nodes: Node[] = [];
  const walk = (node: Node) => {
    nodes.push(node);
    for (const child of node.children ?? []) walk(child);
  };
  if (tree) walk(tree);

  const content = await page.getTextContent();
  const text = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, viewport }).promise;
  const pen = canvas.getContext('2d');
  const scanned: string[] = [];
  for (let place = 0; place < 10; place += 1) {
    const x = toPixels(card.left + (place % 2) * card.width + 1);
    const y = toPixels(card.top + Math.floor(place / 2) * card.height + 1);
    const { data, width, height } = pen.getImageData(x, y, toPixels(42), toPixels(card.height - 2));
    try {
      scanned.push(decodeQR({ data, width, height }));
    } catch {
      // A place without a card.
    }
  }
  return {
    title: Title ?? '',
    language: Language ?? '',
    isTagged: /\/Marked true/.test(source),
    pageCount: document.numPages,
    roles: nodes.flatMap(({ role }) => role ?? []),
    figures: nodes.flatMap(({ alt }) => alt ?? []),
    text,
    written: text.match(/\b[CDFHJKMNPRTVWX3479]{2}-[CDFHJKMNPRTVWX3479]{3}\b/g) ?? [],
    scanned,
    hasOwnFonts: count(/\/FontFile2/g) === count(/\/Type \/FontDescriptor/g) && count(/\/FontFile2/g) > 0,
    picture: canvas.toBuffer('image/png'),
  };
}
