import './kiosk.css';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { TouchButton } from '@forspring/ui/touch-fields';
import type { PulseReply, ShownKiosk } from '@forspring/domain/participation/kiosk';
import type { AgeBand, Gender } from '@forspring/domain/participation/session';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { rememberKiosk } from '../../kernel/kiosk-memory.ts';
import { problemOf } from '../../kernel/problem.ts';
import { setLanguage, useLanguage, useWords } from '../../kernel/words.ts';
import { KioskClosed, KioskLeave } from './kiosk-leave.tsx';
import { KioskQueue } from './kiosk-queue.ts';
import type { Told } from './kiosk-queue.ts';
import { AgeStep, CardStep, GenderStep, HomeStep, PulseStep, SaidStep } from './kiosk-steps.tsx';
import { kioskWords } from './kiosk.words.ts';

const LOOK_MILLIS = 20_000;
const RESEND_MILLIS = 5_000;
/** Somebody who walked away leaves a screen for the next one. */
const IDLE_MILLIS = 25_000;
const SAID_MILLIS = 4_000;

/** Where the one at the tablet is. */
type Step =
  | { at: 'home' }
  | { at: 'card' }
  | { at: 'age'; code: string }
  | { at: 'gender'; code: string | null; ageBand: AgeBand }
  | { at: 'pulse' }
  | { at: 'said'; told: Told; about: 'tap' | 'pulse' };

const home: Step = { at: 'home' };

/** A tablet at the door of one session: somebody taps in or says how it was, and it is the next one's turn by itself. */
export function KioskScreen({
  sessionId,
  remembered,
  ways,
}: {
  sessionId: string;
  remembered: ShownKiosk | null;
  /** What else can be done here, beside tapping in and saying how it was. */
  ways?: ReactNode;
}) {
  const asked = useQuery({
    ...trpc.kiosk.show.queryOptions({ sessionId }),
    ...(remembered === null ? {} : { placeholderData: remembered }),
    refetchInterval: LOOK_MILLIS,
  });
  const queue = useMemo(() => new KioskQueue(sessionId), [sessionId]);
  const { waitingCount, isEnded } = useSyncExternalStore(queue.subscribe, queue.getState);
  const isOver = isEnded || (asked.error !== null && problemOf(asked.error).code === 'signIn');
  const shown = asked.data;

  useEffect(() => {
    if (shown !== undefined) rememberKiosk(shown);
  }, [shown]);
  useEffect(() => {
    const send = () => void queue.sendWaiting();
    send();
    const timer = window.setInterval(send, RESEND_MILLIS);
    window.addEventListener('online', send);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, [queue]);

  if (isOver) return <KioskClosed waitingCount={waitingCount} onGone={() => queue.clear()} />;
  if (shown === undefined) return null;
  return <KioskSteps kiosk={shown} queue={queue} waitingCount={waitingCount} ways={ways} />;
}

function KioskSteps({
  kiosk,
  queue,
  waitingCount,
  ways,
}: {
  kiosk: ShownKiosk;
  queue: KioskQueue;
  waitingCount: number;
  ways: ReactNode;
}) {
  const [step, setStep] = useState<Step>(home);
  const [isBusy, setBusy] = useState(false);
  const screen = useRef<HTMLDivElement>(null);
  useReturnHome(step, screen, () => setStep(home));

  async function tell(item: Parameters<KioskQueue['tell']>[0]) {
    if (isBusy) return;
    setBusy(true);
    const told = await queue.tell(item);
    setBusy(false);
    setStep({ at: 'said', told, about: item.kind });
  }
  const tap = (code: string | null, ageBand: AgeBand, gender: Gender) =>
    void tell({ kind: 'tap', commandId: crypto.randomUUID(), ageBand, gender, code });
  const chooseAge = (code: string | null, ageBand: AgeBand) => {
    // Who would rather not say how old they are is not asked more.
    if (kiosk.asksGender && ageBand !== 'unknown') setStep({ at: 'gender', code, ageBand });
    else tap(code, ageBand, 'other');
  };
  const back = () => setStep(home);
  return (
    <div className="ki-screen" ref={screen} aria-busy={isBusy || undefined}>
      {step.at === 'home' && (
        <HomeStep
          kiosk={kiosk}
          onAge={(ageBand) => chooseAge(null, ageBand)}
          onCard={() => setStep({ at: 'card' })}
          onPulse={() => setStep({ at: 'pulse' })}
          ways={ways}
        />
      )}
      {step.at === 'card' && <CardStep onCode={(code) => setStep({ at: 'age', code })} onBack={back} />}
      {step.at === 'age' && <AgeStep onAge={(ageBand) => chooseAge(step.code, ageBand)} onBack={back} />}
      {step.at === 'gender' && <GenderStep onGender={(gender) => tap(step.code, step.ageBand, gender)} onBack={back} />}
      {step.at === 'pulse' && (
        <PulseStep
          onDone={(answers: PulseReply) => void tell({ kind: 'pulse', commandId: crypto.randomUUID(), answers })}
          onBack={back}
        />
      )}
      {step.at === 'said' && <SaidStep told={step.told} about={step.about} onDone={back} />}
      <KioskFoot kiosk={kiosk} queue={queue} waitingCount={waitingCount} />
    </div>
  );
}

/** Puts the first heading of a new step in focus, and goes home when nobody does anything. */
function useReturnHome(step: Step, screen: React.RefObject<HTMLDivElement | null>, goHome: () => void) {
  const latest = useRef(goHome);
  useEffect(() => {
    latest.current = goHome;
  });
  useEffect(() => {
    screen.current?.querySelector('h1')?.focus();
    if (step.at === 'home') return;
    const millis = step.at === 'said' ? SAID_MILLIS : IDLE_MILLIS;
    let timer = window.setTimeout(() => latest.current(), millis);
    const again = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => latest.current(), millis);
    };
    window.addEventListener('pointerdown', again);
    window.addEventListener('keydown', again);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pointerdown', again);
      window.removeEventListener('keydown', again);
    };
  }, [step, screen]);
}

/** What staff needs: whether everything is sent, the language, and the way out. */
function KioskFoot({ kiosk, queue, waitingCount }: { kiosk: ShownKiosk; queue: KioskQueue; waitingCount: number }) {
  const words = useWords(kioskWords);
  const language = useLanguage();
  const { number } = useFormats();
  const [isLeaving, setLeaving] = useState(false);
  return (
    <footer className="ki-foot">
      <p role="status" data-waiting={waitingCount > 0 || undefined}>
        {waitingCount > 0 ? words.waiting(number(waitingCount)) : words.allSent}
      </p>
      <span className="ki-gap" />
      <TouchButton
        look="quiet"
        lang={language === 'da' ? 'en' : 'da'}
        onClick={() => setLanguage(language === 'da' ? 'en' : 'da')}
      >
        {language === 'da' ? 'English' : 'Dansk'}
      </TouchButton>
      <TouchButton look="quiet" onClick={() => setLeaving(true)}>
        {words.staff}
      </TouchButton>
      {isLeaving && (
        <KioskLeave
          sessionId={kiosk.sessionId}
          waitingCount={waitingCount}
          onLeft={() => queue.clear()}
          onCancel={() => setLeaving(false)}
        />
      )}
    </footer>
  );
}
