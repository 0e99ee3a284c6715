import type { FieldProblem } from '../measures/problem.ts';
import type { IndicatorUnit } from './goal.ts';
import { type ReadingInput, valueProblems } from './goal.rules.ts';
import { type Disaggregation, disaggregations, type MeasurementPart, mostParts, partCategories } from './part.ts';

/** A reading with the parts it was divided into. */
export interface DividedReading extends ReadingInput {
  parts: readonly MeasurementPart[];
}

/** The units whose readings can be divided: money, and yes or no, are of nobody. */
export function isDivisible(unit: IndicatorUnit): boolean {
  return unit === 'share' || unit === 'mean' || unit === 'count';
}

/**
 * What is wrong with the parts of a reading: each way of dividing is named by the card, each group once and with what its
 * unit asks for, and together they are no more than the whole. They may be less: some belong to no group. Means are
 * never added, so of them only the numbers they rest on are. Paths are `parts.<index>.<field>`.
 */
export function partProblems(
  card: { unit: IndicatorUnit; disaggregations: readonly Disaggregation[] },
  reading: DividedReading,
): FieldProblem[] {
  const { parts } = reading;
  if (parts.length === 0) return [];
  const { unit } = card;
  if (reading.missing !== null || !isDivisible(unit)) return [problem('missing', 'partsWithoutValue')];
  const needsBase = unit === 'mean' && !reading.baseCount;
  return [
    ...(needsBase ? [problem('baseCount', 'partsNeedBase')] : []),
    ...parts.flatMap((part, index) => [
      ...categoryProblems(card.disaggregations, parts, index),
      ...amountProblems(unit, part, `parts.${index}`),
    ]),
    ...disaggregations.flatMap((dimension) => sumProblems(unit, reading, dimension)),
  ];
}

const problem = (path: string, code: string, params: FieldProblem['params'] = {}): FieldProblem => ({
  path,
  code: `goal.${code}`,
  params,
});

const keyOf = ({ dimension, category }: MeasurementPart) => `${dimension} ${category.trim().toLocaleLowerCase('da')}`;

function categoryProblems(
  named: readonly Disaggregation[],
  parts: readonly MeasurementPart[],
  index: number,
): FieldProblem[] {
  const part = parts[index];
  if (!part) return [];
  const path = `parts.${index}.category`;
  if (!named.includes(part.dimension)) return [problem(path, 'partNotOnCard')];
  const categories = partCategories[part.dimension];
  if (categories !== null && !categories.includes(part.category)) return [problem(path, 'partUnknown')];
  if (part.category.trim() === '') return [problem(path, 'partNameNeeded')];
  const before = parts.slice(0, index);
  if (before.some((one) => keyOf(one) === keyOf(part))) return [problem(path, 'partTwice')];
  const earlierCount = before.filter(({ dimension }) => dimension === part.dimension).length;
  return earlierCount === mostParts ? [problem(path, 'tooManyParts', { most: mostParts })] : [];
}

function amountProblems(unit: IndicatorUnit, part: MeasurementPart, path: string): FieldProblem[] {
  const { value, numeratorCount, baseCount } = part;
  if (unit === 'count')
    return value === null ? [problem(`${path}.value`, 'valueNeeded')] : valueProblems('count', value, `${path}.value`);
  const base = baseCount === null || baseCount === 0 ? [problem(`${path}.baseCount`, 'partBaseNeeded')] : [];
  if (unit === 'mean') return value === null ? [problem(`${path}.value`, 'valueNeeded'), ...base] : base;
  if (numeratorCount === null) return [problem(`${path}.numeratorCount`, 'numeratorNeeded'), ...base];
  return baseCount !== null && numeratorCount > baseCount ? [problem(`${path}.numeratorCount`, 'partAboveBase')] : base;
}

/** Where the groups of one way of dividing are together more than the whole; told at the last of them. */
function sumProblems(unit: IndicatorUnit, reading: DividedReading, dimension: Disaggregation): FieldProblem[] {
  const own = reading.parts.flatMap((part, index) => (part.dimension === dimension ? [{ part, index }] : []));
  const last = own.at(-1);
  if (!last) return [];
  const sumOf = (of: (part: MeasurementPart) => number) => own.reduce((sum, { part }) => sum + of(part), 0);
  const above = (field: string, whole: number | null, of: (part: MeasurementPart) => number) => {
    const sum = sumOf(of);
    return whole !== null && sum > whole
      ? [problem(`parts.${last.index}.${field}`, 'partsAboveWhole', { sum, whole })]
      : [];
  };
  if (unit === 'count') return above('value', reading.value, ({ value }) => value ?? 0);
  const base = above('baseCount', reading.baseCount, ({ baseCount }) => baseCount ?? 0);
  if (unit === 'mean') return base;
  const { numeratorCount, baseCount } = reading;
  const counted = above('numeratorCount', numeratorCount, (part) => part.numeratorCount ?? 0);
  if (base.length + counted.length > 0) return [...base, ...counted];
  const restCount = numeratorCount === null || baseCount === null ? null : baseCount - numeratorCount;
  const sum = sumOf((part) => (part.baseCount ?? 0) - (part.numeratorCount ?? 0));
  return restCount !== null && sum > restCount
    ? [problem(`parts.${last.index}.baseCount`, 'partsRestAbove', { sum, whole: restCount })]
    : [];
}

/**
 * Parts as they are stored, in the order of the lists: of a share the value follows from the counts, of a count there is
 * no base, and what the unit does not ask for is left out.
 */
export function storedParts(unit: IndicatorUnit, parts: readonly MeasurementPart[]): MeasurementPart[] {
  const orderOf = ({ dimension, category }: MeasurementPart) =>
    disaggregations.indexOf(dimension) * 100 + (partCategories[dimension]?.indexOf(category) ?? 0);
  return parts
    .map(({ dimension, category, value, numeratorCount, baseCount }) => ({
      dimension,
      category,
      value: unit !== 'share' ? value : numeratorCount === null || !baseCount ? null : numeratorCount / baseCount,
      numeratorCount: unit === 'share' ? numeratorCount : null,
      baseCount: unit === 'count' ? null : baseCount,
    }))
    .toSorted((a, b) => orderOf(a) - orderOf(b));
}
