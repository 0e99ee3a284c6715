import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { evidenceLabel, evidenceLevels } from '@forspring/domain/evaluation/claim';
import { recommendations } from '@forspring/domain/evaluation/evaluation';
import { projectThemes, tiers } from '@forspring/domain/interventions/intervention';
import { learningPageSize } from '@forspring/domain/learning/learning';
import type { LearningSearch, ShownLearningCards } from '@forspring/domain/learning/learning';
import { Empty, ErrorState, Loading } from '@forspring/ui/states';
import { useFormats } from '../../kernel/formats.ts';
import { problemOf } from '../../kernel/problem.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { LearningCard } from './learning-card.tsx';
import { learningWords } from './learning.words.ts';
import { useLibrary } from './use-library.ts';
import './learning.css';

const searchPauseMillis = 250;
const costStepsOere = [5_000, 10_000, 15_000, 20_000, 30_000, 50_000];
const oldestAge = 25;
const youngestAge = 10;

/** The library: search in Danish, filters kept in the address, a card for each evaluated or stopped project. */
export function LibraryPanel() {
  const words = useWords(learningWords);
  const { counted } = useFormats();
  const { textOf } = useProblemWords();
  const { search, change, clear, isFiltered, data, error, refetch } = useLibrary();
  return (
    <>
      <SearchBox value={search.search} onChange={(text) => change({ search: text })} />
      <Filters search={search} districts={data?.districts ?? []} onChange={change} />
      {data === undefined ? (
        error === null ? (
          <Loading lines={6} />
        ) : (
          <ErrorState text={textOf(problemOf(error))} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <div className="fs-library-count">
            <p role="status">
              {data.isForgiving && data.totalCount > 0 && `${words.forgiving(search.search)} `}
              {counted(data.totalCount, words.cards)}
            </p>
            {isFiltered && (
              <button type="button" className="fs-text-button" onClick={clear}>
                {words.clear}
              </button>
            )}
          </div>
          {data.cards.length === 0 ? (
            <Empty title={words.noneTitle} text={words.noneText} />
          ) : (
            <ul className="fs-cards">
              {data.cards.map((card) => (
                <li key={card.projectId} style={{ display: 'contents' }}>
                  <LearningCard card={card} />
                </li>
              ))}
            </ul>
          )}
          <Pages page={search.page} totalCount={data.totalCount} onPage={(page) => change({ page })} />
        </>
      )}
    </>
  );
}

function Filters({
  search,
  districts,
  onChange,
}: {
  search: LearningSearch;
  districts: ShownLearningCards['districts'];
  onChange: (part: Partial<LearningSearch>) => void;
}) {
  const words = useWords(learningWords);
  const terms = useWords(termWords);
  const language = useLanguage();
  const { money } = useFormats();
  const all = { value: '', label: words.all };
  const ages = Array.from({ length: oldestAge - youngestAge + 1 }, (_, index) => String(youngestAge + index));
  const numberOr = (value: string) => (value === '' ? null : Number(value));
  const listOr = <Value extends string>(value: string) => (value === '' ? [] : [value as Value]);
  return (
    <div className="fs-library-filters" role="group" aria-label={words.filters}>
      <NativeSelect
        label={words.filter.tier}
        value={search.tiers[0] ?? ''}
        data={[all, ...tiers.map((tier) => ({ value: tier, label: terms.tier[tier] }))]}
        onChange={(event) => onChange({ tiers: listOr(event.currentTarget.value) })}
      />
      <NativeSelect
        label={words.filter.theme}
        value={search.themes[0] ?? ''}
        data={[all, ...projectThemes.map((theme) => ({ value: theme, label: words.theme[theme] }))]}
        onChange={(event) => onChange({ themes: listOr(event.currentTarget.value) })}
      />
      <NativeSelect
        label={words.filter.age}
        value={search.age ?? ''}
        data={[all, ...ages.map((age) => ({ value: age, label: age }))]}
        onChange={(event) => onChange({ age: numberOr(event.currentTarget.value) })}
      />
      <NativeSelect
        label={words.filter.cost}
        value={search.maxCostOere ?? ''}
        data={[all, ...costStepsOere.map((oere) => ({ value: String(oere), label: words.upTo(money(oere)) }))]}
        onChange={(event) => onChange({ maxCostOere: numberOr(event.currentTarget.value) })}
      />
      <NativeSelect
        label={words.filter.evidence}
        value={search.minEvidence ?? ''}
        data={[
          all,
          ...evidenceLevels.map((level) => ({
            value: String(level),
            label: words.atLeast(evidenceLabel(level, language)),
          })),
        ]}
        onChange={(event) => onChange({ minEvidence: numberOr(event.currentTarget.value) })}
      />
      <NativeSelect
        label={words.filter.district}
        value={search.districtIds[0] ?? ''}
        data={[all, ...districts.map((one) => ({ value: one.id, label: one.name }))]}
        onChange={(event) => onChange({ districtIds: listOr(event.currentTarget.value) })}
      />
      <NativeSelect
        label={words.filter.recommendation}
        value={search.recommendations[0] ?? ''}
        data={[all, ...recommendations.map((one) => ({ value: one, label: words.recommendation[one] }))]}
        onChange={(event) => onChange({ recommendations: listOr(event.currentTarget.value) })}
      />
      <NativeSelect
        label={words.filter.ending}
        value={search.ending}
        data={[
          { value: 'all', label: words.all },
          { value: 'stopped', label: words.ending.stopped },
          { value: 'completed', label: words.ending.completed },
        ]}
        onChange={(event) => onChange({ ending: event.currentTarget.value as LearningSearch['ending'] })}
      />
    </div>
  );
}

/** The text is the person's own while they write; the library hears of it after a short pause. */
function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const words = useWords(learningWords);
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const tell = useEffectEvent((text: string) => {
    if (text === told.current) return;
    told.current = text;
    onChange(text);
  });
  useEffect(() => {
    const timer = setTimeout(() => tell(typed.trim()), searchPauseMillis);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <TextInput
      className="fs-library-search"
      type="search"
      size="md"
      maxLength={200}
      label={words.searchLabel}
      placeholder={words.searchPlaceholder}
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}

function Pages({ page, totalCount, onPage }: { page: number; totalCount: number; onPage: (page: number) => void }) {
  const words = useWords(learningWords);
  const pageCount = Math.ceil(totalCount / learningPageSize);
  if (pageCount <= 1) return null;
  return (
    <nav className="fs-pages" aria-label={words.title}>
      <Button variant="default" size="sm" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {words.previous}
      </Button>
      <span>{words.ofCount(String(page), String(pageCount))}</span>
      <Button variant="default" size="sm" disabled={page >= pageCount} onClick={() => onPage(page + 1)}>
        {words.next}
      </Button>
    </nav>
  );
}
