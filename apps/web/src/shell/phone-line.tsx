import { useState, useSyncExternalStore } from 'react';
import { useRouterState } from '@tanstack/react-router';
import { UiLink } from '@forspring/ui/link';
import { TouchButton } from '@forspring/ui/touch-fields';
import { appUpdate, takeUpdate } from '../kernel/offline/app-update.ts';
import { isUnsent } from '../kernel/offline/phone-store.ts';
import { installing } from '../kernel/offline/installing.ts';
import { useIsOnline, useNeedsSignIn, useQueueState } from '../kernel/offline/use-queue.ts';
import { useFormats } from '../kernel/formats.ts';
import { useWords } from '../kernel/words.ts';
import { phoneWords } from './phone.words.ts';

/** One calm line on top where something about the phone is worth knowing: no network, sign in to send, a new version. */
export function PhoneLine() {
  const words = useWords(phoneWords);
  const { counted } = useFormats();
  const { entries } = useQueueState();
  const needsSignIn = useNeedsSignIn();
  const isOnline = useIsOnline();
  const isUpdateReady = useSyncExternalStore(appUpdate.subscribe, appUpdate.isReady);
  const href = useRouterState({ select: (state) => state.location.href });
  const unsent = [...entries.values()].filter(isUnsent);
  const refusedCount = unsent.filter(({ problem }) => problem !== null).length;
  const lines = [
    ...(isOnline
      ? []
      : [unsent.length > 0 ? words.offlineWaiting(counted(unsent.length, words.evenings)) : words.offline]),
    ...(isOnline && needsSignIn && !href.startsWith('/log-ind')
      ? [
          <>
            {words.signIn} <UiLink href={`/log-ind?til=${encodeURIComponent(href)}`}>{words.signInLink}</UiLink>
          </>,
        ]
      : []),
    ...(refusedCount > 0
      ? [
          <>
            {words.refused(counted(refusedCount, words.evenings))} <UiLink href="/gange">{words.see}</UiLink>
          </>,
        ]
      : []),
    ...(isUpdateReady
      ? [
          <>
            {words.update}{' '}
            <TouchButton look="quiet" onClick={takeUpdate}>
              {words.takeUpdate}
            </TouchButton>
          </>,
        ]
      : []),
  ];
  return (
    <div className="fs-phone-lines" role="status" aria-label={words.line}>
      {lines.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}

/** Offers to put the application on the home screen, once, to those who register on a phone. */
export function InstallHint() {
  const words = useWords(phoneWords);
  const way = useSyncExternalStore(installing.subscribe, installing.way);
  const [isOver, setOver] = useState(false);
  if (way === null || isOver) return null;
  return (
    <aside className="fs-install">
      <p>{way === 'button' ? words.install : words.installByShare}</p>
      <div>
        {way === 'button' && <TouchButton onClick={() => void installing.install()}>{words.installButton}</TouchButton>}
        <TouchButton
          look="quiet"
          onClick={() => {
            installing.decline();
            setOver(true);
          }}
        >
          {words.notNow}
        </TouchButton>
      </div>
    </aside>
  );
}
