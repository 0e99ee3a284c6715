import type { ComparisonRow, ShownComparison } from '@forspring/domain/comparison/comparison';
import { useWords } from '../../kernel/words.ts';
import { comparisonWords } from './comparison.words.ts';

/** What a row is called: its district, or its municipality as a whole, with tier or year where several stand together. */
export function useRowName(comparison: ShownComparison): (row: ComparisonRow) => string {
  const words = useWords(comparisonWords);
  const tierCount = new Set(comparison.rows.map((row) => row.tier)).size;
  const hasDistricts = (name: string) =>
    comparison.rows.some((row) => row.municipalityName === name && row.districtName !== null);
  return (row) => {
    const { municipalityName, districtName, year, tier } = row;
    const isWhole = districtName === null && hasDistricts(municipalityName);
    const place = districtName ?? (isWhole ? words.wholeMunicipality(municipalityName) : municipalityName);
    if (comparison.by === 'run') return `${place} ${year}`;
    return tierCount > 1 ? words.tierRow(place, words.tier[tier]) : place;
  };
}
