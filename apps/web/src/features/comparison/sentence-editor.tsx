import { comparedMeasures } from '@forspring/domain/comparison/comparison';
import type { ComparedMeasure, ComparisonSentence, ShownComparison } from '@forspring/domain/comparison/comparison';
import { tiers } from '@forspring/domain/interventions/intervention';
import type { Tier } from '@forspring/domain/interventions/intervention';
import type { ReactNode } from 'react';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { comparisonWords } from './comparison.words.ts';
import './comparison.css';

interface SentenceEditorProps {
  sentence: ComparisonSentence;
  /** Undefined until the first comparison has come. */
  comparison: ShownComparison | undefined;
  onChange: (part: Partial<ComparisonSentence>) => void;
}

/** What is compared, as one sentence whose parts are chosen in place. */
export function SentenceEditor({ sentence, comparison, onChange }: SentenceEditorProps) {
  const words = useWords(comparisonWords);
  const { ages: agesText } = useFormats();
  const choices = comparison?.choices ?? { interventions: [], ages: [], years: [] };
  const ages = sentence.ages === null ? '' : `${sentence.ages.minAge}-${sentence.ages.maxAge}`;
  const agesChoices = choices.ages.map((span) => ({
    value: `${span.minAge}-${span.maxAge}`,
    label: agesText(span.minAge, span.maxAge),
  }));
  const isKnown = ages === '' || agesChoices.some((one) => one.value === ages);
  const year = sentence.year ?? comparison?.sentence.year ?? null;
  const years = year === null || choices.years.includes(year) ? choices.years : [year, ...choices.years];

  function choose(value: string) {
    const isTier = (tiers as readonly string[]).includes(value);
    if (value === 'alle' || isTier)
      onChange({ interventionId: null, tier: isTier ? (value as Tier) : null, ages: null });
    else onChange({ interventionId: value, tier: null, ages: null, year: null });
  }

  return (
    <section className="fs-comparison-question" aria-labelledby="comparison-question">
      <h2 id="comparison-question">{words.question}</h2>
      <p className="fs-comparison-sentence">
        <Part
          label={words.measureLabel}
          value={sentence.measure}
          onChange={(value) => onChange({ measure: value as ComparedMeasure })}
        >
          {comparedMeasures.map((measure) => (
            <option key={measure} value={measure}>
              {words.measure[measure]}
            </option>
          ))}
        </Part>
        {words.in}
        <Part label={words.whatLabel} value={sentence.interventionId ?? sentence.tier ?? 'alle'} onChange={choose}>
          <optgroup label={words.byTier}>
            {tiers.map((tier) => (
              <option key={tier} value={tier}>
                {words.tier[tier]}
              </option>
            ))}
            <option value="alle">{words.allTiers}</option>
          </optgroup>
          <optgroup label={words.byIntervention}>
            {choices.interventions.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </optgroup>
        </Part>
        {words.comma}
        <Part
          label={words.agesLabel}
          value={ages}
          onChange={(value) => {
            const [minAge = 0, maxAge = 0] = value.split('-').map(Number);
            onChange({ ages: value === '' ? null : { minAge, maxAge } });
          }}
        >
          <option value="">{words.allAges}</option>
          {!isKnown && sentence.ages !== null && (
            <option value={ages}>{agesText(sentence.ages.minAge, sentence.ages.maxAge)}</option>
          )}
          {agesChoices.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </Part>
        {words.comma}
        <Part
          label={words.yearLabel}
          value={year === null ? '' : String(year)}
          onChange={(value) => onChange({ year: value === '' ? null : Number(value) })}
        >
          {sentence.interventionId !== null && <option value="">{words.allYears}</option>}
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Part>
      </p>
      <p className="fs-quiet">{words.questionHelp}</p>
    </section>
  );
}

/** One part of the sentence: looks like words, opens like a list. */
function Part({
  label,
  value,
  onChange,
  children,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}) {
  return (
    <select
      className="fs-sentence-part"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {children}
    </select>
  );
}
