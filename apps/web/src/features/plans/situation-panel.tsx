import { Button } from '@mantine/core';
import { useState } from 'react';
import { type ShownPlan, setPlanInput } from '@forspring/domain/plans/annual-plan';
import { CprNotice, ErrorSummary, Form, FormActions, LongTextField } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { Conflict } from '@forspring/ui/conflict';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { planWords } from './plan.words.ts';

/** The situation picture and the shared challenges; written while the plan is a draft, then adopted. */
export function SituationPanel({ plan }: { plan: ShownPlan }) {
  const words = useWords(planWords);
  const { dayRange } = useFormats();
  const { textOf } = useProblemWords();
  const [isEditing, setEditing] = useState(false);
  const adopt = useCommand(trpc.plans.adoptPlan.mutationOptions());
  return (
    <>
      <Section
        title={words.situation}
        help={words.situationHelp}
        action={
          plan.abilities.edit && !isEditing ? (
            <Button variant="default" onClick={() => setEditing(true)}>
              {words.edit}
            </Button>
          ) : undefined
        }
      >
        {isEditing ? (
          <SituationForm plan={plan} onDone={() => setEditing(false)} />
        ) : (
          <div className="fs-prose">
            <p>{plan.situation === '' ? words.nothingWritten : plan.situation}</p>
            <h3>{words.challenges}</h3>
            <p>{plan.challenges === '' ? words.nothingWritten : plan.challenges}</p>
          </div>
        )}
        {plan.abilities.adopt && !isEditing && (
          <>
            {adopt.problem !== null && <p role="alert">{textOf(adopt.problem)}</p>}
            <Button
              loading={adopt.isBusy}
              onClick={() => void adopt.send({ planId: plan.id, baseVersion: plan.version })}
            >
              {words.adopt}
            </Button>
            <p className="fs-help">{words.adoptHelp}</p>
          </>
        )}
      </Section>
      <Section title={words.observations}>
        {plan.observations.length === 0 && <p className="fs-help">{words.noObservations}</p>}
        <ul className="fs-plain-list">
          {plan.observations.map((one) => (
            <li key={one.id}>
              <strong>{one.placeName}</strong> · {dayRange(one.fromOn, one.toOn)}
              <br />
              {one.text}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function SituationForm({ plan, onDone }: { plan: ShownPlan; onDone: () => void }) {
  const words = useWords(planWords);
  const language = useLanguage();
  const { textOf, fieldsOf } = useProblemWords();
  const labels = { situation: words.situation, challenges: words.challenges };
  const save = useCommand(trpc.plans.setPlan.mutationOptions());
  // What is typed answers the version it was read at, whatever arrives meanwhile.
  const [baseVersion] = useState(plan.version);
  const inputOf = (values: { situation: string; challenges: string }, version: number) => ({
    ...values,
    planId: plan.id,
    baseVersion: version,
  });
  const fields = useFields({
    initial: { situation: plan.situation, challenges: plan.challenges },
    check: (values) => checkWith(setPlanInput, language, labels)(inputOf(values, baseVersion)),
    draftKey: `situation ${plan.id}`,
  });
  const stored = save.problem?.code === 'stale' ? (save.problem.current as ShownPlan) : null;
  function close() {
    fields.reset();
    onDone();
  }
  async function send(version: number) {
    const done = await save.send(inputOf(fields.values, version));
    if (done !== undefined) close();
  }
  return (
    <Form label={words.situation} onSubmit={() => void (fields.check() && send(baseVersion))}>
      <ErrorSummary
        problems={save.problem === null || stored !== null ? fields.problems : fieldsOf(save.problem, labels)}
        round={fields.problemRound}
        other={save.problem === null || stored !== null ? undefined : textOf(save.problem)}
      />
      {stored !== null && (
        <Conflict
          rows={[
            { id: 'situation', label: words.situation, mine: fields.values.situation, theirs: stored.situation },
            { id: 'challenges', label: words.challenges, mine: fields.values.challenges, theirs: stored.challenges },
          ]}
          onChoose={(choice) => (choice === 'mine' ? void send(stored.version) : close())}
          isBusy={save.isBusy}
        />
      )}
      <CprNotice />
      <LongTextField {...fields.bind('situation')} label={words.situation} help={words.situationHelp} minRows={6} />
      <LongTextField {...fields.bind('challenges')} label={words.challenges} help={words.challengesHelp} minRows={4} />
      <FormActions submit={words.save} isBusy={save.isBusy}>
        <Button variant="default" onClick={close}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
