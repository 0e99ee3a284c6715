import type { ShownEvaluation } from '@forspring/domain/evaluation/evaluation';
import { Section } from '@forspring/ui/page';
import { useWords } from '../../kernel/words.ts';
import { CoreElements } from './core-elements.tsx';
import { evaluationWords } from './evaluation.words.ts';
import { ParagraphComments } from './paragraph-comments.tsx';
import { OutcomeReading } from './outcome-reading.tsx';

/** What was adapted is read beside the core elements. */
const texts = ['worked', 'didNotWork', 'forWhom', 'costText', 'preconditions'] as const;

/** The evaluation as it is read: outcomes, learning, recommendation. */
export function EvaluationReading({ projectId, shown }: { projectId: string; shown: ShownEvaluation }) {
  const words = useWords(evaluationWords);
  const isWritten = shown.status !== null && !shown.isHidden;
  const part = (name: (typeof texts)[number] | 'adaptations') => (
    <div key={name} className="evaluation-part">
      <h3>{words[name]}</h3>
      <p className="evaluation-text">{shown[name] === '' ? words.notWritten : shown[name]}</p>
      <ParagraphComments projectId={projectId} shown={shown} paragraph={name} />
    </div>
  );
  return (
    <>
      <CoreElements projectId={projectId} shown={shown}>
        {isWritten ? part('adaptations') : undefined}
      </CoreElements>
      <Section title={words.outcomes} id="outcomes">
        {shown.outcomes.length === 0 && <p className="fs-help">{words.noGoals}</p>}
        <ul className="evaluation-outcomes">
          {shown.outcomes.map((outcome) => (
            <li key={outcome.goalId} className="evaluation-outcome">
              <OutcomeReading outcome={outcome} />
              {isWritten && (
                <p>
                  <strong>
                    {words.attainment}: {words.attainments[outcome.attainment]}
                  </strong>
                  {outcome.isJudged && (
                    <span className="fs-quiet"> ({words.judged(words.attainments[outcome.proposed])})</span>
                  )}
                  {outcome.comment !== '' && <> {outcome.comment}</>}
                </p>
              )}
              <ParagraphComments projectId={projectId} shown={shown} paragraph={`outcomes.${outcome.goalId}`} />
            </li>
          ))}
        </ul>
      </Section>
      {isWritten && (
        <>
          <Section title={words.learnt} id="learnt">
            {texts.map(part)}
          </Section>
          <Section title={words.recommendation} id="recommendation">
            <p>
              <strong>
                {shown.recommendation === null ? words.notWritten : words.recommendations[shown.recommendation]}
              </strong>
            </p>
            <p className="evaluation-text">{shown.recommendationReason}</p>
            <ParagraphComments projectId={projectId} shown={shown} paragraph="recommendationReason" />
          </Section>
        </>
      )}
    </>
  );
}
