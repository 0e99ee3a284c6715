import { IconArrowBackUp } from '@tabler/icons-react';
import { TouchButton } from '@forspring/ui/touch-fields';
import { stateOf } from '../../kernel/offline/queue.ts';
import { queue } from '../../kernel/offline/queue-of-phone.ts';
import { useQueueState } from '../../kernel/offline/use-queue.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { EntryMark } from './entry-mark.tsx';
import { RegistrationSaved } from './registration-saved.tsx';
import { registrationWords } from './registration.words.ts';
import { useSpokenAfterPause } from './use-spoken.ts';
import type { Registration } from './use-registration.ts';

interface Props {
  registration: Registration;
  isCancelling: boolean;
  /** Whether the button was pressed and nothing has been changed since. */
  isDone: boolean;
}

/** The sum, where it is kept, what can be taken back, and the button, fixed where a thumb reaches them. */
export function SaveBar({ registration, isCancelling, isDone }: Props) {
  const words = useWords(registrationWords);
  const { counted, number, plural } = useFormats();
  const { session, merged, kept, undo } = registration;
  const queued = useQueueState();
  const { visitCount, codes } = merged;
  const unit = session.countUnit === 'contact' ? words.totalContacts : words.total;
  const state = kept === undefined ? null : stateOf(kept, queued);
  const spoken = useSpokenAfterPause(
    [isCancelling ? words.cancelled : counted(visitCount, unit), state === null ? '' : words.spokenStates[state]]
      .filter(Boolean)
      .join('. '),
  );
  const last = kept?.steps.at(-1);
  return (
    <div className="pa-save">
      {isDone && <RegistrationSaved registration={registration} />}
      <p className="fs-hidden" role="status">
        {spoken}
      </p>
      <div className="pa-save-total">
        {!isCancelling && (
          <p>
            <strong>{number(visitCount)}</strong> {plural(visitCount, unit)}
          </p>
        )}
        {!isCancelling && codes.length > 0 && (
          <p className="fs-quiet">
            {words.reconciled(
              counted(codes.length, words.cards),
              number(Math.max(0, visitCount - codes.length)),
              number(visitCount),
            )}
          </p>
        )}
      </div>
      <div className="pa-save-buttons">
        <TouchButton
          disabled={last === undefined}
          aria-label={last === undefined ? words.undo : words.undoWhat(words.steps[stepName(last.what)])}
          title={words.undo}
          onClick={undo}
        >
          <IconArrowBackUp size={20} aria-hidden="true" />
          <span className="pa-undo-word">{words.undo}</span>
        </TouchButton>
        <TouchButton type="submit" look="primary">
          {isCancelling ? words.saveCancelled : session.storedState === 'held' ? words.saveCorrection : words.save}
        </TouchButton>
      </div>
      <EntryMark kept={kept} mustChoose={merged.choices.length > 0} />
      {state === 'refused' && (
        <div className="pa-refused">
          <TouchButton look="quiet" onClick={() => queue.retry(session.id)}>
            {words.tryAgain}
          </TouchButton>
        </div>
      )}
    </div>
  );
}

const stepNames = ['count', 'firstTime', 'code', 'outcome', 'staff', 'volunteers', 'mood', 'elements', 'note'] as const;

function stepName(what: string): (typeof stepNames)[number] {
  return stepNames.find((name) => what === name || what.startsWith(`${name}/`)) ?? 'count';
}
