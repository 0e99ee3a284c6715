import type { IndicatorUnit, MissingKind } from '../goals/goal.ts';

/** The languages a generated sentence exists in. */
export type ClaimLanguage = 'da' | 'en';

/**
 * The Maryland Scientific Methods Scale (Sherman et al. 1997; Farrington et al. 2002): 1 one reading, 2 before and
 * after, 3 with a comparable comparison group, 4 many units with control for other factors, 5 randomised.
 */
export const evidenceLevels = [1, 2, 3, 4, 5] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

/** What the readings were compared with. This version records no comparison, so the API always says `none`. */
export type ClaimDesign = 'none' | 'comparisonGroup' | 'controlled' | 'randomised';

/** One reading as a sentence needs it: a value, or why there is none; interval and n where there are any. */
export interface ClaimReading {
  on: string | null;
  value: number | null;
  missing: MissingKind | null;
  lower?: number | null;
  upper?: number | null;
  n?: number | null;
}

/** All that decides level and sentence. `baseline` and `latest` are null when nobody has written anything down. */
export interface ClaimFacts {
  titleDa: string;
  titleEn: string;
  unit: IndicatorUnit;
  baseline: ClaimReading | null;
  latest: ClaimReading | null;
  design?: ClaimDesign;
}

const levelOfDesign: Record<ClaimDesign, EvidenceLevel> = { none: 2, comparisonGroup: 3, controlled: 4, randomised: 5 };

/**
 * The level of evidence the readings allow: null before anything was measured after the start, 1 for one reading, 2
 * for a baseline and a later reading, 3–5 only for such a pair with a comparison. A reading on the baseline's own day
 * is no "after"; a value the reader may not see counts as measured.
 */
export function claimLevel({
  baseline,
  latest,
  design = 'none',
}: Pick<ClaimFacts, 'baseline' | 'latest' | 'design'>): EvidenceLevel | null {
  if (!isMeasured(latest)) return null;
  if (!isMeasured(baseline)) return 1;
  const isPair = baseline.on === null || latest.on === null || baseline.on < latest.on;
  return isPair ? levelOfDesign[design] : 1;
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number';
}

function isMeasured(reading: ClaimReading | null): reading is ClaimReading {
  return reading !== null && (reading.value !== null || reading.missing === 'withheld');
}

const labels: Record<EvidenceLevel, Record<ClaimLanguage, string>> = {
  1: { da: 'Øjebliksbillede', en: 'Snapshot' },
  2: { da: 'Før og efter', en: 'Before and after' },
  3: { da: 'Med sammenligning', en: 'With comparison' },
  4: { da: 'Kontrolleret sammenligning', en: 'Controlled comparison' },
  5: { da: 'Lodtrækning', en: 'Randomised' },
};

/** The word shown for a level; for null that nothing has been measured. */
export function evidenceLabel(level: number | null, language: ClaimLanguage): string {
  if (level === null) return language === 'da' ? 'Endnu ikke målt' : 'Not measured yet';
  return labels[level as EvidenceLevel][language];
}

const causal = /(?<!\p{L})(?:effekt|effect|impact|virkning|virker(?!\p{L})|works(?!\p{L}))/iu;

/** Whether a text claims a cause: *effekt, virkning, virker, effect, impact, works*, alone or at the start of a longer word. */
export function claimsEffect(text: string): boolean {
  return causal.test(text);
}

/**
 * What the readings allow anyone to say, as one sentence or two: title of the chart, its alternative text, the table's
 * caption and the report's text. Below level 3 it never speaks of cause, whatever the indicator is called.
 */
export function claimSentence(facts: ClaimFacts, language: ClaimLanguage): string {
  const level = claimLevel(facts);
  const title = titleOf(facts, level, language);
  const { baseline, latest } = facts;
  const said = (reading: ClaimReading | null) => readingText(reading, facts.unit, language);
  const words = phrases[language];
  if (level === null) {
    const start =
      baseline !== null && baseline.value !== null
        ? ` ${words.startedAt(valueText(baseline.value, facts.unit, language))}`
        : '';
    return `${ended(`${title}: ${said(latest)}`)}${start}`;
  }
  if (latest === null || latest.value === null) return ended(`${title}: ${said(latest)}`);
  if (level === 1) return `${ended(`${title}: ${said(latest)}`)} ${words.snapshot}`;
  if (baseline === null || baseline.value === null) return `${ended(`${title}: ${said(latest)}`)} ${words.hiddenStart}`;

  const from = valueText(baseline.value, facts.unit, language);
  const to = said(latest);
  const by = latest.value - baseline.value;
  const isWithin =
    isNumber(latest.lower) &&
    isNumber(latest.upper) &&
    latest.lower <= baseline.value &&
    baseline.value <= latest.upper;
  const moved =
    by === 0
      ? words.unchanged(to)
      : isWithin
        ? words.went(from, to)
        : by > 0
          ? words.rose(from, to)
          : words.fell(from, to);
  if (level >= 3) return `${ended(`${title}: ${moved}`)} ${words.compared[level as 3 | 4 | 5]}`;
  return `${ended(`${title}: ${moved}`)} ${isWithin && by !== 0 ? words.uncertain : words.noCause}`;
}

