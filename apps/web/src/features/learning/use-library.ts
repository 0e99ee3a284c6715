import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { learningSearch } from '@forspring/domain/learning/learning';
import type { LearningSearch } from '@forspring/domain/learning/learning';
import { trpc } from '../../kernel/api.ts';

const firstSearch: LearningSearch = {
  search: '',
  tiers: [],
  themes: [],
  age: null,
  maxCostOere: null,
  minEvidence: null,
  districtIds: [],
  recommendations: [],
  ending: 'all',
  page: 1,
};

/** Where each part of the search stands in the address. */
const names = {
  search: 'q',
  tiers: 'type',
  themes: 'tema',
  age: 'alder',
  maxCostOere: 'pris',
  minEvidence: 'evidens',
  districtIds: 'distrikt',
  recommendations: 'anbefaling',
  ending: 'forloeb',
  page: 'p',
} as const satisfies Record<keyof LearningSearch, string>;
const keys = Object.keys(names) as (keyof LearningSearch)[];

/** The search the address asks for; a part that is mangled is left out. */
function searchOf(address: Record<string, unknown>): LearningSearch {
  const parts = Object.fromEntries(
    keys.map((key) => {
      const written = address[names[key]];
      if (written === undefined) return [key, firstSearch[key]];
      const first = firstSearch[key];
      const value = Array.isArray(first)
        ? String(written).split(',')
        : typeof first === 'string'
          ? String(written)
          : Number(written);
      const read = learningSearch.shape[key].safeParse(value);
      return [key, read.success ? read.data : first];
    }),
  );
  return parts as LearningSearch;
}

function addressOf(search: LearningSearch): Record<string, string | number | undefined> {
  return Object.fromEntries(
    keys.map((key) => {
      const value = search[key];
      const isFirst = JSON.stringify(value) === JSON.stringify(firstSearch[key]);
      return [names[key], isFirst || value === null ? undefined : Array.isArray(value) ? value.join(',') : value];
    }),
  );
}

/** The library as the address asks for it, and a way to ask for something else. */
export function useLibrary() {
  const address = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const search = searchOf(address);
  const query = useQuery({ ...trpc.learning.listCards.queryOptions(search), placeholderData: keepPreviousData });
  function change(part: Partial<LearningSearch>) {
    const next = { ...search, page: 1, ...part };
    void navigate({
      to: '.',
      search: ((current: object) => ({ ...current, ...addressOf(next) })) as never,
      replace: true,
      resetScroll: false,
    });
  }
  const isFiltered = keys.some(
    (key) => key !== 'search' && key !== 'page' && JSON.stringify(search[key]) !== JSON.stringify(firstSearch[key]),
  );
  return { search, change, isFiltered, clear: () => change({ ...firstSearch, search: search.search }), ...query };
}
