import { useQuery } from '@tanstack/react-query';
import { UiLink } from '@forspring/ui/link';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';
import { useOwnSessions } from './use-own-sessions.ts';
import type { Registration } from './use-registration.ts';

/** What was saved, and the next session that waits. */
export function RegistrationSaved({ registration }: { registration: Registration }) {
  const words = useWords(registrationWords);
  const { counted, dayShort } = useFormats();
  const { missing, olderUnregisteredCount } = useOwnSessions();
  const { session, merged } = registration;
  const onPhone = missing.find(({ session: one }) => one.id !== session.id)?.session;
  // Older ones are not on the phone; they are asked for where there is a network.
  const older = useQuery({
    ...trpc.participation.listMySessions.queryOptions({ view: 'missing', pageSize: 2 }),
    enabled: onPhone === undefined && olderUnregisteredCount > 0,
    retry: false,
  }).data?.rows.find(({ id }) => id !== session.id);
  const next = onPhone ?? older;
  const unit = session.countUnit === 'contact' ? words.totalContacts : words.total;
  return (
    <div className="pa-saved">
      <p>
        {merged.outcome?.state === 'cancelled'
          ? words.savedCancelled(dayShort(session.heldOn))
          : words.savedHeld(counted(merged.visitCount, unit), dayShort(session.heldOn))}
      </p>
      {next !== undefined && (
        <p>
          <UiLink href={`/gange/${next.id}`}>{words.nextMissing(`${next.title}, ${dayShort(next.heldOn)}`)}</UiLink>
        </p>
      )}
      {next === undefined && olderUnregisteredCount === 0 && <p>{words.noneMissing}</p>}
    </div>
  );
}
