import { ruleFormOf } from '@forspring/domain/participation/series.rules';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { seriesWords } from './series.words.ts';

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

interface Said {
  rule: string | null;
  heldCount: number;
  skippedCount: number;
  startMinute: number | null;
  endMinute: number | null;
  venueName: string | null;
}

/** A series in one sentence: "41 fredage 18.00–22.30 i Hafnia-Hallen, 11 springes over". */
export function useSeriesSentence(): (said: Said) => string {
  const words = useWords(seriesWords);
  const { clockRange, counted, list, number } = useFormats();
  return ({ rule, heldCount, skippedCount, startMinute, endMinute, venueName }) => {
    const found = rule === null ? null : ruleFormOf(rule);
    const form = found?.kind === 'weekly' ? found : null;
    const [weekday] = form?.weekdays ?? [];
    let days = counted(heldCount, words.times);
    if (form !== null && form.weekdays.length === 1 && weekday !== undefined) {
      const names = heldCount === 1 ? words.weekdayNames : words.weekdayPlurals;
      days = `${number(heldCount)} ${names[weekday as Weekday]}`;
    } else if (form !== null)
      days = words.onWeekdays(days, list(form.weekdays.map((one) => words.weekdayNames[one as Weekday])));
    if (form !== null && form.everyWeeks > 1) days = words.everyOther(days, String(form.everyWeeks));
    return words.sentence(
      days,
      startMinute === null || endMinute === null ? '' : clockRange(startMinute, endMinute),
      venueName === null ? '' : words.inPlace(venueName),
      skippedCount === 0 ? '' : words.skipped(number(skippedCount)),
    );
  };
}