/** What the goal asked for and whether the latest reading meets it, as a sentence; empty without a target. */
export function targetSentence(
  goal: {
    targetValue: number | null;
    direction: 'atLeast' | 'atMost' | 'up' | 'down';
    unit: IndicatorUnit;
    isMet: boolean | null;
  },
  language: ClaimLanguage,
): string {
  if (goal.targetValue === null) return '';
  const value = valueText(goal.targetValue, goal.unit, language);
  const isFloor = goal.direction === 'atLeast' || goal.direction === 'up';
  if (language === 'da') {
    const bound = goal.unit === 'yesNo' ? value : `${isFloor ? 'mindst' : 'højst'} ${value}`;
    if (goal.isMet === null) return ended(`Målet er ${bound}`);
    return goal.isMet ? `Målet, ${bound}, er nået.` : `Målet, ${bound}, er ikke nået.`;
  }
  const bound = goal.unit === 'yesNo' ? value : `${isFloor ? 'at least' : 'at most'} ${value}`;
  if (goal.isMet === null) return ended(`The target is ${bound}`);
  return goal.isMet ? `The target, ${bound}, has been reached.` : `The target, ${bound}, has not been reached.`;
}

function titleOf(facts: ClaimFacts, level: EvidenceLevel | null, language: ClaimLanguage): string {
  const title = (language === 'da' ? facts.titleDa : facts.titleEn || facts.titleDa).trim();
  const isLocked = level === null || level < 3;
  if (title === '' || (isLocked && claimsEffect(title))) return language === 'da' ? 'Målingen' : 'The measure';
  return title;
}

/** A value in its unit as people of the language write it: 61 %, 28,5, 12.000 kr., ja. */
export function valueText(value: number, unit: IndicatorUnit, language: ClaimLanguage): string {
  if (unit === 'yesNo') return language === 'da' ? (value >= 1 ? 'ja' : 'nej') : value >= 1 ? 'yes' : 'no';
  if (unit === 'oere') {
    const digits = value % 100 === 0 ? 0 : 2;
    return new Intl.NumberFormat(locale[language], {
      style: 'currency',
      currency: 'DKK',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value / 100);
  }
  if (unit === 'share')
    return new Intl.NumberFormat(locale[language], { style: 'percent', maximumFractionDigits: 1 }).format(value);
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: unit === 'mean' ? 1 : 0 }).format(value);
}

/** A sentence with one full stop, also after "kr.". */
function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

/** Two ends of an interval with the unit said once: 53,8–83,2 %. */
export function rangeText(lower: number, upper: number, unit: IndicatorUnit, language: ClaimLanguage): string {
  const plain =
    unit === 'share'
      ? new Intl.NumberFormat(locale[language], { maximumFractionDigits: 1 }).format(lower * 100)
      : valueText(lower, unit, language);
  return `${plain}–${valueText(upper, unit, language)}`;
}

const locale: Record<ClaimLanguage, string> = { da: 'da-DK', en: 'en-GB' };

function readingText(reading: ClaimReading | null, unit: IndicatorUnit, language: ClaimLanguage): string {
  const words = phrases[language];
  if (reading === null) return words.never;
  if (reading.value === null) return words.missing[reading.missing ?? 'notMeasured'];
  const about: string[] = [];
  if (isNumber(reading.lower) && isNumber(reading.upper))
    about.push(words.interval(rangeText(reading.lower, reading.upper, unit, language)));
  if (isNumber(reading.n)) about.push(`n = ${new Intl.NumberFormat(locale[language]).format(reading.n)}`);
  return `${valueText(reading.value, unit, language)}${about.length > 0 ? ` (${about.join(', ')})` : ''}`;
}

interface Phrases {
  never: string;
  missing: Record<MissingKind, string>;
  startedAt(value: string): string;
  snapshot: string;
  hiddenStart: string;
  noCause: string;
  uncertain: string;
  unchanged(to: string): string;
  went(from: string, to: string): string;
  rose(from: string, to: string): string;
  fell(from: string, to: string): string;
  interval(range: string): string;
  compared: Record<3 | 4 | 5, string>;
}

const phrases: Record<ClaimLanguage, Phrases> = {
  da: {
    never: 'endnu ikke målt',
    missing: {
      notMeasured: 'ikke målt',
      notApplicable: 'kan ikke måles her',
      withheld: 'målt, men vises ikke, fordi tallet bygger på for få',
    },
    startedAt: (value) => ended(`Udgangspunktet var ${value}`),
    snapshot: 'Sådan så det ud.',
    hiddenStart: 'Udgangspunktet vises ikke.',
    noCause: 'Vi kan ikke sige hvorfor.',
    uncertain: 'Forskellen er inden for usikkerheden.',
    unchanged: (to) => `uændret, ${to}`,
    went: (from, to) => `fra ${from} til ${to}`,
    rose: (from, to) => `steget fra ${from} til ${to}`,
    fell: (from, to) => `faldet fra ${from} til ${to}`,
    interval: (range) => `95 %-interval ${range}`,
    compared: {
      3: 'Udviklingen er set sammen med en sammenligningsgruppe.',
      4: 'Sammenligningen er kontrolleret for andre forhold og kan tyde på en effekt.',
      5: 'Lodtrækning afgjorde, hvem der fik tilbuddet, så forskellen er en effekt.',
    },
  },
  en: {
    never: 'not measured yet',
    missing: {
      notMeasured: 'not measured',
      notApplicable: 'cannot be measured here',
      withheld: 'measured but not shown, because it rests on too few',
    },
    startedAt: (value) => ended(`The baseline was ${value}`),
    snapshot: 'This is how it was.',
    hiddenStart: 'The baseline is not shown.',
    noCause: 'We cannot say why.',
    uncertain: 'The difference is within the uncertainty.',
    unchanged: (to) => `unchanged, ${to}`,
    went: (from, to) => `from ${from} to ${to}`,
    rose: (from, to) => `up from ${from} to ${to}`,
    fell: (from, to) => `down from ${from} to ${to}`,
    interval: (range) => `95% interval ${range}`,
    compared: {
      3: 'The development has been seen beside a comparison group.',
      4: 'The comparison is controlled for other factors and may suggest an effect.',
      5: 'Who was offered a place was drawn by lot, so the difference is an effect.',
    },
  },
};
