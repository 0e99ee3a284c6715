import { planWords } from '@forspring/domain/projects/project';
import type { ShownLearning } from '@forspring/domain/learning/learning';
import { Figure } from '@forspring/ui/figure-cell';
import { Facts, Section } from '@forspring/ui/page';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { EvidenceDots } from './evidence-dots.tsx';
import { LearningGoals } from './learning-goals.tsx';
import { plainFigure } from './learning-figures.ts';
import { learningWords } from './learning.words.ts';
import { Lineage } from './lineage.tsx';
import { RepeatForm } from './repeat-form.tsx';
import './learning.css';

interface LearningPanelProps {
  learning: ShownLearning;
  /** Whether the form for taking it home is open. */
  isRepeating: boolean;
  onCancel: () => void;
  /** Goes to the draft just made. */
  onRepeated: (projectId: string) => void;
}

/** All one card teaches: what was learnt, numbers, goals, the plan behind it, where it came from and went, and how to take it home. */
export function LearningPanel({ learning, isRepeating, onCancel, onRepeated }: LearningPanelProps) {
  const words = useWords(learningWords);
  const { card, plan } = learning;
  const texts = [
    [words.stopReason, learning.stopReason],
    [words.worked, card.worked],
    [words.didNotWork, learning.didNotWork],
    [words.forWhom, card.forWhom],
    [words.adaptations, learning.adaptations],
    [words.preconditions, learning.preconditions],
    [words.costText, learning.costText],
    [words.why, learning.recommendationReason],
  ] as const;
  return (
    <>
      {isRepeating && <RepeatForm learning={learning} onRepeated={onRepeated} onCancel={onCancel} />}
      <Section title={words.learnt}>
        <TextGrid texts={texts} />
      </Section>
      <LearningNumbers learning={learning} />
      <LearningGoals goals={learning.goals} />
      <Lineage learning={learning} />
      <Section title={words.plan} help={words.planHelp}>
        <TextGrid
          texts={[
            ...planWords.map((word) => [words.planWord[word], plan[word]] as const),
            [
              words.assumptions,
              plan.assumptions
                .filter((text) => text !== '')
                .map((text) => `– ${text}`)
                .join('\n'),
            ],
            [words.harm, plan.harmAnswer],
          ]}
        />
      </Section>
    </>
  );
}

function TextGrid({ texts }: { texts: readonly (readonly [title: string, text: string])[] }) {
  return (
    <div className="fs-learning-texts">
      {texts
        .filter(([, text]) => text.trim() !== '')
        .map(([title, text]) => (
          <div key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </div>
        ))}
    </div>
  );
}

function LearningNumbers({ learning: { figures, card } }: { learning: ShownLearning }) {
  const words = useWords(learningWords);
  const { number, money } = useFormats();
  const whole = (value: number) => number(value, 0);
  const { reach } = figures;
  return (
    <Section title={words.numbers}>
      <Facts
        facts={[
          { term: words.evidence, value: <EvidenceDots level={card.evidenceLevel} /> },
          { term: words.held, value: words.ofCount(whole(figures.held), whole(figures.planned)) },
          { term: words.visits, value: <Figure cell={plainFigure(figures.visits)} format={whole} /> },
          {
            term: words.reach,
            value:
              reach.kind === 'value' && !reach.value.isCounted ? (
                words.between(whole(reach.value.lower), whole(reach.value.upper))
              ) : (
                <Figure
                  cell={reach.kind === 'value' ? { kind: 'value', value: reach.value.lower } : plainFigure(reach)}
                  format={whole}
                />
              ),
          },
          {
            term: words.visitHours,
            value: <Figure cell={plainFigure(figures.visitMinutes)} format={(minutes) => whole(minutes / 60)} />,
          },
          { term: words.cash, value: money(figures.spentCashOere) },
          { term: words.inKind, value: money(figures.spentInKindOere) },
          { term: words.cashPerHour, value: <Figure cell={plainFigure(figures.cashPerVisitHour)} format={money} /> },
          { term: words.totalPerHour, value: <Figure cell={plainFigure(figures.totalPerVisitHour)} format={money} /> },
        ]}
      />
    </Section>
  );
}
