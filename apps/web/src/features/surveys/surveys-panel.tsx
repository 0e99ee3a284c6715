import './surveys.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { instruments } from '@forspring/domain/surveys/instruments/instruments';
import { pairsNeeded } from '@forspring/domain/surveys/survey.rules';
import { Section } from '@forspring/ui/page';
import { Empty, ErrorState, Loading } from '@forspring/ui/states';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { SurveyCard } from './survey-card.tsx';
import { SurveyForm } from './survey-form.tsx';
import { surveyWords } from './survey.words.ts';

/** A project's surveys: planned, handed out, and what they say. */
export function SurveysPanel({ projectId }: { projectId: string }) {
  const words = useWords(surveyWords);
  const [isAdding, setAdding] = useState(false);
  const { data, isError, refetch } = useQuery(trpc.surveys.list.queryOptions({ projectId }));
  if (isError) return <ErrorState onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { surveys, abilities, hasCards, projectEndsOn } = data;
  const add = <Button onClick={() => setAdding(true)}>{words.add}</Button>;
  const mayAdd = abilities.edit && !isAdding;
  return (
    <Section title={words.title} help={words.help} action={mayAdd && surveys.length > 0 ? add : undefined}>
      {isAdding && (
        <SurveyForm
          projectId={projectId}
          survey={null}
          hasCards={hasCards}
          projectEndsOn={projectEndsOn}
          onDone={() => setAdding(false)}
        />
      )}
      {surveys.length === 0 && !isAdding && (
        <Empty
          title={words.none}
          text={abilities.edit ? words.noneText : words.noneTextOthers}
          action={abilities.edit ? add : undefined}
        />
      )}
      <ol className="sv-list">
        {surveys.map((survey) => (
          <li key={survey.id} id={`skema-${survey.id}`}>
            <SurveyCard
              projectId={projectId}
              survey={survey}
              abilities={abilities}
              hasCards={hasCards}
              projectEndsOn={projectEndsOn}
            />
          </li>
        ))}
      </ol>
      {abilities.edit && <SizeHint />}
    </Section>
  );
}

const spreads = [15, 20, 25] as const;

/** How many linked answers it takes to see a change that matters. */
function SizeHint() {
  const words = useWords(surveyWords);
  const { number } = useFormats();
  const change = instruments['who-5'].relevantChange;
  const [few = '', some = '', many = ''] = spreads.map((sdChange) => number(pairsNeeded({ change, sdChange }) ?? 0));
  return (
    <div className="fs-notice">
      <div>
        <strong>{words.sizeTitle}</strong>
        <p>
          {words.sizeHint(number(change), few, some, many)} {words.sizeThreshold}
        </p>
      </div>
    </div>
  );
}
