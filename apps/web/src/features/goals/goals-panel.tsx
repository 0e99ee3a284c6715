import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { Empty, ErrorState, Loading } from '@forspring/ui/states';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { GoalCard } from './goal-card.tsx';
import { GoalForm } from './goal-form.tsx';
import { indicatorWords } from './indicator.words.ts';
import { goalWords } from './goal.words.ts';
import './goals.css';

/** A project's goals: what should move, where it stands and how sure anyone can be. */
export function GoalsPanel({ projectId }: { projectId: string }) {
  const words = useWords(goalWords);
  const indicatorTexts = useWords(indicatorWords);
  const { number } = useFormats();
  const [isAdding, setAdding] = useState(false);
  const { data, isError, refetch } = useQuery(trpc.goals.list.queryOptions({ projectId }));
  if (isError) return <ErrorState onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { goals, abilities, isGated } = data;
  const measuredCount = goals.filter((goal) => goal.isMet !== null).length;
  const metCount = goals.filter((goal) => goal.isMet === true).length;
  return (
    <Section
      title={words.title}
      help={words.help}
      action={
        abilities.edit && !isAdding && goals.length > 0 ? (
          <Button onClick={() => setAdding(true)}>{words.add}</Button>
        ) : undefined
      }
    >
      {goals.length > 0 && (
        <p>
          {words.count(number(metCount), number(measuredCount), number(goals.length))} {isGated && words.gated}
        </p>
      )}
      <p>
        <UiLink href="/indikatorer">{indicatorTexts.link}</UiLink>
      </p>
      {isAdding && <GoalForm projectId={projectId} goal={null} isLocked={false} onDone={() => setAdding(false)} />}
      {goals.length === 0 && !isAdding && (
        <Empty
          title={words.none}
          text={abilities.edit ? words.noneText : words.noneTextOthers}
          action={abilities.edit ? <Button onClick={() => setAdding(true)}>{words.add}</Button> : undefined}
        />
      )}
      <ol className="goal-list">
        {goals.map((goal) => (
          <li key={goal.id} id={`maal-${goal.id}`}>
            <GoalCard projectId={projectId} goal={goal} abilities={abilities} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
