import { useQuery } from '@tanstack/react-query';
import type { SimilarProject } from '@forspring/domain/learning/similar-project';
import { Figure } from '@forspring/ui/figure-cell';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { ErrorState, Loading } from '@forspring/ui/states';
import { StatusBadge, TierBadge } from '@forspring/ui/tier';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { planFormWords } from './plan.words.ts';

/** Earlier projects of all districts that are like this plan, with what they recommend and how sure anyone can be. */
export function SimilarPanel({ projectId }: { projectId: string }) {
  const words = useWords(planFormWords);
  const similar = useQuery(trpc.projects.listSimilar.queryOptions({ projectId }));
  return (
    <Section title={words.sections.similar} help={words.sections.similarHelp} id="lignende">
      {similar.isError ? (
        <ErrorState onRetry={() => void similar.refetch()} />
      ) : similar.data === undefined ? (
        <Loading lines={4} />
      ) : similar.data.length === 0 ? (
        <p className="fs-quiet">{words.similar.none}</p>
      ) : (
        <ul className="fs-similar">
          {similar.data.map((one) => (
            <li key={one.projectId}>
              <SimilarCard card={one} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function SimilarCard({ card }: { card: SimilarProject }) {
  const words = useWords(planFormWords).similar;
  const { money, number, list } = useFormats();
  const level = card.evidenceLevel;
  const word = level === null ? words.evidence.none : words.evidence[`e${level}` as keyof typeof words.evidence];
  return (
    <article>
      <h3>
        <UiLink href={`/laering/${card.projectId}`}>
          {card.title} {card.year}
        </UiLink>
      </h3>
      <p className="fs-fact-line">
        {card.districtName ?? card.municipalityName} · <TierBadge tier={card.tier} />{' '}
        {card.isStopped && <StatusBadge label={words.stopped} look="waiting" />}
        {card.recommendation !== null && !card.isStopped && (
          <StatusBadge label={words.recommendation[card.recommendation]} look="strong" />
        )}
      </p>
      <p className="fs-fact-line">
        {level !== null && (
          <span role="img" aria-label={words.evidenceLevel(number(level))} className="fs-dots">
            {'●'.repeat(level)}
            {'○'.repeat(5 - level)}
          </span>
        )}{' '}
        {word} · <Figure cell={card.costPerVisitHourOere} format={money} /> {words.cost}
      </p>
      {card.worked !== '' && (
        <p className="fs-clamp">
          <strong>{words.worked}:</strong> {card.worked}
        </p>
      )}
      {card.didNotWork !== '' && (
        <p className="fs-clamp">
          <strong>{words.didNotWork}:</strong> {card.didNotWork}
        </p>
      )}
      <p className="fs-quiet">
        {words.likeHead} {list(card.likeness.map((one) => words.likeness[one]))}
      </p>
    </article>
  );
}
