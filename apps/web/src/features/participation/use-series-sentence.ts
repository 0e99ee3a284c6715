import { ruleFormOf } from '@forspring/domain/participation/series.rules';
import type { SeriesKind } from '@forspring/domain/participation/session';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { seriesWords } from './series.words.ts';

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
type Ordinal = 1 | 2 | 3 | 4 | -1;

interface Said {
  kind: SeriesKind;
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
  const nameOf = (weekday: number) => words.weekdayNames[weekday as Weekday];

  /** How many, and on which days. */
  function daysOf(rule: string | null, heldCount: number): string {
    const form = rule === null ? null : ruleFormOf(rule);
    const count = counted(heldCount, words.times);
    if (form === null) return count;
    if (form.kind === 'weekly') {
      const [weekday] = form.weekdays;
      const names = heldCount === 1 ? words.weekdayNames : words.weekdayPlurals;
      const days =
        form.weekdays.length === 1 && weekday !== undefined
          ? `${number(heldCount)} ${names[weekday as Weekday]}`
          : words.onWeekdays(count, list(form.weekdays.map(nameOf)));
      return form.everyWeeks > 1 ? words.everyOther(days, String(form.everyWeeks)) : days;
    }
    const day =
      form.kind === 'monthlyWeekday'
        ? words.monthlyWeekdayRule(
            list(form.ordinals.map((ordinal) => words.ordinalNames[ordinal as Ordinal])),
            nameOf(form.weekday),
          )
        : form.dayOfMonth === -1
          ? words.lastDayRule
          : words.monthlyDayRule(String(form.dayOfMonth));
    const days = words.onWeekdays(count, day);
    return form.everyMonths > 1 ? words.everyMonths(days, String(form.everyMonths)) : days;
  }

  return ({ kind, rule, heldCount, skippedCount, startMinute, endMinute, venueName }) => {
    const place = venueName === null ? '' : words.inPlace(venueName);
    if (kind === 'onDemand') return words.onDemandSentence(place, counted(heldCount, words.times));
    if (kind === 'programme') return words.programmeSentence(counted(heldCount, words.times), place);
    return words.sentence(
      daysOf(rule, heldCount),
      startMinute === null || endMinute === null ? '' : clockRange(startMinute, endMinute),
      place,
      skippedCount === 0 ? '' : words.skipped(number(skippedCount)),
    );
  };
}
