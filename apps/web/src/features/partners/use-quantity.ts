import { minuteKinds, type PromiseKind, type ShownPeriod, type ShownPromise } from '@forspring/domain/partners/promise';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { ledgerWords } from './ledger.words.ts';

/** One quarter of one promise, as a row. */
export interface LedgerRow {
  promise: ShownPromise;
  period: ShownPeriod;
}

/** Says quantities of promises in words: minutes as hours, counts with what is counted. */
export function useQuantity() {
  const words = useWords(ledgerWords);
  const { hours, counted, number } = useFormats();
  const figure = ({ kind, unit }: { kind: PromiseKind; unit: string }, quantity: number) => {
    if (minuteKinds.includes(kind)) return hours(quantity);
    return kind === 'introductions' ? counted(quantity, words.introductions) : `${number(quantity)} ${unit}`;
  };
  /** What is promised, in a word: "Hal eller lokale", "træninger". */
  const what = ({ kind, unit }: { kind: PromiseKind; unit: string }) => (kind === 'other' ? unit : words.kinds[kind]);
  return { figure, what };
}
