import type { IndicatorUnit } from '../goals/goal.ts';
import { clockText } from '../measures/day.ts';
import { compareNames } from '../measures/sort.ts';
import { type AdaptationField, adaptationFields, type adaptedColumns, type ShownAdaptation } from './learning.ts';
import type { CopiedPlan } from './draft-from.ts';

/** A plan with all that comes along when it is repeated. */
export interface WholePlan {
  plan: Pick<CopiedPlan, Exclude<(typeof adaptedColumns)[number], 'themes'>> & {
    themes: readonly string[];
  };
  goals: readonly { title: string; targetValue: number | null; unit: IndicatorUnit | null }[];
  series: readonly { title: string; rule: string; startMinute: number; endMinute: number }[];
  budgetCashOere: number;
  budgetInKindOere: number;
}

/** One part of a plan as text: what is compared, kept and shown. */
function textOf(whole: WholePlan, field: AdaptationField): string {
  switch (field) {
    case 'goals':
      return listed(
        whole.goals.map(({ title, targetValue, unit }) =>
          targetValue === null ? title : `${title} (${targetText(targetValue, unit)})`,
        ),
      );
    case 'series':
      return listed(
        whole.series.map(
          ({ title, rule, startMinute, endMinute }) =>
            `${title}: ${rule}${rule === '' ? '' : ' '}${clockText(startMinute)}–${clockText(endMinute)}`,
        ),
      );
    case 'budgetCash':
      return String(whole.budgetCashOere);
    case 'budgetInKind':
      return String(whole.budgetInKindOere);
    case 'themes':
      return whole.plan.themes.toSorted().join(', ');
    case 'assumptions':
      return whole.plan.assumptions.join('\n');
    default:
      return String(whole.plan[field] ?? '');
  }
}

/** A target in its unit, the same in every language, since the text is kept and compared. */
function targetText(value: number, unit: IndicatorUnit | null): string {
  if (unit === 'share') return `${Math.round(value * 1e6) / 1e4} %`;
  if (unit === 'oere') return `${value / 100} kr.`;
  return String(value);
}

function listed(parts: readonly string[]): string {
  return parts.toSorted(compareNames).join('\n');
}

/** A reason as it was given, with what the part was changed to at the time. */
export interface KeptReason {
  field: string;
  fromText: string;
  toText: string;
  reason: string;
}

/**
 * Every part in which a copy differs from its original, those without a current reason first, else in the order of the
 * plan; then what was written down beside the plan. Place, dates, partners and funding are expected to differ and are not asked about.
 */
export function adaptationsOf(original: WholePlan, copy: WholePlan, reasons: readonly KeptReason[]): ShownAdaptation[] {
  const found = adaptationFields.flatMap((field): ShownAdaptation[] => {
    const fromText = textOf(original, field);
    const toText = textOf(copy, field);
    if (fromText.trim() === toText.trim()) return [];
    const kept = reasons.find((one) => one.field === field);
    return [
      { field, fromText, toText, reason: kept?.reason ?? '', isOutdated: kept !== undefined && kept.toText !== toText },
    ];
  });
  // What was written down beside the plan, such as who the adults are, stays with its reason.
  for (const { field, fromText, toText, reason } of reasons)
    if (!found.some((one) => one.field === field)) found.push({ field, fromText, toText, reason, isOutdated: false });
  const isOpen = (one: ShownAdaptation) => one.reason === '' || one.isOutdated;
  return [...found.filter(isOpen), ...found.filter((one) => !isOpen(one))];
}
