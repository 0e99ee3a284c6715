import type { ShownDifference } from '@forspring/domain/evaluation/correction';
import { valueText } from '@forspring/domain/evaluation/value-text';
import { useFormats } from '../../kernel/formats.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { correctionWords } from './correction.words.ts';
import { evaluationWords } from './evaluation.words.ts';

const otherLanguage = { da: 'sentenceEn', en: 'sentenceDa' } as const;

/** What was frozen beside what the data say now, in words; nothing where the reader is not shown the numbers. */
export function CorrectionDetails({ details }: { details: readonly ShownDifference[] }) {
  const words = useWords(correctionWords);
  const language = useLanguage();
  const { nameOf, textOf } = useDifferenceTexts();
  const paths = new Set(details.map(({ path }) => path));
  const told = details.filter(
    ({ path }) =>
      !path.endsWith(otherLanguage[language]) &&
      !path.endsWith('.version') &&
      // The same number stands with the process figures.
      !(path.startsWith('figures.') && paths.has(path.replace('figures.', 'process.'))),
  );
  if (told.length === 0) return null;
  return (
    <details>
      <summary>{words.details}</summary>
      <div className="fs-table-frame" data-phone="stack">
        <table className="fs-table" role="table" aria-label={words.details}>
          <thead role="rowgroup">
            <tr role="row">
              {[words.what, words.was, words.is].map((title) => (
                <th key={title} scope="col" role="columnheader">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {told.map((one) => (
              <tr key={one.path} role="row">
                <th scope="row" role="rowheader">
                  {nameOf(one)}
                </th>
                <td role="cell" data-title={words.was}>
                  {textOf(one, one.from)}
                </td>
                <td role="cell" data-title={words.is}>
                  {textOf(one, one.to)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A place in the frozen form by its name, and a value there as it is read. */
function useDifferenceTexts() {
  const words = useWords(correctionWords);
  const { parts, attainments } = useWords(evaluationWords);
  const language = useLanguage();
  const { number, money, hours, day } = useFormats();
  const fieldOf = (path: string) =>
    path
      .split('.')
      .findLast((key) => !/^\d+$/u.test(key))
      ?.replace(/^sentence(?:Da|En)$/u, 'sentence') ?? '';

  function nameOf({ path, part, about, from, unit }: ShownDifference): string {
    const field = fieldOf(path);
    const known = Object.hasOwn(words.fields, field) ? words.fields[field as keyof typeof words.fields] : undefined;
    const name = field === 'measurements' && from === null && unit !== null ? words.newReading : known;
    return [about === '' ? parts[part] : about, name].filter((one) => one !== undefined).join(': ');
  }
  function textOf({ path, unit }: ShownDifference, json: string | null): string {
    if (json === null) return words.nothing;
    const field = fieldOf(path);
    const value: unknown = JSON.parse(json);
    if (typeof value === 'number') {
      if (field.endsWith('Oere')) return money(value);
      if (field.endsWith('Minutes')) return hours(value);
      return unit !== null && ['value', 'lower', 'upper'].includes(field)
        ? valueText(value, unit, language)
        : number(value, 1);
    }
    if (typeof value === 'string') {
      if (/^\d{4}-\d\d-\d\d$/u.test(value)) return day(value);
      return Object.hasOwn(attainments, value) ? attainments[value as keyof typeof attainments] : value;
    }
    return readingText(value, unit) ?? words.more;
  }
  function readingText(reading: unknown, unit: ShownDifference['unit']): string | null {
    if (unit === null || typeof reading !== 'object' || reading === null) return null;
    if (!('value' in reading) || !('measuredOn' in reading)) return null;
    const { value, measuredOn } = reading;
    return typeof value === 'number' && typeof measuredOn === 'string'
      ? `${valueText(value, unit, language)} (${day(measuredOn)})`
      : null;
  }
  return { nameOf, textOf };
}
