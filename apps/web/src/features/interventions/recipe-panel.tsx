import { Button } from '@mantine/core';
import { useState } from 'react';
import { newIntervention } from '@forspring/domain/interventions/new-intervention';
import type { ShownProject } from '@forspring/domain/projects/shown-project';
import { CprNotice, ErrorSummary, Form, FormActions, LongTextField, TextField } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { interventionWords } from './intervention.words.ts';
import { Recipe } from './recipe.tsx';

/** The recipe a project runs; where it has none yet, its owner makes one of it here. */
export function RecipePanel({ project }: { project: ShownProject }) {
  const words = useWords(interventionWords);
  const [isMaking, setMaking] = useState(false);
  const { intervention } = project;
  if (intervention !== null) {
    return (
      <Section title={words.recipe} help={words.recipeOf(intervention.title)}>
        <Recipe interventionId={intervention.id} isOpen={false} />
      </Section>
    );
  }
  if (!project.abilities.makeRecipe) return null;
  const isReady = project.tier !== null && project.minAge !== null && project.maxAge !== null;
  return (
    <Section title={words.recipe} help={words.recipeNone}>
      <p>{words.recipeWhy}</p>
      {!isReady && <p className="fs-quiet">{words.recipePlanFirst}</p>}
      {isReady && !isMaking && (
        <Button variant="default" onClick={() => setMaking(true)}>
          {words.make}
        </Button>
      )}
      {isReady && isMaking && <RecipeForm project={project} onClose={() => setMaking(false)} />}
    </Section>
  );
}

interface Typed {
  title: string;
  core: string;
  knownRisks: string;
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function RecipeForm({ project, onClose }: { project: ShownProject; onClose: () => void }) {
  const words = useWords(interventionWords);
  const language = useLanguage();
  const { textOf, fieldsOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  const add = useCommand(trpc.interventions.add.mutationOptions());
  const labels = {
    title: words.name,
    coreElements: words.coreLabel,
    'coreElements.*': words.coreLabel,
    knownRisks: words.risksLabel,
  };
  const inputOf = ({ title, core, knownRisks }: Typed) => ({ id, title, coreElements: linesOf(core), knownRisks });
  // The lines are one field on the screen, whichever of them is wrong.
  const onScreen = <Problem extends { path: string }>(problems: Problem[]) =>
    problems.map((problem) => ({ ...problem, path: problem.path.replace(/^coreElements.*/u, 'core') }));
  const fields = useFields<Typed>({
    initial: { title: project.title, core: '', knownRisks: '' },
    check: (typed) => onScreen(checkWith(newIntervention, language, labels)(inputOf(typed))),
    draftKey: `intervention ${project.id}`,
  });
  async function submit() {
    if (!fields.check()) return;
    const done = await add.send({ projectId: project.id, ...inputOf(fields.values) });
    if (done !== undefined) fields.markSaved();
  }
  function cancel() {
    fields.reset();
    onClose();
  }
  return (
    <Form label={words.make} onSubmit={() => void submit()}>
      <ErrorSummary
        problems={add.problem === null ? fields.problems : onScreen(fieldsOf(add.problem, labels))}
        round={fields.problemRound}
        other={add.problem === null ? undefined : textOf(add.problem)}
      />
      <CprNotice />
      <TextField {...fields.bind('title')} label={words.name} maxLength={120} />
      <LongTextField {...fields.bind('core')} label={words.coreLabel} help={words.coreHelp} minRows={4} />
      <LongTextField
        {...fields.bind('knownRisks')}
        label={words.risksLabel}
        help={words.risksHelp}
        minRows={2}
        isOptional
      />
      <FormActions submit={words.make} isBusy={add.isBusy}>
        <Button variant="default" onClick={cancel}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
