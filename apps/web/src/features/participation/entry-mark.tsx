import { IconAlertTriangle, IconCheck, IconDeviceMobile, IconRefresh } from '@tabler/icons-react';
import { UiLink } from '@forspring/ui/link';
import type { KeptEntry } from '../../kernel/offline/phone-store.ts';
import { stateOf } from '../../kernel/offline/queue.ts';
import { useIsOnline, useNeedsSignIn, useQueueState } from '../../kernel/offline/use-queue.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';

const icons = {
  kept: IconDeviceMobile,
  sending: IconRefresh,
  sent: IconCheck,
  refused: IconAlertTriangle,
};

/** Where an entry is: on the phone, on its way, sent, refused, or waiting for a choice. Nothing where nothing is kept. */
export function EntryMark({ kept, mustChoose = false }: { kept: KeptEntry | undefined; mustChoose?: boolean }) {
  const words = useWords(registrationWords);
  const { instantClock } = useFormats();
  const { textOf } = useProblemWords();
  const queued = useQueueState();
  const needsSignIn = useNeedsSignIn();
  const isOnline = useIsOnline();
  if (mustChoose)
    return (
      <span className="pa-mark" data-kind="choose">
        <IconAlertTriangle size={16} aria-hidden="true" />
        <span>{words.mustChoose}</span>
      </span>
    );
  if (kept === undefined) return null;
  const state = stateOf(kept, queued);
  const Icon = icons[state];
  return (
    <span className="pa-mark" data-kind={state}>
      <Icon size={16} aria-hidden="true" />
      <span>
        {state === 'sent' && (kept.sentAt === null ? words.sent : words.sentAt(instantClock(kept.sentAt)))}
        {state === 'sending' && words.sending}
        {state === 'kept' &&
          (queued.isUnkept ? words.unkept : isOnline && !queued.isStuck ? words.keptSoon : words.kept)}
        {state === 'kept' && needsSignIn && (
          <>
            {' '}
            <UiLink href={`/log-ind?til=${encodeURIComponent(`/gange/${kept.sessionId}`)}`}>
              {words.signInToSend}
            </UiLink>
          </>
        )}
        {state === 'refused' && `${words.refused} ${kept.problem === null ? '' : textOf(kept.problem)}`}
      </span>
    </span>
  );
}
