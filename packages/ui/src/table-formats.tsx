import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { ColumnKind } from './table-state.tsx';
import { useUiWords } from './words.tsx';

/** The plain form of each kind of column: whole kroner, one decimal of a per cent, 20.11.2026. */
export function useColumnFormats(): (kind: ColumnKind, value: string | number | null | undefined) => ReactNode {
  const { locale, language, number } = useUiWords();
  return useMemo(() => {
    const money = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    const day = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: language === 'da' ? 'numeric' : 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
    return (kind, value) => {
      if (value === null || value === undefined || value === '') return <span className="fs-missing">–</span>;
      if (typeof value === 'string') return kind === 'day' ? day.format(new Date(`${value}T00:00:00Z`)) : value;
      if (kind === 'money') return `${money.format(value / 100)}\u00a0kr.`;
      return kind === 'share' ? percent.format(value) : number(value);
    };
  }, [locale, language, number]);
}
