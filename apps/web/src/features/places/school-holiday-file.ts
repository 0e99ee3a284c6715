import Papa from 'papaparse';
import type { HolidayLine } from '@forspring/domain/places/school-holiday.rules';

/** The largest file that is looked at: a calendar of holidays is a page or two. */
const maxBytes = 200_000;

/** Text as lines split at semicolons, tabs or commas, quotation marks undone. */
export function splitLines(text: string): HolidayLine[] {
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [';', '\t', ','] });
  return data.map((parts, index) => ({ line: index + 1, parts }));
}

/** The text of a chosen file, also as older spreadsheets write it; null when it is too large to be a list of holidays. */
export async function textOfFile(file: File): Promise<string | null> {
  if (file.size > maxBytes) return null;
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
