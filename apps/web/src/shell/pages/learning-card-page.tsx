import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '@forspring/ui/page';
import { ErrorState, Loading, NoAccess } from '@forspring/ui/states';
import { Recommendation } from '../../features/learning/learning-card.tsx';
import { LearningPanel } from '../../features/learning/learning-panel.tsx';
import { learningWords } from '../../features/learning/learning.words.ts';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { problemOf } from '../../kernel/problem.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';

const route = getRouteApi('/signedIn/laering/$projectId');

/** One learning card: everything it teaches, and the way to take it home. */
export function LearningCardPage() {
  const words = useWords(learningWords);
  const { ages } = useFormats();
  const { projectId } = route.useParams();
  const navigate = useNavigate();
  const [isRepeating, setRepeating] = useState(false);
  const { data, error, refetch } = useQuery(trpc.learning.showCard.queryOptions({ projectId }));
  const breadcrumb = [{ title: words.back, href: '/laering' }];
  useTitle(data?.card.title ?? words.title);
  if (data === undefined)
    return (
      <Page title={words.title} breadcrumb={breadcrumb}>
        {error === null ? (
          <Loading lines={8} />
        ) : ['missing', 'invalid', 'refused'].includes(problemOf(error).kind) ? (
          <NoAccess />
        ) : (
          <ErrorState onRetry={() => void refetch()} />
        )}
      </Page>
    );
  const { card } = data;
  return (
    <Page
      title={card.title}
      breadcrumb={breadcrumb}
      tier={card.tier}
      {...(card.isStopped ? { status: { label: words.stopped } } : {})}
      facts={[
        <Recommendation key="recommendation" recommendation={card.recommendation} />,
        card.districtName ?? card.municipalityName,
        card.year,
        ages(card.minAge, card.maxAge),
      ]}
      lead={card.summary}
      {...(data.repeat.places.length > 0 && !isRepeating
        ? { action: <Button onClick={() => setRepeating(true)}>{words.repeat}</Button> }
        : {})}
    >
      <LearningPanel
        learning={data}
        isRepeating={isRepeating}
        onCancel={() => setRepeating(false)}
        onRepeated={(id) => void navigate({ to: '/projekter/$projectId', params: { projectId: id } })}
      />
    </Page>
  );
}
