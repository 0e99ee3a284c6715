import { lazy, Suspense } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Facts } from '@forspring/ui/page';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { RegistrationForm } from './registration-form.tsx';
import { registrationWords } from './registration.words.ts';

// Planning belongs to the owner; its form is no part of what a partner's phone fetches.
const MoveSession = lazy(() => import('./move-session.tsx'));

/** One session, fetched; the page waits until it is there. */
export function useSession(sessionId: string): ShownSession {
  return useSuspenseQuery(trpc.participation.showSession.queryOptions({ sessionId })).data;
}

/** The registration of one session, or what is registered for those who may only look. */
export function RegistrationPanel({ session }: { session: ShownSession }) {
  const words = useWords(registrationWords);
  const { instant } = useFormats();
  return (
    <>
      {session.registeredByName !== null && session.registeredAt !== null && (
        <p className="pa-registered">{words.registeredBy(session.registeredByName, instant(session.registeredAt))}</p>
      )}
      {session.abilities.mayPlan && session.storedState === 'planned' && (
        <Suspense>
          <MoveSession session={session} />
        </Suspense>
      )}
      {session.abilities.mayRegister ? (
        <RegistrationForm key={session.id} session={session} />
      ) : (
        <Looked session={session} />
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
      <p className="fs-notice">{session.tier === 'individual' ? words.individual : words.readOnly}</p>
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
          ]}
        />
      )}
      {session.state === 'cancelled' && session.cancelledBy !== null && (
        <p>
          {words.cancelled}: {words.cancelledByOptions[session.cancelledBy]}. {session.cancelReason}
        </p>
      )}
    </>
  );
}
