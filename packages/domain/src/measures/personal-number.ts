// Danish personal numbers (CPR): ten digits, DDMMYY and four more; the seventh tells the century with the year. Modulus 11 raises a suspicion and never clears one: valid
// numbers without it have been issued since 2007. Replacement numbers add 60 to the day. This file imports nothing, so that any room and any tool can run it.

type Verdict = 'clear' | 'ask' | 'block';

/** Digits that stand together, and what stands between them and the next: null when it is letters or much else, so that they cannot belong together. */
type Group = { digits: string; at: number; end: number; gap: string | null; spaced: boolean };

/** Where a birth date may be written. *solid*: 010190; *parted*: 01.01.90, 1/1-90, 1990-01-01; *odd*: 0101 90; *mixed*: 01 01.90 or 010 190; *joined*: all ten digits together. */
type Form = 'solid' | 'parted' | 'odd' | 'mixed' | 'joined';
type Birth = { form: Form; ddmmyy: string; year: number | null; mark: string; short: boolean; groups: number };
type Candidate = Birth & { four: string; fourMark: string | null; joint: string; first: number; last: number };
type Sign = 'raised' | 'labelled' | 'named' | 'lowered' | 'loweredLast' | 'otherwise';
type Surroundings = Record<Sign, boolean> & { before: string; after: string };

/**
 * Whether a text may hold a Danish personal number: `block` when it must be refused, `ask` when the writer must say whether it is one, else `clear`. The worst of all numbers in the text wins.
 * A real date with the century of digit 7 and either a sign before the last four, modulus 11 or a word such as *cpr* or *født* within 40 characters is blocked; a date alone asks.
 * Sees through digits of other scripts, invisible characters and odd separators; words such as *konto* directly before lower the verdict. Never log or echo a text it does not clear.
 */
export function screenText(text: string): Verdict {
  // Most of what is screened are words and names of fields: in ASCII without a digit no number can hide.
  if (/^[^\d\P{ASCII}]*$/u.test(text)) return 'clear';
  const plain = plainText(text);
  const groups = groupsOf(plain);
  let asks = false;
  for (let first = 0; first < groups.length; first++) {
    for (const candidate of candidatesAt(groups, first)) {
      const verdict = judge(candidate, groups, plain);
      if (verdict === 'block') return 'block';
      if (verdict === 'ask') asks = true;
    }
    const loose = judgeLoose(groups, first, plain);
    if (loose === 'block') return 'block';
    if (loose === 'ask') asks = true;
  }
  return asks ? 'ask' : 'clear';
}

// ---- The text as a reader sees it -------------------------------------------------------------------------------------------------

const months = 'jan feb mar apr maj jun jul aug sep okt nov dec';
const monthName =
  /(?<!\d)(\d{1,2})\.?\s{0,2}(januar|january|februar|february|marts|march|april|maj|may|juni|june|juli|july|august|september|oktober|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec)(?!\p{L}))[.,]?\s{0,2}'?(?=\d{2})/giu;
const spelledSign =
  /(?<=\d)\s{0,3}(?:bindestreg|tankestreg|skråstreg|streg|minus|hyphen|dash|slash|punktum|prik|mellemrum)\s{0,3}(?=\d)/giu;
const lastFour =
  /(?<=\d)[\s\p{P}]{0,4}(?:(?:og|and|hvor|med|plus)\s)?(?:(?:de|the)\s)?(?:(?:sidste|last)\s(?:fire|four|4)|løbenummer|løbenr|kontrolcifre)(?:\s(?:cifre|tal|digits|er|are|is))*[\s\p{P}]{0,3}(?=\d)/giu;

