import { Button } from '@mantine/core';
import { useState } from 'react';
import { setFrameInput, type ShownPlan } from '@forspring/domain/plans/annual-plan';
import { MoneyField } from '@forspring/ui/form';
import { Bar, Facts, Section } from '@forspring/ui/page';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { checkWith } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { PlanForm } from './plan-form.tsx';
import { planWords } from './plan.words.ts';

/** The frame of a body's year: what there is, what is taken, what is asked for and what is left. */
export function FramePanel({ plan }: { plan: ShownPlan }) {
  const words = useWords(planWords);
  const { money } = useFormats();
  const [isEditing, setEditing] = useState(false);
  const { frame } = plan;
  const usedOere = frame.takenOere + frame.otherCostsOere;
  return (
    <Section
      title={words.frame}
      help={words.frameHelp}
      action={
        plan.abilities.edit && !isEditing ? (
          <Button variant="default" aria-label={words.editFrame} onClick={() => setEditing(true)}>
            {words.edit}
          </Button>
        ) : undefined
      }
    >
      {isEditing && <FrameForm plan={plan} onDone={() => setEditing(false)} />}
      <Facts
        facts={[
          { term: words.frameAmount, value: money(frame.frameOere) },
          { term: words.otherCosts, value: money(frame.otherCostsOere) },
          { term: words.taken, value: money(frame.takenOere) },
          { term: words.left, value: <strong>{money(frame.leftOere)}</strong> },
          { term: words.asked, value: money(frame.askedOere) },
          { term: words.leftIfAll, value: money(frame.leftIfAllOere) },
        ]}
      />
      <Bar
        label={words.frameUse}
        share={frame.frameOere === 0 ? 0 : usedOere / frame.frameOere}
        text={words.frameText(money(usedOere), money(frame.frameOere))}
        look={usedOere > frame.frameOere ? 'over' : 'plain'}
      />
    </Section>
  );
}

interface Typed {
  frameOere: number | null;
  otherCostsOere: number | null;
}

function FrameForm({ plan, onDone }: { plan: ShownPlan; onDone: () => void }) {
  const words = useWords(planWords);
  const language = useLanguage();
  const { money } = useFormats();
  const labels = { frameOere: words.frameAmount, otherCostsOere: words.otherCosts };
  const command = useCommand(trpc.plans.setFrame.mutationOptions());
  const inputOf = (typed: Typed, baseVersion: number) => ({
    planId: plan.id,
    baseVersion,
    frameOere: typed.frameOere ?? Number.NaN,
    otherCostsOere: typed.otherCostsOere ?? 0,
  });
  const fields = useFields<Typed>({
    initial: { frameOere: plan.frame.frameOere, otherCostsOere: plan.frame.otherCostsOere },
    check: (typed) => checkWith(setFrameInput, language, labels)(inputOf(typed, plan.version)),
    draftKey: `frame ${plan.id}`,
  });
  const rowsOf = (typed: Typed, stored: ShownPlan) =>
    (['frameOere', 'otherCostsOere'] as const).map((name) => ({
      id: name,
      label: labels[name],
      mine: money(typed[name] ?? 0),
      theirs: money(stored.frame[name]),
    }));
  return (
    <PlanForm
      {...{ plan, labels, fields, command, rowsOf, onDone }}
      label={words.frame}
      send={(typed, version) => command.send(inputOf(typed, version))}
    >
      <MoneyField {...fields.bind('frameOere')} label={words.frameAmount} help={words.frameAmountHelp} />
      <MoneyField {...fields.bind('otherCostsOere')} label={words.otherCosts} help={words.otherCostsHelp} isOptional />
    </PlanForm>
  );
}
