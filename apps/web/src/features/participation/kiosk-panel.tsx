import { lazy, Suspense, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Section } from '@forspring/ui/page';
import { TouchButton } from '@forspring/ui/touch-fields';
import type { ShownKiosks } from '@forspring/domain/participation/kiosk';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { kioskWords } from './kiosk.words.ts';

// A phone that registers needs neither; windows, forms and figures wait until somebody asks for them.
const KioskStart = lazy(async () => ({ default: (await import('./kiosk-start.tsx')).KioskStart }));
const KioskPulse = lazy(async () => ({ default: (await import('./kiosk-pulse.tsx')).KioskPulse }));

/** The kiosks of one session, for staff: open one here, close one elsewhere, and what was answered on the way out. */
export default function KioskPanel({ sessionId }: { sessionId: string }) {
  const words = useWords(kioskWords);
  const { data } = useQuery({ ...trpc.kiosk.listOpened.queryOptions({ sessionId }), refetchInterval: 30_000 });
  const [isStarting, setStarting] = useState(false);
  if (data === undefined || (data.kiosks.length === 0 && data.pulse === null && !data.abilities.mayOpen)) return null;
  return (
    <Section title={words.panelTitle} help={words.panelHelp}>
      {data.kiosks.length > 0 && (
        <ul className="pa-kiosks">
          {data.kiosks.map((kiosk) => (
            <KioskRow key={kiosk.id} sessionId={sessionId} kiosk={kiosk} mayEnd={data.abilities.mayEnd} />
          ))}
        </ul>
      )}
      {data.abilities.mayOpen && <TouchButton onClick={() => setStarting(true)}>{words.start}</TouchButton>}
      <Suspense>
        {isStarting && <KioskStart sessionId={sessionId} onClose={() => setStarting(false)} />}
        {data.pulse === null ? (
          data.kiosks.some(({ isOpen }) => isOpen) && <p className="fs-quiet">{words.pulseOpen}</p>
        ) : (
          <KioskPulse pulse={data.pulse} />
        )}
      </Suspense>
    </Section>
  );
}

function KioskRow({
  sessionId,
  kiosk,
  mayEnd,
}: {
  sessionId: string;
  kiosk: ShownKiosks['kiosks'][number];
  mayEnd: boolean;
}) {
  const words = useWords(kioskWords);
  const { counted, instantClock } = useFormats();
  const { textOf } = useProblemWords();
  const end = useCommand(trpc.kiosk.end.mutationOptions());
  const { openedByName, isOpen, tapCount } = kiosk;
  const count = counted(tapCount, words.tapped);
  const from = instantClock(kiosk.openedAt);
  return (
    <li>
      <span>
        {isOpen
          ? words.open(openedByName, from, count)
          : words.ended(openedByName, from, instantClock(kiosk.endsAt), count)}
      </span>
      {isOpen && mayEnd && (
        <TouchButton look="quiet" isBusy={end.isBusy} onClick={() => void end.send({ sessionId, kioskId: kiosk.id })}>
          {words.end}
        </TouchButton>
      )}
      {end.problem !== null && <p className="pa-wrong">{textOf(end.problem)}</p>}
    </li>
  );
}
