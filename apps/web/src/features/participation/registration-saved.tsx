import { useQuery } from '@tanstack/react-query';
import { UiLink } from '@forspring/ui/link';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';

/** What was saved, and the next session that waits. */
export function RegistrationSaved({ session }: { session: ShownSession }) {
  const words = useWords(registrationWords);
  const { counted, dayShort } = useFormats();
  const { data } = useQuery(trpc.participation.listMySessions.queryOptions({ view: 'missing', pageSize: 1 }));
  const next = data?.rows[0];
  const unit = session.countUnit === 'contact' ? words.totalContacts : words.total;
  return (
    <div className="pa-saved" role="status">
      <p>
        {session.state === 'cancelled'
          ? words.savedCancelled(dayShort(session.heldOn))
          : words.savedHeld(counted(session.visitCount ?? 0, unit), dayShort(session.heldOn))}
      </p>
      {next !== undefined && (
        <p>
          <UiLink href={`/gange/${next.id}`}>{words.nextMissing(`${next.title}, ${dayShort(next.heldOn)}`)}</UiLink>
        </p>
      )}
      {data !== undefined && next === undefined && <p>{words.noneMissing}</p>}
    </div>
  );
}
