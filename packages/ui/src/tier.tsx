import { useUiWords } from './words.tsx';

/** The three tiers of prevention, as the looks know them: a colour, a shape and a word each. */
export type TierLook = 'general' | 'specific' | 'individual';

/** The tier's shape alone (circle, square, triangle), 12 px; always set beside the word. */
export function TierShape({ tier }: { tier: TierLook }) {
  return (
    <svg className="fs-tier-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
      {tier === 'general' && <circle cx="6" cy="6" r="5" />}
      {tier === 'specific' && <rect x="1.5" y="1.5" width="9" height="9" rx="1" />}
      {tier === 'individual' && <path d="M6 1 11.4 11H.6Z" />}
    </svg>
  );
}

/** A tier as shape, colour and word; readable without colour. */
export function TierBadge({ tier, label }: { tier: TierLook; label?: string }) {
  const { words } = useUiWords();
  const word = { general: words.tierGeneral, specific: words.tierSpecific, individual: words.tierIndividual }[tier];
  return (
    <span className="fs-badge fs-tier" data-tier={tier}>
      <TierShape tier={tier} />
      {label ?? word}
    </span>
  );
}

/** A status as a neutral word: `strong` is in force now, `waiting` waits for somebody, `quiet` is over. */
export function StatusBadge({
  label,
  look = 'plain',
}: {
  label: string;
  look?: 'plain' | 'strong' | 'waiting' | 'quiet';
}) {
  return (
    <span className="fs-badge fs-status" data-look={look}>
      {label}
    </span>
  );
}
