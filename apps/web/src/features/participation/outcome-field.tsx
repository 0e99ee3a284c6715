import { useState } from 'react';
import { TouchChoices, TouchText } from '@forspring/ui/touch-fields';
import { screenText } from '@forspring/domain/measures/personal-number';
import { cancelledBy, maxReasonLength } from '@forspring/domain/participation/session';
import type { CancelledBy } from '@forspring/domain/participation/session';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';
import type { Registration } from './use-registration.ts';

/** A cancellation as it is being told; it is one only when both questions are answered. */
export interface Cancelling {
  cancelledBy: CancelledBy | null;
  cancelReason: string;
}

/** What is missing in a cancellation before it can be kept. */
export type CancellingProblem = 'cancelledBy' | 'cancelReason' | 'personalNumber';

/** The questions of a cancellation that have no answer yet. */
export function problemsOf({ cancelledBy: by, cancelReason }: Cancelling): CancellingProblem[] {
  return [
    ...(by === null ? ['cancelledBy' as const] : []),
    ...(cancelReason.trim() === '' ? ['cancelReason' as const] : []),
    ...(screenText(cancelReason) === 'clear' ? [] : ['personalNumber' as const]),
  ];
}

/** The state of the evening on this screen: held, or a cancellation with its answers. */
export function useOutcome({ session, merged }: Registration) {
  const stored = merged.outcome;
  const isCancelled = stored?.state === 'cancelled';
  const [draft, setDraft] = useState<Cancelling | null>(null);
  const told: Cancelling = isCancelled
    ? { cancelledBy: stored.cancelledBy, cancelReason: stored.cancelReason }
    : { cancelledBy: null, cancelReason: '' };
  const isCancelling = draft !== null || isCancelled || !session.hasBegun;
  return { isCancelling, cancelling: draft ?? told, setDraft, isDraft: draft !== null };
}

/** Whether the evening was held or cancelled, and by whom and why. */
export function OutcomeField({
  registration,
  outcome,
  problems,
}: {
  registration: Registration;
  outcome: ReturnType<typeof useOutcome>;
  problems: readonly CancellingProblem[];
}) {
  const words = useWords(registrationWords);
  const { session, merged } = registration;
  const { isCancelling, cancelling, setDraft } = outcome;
  return (
    <>
      {!session.hasBegun && <p className="fs-notice">{words.notYet}</p>}
      <TouchChoices
        name="outcome"
        label={words.stateLegend}
        isLabelHidden
        value={isCancelling ? 'cancelled' : 'held'}
        onChange={(value) => {
          if (value === 'cancelled') return setDraft(cancelling);
          setDraft(null);
          if (merged.outcome?.state === 'cancelled') registration.setFact('outcome', { state: 'held' });
        }}
        options={[
          { value: 'held', label: words.held, isDisabled: !session.hasBegun },
          { value: 'cancelled', label: words.cancelled },
        ]}
      />
      {isCancelling && (
        <>
          <TouchChoices
            name="cancelledBy"
            label={words.cancelledBy}
            value={cancelling.cancelledBy}
            onChange={(by) => setDraft({ ...cancelling, cancelledBy: by })}
            options={cancelledBy.map((value) => ({ value, label: words.cancelledByOptions[value] }))}
            error={problems.includes('cancelledBy') ? words.cancelledByMissing : undefined}
          />
          <TouchText
            name="cancelReason"
            label={words.cancelReason}
            help={words.cancelReasonHelp}
            maxLength={maxReasonLength}
            value={cancelling.cancelReason}
            onChange={(cancelReason) => setDraft({ ...cancelling, cancelReason })}
            error={
              screenText(cancelling.cancelReason) !== 'clear'
                ? words.noteBlocked
                : problems.includes('cancelReason')
                  ? words.cancelReasonMissing
                  : undefined
            }
          />
        </>
      )}
    </>
  );
}
