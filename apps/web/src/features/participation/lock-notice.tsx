import type { ShownLock } from '@forspring/domain/projects/period-lock';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { useFormats } from '../../kernel/formats.ts';
import { queue } from '../../kernel/offline/queue-of-phone.ts';
import { useKeptEntry } from '../../kernel/offline/use-queue.ts';
import { useWords } from '../../kernel/words.ts';
import { EntryMark } from './entry-mark.tsx';
import { registrationWords } from './registration.words.ts';
import { TouchButton } from '@forspring/ui/touch-fields';

/** Says that the evening lies in a locked period and what to do, or until when it is open; what the phone still keeps is told, never dropped. */
export function LockNotice({ session, lock }: { session: ShownSession; lock: ShownLock }) {
  const words = useWords(registrationWords);
  const { dayRange, dayInText } = useFormats();
  const kept = useKeptEntry(session.id);
  const period = dayRange(lock.startsOn, lock.endsOn);
  const isOpen = session.abilities.mayRegister;
  const isWaiting = kept !== undefined && kept.entry.revision > kept.sentRevision;
  return (
    <div className="fs-notice" role="note">
      <div>
        <strong>
          {isOpen ? words.openedTitle(period, dayInText(lock.opensUntilOn ?? lock.endsOn)) : words.lockedTitle(period)}
        </strong>
        <p>{isOpen ? words.openedText : words.lockedText}</p>
        {!isOpen && isWaiting && (
          <>
            <p>{words.keptText}</p>
            <EntryMark kept={kept} mustChoose={false} />
            <TouchButton look="quiet" onClick={() => queue.retry(session.id)}>
              {words.sendAgain}
            </TouchButton>
          </>
        )}
      </div>
    </div>
  );
}
