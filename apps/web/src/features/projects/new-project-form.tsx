import type { ReactNode } from 'react';
import { useState } from 'react';
import type { InterventionRow } from '@forspring/domain/interventions/shown-intervention';
import { newProject } from '@forspring/domain/projects/plan';
import type { PlacesForNewProject } from '@forspring/domain/projects/shown-project';
import { CprNotice, ErrorSummary, FieldRow, Form, FormActions, SelectField, TextField } from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { newProjectWords } from './new-project.words.ts';

interface Values {
  interventionId: string | null;
  title: string;
  municipalityId: string | null;
  districtId: string | null;
  bodyId: string | null;
  year: number | null;
}

interface NewProjectFormProps {
  places: PlacesForNewProject;
  recipes: InterventionRow[];
  /** Draws the choice of a recipe; the recipes belong to another subject. */
  choice: (chosenId: string | null, choose: (recipe: InterventionRow | null) => void) => ReactNode;
  /** A recipe somebody came here with. */
  firstRecipeId: string | null;
  onDone: (projectId: string) => void;
}

/** Starts a draft: from what, called what, where, decided by whom, for which year. */
export function NewProjectForm({ places, recipes, choice, firstRecipeId, onDone }: NewProjectFormProps) {
  const words = useWords(newProjectWords);
  const language = useLanguage();
  const { textOf, fieldsOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  const only = places.municipalities.length === 1 ? places.municipalities[0] : undefined;
  const first = recipes.find((recipe) => recipe.id === firstRecipeId);
  const labels = { title: words.name, municipalityId: words.municipality, year: words.year };
  const fields = useFields<Values>({
    initial: {
      interventionId: first?.id ?? null,
      title: first?.title ?? '',
      municipalityId: (only ?? places.municipalities[0])?.id ?? null,
      districtId: null,
      bodyId: null,
      year: places.proposedYear,
    },
    check: (values) => checkWith(newProject, language, labels)({ id, ...values }),
    draftKey: 'new project',
  });
  const { values } = fields;
  const municipality = places.municipalities.find((one) => one.id === values.municipalityId);
  const command = useCommand(trpc.projects.add.mutationOptions(), {
    onProblem: (problem) => fields.showProblems(fieldsOf(problem, labels)),
  });

  function choose(recipe: InterventionRow | null) {
    // A name typed by hand stays; one that came with a recipe follows the recipe.
    const hasOwnName = values.title !== '' && !recipes.some((one) => one.title === values.title);
    fields.change((current) => ({
      ...current,
      interventionId: recipe?.id ?? null,
      title: hasOwnName ? current.title : (recipe?.title ?? ''),
    }));
  }
  function chooseDistrict(districtId: string | null) {
    const own = municipality?.bodies.find((body) => body.districtId === districtId && districtId !== null);
    fields.change((current) => ({ ...current, districtId, bodyId: own?.id ?? current.bodyId }));
  }
  async function submit() {
    if (!fields.check() || values.municipalityId === null || values.year === null) return;
    const added = await command.send({ ...values, id, municipalityId: values.municipalityId, year: values.year });
    if (added === undefined) return;
    fields.markSaved();
    onDone(added.id);
  }
  const optionsOf = (named: readonly { id: string; name: string }[]) =>
    named.map((one) => ({ value: one.id, label: one.name }));
  const bodies = municipality?.bodies.toSorted(
    (a, b) => Number(b.districtId === values.districtId) - Number(a.districtId === values.districtId),
  );
  return (
    <Form label={words.title} onSubmit={() => void submit()}>
      <ErrorSummary
        problems={fields.problems}
        round={fields.problemRound}
        other={command.problem === null || command.problem.fields.length > 0 ? undefined : textOf(command.problem)}
      />
      {choice(values.interventionId, choose)}
      <CprNotice />
      <TextField {...fields.bind('title')} label={words.name} help={words.nameHelp} maxLength={120} />
      {places.municipalities.length > 1 && (
        <SelectField
          {...fields.bind('municipalityId')}
          label={words.municipality}
          options={optionsOf(places.municipalities)}
          onChange={(municipalityId) =>
            fields.change((current) => ({ ...current, municipalityId, districtId: null, bodyId: null }))
          }
        />
      )}
      <FieldRow>
        {municipality?.hasDistricts === true && (
          <SelectField
            {...fields.bind('districtId')}
            label={words.district}
            placeholder={words.wholeMunicipality}
            isOptional
            isSearchable={municipality.districts.length > 20}
            options={optionsOf(municipality.districts)}
            onChange={chooseDistrict}
          />
        )}
        <SelectField {...fields.bind('bodyId')} label={words.body} isOptional options={optionsOf(bodies ?? [])} />
        <SelectField
          name="year"
          label={words.year}
          value={values.year === null ? null : String(values.year)}
          onChange={(year) => fields.set('year', year === null ? null : Number(year))}
          options={[-1, 0, 1]
            .map((more) => String(places.proposedYear + more))
            .map((year) => ({ value: year, label: year }))}
          {...(fields.errorAt('year') === undefined ? {} : { error: fields.errorAt('year') ?? '' })}
        />
      </FieldRow>
      <FormActions submit={words.create} isBusy={command.isBusy} />
    </Form>
  );
}
