import { useState } from 'react';
import type { InterventionRow } from '@forspring/domain/interventions/shown-intervention';
import { ChoiceField, TextField } from '@forspring/ui/form';
import { TierBadge } from '@forspring/ui/tier';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { interventionWords } from './intervention.words.ts';
import { Recipe } from './recipe.tsx';

const nothing = 'nothing';

interface InterventionChoiceProps {
  recipes: InterventionRow[];
  chosenId: string | null;
  onChoose: (recipe: InterventionRow | null) => void;
}

/** A recipe of any district, or an empty plan; what is chosen is shown with its core elements and known risks. */
export function InterventionChoice({ recipes, chosenId, onChoose }: InterventionChoiceProps) {
  const words = useWords(interventionWords);
  const { counted, list, ages } = useFormats();
  const [search, setSearch] = useState('');
  const terms = search.toLocaleLowerCase('da').split(/\s+/u).filter(Boolean);
  const passing = recipes.filter((recipe) => {
    const text = `${recipe.title} ${recipe.problem} ${recipe.districtNames.join(' ')}`.toLocaleLowerCase('da');
    return recipe.id === chosenId || terms.every((term) => text.includes(term));
  });
  const runText = (recipe: InterventionRow) =>
    recipe.projectCount === 0
      ? words.neverRun
      : words.run(counted(recipe.projectCount, { one: words.once, other: words.times }), list(recipe.districtNames));
  return (
    <>
      <TextField
        name="recipeSearch"
        label={words.search}
        help={words.searchHelp}
        isOptional
        value={search}
        onChange={setSearch}
      />
      <ChoiceField
        name="interventionId"
        label={words.from}
        value={chosenId ?? nothing}
        onChange={(value) => onChoose(recipes.find((recipe) => recipe.id === value) ?? null)}
        options={[
          { value: nothing, label: words.nothing, help: words.nothingHelp },
          ...passing.map((recipe) => ({
            value: recipe.id,
            label: recipe.title,
            help: (
              <>
                <TierBadge tier={recipe.tier} /> {ages(recipe.minAge, recipe.maxAge)} · {runText(recipe)}
              </>
            ),
          })),
        ]}
      />
      {passing.length === 0 && <p className="fs-quiet">{words.none}</p>}
      {chosenId !== null && <Recipe interventionId={chosenId} isOpen />}
    </>
  );
}
