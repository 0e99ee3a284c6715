import { Figure } from '@forspring/ui/figure-cell';
import { UiLink } from '@forspring/ui/link';
import { FactLine } from '@forspring/ui/page';
import { StatusBadge, TierBadge } from '@forspring/ui/tier';
import type { ShownLearningCard } from '@forspring/domain/learning/learning';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { EvidenceDots } from './evidence-dots.tsx';
import { learningWords } from './learning.words.ts';
import { plainFigure } from './learning-figures.ts';

/** One card of the library: what it was, what it recommends, for whom, how sure, what it cost and where it is used. */
export function LearningCard({ card }: { card: ShownLearningCard }) {
  const words = useWords(learningWords);
  const { ages, money, list } = useFormats();
  return (
    <article className="fs-card">
      <div className="fs-card-head">
        <Recommendation recommendation={card.recommendation} />
        <TierBadge tier={card.tier} />
        {card.isStopped && <StatusBadge label={words.stopped} />}
      </div>
      <h2>
        <UiLink href={`/laering/${card.projectId}`}>{card.title}</UiLink>
      </h2>
      <FactLine facts={[card.districtName ?? card.municipalityName, card.year, ages(card.minAge, card.maxAge)]} />
      <p>{card.summary}</p>
      <dl>
        <dt>{words.forWhom}</dt>
        <dd>{card.forWhom}</dd>
        <dt>{words.evidence}</dt>
        <dd>
          <EvidenceDots level={card.evidenceLevel} />
        </dd>
        <dt>{words.costPerVisitHour}</dt>
        <dd>
          <Figure cell={plainFigure(card.costPerVisitHour)} format={money} />
        </dd>
        <dt>{words.usedIn}</dt>
        <dd>{list(card.usedIn)}</dd>
      </dl>
    </article>
  );
}

/** The recommendation as a word; all four look alike, because stopping in time is as good as going on. */
export function Recommendation({ recommendation }: Pick<ShownLearningCard, 'recommendation'>) {
  const words = useWords(learningWords);
  if (recommendation === null) return <span className="fs-quiet">{words.noRecommendation}</span>;
  return <span className="fs-recommendation">{words.recommendation[recommendation]}</span>;
}
