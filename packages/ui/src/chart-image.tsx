const SCALE = 2;
const MARGIN_PX = 24;
const TRIES = 40;
const TRY_MILLIS = 100;
const COPIED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'fill-opacity',
  'stroke-opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

/**
 * Draws the chart's svg, its sentence above and its lines below as a PNG on the page's own ground.
 * Answers null when there is no drawing (a chart still on its way) or the browser cannot draw it.
 */
export async function drawPng(box: HTMLElement, sentence: string, foot: string[]): Promise<Blob | null> {
  const drawn = await drawingIn(box);
  const chart = drawn === null ? null : await pictureOf(drawn);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (chart === null || pen === null) return null;
  const signs = await legendOf(box);

  const look = getComputedStyle(document.body);
  const font = look.fontFamily;
  pen.font = `600 17px ${font}`;
  const lines = wrap(pen, sentence, chart.width);
  const legendTop = MARGIN_PX + lines.length * 24;
  const top = legendTop + (signs.length > 0 ? 28 : 8);
  canvas.width = (chart.width + 2 * MARGIN_PX) * SCALE;
  canvas.height = (top + chart.height + (foot.length > 0 ? 28 : 0) + MARGIN_PX) * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = look.backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = look.color;
  pen.font = `600 17px ${font}`;
  lines.forEach((line, index) => pen.fillText(line, MARGIN_PX, MARGIN_PX + 16 + index * 24));
  pen.font = `400 13px ${font}`;
  let x = MARGIN_PX;
  for (const { sign, text } of signs) {
    pen.drawImage(sign.picture, x, legendTop + 4, sign.width, sign.height);
    pen.fillText(text, x + 20, legendTop + 16);
    x += 36 + pen.measureText(text).width;
  }
  pen.drawImage(chart.picture, MARGIN_PX, top, chart.width, chart.height);
  pen.fillText(foot.join(' · '), MARGIN_PX, top + chart.height + 20);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** The chart among the drawings of its box (a legend's signs are drawings too), once its code has come; else null. */
async function drawingIn(box: HTMLElement): Promise<SVGSVGElement | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [largest] = Array.from(box.querySelectorAll('svg')).sort((a, b) => areaOf(b) - areaOf(a));
    if (largest !== undefined) return largest;
    await new Promise((resolve) => setTimeout(resolve, TRY_MILLIS));
  }
  return null;
}

interface Picture {
  picture: HTMLImageElement;
  width: number;
  height: number;
}

function areaOf(svg: SVGSVGElement): number {
  const { width, height } = svg.getBoundingClientRect();
  return width * height;
}

async function legendOf(box: HTMLElement): Promise<{ sign: Picture; text: string }[]> {
  const items = await Promise.all(
    Array.from(box.querySelectorAll('.fs-legend li'), async (item) => {
      const svg = item.querySelector('svg');
      const sign = svg === null ? null : await pictureOf(svg);
      return sign === null ? [] : [{ sign, text: item.textContent ?? '' }];
    }),
  );
  return items.flat();
}

async function pictureOf(drawn: SVGSVGElement): Promise<Picture | null> {
  const { width, height } = drawn.getBoundingClientRect();
  const copy = drawn.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return null;
  copyLook(drawn, copy);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const picture = await loadPicture(new XMLSerializer().serializeToString(copy));
  return picture === null ? null : { picture, width, height };
}

/** A picture of an svg knows no style sheet, so the look of every part is written on it. */
function copyLook(from: Element, to: Element) {
  const look = getComputedStyle(from);
  for (const property of COPIED) {
    const value = look.getPropertyValue(property);
    if (value !== '') to.setAttribute(property, value);
  }
  to.setAttribute('font-family', look.fontFamily);
  to.removeAttribute('class');
  Array.from(from.children).forEach((child, index) => {
    const twin = to.children[index];
    if (twin !== undefined) copyLook(child, twin);
  });
}

async function loadPicture(svg: string): Promise<HTMLImageElement | null> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  return picture.decode().then(
    () => picture,
    () => null,
  );
}

function wrap(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && pen.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
