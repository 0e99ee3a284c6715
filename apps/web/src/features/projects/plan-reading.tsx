import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanField } from '@forspring/domain/projects/plan';
import { planWords } from '@forspring/domain/projects/project';
import type { ShownPlan, ShownProject } from '@forspring/domain/projects/shown-project';
import { Facts, Section } from '@forspring/ui/page';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { LockedForm } from './locked-form.tsx';
import { usePlanTexts } from './plan-texts.ts';
import { planFormWords } from './plan.words.ts';

const frameFields: PlanField[] = [
  'track',
  'tier',
  'tierReason',
  'themes',
  'areaName',
  'venueId',
  'districtId',
  'bodyId',
  'usesCodes',
];
const harmFields: PlanField[] = ['adultsPresent', 'structure', 'groupMix', 'harmAnswer'];

/** A plan that is no longer open: the six words with their assumptions, the frame, the harm check, and what was changed after approval. */
export function PlanReading({ plan, project }: { plan: ShownPlan; project: ShownProject }) {
  const words = useWords(planFormWords);
  const { valueOf } = usePlanTexts(plan);
  const { number } = useFormats();
  const [isChanging, setChanging] = useState(false);
  const { fields, lockedChanges } = plan;
  const changesOf = (...names: string[]) => lockedChanges.filter((one) => names.includes(one.field));
  return (
    <>
      <p className="fs-lead">{fields.summary}</p>
      <p className="fs-help">{project.lockedAt === null ? words.readLead : words.lockedLead}</p>
      <Section title={words.sections.words}>
        <ol className="fs-words">
          {planWords.map((word, index) => (
            <li key={word}>
              <div className="fs-word">
                <span className="fs-word-number" aria-hidden="true">
                  {index + 1}
                </span>
                <div>
                  <h3>{words.labels[word]}</h3>
                  <p className="fs-prose">
                    {fields[word] === '' ? <span className="fs-quiet">{words.notFilled}</span> : fields[word]}
                  </p>
                  {word === 'targetGroup' && (
                    <>
                      {fields.targetGroupCount !== null && (
                        <p>
                          {words.labels.targetGroupCount}: {number(fields.targetGroupCount)}
                        </p>
                      )}
                      <LockedChanges
                        changes={changesOf('targetGroup', 'targetGroupCount', 'minAge', 'maxAge', 'extendedMinAge')}
                      />
                      {plan.abilities.changeLocked && !isChanging && (
                        <Button variant="default" size="compact-sm" onClick={() => setChanging(true)}>
                          {words.changeLocked}
                        </Button>
                      )}
                      {isChanging && <LockedForm plan={plan} onClose={() => setChanging(false)} />}
                    </>
                  )}
                </div>
              </div>
              {index < planWords.length - 1 && fields.assumptions[index] !== '' && (
                <div className="fs-arrow">
                  <IconArrowDown size={20} aria-hidden="true" />
                  <p>
                    <span className="fs-quiet">{words.arrows[`a${index}` as keyof typeof words.arrows]} …</span>{' '}
                    {fields.assumptions[index]}
                  </p>
                </div>
              )}
            </li>
          ))}
        </ol>
      </Section>
      <Section title={words.sections.frame}>
        <Facts facts={factsOf(frameFields)} />
      </Section>
      <Section title={words.sections.harm}>
        <Facts facts={factsOf(harmFields)} />
      </Section>
    </>
  );

  function factsOf(names: PlanField[]) {
    return names
      .map((name) => ({ term: words.labels[name], value: valueOf(name, fields) }))
      .filter((fact) => fact.value !== '');
  }
}

/** Each change made after approval with its reason, under the thing it changed. */
function LockedChanges({ changes }: { changes: ShownPlan['lockedChanges'] }) {
  const words = useWords(planFormWords);
  const { instant } = useFormats();
  if (changes.length === 0) return null;
  return (
    <ul className="fs-locked-changes">
      {changes.map((change) => (
        <li key={change.id}>
          <strong>{words.labels[change.field as PlanField]}</strong>:{' '}
          {words.lockedChange(change.fromText, change.toText)}
          <br />
          {change.reason} <span className="fs-quiet">({words.lockedBy(change.byName, instant(change.at))})</span>
        </li>
      ))}
    </ul>
  );
}
