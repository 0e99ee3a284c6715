import { Button } from '@mantine/core';
import { useState } from 'react';
import { type ShownPlan, setPlanInput } from '@forspring/domain/plans/annual-plan';
import { CprNotice, LongTextField } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { PlanForm } from './plan-form.tsx';
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

type Typed = Pick<ShownPlan, 'situation' | 'challenges'>;

function SituationForm({ plan, onDone }: { plan: ShownPlan; onDone: () => void }) {
  const words = useWords(planWords);
  const language = useLanguage();
  const labels = { situation: words.situation, challenges: words.challenges };
  const command = useCommand(trpc.plans.setPlan.mutationOptions());
  const inputOf = (typed: Typed, baseVersion: number) => ({ ...typed, planId: plan.id, baseVersion });
  const fields = useFields<Typed>({
    initial: { situation: plan.situation, challenges: plan.challenges },
    check: (typed) => checkWith(setPlanInput, language, labels)(inputOf(typed, plan.version)),
    draftKey: `situation ${plan.id}`,
  });
  const rowsOf = (typed: Typed, stored: ShownPlan) =>
    (['situation', 'challenges'] as const).map((name) => ({
      id: name,
      label: labels[name],
      mine: typed[name],
      theirs: stored[name],
    }));
  return (
    <PlanForm
      {...{ plan, labels, fields, command, rowsOf, onDone }}
      label={words.situation}
      send={(typed, version) => command.send(inputOf(typed, version))}
    >
      <CprNotice />
      <LongTextField {...fields.bind('situation')} label={words.situation} help={words.situationHelp} minRows={6} />
      <LongTextField {...fields.bind('challenges')} label={words.challenges} help={words.challengesHelp} minRows={4} />
    </PlanForm>
  );
}
