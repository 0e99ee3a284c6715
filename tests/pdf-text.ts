import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Title, language and the words of every page of a PDF, as another program reads them. */
export async function textOfPdf(bytes: Buffer): Promise<{ title: string; language: string; pages: string[] }> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const { info } = await document.getMetadata();
  const { Title, Language } = info as { Title?: string; Language?: string };
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(
      content.items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/gu, ' '),
    );
  }
  return { title: Title ?? '', language: Language ?? '', pages };
}
