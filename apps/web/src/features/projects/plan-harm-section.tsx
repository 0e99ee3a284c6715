import { adultsPresent, groupMixes, structures } from '@forspring/domain/projects/project';
import { isHarmRisk } from '@forspring/domain/projects/plan.rules';
import { ChoiceField, LongTextField } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { useWords } from '../../kernel/words.ts';
import { Notice } from './plan-frame-sections.tsx';
import { planFormWords } from './plan.words.ts';
import type { PlanForm } from './use-plan.ts';

/** Three questions about the setting; where research has seen harm, the sources and a required answer. */
export function HarmSection({ form }: { form: PlanForm }) {
  const words = useWords(planFormWords);
  const { values, bind } = form;
  const isRisk = isHarmRisk(values);
  return (
    <Section title={words.sections.harm} help={words.sections.harmHelp} id="skadestjek">
      <ChoiceField
        {...bind('adultsPresent')}
        label={words.labels.adultsPresent}
        isInline
        options={adultsPresent.map((value) => ({ value, label: words.adults[value] }))}
      />
      <ChoiceField
        {...bind('structure')}
        label={words.labels.structure}
        isInline
        options={structures.map((value) => ({ value, label: words.structures[value] }))}
      />
      <ChoiceField
        {...bind('groupMix')}
        label={words.labels.groupMix}
        isInline
        options={groupMixes.map((value) => ({ value, label: words.mixes[value] }))}
      />
      {isRisk && (
        <Notice>
          <strong>{words.harmTitle}</strong>
          <p>{words.harmText}</p>
          <p className="fs-quiet">{words.harmSources}</p>
        </Notice>
      )}
      {(isRisk || values.harmAnswer !== '') && (
        <LongTextField
          {...bind('harmAnswer')}
          label={words.labels.harmAnswer}
          help={words.help.harmAnswer}
          isOptional={!isRisk}
          maxLength={2000}
        />
      )}
    </Section>
  );
}
