import { describe, expect, it } from 'vitest';
import { formatsIn } from './formats.ts';

const da = formatsIn('da');
const en = formatsIn('en');
/** Spaces that do not break, written as plain ones so that the tables can be read. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/gu, ' ');

describe('Danish formats', () => {
  it.each([
    ['a number', da.number(1_234_567.89, 2), '1.234.567,89'],
    ['four digits', da.number(3478), '3.478'],
    ['minus nothing', da.number(-0), '0'],
    ['whole kroner', da.money(34_580_000), '345.800 kr.'],
    ['kroner with øre', da.moneyExact(123_456_750), '1.234.567,50 kr.'],
    ['a shortfall', da.moneyExact(-123_450), '-1.234,50 kr.'],
    ['money in a sentence', da.moneyInText(200_000_000), '2 mio. kr.'],
    ['a share in a table', da.percent(0.1234), '12,3 %'],
    ['a share in a sentence', da.percentInText(0.123), '12,3 pct.'],
    ['a day', da.day('2026-11-20'), '20.11.2026'],
    ['a day in a sentence', da.dayInText('2026-11-20'), '20. november 2026'],
    ['a full day', da.dayFull('2026-11-20'), 'fredag den 20. november 2026'],
    ['a short day', da.dayShort('2026-11-13'), 'fre. 13. nov.'],
    ['a month', da.month('2026-11'), 'november 2026'],
    ['days', da.dayRange('2026-01-05', '2026-02-06'), '5. januar–6. februar 2026'],
    ['one day as days', da.dayRange('2026-01-05', '2026-01-05'), '5. januar 2026'],
    ['a time', da.clock(1110), '18.30'],
    ['past midnight', da.clock(1470), '00.30'],
    ['an evening', da.clockInText(1080, 1350), 'kl. 18.00–22.30'],
    ['an instant, winter', da.instant('2026-11-20T17:30:00Z'), '20. nov. 2026, 18.30'],
    ['an instant, summer', da.instant('2026-07-01T16:05:00Z'), '1. jul. 2026, 18.05'],
    ['midnight in Denmark', da.instantClock('2026-11-20T23:00:00Z'), '00.00'],
    ['a week', da.week('2026-11-20'), 'uge 47'],
    ['week 53 with its year', da.week('2027-01-01', true), 'uge 53, 2026'],
    ['a tight week', da.weekTight('2026-11-20'), 'u47'],
    ['yesterday', da.relativeDays(-1), 'i går'],
    ['weeks ago', da.relativeDays(-21), 'for 3 uger siden'],
    ['a list', da.list(['skole', 'socialforvaltning', 'politi']), 'skole, socialforvaltning og politi'],
    ['hours', da.hours(270), '4,5 timer'],
    ['an hour and a half', da.hours(90), '1,5 time'],
    ['minutes', da.duration(45), '45 minutter'],
    ['a telephone number', da.phone('12345678'), '12 34 56 78'],
    ['ages', da.ages(13, 17), '13–17 år'],
  ])('%s', (_name, written, expected) => {
    expect(plain(written)).toBe(expected);
  });

  it('counts as Danes do: one for 1 and 1,5, other for 0', () => {
    const forms = { one: 'deltager', other: 'deltagere' };
    expect([0, 1, 1.5, 2].map((count) => plain(da.counted(count, forms)))).toEqual([
      '0 deltagere',
      '1 deltager',
      '1,5 deltager',
      '2 deltagere',
    ]);
  });

  it('puts æ, ø, å last and Aabenraa with å', () => {
    expect(['Ørsted', 'Aabenraa', 'Zoo', 'Ærø', 'Amager'].sort(da.compare)).toEqual([
      'Amager',
      'Zoo',
      'Ærø',
      'Ørsted',
      'Aabenraa',
    ]);
  });
});

describe('English formats', () => {
  it.each([
    ['a number', en.number(1234.5), '1,234.5'],
    ['money', en.money(34_580_000), '345,800 kr.'],
    ['a share', en.percent(0.123), '12.3%'],
    ['a day', en.day('2026-11-20'), '20 Nov 2026'],
    ['a time', en.clockInText(1080, 1350), '18:00–22:30'],
    ['a week', en.week('2026-11-20'), 'week 47'],
    ['a list', en.list(['school', 'social services', 'police']), 'school, social services and police'],
  ])('%s', (_name, written, expected) => {
    expect(plain(written)).toBe(expected);
  });
});
