import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { comparedMeasures, comparisonSentence } from '@forspring/domain/comparison/comparison';
import type { ComparisonSentence } from '@forspring/domain/comparison/comparison';
import { trpc } from '../../kernel/api.ts';

const firstSentence: ComparisonSentence = {
  measure: comparedMeasures[0],
  interventionId: null,
  tier: 'specific',
  ages: null,
  year: null,
};

/** The sentence as the address says it; whatever is mangled falls back to the first sentence's part. */
function sentenceOf(search: Record<string, unknown>): ComparisonSentence {
  const [minAge, maxAge] = String(search['alder'] ?? '')
    .split('-')
    .map(Number);
  const parts = {
    measure: search['maal'] ?? firstSentence.measure,
    interventionId: search['indsats'] ?? null,
    tier: search['indsats'] === undefined ? (search['type'] === 'alle' ? null : (search['type'] ?? 'specific')) : null,
    ages: search['alder'] === undefined ? null : { minAge, maxAge },
    year: search['aar'] === undefined ? null : Number(search['aar']),
  };
  const fields = comparisonSentence.shape;
  const valid = <Key extends keyof ComparisonSentence>(key: Key): ComparisonSentence[Key] => {
    const read = fields[key].safeParse(parts[key]);
    return (read.success ? read.data : firstSentence[key]) as ComparisonSentence[Key];
  };
  return {
    measure: valid('measure'),
    interventionId: valid('interventionId'),
    tier: valid('tier'),
    ages: valid('ages'),
    year: valid('year'),
  };
}

function addressOf(sentence: ComparisonSentence): Record<string, string | number | undefined> {
  const { measure, interventionId, tier, ages, year } = sentence;
  return {
    maal: measure === firstSentence.measure ? undefined : measure,
    indsats: interventionId ?? undefined,
    type: interventionId !== null || tier === 'specific' ? undefined : (tier ?? 'alle'),
    alder: ages === null ? undefined : `${ages.minAge}-${ages.maxAge}`,
    aar: year ?? undefined,
  };
}

/** The comparison the address asks for, and a way to ask for another. */
export function useComparison() {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const sentence = sentenceOf(search);
  const query = useQuery({ ...trpc.comparison.compare.queryOptions(sentence), placeholderData: keepPreviousData });
  function change(part: Partial<ComparisonSentence>) {
    const next = { ...sentence, ...part };
    void navigate({
      to: '.',
      search: ((current: object) => ({ ...current, ...addressOf(next) })) as never,
      replace: true,
      resetScroll: false,
    });
  }
  return { sentence, change, ...query };
}