function plainText(text: string): string {
  return (
    text
      // What cannot be seen is dropped, and the signs of other scripts become the ASCII ones they stand for.
      .replace(/\r\n?|[\v\f\u0085]/g, '\n')
      .replace(/(?![\t\n])\p{Cc}/gu, '')
      .replace(/\P{ASCII}/gu, asciiOf)
      .replace(/&(?:nbsp|ensp|emsp|thinsp|numsp|#160|#xa0);|%20|%c2%a0|\\[nt]/gi, ' ')
      .replace(/&(?:[nm]dash|minus|hyphen|#821[0-2]|#45);|%2d/gi, '-')
      .replace(/&(?:shy|zwn?j|#173|#820[3-5]);/gi, '')
      .replace(/<\/?[a-z][^<>]{0,80}>/gi, ' ')
      // Ids and account numbers with a form of their own.
      .replace(/(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/gi, 'id')
      .replace(/(?<![a-z\d])dk\d{2}(?: ?\d{4}){3} ?\d{2}(?!\d)/gi, 'iban')
      .replace(/(?<!\d)(?:\+|00)45[\s-]?(?=\d)/g, ' ')
      // An hour before a number is not part of it.
      .replace(/(?<!\p{L})kl\.?\s?\d{1,2}(?:[.:]\d{2})?(?=\s)/giu, 'kl')
      // The letters O and l typed for digits.
      .replace(/(?<=\d)[oO](?=[\doO-])|(?<![\p{L}\d])[oO](?=\d)/gu, '0')
      .replace(/(?<=\d)[lI|](?=\d)/g, '1')
      .replace(monthName, (_, day: string, month: string) => `${day}.${monthNumber(month)}.`)
      .replace(lastFour, '-')
      .replace(spelledSign, '-')
  );
}

function monthNumber(name: string): string {
  const short = name.slice(0, 3).toLowerCase().replace('may', 'maj').replace('oct', 'okt');
  return String(1 + months.indexOf(short) / 4).padStart(2, '0');
}

function asciiOf(sign: string): string {
  if (/\p{Nd}/u.test(sign)) {
    // Every script has its ten digits in a row, so the place in the row is the value.
    const code = sign.codePointAt(0) ?? 0;
    let place = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(code - place - 1))) place++;
    return String(place % 10);
  }
  if (/[\u2028\u2029]/.test(sign)) return '\n';
  if (/[\p{Z}\u2800]/u.test(sign)) return ' ';
  if (/[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]/u.test(sign)) return '';
  if (/[\p{Pd}\u2212\u2043\u02d7\u00af\u2500\u2501\u30fc\u23af]/u.test(sign)) return '-';
  if (/[\u2024\u2027\u2219\u22c5\u00b7\u2022\u3002\uff0e\u30fb]/.test(sign)) return '.';
  if (/[\u2044\u2215\u29f8\uff0f]/.test(sign)) return '/';
  if (/[\u2018\u2019\u02bc\u2032]/.test(sign)) return "'";
  const folded = sign.normalize('NFKC');
  return folded.length === 1 ? folded : sign;
}

function groupsOf(plain: string): Group[] {
  const found = [...plain.matchAll(/\d+/g)];
  const groups = found.map(({ 0: digits, index }, i): Group => {
    const end = index + digits.length;
    const gap = plain.slice(end, Math.min(found[i + 1]?.index ?? end, end + 8));
    const near = found[i + 1] !== undefined && /^[\s\p{P}\p{S}]{1,6}$/u.test(gap);
    return { digits, at: index, end, gap: near ? gap : null, spaced: false };
  });
  return joinSingles(groups);
}

/** Four or more single digits with the same sign between them are one group, written spaced. */
function joinSingles(groups: readonly Group[]): Group[] {
  const isSingle = (i: number) => groups[i]?.digits.length === 1;
  const joined: Group[] = [];
  for (let i = 0; i < groups.length; i++) {
    const start = groups[i];
    if (!start) break;
    let last = i;
    if (isDateMark(markOf(start.gap))) {
      while (isSingle(last) && isSingle(last + 1) && groups[last]?.gap === start.gap) last++;
    }
    const row = groups.slice(i, last + 1);
    const end = row.at(-1);
    if (row.length >= 4 && end) {
      joined.push({ ...end, digits: row.map((group) => group.digits).join(''), at: start.at, spaced: true });
      i = last;
    } else joined.push(start);
  }
  return joined;
}

/** What a gap is, without the blanks around it: a sign, a space, a line break, or null when nothing may be read across it. */
function markOf(gap: string | null | undefined): string | null {
  if (gap === null || gap === undefined) return null;
  return gap.trim() || (gap.includes('\n') ? '\n' : ' ');
}

function isDateMark(mark: string | null): mark is string {
  return mark !== null && /^(?:\s|[./\\_*|~'^-]{1,4})$/.test(mark);
}

// ---- What may be a number ---------------------------------------------------------------------------------------------------------

function* candidatesAt(groups: readonly Group[], first: number): Generator<Candidate> {
  const group = groups[first];
  if (!group) return;
  const { digits } = group;
  const whole = { form: 'joined' as const, mark: '', short: false, groups: 1, fourMark: null, joint: '' };
  if (digits.length === 10)
    yield { ...whole, first, last: first, ddmmyy: digits.slice(0, 6), year: null, four: digits.slice(6) };
  if (digits.length === 12) {
    for (const date of eightDigits(digits)) yield { ...whole, ...date, first, last: first, four: digits.slice(8) };
  }
  for (const birth of birthsAt(groups, first)) {
    const last = first + birth.groups;
    const [before, next, after] = [groups[last - 1], groups[last], groups[last + 1]];
    if (!before || before.gap === null || !next) continue;
    const parts = { ...birth, joint: before.gap, first };
    const mark = markOf(next.gap);
    if (next.digits.length === 4) yield { ...parts, four: next.digits, fourMark: null, last };
    if (next.digits.length === 2 && after?.digits.length === 2 && isDateMark(mark))
      yield { ...parts, four: next.digits + after.digits, fourMark: mark, last: last + 1 };
  }
}

function birthsAt(groups: readonly Group[], first: number): Birth[] {
  const [a, b, c] = [groups[first], groups[first + 1], groups[first + 2]];
  if (!a) return [];
  const size = [a, b, c].map((group) => group?.digits.length ?? 0).join(' ');
  const births: Birth[] = [];
  const one = { mark: '', short: false, groups: 1, form: 'solid' as Form };
  if (a.digits.length === 6) births.push({ ...one, ddmmyy: a.digits, year: null });
  if (a.digits.length === 8) births.push(...eightDigits(a.digits).map((date) => ({ ...one, ...date })));
  const mark = markOf(a.gap);
  if (!b || !isDateMark(mark)) return births;
  const two = { mark, short: false, groups: 2 };
  // A year at the end of a sentence is no part of what follows.
  const both = /\.\s/.test(a.gap ?? '') ? '' : a.digits + b.digits;
  if (both && /^(?:4 2|2 4|3 3) /.test(size))
    births.push({ ...two, form: size.startsWith('3') ? 'mixed' : 'odd', ddmmyy: both, year: null });
  if (both && size.startsWith('4 4'))
    births.push(...eightDigits(both).map((date) => ({ ...two, form: 'mixed' as const, ...date })));
  const second = markOf(b.gap);
  if (!c || !isDateMark(second)) return births;
  const sameBlanks = /\s/.test(a.gap ?? '') === /\s/.test(b.gap ?? '');
  // 1/1-90 and 1/1 1990 are how Danes write a day by hand.
  const byHand = a.gap === '/' && (b.gap === '-' || b.gap === ' ');
  const form: Form = byHand || (sameBlanks && mark === second) ? 'parted' : 'mixed';
  const three = { mark: form === 'parted' && mark !== second ? '/-' : mark, groups: 3, form };
  const short = a.digits.length === 1 || b.digits.length === 1;
  if (/^[12] [12] [24]$/.test(size) && !(short && (form === 'mixed' || !/[./-]/.test(mark)))) {
    const ddmm = a.digits.padStart(2, '0') + b.digits.padStart(2, '0');
    const year = c.digits.length === 4 ? Number(c.digits) : null;
    births.push({ ...three, short, ddmmyy: ddmm + c.digits.slice(-2), year });
  }
  if (size === '4 2 2')
    births.push({ ...three, short: false, ddmmyy: c.digits + b.digits + a.digits.slice(2), year: Number(a.digits) });
  return births;
}

/** The first eight digits as DDMMYYYY and as YYYYMMDD. */
function eightDigits(written: string): { ddmmyy: string; year: number }[] {
  const digits = written.slice(0, 8);
  return [
    { ddmmyy: digits.slice(0, 4) + digits.slice(6), year: Number(digits.slice(4)) },
    { ddmmyy: digits.slice(6) + digits.slice(4, 6) + digits.slice(2, 4), year: Number(digits.slice(0, 4)) },
  ];
}

/** The year the date lies in by digit 7, or null when there is no such day. */
function birthYear(ddmmyy: string, four: string): number | null {
  const written = Number(ddmmyy.slice(0, 2));
  const day = written >= 61 && written <= 91 ? written - 60 : written;
  const month = Number(ddmmyy.slice(2, 4));
  const yy = Number(ddmmyy.slice(4));
  const seventh = Number(four[0]);
  const late = seventh === 4 || seventh === 9 ? yy <= 36 : yy <= 57;
  const year = seventh <= 3 ? 1900 + yy : late ? 2000 + yy : (seventh === 4 || seventh === 9 ? 1900 : 1800) + yy;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= days ? year : null;
}

function holdsModulus11(digits: string): boolean {
  return [4, 3, 2, 7, 6, 5, 4, 3, 2, 1].reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11 === 0;
}

// ---- What stands around it --------------------------------------------------------------------------------------------------------

const reach = 40;
/** Rows of more pairs than this are lists; looking no further keeps long texts quick. */
const longestRow = 30;
const raising =
  /cpr|c\.\s?p\.\s?r|person-?\s?(?:nr|num|no\b|id)|pers\.?\s?-?n(?:r|um)|personal (?:id|number|identity)|født|foedt|fødsel|foedsel|\bborn\b|birth|\bdob\b/giu;
// The same as a label right before the digits. Only this makes something of digits that look like a timetable, a list or any other number.
const label =
  /(?:(?:cpr|c\.\s?p\.\s?r|pers(?:on)?)[\p{L}.]{0,12}(?:[\s.:#-]{0,3}(?:nr|nummer|num|no|number|id|er|is|på))*|(?:født|foedt|fødselsdag|fødselsdato|born)(?:\s(?:den|d|on|er))?|(?<![\p{L}\d])(?:f|fd|fdt))[^\p{L}\d]{0,6}$/iu;
const nameOfNumber = /cpr|c\.\s?p\.\s?r|pers/iu;
// Words that name another number: these alone, or the second list with "nr", "nummer" and the like after it. A case (*sag*) alone is not among them: cases are often kept by person.
const numbered = '[\\s-]?(?:nr|nummer|numre|no|number|id|kode|code)';
const named =
  '(?:bank|giro|drifts|finans)?konto|reg|faktura|ordre|order|invoice|rekvisition|bilag|kvittering|cvr|ean|gln|gtin|iban|isbn|issn|ref|produktionsenhed(?:en)?';
const namedIfNumbered =
  'registrerings|bilags|rekvisitions|sags|journal|j|reference|varer?|kunde|medlems?|serie|bookings?|billet|kvitterings|transaktions?|betalings?|løbe|produktions(?:enheds)?|p|se|pakke|licens|chr|fi|kreditor|projekt|puljesags?|tilskuds?|bevillings?|udbetalings?|account|tracking|forsendelses?|artikel|model|aftale|kontrakt|police';
const lowering = new RegExp(
  `(?<![\\p{L}])((?:${named})(?:${numbered})?|(?:${namedIfNumbered})${numbered})[.:#\\s]*(?:(?:nr|nummer|no|id|er|på|is|til)[.:#\\s]*){0,2}[^\\p{L}]{0,12}$`,
  'iu',
);
const bankAccount = /reg\P{Nd}{0,14}\d{4}\P{Nd}{0,16}konto\P{Nd}{0,16}$/iu;
const countsBefore = /(?:(?:fremmød\p{L}*|besøg|antal|point|scorer?)[^\p{L}.\n]{0,30}|(?<!\p{L})uger?[ :]{1,2})$/iu;
const amountAfter =
  /^\s?(?:kr|dkk|,-|,\d\d(?!\d)|mio|tusind|øre|€|eur|%|pct|timer|unge|besøg|fremmøder|stk|personer|deltagere|m2|km)/iu;

function surroundingsOf(plain: string, from: number, to: number): Surroundings {
  const before = plain.slice(Math.max(0, from - reach), from);
  const after = plain.slice(to, to + reach);
  const wordsBefore = plain.slice(Math.max(0, from - reach - 15), from);
  const labelled = label.exec(before);
  const raisedAt = labelled ? before.length : ([...before.matchAll(raising)].at(-1)?.index ?? -1);
  const low = lowering.exec(before);
  const link = /(?:https?:\/\/|www\.)\S*$/i.test(wordsBefore);
  return {
    before,
    after,
    raised: raisedAt >= 0 || after.search(raising) >= 0,
    labelled: labelled !== null,
    named: labelled !== null && nameOfNumber.test(labelled[0]),
    lowered: low !== null || link || amountAfter.test(after) || /\d{4}-$/.test(before),
    loweredLast: low !== null && low.index > raisedAt,
    // Every production unit's number begins with 10, so many look like a day and one in eleven passes modulus 11 by chance; a bank account is named twice.
    otherwise: bankAccount.test(before) || (low !== null && /^p/i.test(low[1] ?? '') && plain.startsWith('10', from)),
  };
}

/** Whether the digits are a day with something that follows days: an hour, a second day, an amount, a town. Only for years in which projects run, where nobody of the ages concerned was born. */
function isTimetable(candidate: Candidate, groups: readonly Group[], after: string): boolean {
  const { form, mark, ddmmyy, four, fourMark, joint, last, year } = candidate;
  const dayMark = /[./-]/.test(mark);
  if ((form !== 'parted' && form !== 'mixed') || !dayMark) return false;
  const yy = Number(ddmmyy.slice(4));
  const now = isProjectYear(ddmmyy, year);
  const [high, low] = [Number(four.slice(0, 2)), Number(four.slice(2))];
  const end = groups[last];
  const more = groups[last + 1]?.digits.length;
  const isSecondDay = high >= 1 && high <= 31 && low >= 1 && low <= 12;
  if (fourMark !== null && isSecondDay && end && /^[./-]$/.test(markOf(end.gap) ?? '') && (more === 2 || more === 4))
    return true;
  if (fourMark !== null && mark === '/-' && markOf(joint) === '/') return true;
  const isTime = high <= 24 && low <= 59;
  if (fourMark === '.' && isTime && (now || yy <= 39) && markOf(joint) !== '.') return true;
  if (!now) return false;
  const blank = /^[\s,]+$/.test(joint);
  if (fourMark === null && isTime && low % 5 === 0 && blank) return true;
  if (Number(four) >= 2020 && Number(four) <= 2039) return true;
  return amountAfter.test(after) || (joint.includes(',') && /^\s\p{Lu}\p{Ll}/u.test(after));
}

/** The row of two-digit groups with the same sign between them that the candidate's date is part of: its size, and whether it is a telephone number (eight digits from 20 up, or several). */
function pairsAround(
  groups: readonly Group[],
  { first, last, mark, fourMark }: Candidate,
): { size: number; phone: boolean; apart: boolean } {
  const isPair = (i: number) => groups[i]?.digits.length === 2;
  const gap = groups[first]?.gap;
  let from = first;
  while (first - from < longestRow && isPair(from - 1) && groups[from - 1]?.gap === gap) from--;
  let to = first;
  while (to - first < longestRow && isPair(to + 1) && groups[to]?.gap === gap) to++;
  const size = to - from + 1;
  // The date, with the last four if these are pairs too, may stand behind whole telephone numbers.
  const apart = size < longestRow && (first - from) % 4 === 0 && to === (fourMark === null ? first + 2 : last);
  return { size, apart, phone: size % 4 === 0 && /\s/.test(mark) && (groups[from]?.digits ?? '0') >= '20' };
}

/** Whether the candidate begins inside a written day of a year in which projects run, as in a period from one day to another. */
function isInsideDay(groups: readonly Group[], first: number): boolean {
  return [1, 2].some((back) =>
    birthsAt(groups, first - back).some(
      ({ form, mark, year, ddmmyy, groups: size }) =>
        form === 'parted' && size === 3 && /[./-]/.test(mark) && isDay(ddmmyy) && isProjectYear(ddmmyy, year),
    ),
  );
}

function isDay(ddmmyy: string): boolean {
  const [day, month] = [Number(ddmmyy.slice(0, 2)), Number(ddmmyy.slice(2, 4))];
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

function isProjectYear(ddmmyy: string, year: number | null): boolean {
  const yy = Number(ddmmyy.slice(4));
  return year === null ? yy >= 20 && yy <= 39 : year >= 2020 && year <= 2039;
}

// ---- The verdict ------------------------------------------------------------------------------------------------------------------

function judge(candidate: Candidate, groups: readonly Group[], plain: string): Verdict {
  const { form, ddmmyy, four, fourMark, year, mark, short, joint, first, last } = candidate;
  const born = birthYear(ddmmyy, four);
  if (born === null) return 'clear';
  const around = surroundingsOf(plain, groups[first]?.at ?? 0, groups[last]?.end ?? 0);
  const otherCentury = year !== null && year !== born;
  const timetable = isTimetable(candidate, groups, around.after);
  if (otherCentury || timetable || (form !== 'joined' && form !== 'solid' && isInsideDay(groups, first)))
    return around.labelled ? 'ask' : 'clear';
  if (around.labelled) return 'block';
  const suspicious = holdsModulus11(ddmmyy + four);
  const dashed = /-/.test(joint);
  if (form === 'mixed' || (form === 'odd' && fourMark !== null))
    return suspicious && !around.lowered && !/\d[.:/-]$/.test(around.before) ? 'ask' : 'clear';
  if (form === 'parted') {
    const { size, phone, apart } = pairsAround(groups, candidate);
    if (phone) return dashed ? 'ask' : 'clear';
    if (size > 5 && !apart) return suspicious ? 'ask' : 'clear';
    if (around.lowered && year !== null && year >= 2020) return 'clear';
    if (fourMark === mark && countsBefore.test(around.before)) return suspicious ? 'ask' : 'clear';
    // Among spaces the last pair may belong to the next line, or begin a day or an hour.
    const elsewhere = fourMark !== null && (fourMark !== mark || /^[.:/-]\d/.test(around.after));
    if (elsewhere && /\s/.test(mark) && !dashed) return 'clear';
  }
  if (around.raised) return !around.loweredLast ? 'block' : form === 'joined' && around.otherwise ? 'clear' : 'ask';
  if (form === 'joined') {
    if (!around.lowered) return suspicious ? 'block' : 'ask';
    return suspicious && !around.otherwise ? 'ask' : 'clear';
  }
  if (around.lowered && form === 'parted' && /\s/.test(mark)) return suspicious || dashed ? 'ask' : 'clear';
  if (around.lowered || form === 'odd') return 'ask';
  if (!isDateMark(markOf(joint)) || (short && !dashed)) return suspicious ? 'block' : 'ask';
  return 'block';
}

/** Ten digits grouped in any other way, or longer rows of single digits: only beside a word that says what they are. */
function judgeLoose(groups: readonly Group[], first: number, plain: string): Verdict {
  const start = groups[first];
  if (!start) return 'clear';
  let digits = '';
  let last = first;
  for (let group: Group | undefined = start; group; group = group.gap === null ? undefined : groups[++last]) {
    digits += group.digits;
    if (digits.length >= 10) break;
  }
  const end = groups[last];
  if (!end || digits.length < 10 || (digits.length > 10 && !(start.spaced && last === first))) return 'clear';
  for (let from = 0; from + 10 <= digits.length; from++) {
    if (birthYear(digits.slice(from, from + 6), digits.slice(from + 6, from + 10)) === null) continue;
    const around = surroundingsOf(plain, start.at, end.end);
    if (around.named) return amountAfter.test(around.after) ? 'ask' : 'block';
    // One or two more single digits may be a count before or after it.
    if (start.spaced && (digits.length === 11 || digits.length === 12)) return 'ask';
  }
  return 'clear';
}
