import { evidenceLabel, evidenceLevels } from '@forspring/domain/evaluation/claim';
import type { ShownOutcome } from '@forspring/domain/evaluation/evaluation';
import { TierBadge } from '@forspring/ui/tier';
import { DividedReadings } from '../../kernel/divided-reading.tsx';
import { LockedChanges } from '../../kernel/locked-changes.tsx';
import { termWords } from '../../kernel/terms.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { useCostText } from './cost-cell.tsx';
import { qualityWords } from './quality.words.ts';
import { evaluationWords } from './evaluation.words.ts';

/** What the numbers say about one goal: the sentence, the target, the level of evidence, and what was changed after approval. */
export function OutcomeReading({ outcome }: { outcome: ShownOutcome }) {
  const words = useWords(evaluationWords);
  const extra = useWords(qualityWords);
  const costText = useCostText();
  const terms = useWords(termWords);
  const language = useLanguage();
  return (
    <>
      <h3>{outcome.title}</h3>
      <p>
        {language === 'da' ? `${outcome.sentenceDa} ${outcome.targetDa}` : `${outcome.sentenceEn} ${outcome.targetEn}`}
      </p>
      <p>
        <TierBadge tier={outcome.tier} label={terms.tier[outcome.tier]} />{' '}
        <span className="fs-quiet">
          <EvidenceDots level={outcome.level} /> {words.evidence}: {evidenceLabel(outcome.level, language)}
        </span>
      </p>
      {outcome.costPerReached?.cashOere.kind === 'value' && outcome.costPerReached.totalOere.kind === 'value' && (
        <p className="fs-quiet">
          {extra.costReached(
            costText(outcome.costPerReached.cashOere.value),
            costText(outcome.costPerReached.totalOere.value),
          )}
        </p>
      )}
      <DividedReadings readings={outcome.divided} />
      <LockedChanges changes={outcome.lockedChanges} />
    </>
  );
}

/** The level as five dots; the word beside it says the same. */
function EvidenceDots({ level }: { level: number | null }) {
  return (
    <span className="evaluation-levels" aria-hidden="true">
      {evidenceLevels.map((one) => (
        <span key={one} data-filled={level !== null && one <= level ? true : undefined} />
      ))}
    </span>
  );
}
