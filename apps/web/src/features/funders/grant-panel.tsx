import type { ReactNode } from 'react';
import type { ShownGrant } from '@forspring/domain/funders/grant';
import { Facts, Section } from '@forspring/ui/page';
import { Empty } from '@forspring/ui/states';
import { StatusBadge } from '@forspring/ui/tier';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { GrantCost } from './grant-cost.tsx';
import { GrantDone } from './grant-done.tsx';
import { GrantGoalsChart } from './grant-goals-chart.tsx';
import { grantWords } from './grant.words.ts';
import './funders.css';

const parts = ['promised', 'done', 'moved', 'cost', 'learnt', 'next'] as const;

/** One page a foundation's officer reads in three minutes; `goals` is drawn by the page from the goals past the gate. */
export function GrantPanel({ grant, goals }: { grant: ShownGrant; goals: ReactNode }) {
  const words = useWords(grantWords);
  const { dayInText, number } = useFormats();
  const { promised, learning, project } = grant;
  return (
    <div className="fu-grant">
      <nav aria-label={words.contents} className="fu-contents fs-no-print">
        <ul>
          {parts.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{words[part]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div>
        <Section title={words.promised} id="promised">
          <Facts
            facts={[
              { term: words.challenge, value: promised.challenge },
              { term: words.targetGroup, value: promised.targetGroup },
              { term: words.effects, value: promised.effects },
              { term: words.activities, value: promised.activities },
              { term: words.sessions, value: number(promised.sessionCount) },
            ]}
          />
        </Section>
        <Section title={words.done} id="done">
          {project.stopReason !== '' && <p>{words.stopped(project.stopReason)}</p>}
          <GrantDone done={grant.done} isEvaluated={grant.isEvaluated} />
        </Section>
        <div id="moved" className="fu-part">
          {goals}
          <GrantGoalsChart grant={grant} />
          {!grant.isEvaluated && <p className="fs-help">{words.notYet}</p>}
        </div>
        <Section title={words.cost} id="cost">
          <GrantCost grant={grant} />
        </Section>
        <Section title={words.learnt} id="learnt">
          {learning === null ? (
            <Empty title={words.learnLater} text={words.learnLaterText} />
          ) : (
            <Learnt learning={learning} />
          )}
        </Section>
        <Section title={words.next} id="next">
          <p>
            {grant.isEvaluated
              ? words.nextDone
              : grant.reportsOn === null
                ? words.nextNone
                : words.nextReport(dayInText(grant.reportsOn))}
          </p>
          {!grant.isEvaluated && project.endsOn !== null && <p>{words.nextEnd(dayInText(project.endsOn))}</p>}
          {project.ownerNames.length > 0 && <p>{words.owner(project.ownerNames.join(', '))}</p>}
        </Section>
      </div>
    </div>
  );
}

function Learnt({ learning }: { learning: NonNullable<ShownGrant['learning']> }) {
  const words = useWords(grantWords);
  const { dayInText } = useFormats();
  const { recommendation } = learning;
  const texts = [
    { term: words.worked, value: learning.worked },
    { term: words.didNotWork, value: learning.didNotWork },
    { term: words.forWhom, value: learning.forWhom },
    { term: words.adaptations, value: learning.adaptations },
  ].filter((text) => text.value !== '');
  return (
    <>
      {recommendation !== null && (
        <p>
          <StatusBadge label={`${words.recommendation}: ${words.recommendations[recommendation]}`} look="strong" />{' '}
          {learning.recommendationReason}
        </p>
      )}
      <Facts facts={texts} />
      <p className="fs-help">
        {words.approved(dayInText(learning.approvedOn))} {words.hash}: <code>{learning.contentHash.slice(0, 12)}</code>
      </p>
    </>
  );
}
