import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShownIndicatorVersion } from '@forspring/domain/goals/indicator';
import { cardText } from '@forspring/domain/goals/indicator-text';
import { UiLink } from '@forspring/ui/link';
import { Facts, Section } from '@forspring/ui/page';
import { ErrorState, Loading } from '@forspring/ui/states';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { problemOf } from '../../kernel/problem.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { goalWords } from './goal.words.ts';
import { IndicatorCardForm } from './indicator-card-form.tsx';
import { indicatorWords } from './indicator.words.ts';
import './goals.css';

/** One card of the library: its newest version, those before it, and the goals that use it. */
export function IndicatorPanel({ cardKey }: { cardKey: string }) {
  const words = useWords(indicatorWords);
  const { number } = useFormats();
  const { textOf } = useProblemWords();
  const [isWriting, setWriting] = useState(false);
  const { data, error, refetch } = useQuery(trpc.indicators.show.queryOptions({ key: cardKey }));
  if (error !== null) return <ErrorState text={textOf(problemOf(error))} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const [newest, ...older] = data.versions;
  if (newest === undefined) return null;
  if (isWriting) return <IndicatorCardForm after={newest} onDone={() => setWriting(false)} />;
  return (
    <>
      <Version card={newest}>
        {data.mayAddVersion && (
          <p>
            <Button variant="default" onClick={() => setWriting(true)}>
              {words.newVersion}
            </Button>
          </p>
        )}
      </Version>
      {older.length > 0 && (
        <Section title={words.older} help={words.olderHelp}>
          {older.map((card) => (
            <Version key={card.id} card={card} />
          ))}
        </Section>
      )}
      <Section title={words.goalsTitle}>
        {data.goals.length === 0 && <p className="fs-help">{words.noGoals}</p>}
        <ul>
          {data.goals.map((goal) => (
            <li key={goal.id}>
              <UiLink href={`/projekter/${goal.projectId}/maal#maal-${goal.id}`}>{goal.title}</UiLink>{' '}
              <span className="fs-quiet">
                {goal.project} {goal.year} · {words.versionTitle(number(goal.version)).toLocaleLowerCase()}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Version({ card, children }: { card: ShownIndicatorVersion; children?: React.ReactNode }) {
  const words = useWords(indicatorWords);
  const goalTexts = useWords(goalWords);
  const terms = useWords(termWords);
  const language = useLanguage();
  const { number, instant } = useFormats();
  const isRate = card.unit === 'share' || card.unit === 'mean';
  return (
    <Section
      title={`${words.versionTitle(number(card.version))}: ${language === 'da' ? card.titleDa : card.titleEn}`}
      help={card.changeReason === '' ? undefined : words.changed(card.changeReason)}
    >
      <Facts
        facts={[
          { term: words.tier, value: card.tier === null ? words.anyTier : terms.tier[card.tier] },
          {
            term: words.unit,
            value: (
              <>
                {goalTexts.units[card.unit]}
                {isRate && <div className="fs-quiet">{words.neverSummed}</div>}
              </>
            ),
          },
          {
            term: words.direction,
            value: `${goalTexts.directions[card.direction]}. ${goalTexts.directionHelp[card.direction]}`,
          },
          ...(card.numerator === '' ? [] : [{ term: words.numerator, value: cardText(card, 'numerator', language) }]),
          ...(card.denominator === ''
            ? []
            : [{ term: words.denominator, value: cardText(card, 'denominator', language) }]),
          { term: words.source, value: cardText(card, 'source', language) },
          ...(card.method === '' ? [] : [{ term: words.method, value: cardText(card, 'method', language) }]),
          {
            term: words.splits,
            value:
              card.disaggregations.length === 0
                ? words.noSplit
                : card.disaggregations.map((one) => words.split[one]).join(', '),
          },
          {
            term: words.ages,
            value:
              card.minAge === null || card.maxAge === null
                ? words.anyAge
                : words.agesText(number(card.minAge), number(card.maxAge)),
          },
          { term: words.goals, value: words.usedBy(number(card.goalCount)) },
          {
            term: words.version,
            value:
              card.createdBy === null || card.createdAt === null
                ? words.starter
                : words.writtenBy(card.createdBy, instant(card.createdAt)),
          },
        ]}
      />
      {children}
    </Section>
  );
}
