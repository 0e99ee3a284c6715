import { IconArrowDown } from '@tabler/icons-react';
import { planWords } from '@forspring/domain/projects/project';
import { maxWordLength } from '@forspring/domain/projects/plan';
import { LongTextField, NumberField } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { useWords } from '../../kernel/words.ts';
import { planFormWords } from './plan.words.ts';
import type { PlanForm } from './use-plan.ts';

/** The six words in the order they are planned, each with its help, and the assumption behind each arrow between them. */
export function WordsSection({ form }: { form: PlanForm }) {
  const words = useWords(planFormWords);
  const { values, bind, change, errorAt } = form;
  return (
    <Section title={words.sections.words} help={words.sections.wordsHelp} id="forandring">
      <ol className="fs-words">
        {planWords.map((word, index) => (
          <li key={word}>
            <div className="fs-word">
              <span className="fs-word-number" aria-hidden="true">
                {index + 1}
              </span>
              <LongTextField
                {...bind(word)}
                label={words.labels[word]}
                help={words.words[word]}
                minRows={3}
                maxLength={maxWordLength}
              />
            </div>
            {word === 'targetGroup' && (
              <div className="fs-word-more">
                <NumberField
                  {...bind('targetGroupCount')}
                  label={words.labels.targetGroupCount}
                  help={words.help.targetGroupCount}
                  isWhole
                  min={1}
                  max={100_000}
                />
              </div>
            )}
            {index < planWords.length - 1 && (
              <div className="fs-arrow">
                <IconArrowDown size={20} aria-hidden="true" />
                <LongTextField
                  name={`assumptions.${index}`}
                  label={
                    <>
                      <span className="fs-hidden">{words.assumption}: </span>
                      {words.arrows[`a${index}` as keyof typeof words.arrows]} …
                    </>
                  }
                  minRows={1}
                  maxLength={500}
                  value={values.assumptions[index] ?? ''}
                  onChange={(text) =>
                    change({ assumptions: values.assumptions.map((one, at) => (at === index ? text : one)) })
                  }
                  error={errorAt(`assumptions.${index}`)}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
