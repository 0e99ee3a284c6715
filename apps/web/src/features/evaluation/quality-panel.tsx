import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ShownEvaluation } from '@forspring/domain/evaluation/evaluation';
import { qualityAbout, qualityGroups } from '@forspring/domain/evaluation/quality';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { qualityWords } from './quality.words.ts';

const tabAddresses = {
  plan: '',
  goals: '/maal',
  activities: '/aktiviteter',
  partners: '/partnere',
  budget: '/okonomi',
  evaluation: '/evaluering',
} as const;

/** The quality check: first what is missing with the way to it, all questions on request; never a score. */
export function QualityPanel({ projectId, checks }: { projectId: string; checks: ShownEvaluation['quality'] }) {
  const words = useWords(qualityWords);
  const { number } = useFormats();
  const [isAll, setAll] = useState(false);
  if (checks.length === 0) return null;
  const countOf = (answer: string) => number(checks.filter((check) => check.answer === answer).length);
  const shown = isAll ? checks : checks.filter((check) => check.answer === 'no' || check.answer === 'unknown');
  return (
    <Section title={words.title} help={words.help} id="quality">
      <p>{words.count(countOf('yes'), countOf('no'))}</p>
      {shown.length === 0 && <p>{words.allWell}</p>}
      {qualityGroups.map((group) => {
        const own = shown.filter(({ question }) => qualityAbout[question].group === group);
        return own.length === 0 ? null : (
          <div key={group} className="evaluation-part">
            <h3>{words.groups[group]}</h3>
            <ul>
              {own.map(({ question, answer }) => (
                <li key={question}>
                  {words.questions[question]} <strong>{words.answers[answer]}</strong>{' '}
                  <span className="fs-quiet">({qualityAbout[question].source})</span>{' '}
                  {answer === 'no' && (
                    <UiLink href={`/projekter/${projectId}${tabAddresses[qualityAbout[question].tab]}`}>
                      {words.mend}
                    </UiLink>
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <Button variant="subtle" size="compact-sm" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
        {isAll ? words.hide : words.show}
      </Button>
    </Section>
  );
}
