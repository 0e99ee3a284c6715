import { evidenceLabel, evidenceLevels } from '@forspring/domain/evaluation/claim';
import { useLanguage } from '../../kernel/words.ts';

/** The level of evidence as five dots and its word; before anything is measured only the word. */
export function EvidenceDots({ level }: { level: number | null }) {
  const language = useLanguage();
  return (
    <span className="fs-evidence">
      <span className="fs-evidence-dots" aria-hidden="true">
        {evidenceLevels.map((one) => (
          <span key={one} data-filled={level !== null && one <= level ? true : undefined} />
        ))}
      </span>
      {level === null ? '' : `${level}/5 `}
      {evidenceLabel(level, language)}
    </span>
  );
}
