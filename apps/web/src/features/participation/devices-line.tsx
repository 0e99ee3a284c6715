import { IconDevices } from '@tabler/icons-react';
import { useFormats } from '../../kernel/formats.ts';
import { useMe } from '../../kernel/session.ts';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';
import type { Registration } from './use-registration.ts';

/** Who has counted how many, where more than one phone has: "Jonas' telefon 11 · denne telefon 14". */
export function DevicesLine({ registration }: { registration: Registration }) {
  const words = useWords(registrationWords);
  const { number } = useFormats();
  const { user } = useMe();
  const { session, own, entries } = registration;
  const tallies = entries
    .map((entry) => ({
      deviceId: entry.deviceId,
      count: entry.counts.reduce((sum, { personCount }) => sum + personCount, 0),
      byName: session.entries.find(({ deviceId }) => deviceId === entry.deviceId)?.byName ?? null,
    }))
    .filter(({ count, deviceId }) => count !== 0 || deviceId === own.deviceId);
  const others = tallies.filter(({ deviceId }) => deviceId !== own.deviceId);
  if (others.length === 0) return null;
  const ownCount = tallies.find(({ deviceId }) => deviceId === own.deviceId)?.count ?? 0;
  return (
    <p className="pa-devices">
      <IconDevices size={18} aria-hidden="true" />
      <span>
        {others.map(({ deviceId, byName, count }) => (
          <span key={deviceId}>
            {byName === null ? words.otherPhone : byName === user?.name ? words.ownOtherPhone : words.phoneOf(byName)}:{' '}
            <strong>{number(count)}</strong>,{' '}
          </span>
        ))}
        {words.thisPhoneLower}: <strong>{number(ownCount)}</strong>
      </span>
    </p>
  );
}
