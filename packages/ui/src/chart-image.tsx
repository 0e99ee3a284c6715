const SCALE = 2;
const MARGIN_PX = 24;
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
  const drawn = box.querySelector('svg');
  if (drawn === null) return null;
  const { width, height } = drawn.getBoundingClientRect();
  const copy = drawn.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return null;
  copyLook(drawn, copy);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const picture = await loadPicture(new XMLSerializer().serializeToString(copy));
  if (picture === null) return null;

  const look = getComputedStyle(document.body);
  const font = look.fontFamily;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.font = `600 17px ${font}`;
  const lines = wrap(pen, sentence, width);
  const top = MARGIN_PX + lines.length * 24 + 8;
  canvas.width = (width + 2 * MARGIN_PX) * SCALE;
  canvas.height = (top + height + (foot.length > 0 ? 28 : 0) + MARGIN_PX) * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = look.backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = look.color;
  pen.font = `600 17px ${font}`;
  lines.forEach((line, index) => pen.fillText(line, MARGIN_PX, MARGIN_PX + 16 + index * 24));
  pen.drawImage(picture, MARGIN_PX, top, width, height);
  pen.font = `400 13px ${font}`;
  pen.fillText(foot.join(' · '), MARGIN_PX, top + height + 20);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
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
