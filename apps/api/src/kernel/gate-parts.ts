import type { IndicatorUnit, ShownDividedReading } from '@forspring/domain/goals/goal';
import {
  disaggregations,
  type MeasurementPart,
  type ShownDivision,
  type ShownPart,
} from '@forspring/domain/goals/part';
import {
  type Cell,
  notMeasured,
  numberCell,
  valueCell,
  withheld,
  type WithheldReason,
} from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import type { Gate } from './gate.ts';
import { type GatedReading, readingCell, type ReadingTerms } from './gate-reading.ts';

/** A goal's reading with the parts it was divided into. */
export interface DividedReading extends GatedReading {
  parts: readonly MeasurementPart[];
}

/** One row of a division: a group, or those in none. */
type Row = Pick<MeasurementPart, 'value' | 'numeratorCount' | 'baseCount'> & { category: string | null };

/**
 * The ways a reading was divided, each as one table whose margin is the reading itself (docs/disclosure.md, 4.5). A group is
 * shown whole or not at all; those in no group are a row like any other, or one could subtract their way to them. A
 * reading that is withheld has no parts either.
 */
export function gatedDivisions(gate: Gate, reading: DividedReading, terms: ReadingTerms): ShownDivision[] {
  const { unit } = terms;
  if (unit === null || reading.parts.length === 0 || readingCell(gate, reading, terms).kind !== 'value') return [];
  return disaggregations.flatMap((dimension): ShownDivision[] => {
    const parts: Row[] = reading.parts.filter((part) => part.dimension === dimension);
    if (parts.length === 0) return [];
    const rest = restOf(unit, reading, parts);
    const rows = rest === null ? parts : [...parts, rest];
    const counts = rows.map((row) => countsOf(unit, row, reading, parts));
    const isKnown = counts.every((row) => row !== null);
    const hidden = isKnown ? gate.rows(counts, { zeroIsSensitive: unit === 'share' }) : unknownRows(gate, rows);
    return [{ dimension, parts: rows.map((row, index) => shownPartOf(gate, unit, row, hidden[index] ?? null)) }];
  });
}

/** A reading past the gate with its groups. */
interface SeenDivided {
  measuredOn: string | null;
  value: number | null;
  baseCount: number | null;
  lower: number | null;
  upper: number | null;
  divisions: ShownDivision[];
}

/**
 * Where it began and where it came to: the first and the latest of the readings that were divided and may be shown, with
 * their groups and the whole, or the only one; readings come earliest first.
 */
export function dividedEnds(readings: readonly SeenDivided[], unit: IndicatorUnit | null): ShownDividedReading[] {
  if (unit === null) return [];
  const divided = readings.filter(({ divisions }) => divisions.length > 0);
  const ends = divided.length > 2 ? [...divided.slice(0, 1), ...divided.slice(-1)] : divided;
  return ends.map(({ measuredOn, value, lower, upper, baseCount, divisions }) => {
    const whole = valueCell({ estimate: value, lower, upper, n: baseCount ?? 0 });
    return { measuredOn: measuredOn ?? '', unit, whole, divisions };
  });
}

/** Where a group's counts were not kept nobody can tell whether it is small. */
function unknownRows(gate: Gate, rows: readonly Row[]): (WithheldReason | null)[] {
  return rows.map(() => (gate.audience === 'project' ? null : 'smallNumbers'));
}

/** Those of the whole whom no group holds; null when there are none. A mean of theirs was never found. */
function restOf(unit: IndicatorUnit, whole: GatedReading, parts: readonly Row[]): Row | null {
  const left = (of: (row: Pick<Row, 'value' | 'numeratorCount' | 'baseCount'>) => number | null) =>
    (of(whole) ?? 0) - parts.reduce((sum, part) => sum + (of(part) ?? 0), 0);
  if (unit === 'count') {
    const value = left((row) => row.value);
    return value > 0 ? { category: null, value, numeratorCount: null, baseCount: null } : null;
  }
  const baseCount = left((row) => row.baseCount);
  if (baseCount <= 0) return null;
  if (unit !== 'share') return { category: null, value: null, numeratorCount: null, baseCount };
  const numeratorCount = left((row) => row.numeratorCount);
  return { category: null, value: numeratorCount / baseCount, numeratorCount, baseCount };
}

/** What must not be found out about a row: of a share part and rest, of a mean its n and its sum, else the count. */
function countsOf(unit: IndicatorUnit, row: Row, whole: GatedReading, parts: readonly Row[]): number[] | null {
  const { value, numeratorCount, baseCount } = row;
  if (unit === 'count') return value === null ? null : [value];
  if (baseCount === null) return null;
  if (unit === 'share') return numeratorCount === null ? null : [numeratorCount, baseCount - numeratorCount];
  const sumOf = (one: Pick<Row, 'value' | 'baseCount'>) => (one.value ?? 0) * (one.baseCount ?? 0);
  const sum = row.category === null ? sumOf(whole) - parts.reduce((all, part) => all + sumOf(part), 0) : sumOf(row);
  return [baseCount, Math.round(Math.abs(sum))];
}

function shownPartOf(gate: Gate, unit: IndicatorUnit, row: Row, reason: WithheldReason | null): ShownPart {
  const { category, value, numeratorCount, baseCount } = row;
  const count = (of: number | null): Cell<number> => (reason === null ? numberCell(of) : withheld(reason));
  const resultOf = (): Cell<Interval> => {
    if (reason !== null) return withheld(reason);
    if (value === null) return notMeasured;
    if (unit === 'share' && numeratorCount !== null && baseCount !== null)
      return gate.share({ x: numeratorCount, n: baseCount });
    return valueCell({ estimate: value, lower: null, upper: null, n: baseCount ?? 0 });
  };
  return {
    category,
    result: resultOf(),
    numerator: unit === 'share' ? count(numeratorCount) : null,
    base: unit === 'count' ? null : count(baseCount),
  };
}
