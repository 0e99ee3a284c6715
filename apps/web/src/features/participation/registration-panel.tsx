import { lazy, Suspense } from 'react';
import { Facts } from '@forspring/ui/page';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { useFormats } from '../../kernel/formats.ts';
import { useIsOnline } from '../../kernel/offline/use-queue.ts';
import { useWords } from '../../kernel/words.ts';
import { ChangesList } from './changes-list.tsx';
import { LockNotice } from './lock-notice.tsx';
import { RegistrationForm } from './registration-form.tsx';
import { registrationWords } from './registration.words.ts';
import { useLiveSession } from './use-registration.ts';

// A kiosk is opened once an evening, on a tablet.
const KioskPanel = lazy(() => import('./kiosk-panel.tsx'));
// Planning belongs to the owner; its form is no part of what a partner's phone fetches.
const MoveSession = lazy(() => import('./move-session.tsx'));
const RemoveSession = lazy(() => import('./remove-session.tsx'));

/** The registration of one session, or what is registered for those who may only look. */
export function RegistrationPanel({ session }: { session: ShownSession }) {
  const words = useWords(registrationWords);
  const { dayShort, instant } = useFormats();
  const isOnline = useIsOnline();
  useLiveSession(session);
  return (
    <>
      {session.movedFromOn !== null && (
        <p className="pa-registered">
          {words.movedFrom(dayShort(session.movedFromOn))} {session.moveReason}
        </p>
      )}
      {session.registeredByName !== null && session.registeredAt !== null && (
        <p className="pa-registered">{words.registeredBy(session.registeredByName, instant(session.registeredAt))}</p>
      )}
      {session.abilities.mayPlan && session.storedState === 'planned' && isOnline && (
        <Suspense>
          <MoveSession session={session} />
        </Suspense>
      )}
      {session.abilities.mayRemove && (
        <Suspense>
          <RemoveSession session={session} />
        </Suspense>
      )}
      {session.lock && <LockNotice session={session} lock={session.lock} />}
      {session.abilities.mayRegister ? (
        <RegistrationForm key={session.id} session={session} />
      ) : (
        <Looked session={session} />
      )}
      {session.countUnit === 'visit' && session.hasBegun && isOnline && (
        <Suspense>
          <KioskPanel sessionId={session.id} />
        </Suspense>
      )}
    </>
  );
}

function Looked({ session }: { session: ShownSession }) {
  const words = useWords(registrationWords);
  const { counted, hours, number } = useFormats();
  const unit = session.countUnit === 'contact' ? words.totalContacts : words.total;
  return (
    <>
      {!session.lock && (
        <p className="fs-notice">{session.tier === 'individual' ? words.individual : words.readOnly}</p>
      )}
      {session.state === 'held' && (
        <Facts
          facts={[
            { term: words.totalRow, value: counted(session.visitCount ?? 0, unit) },
            {
              term: words.firstTime,
              value: session.firstTimeCount === null ? words.notCounted : number(session.firstTimeCount),
            },
            {
              term: words.adultsRow,
              value: words.sayAdults(
                number(session.staffCount),
                number(session.volunteerCount),
                hours(session.staffMinutes + session.volunteerMinutes),
              ),
            },
            ...(session.mood === null ? [] : [{ term: words.mood, value: words.moods[session.mood - 1] }]),
          ]}
        />
      )}
      {session.state === 'cancelled' && session.cancelledBy !== null && (
        <p>
          {words.cancelled}: {words.cancelledByOptions[session.cancelledBy]}. {session.cancelReason}
        </p>
      )}
      <ChangesList session={session} />
    </>
  );
}
