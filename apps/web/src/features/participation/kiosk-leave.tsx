import { useId, useRef, useState } from 'react';
import type { ComponentRef } from 'react';
import { useEffect } from 'react';
import { TouchButton } from '@forspring/ui/touch-fields';
import { api } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { forgetKiosk } from '../../kernel/kiosk-memory.ts';
import { problemOf } from '../../kernel/problem.ts';
import { useWords } from '../../kernel/words.ts';
import { kioskWords } from './kiosk.words.ts';

interface KioskLeaveProps {
  sessionId: string;
  waitingCount: number;
  onLeft: () => void;
  onCancel: () => void;
}

/** Loads the sign-in page anew, so that nothing of the kiosk is left. */
function goToSignIn() {
  forgetKiosk();
  window.location.replace('/log-ind');
}

/** Asks for the PIN that closes the kiosk. */
export function KioskLeave({ sessionId, waitingCount, onLeft, onCancel }: KioskLeaveProps) {
  const words = useWords(kioskWords);
  const { number, instantClock } = useFormats();
  const titleId = useId();
  const pinId = useId();
  const wrongId = useId();
  const dialog = useRef<ComponentRef<'dialog'>>(null);
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  function left() {
    onLeft();
    goToSignIn();
  }
  async function leave() {
    if (!/^\d{4,6}$/u.test(pin)) return setWrong(words.notAPin);
    setBusy(true);
    try {
      const result = await api.kiosk.endByPin.mutate({ sessionId, pin, commandId: crypto.randomUUID() });
      if (result.outcome === 'left') return left();
      setPin('');
      setWrong(
        result.outcome === 'wrongPin'
          ? words.wrongPin(number(result.triesLeft))
          : words.pinPause(instantClock(result.until)),
      );
    } catch (error) {
      // A kiosk that has ended meanwhile needs no PIN.
      if (problemOf(error).code === 'signIn') left();
      else setWrong(words.offline);
    } finally {
      setBusy(false);
    }
  }
  return (
    <dialog ref={dialog} className="ki-leave" aria-labelledby={titleId} onClose={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void leave();
        }}
      >
        <h2 id={titleId}>{words.leaveTitle}</h2>
        <p>{words.leaveHelp}</p>
        {waitingCount > 0 && <p className="fs-notice">{words.leaveWaiting(number(waitingCount))}</p>}
        <label htmlFor={pinId}>{words.pin}</label>
        <input
          id={pinId}
          className="ki-pin"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={pin}
          aria-invalid={wrong === null ? undefined : true}
          aria-describedby={wrong === null ? undefined : wrongId}
          onChange={(event) => {
            setPin(event.currentTarget.value);
            setWrong(null);
          }}
        />
        <p id={wrongId} role="alert" className="ki-wrong">
          {wrong}
        </p>
        <div className="ki-leave-ways">
          <TouchButton type="submit" look="primary" isBusy={isBusy}>
            {words.leave}
          </TouchButton>
          <TouchButton look="quiet" onClick={onCancel}>
            {words.cancel}
          </TouchButton>
        </div>
      </form>
    </dialog>
  );
}

/** The kiosk is no more: what was not sent is named, and the way leads to the sign-in page. */
export function KioskClosed({ waitingCount, onGone }: { waitingCount: number; onGone: () => void }) {
  const words = useWords(kioskWords);
  const { number } = useFormats();
  useEffect(() => forgetKiosk(), []);
  return (
    <main className="ki-screen ki-closed" id="indhold">
      <h1 className="ki-heading">{words.closed}</h1>
      <p>{words.closedText}</p>
      {waitingCount > 0 && <p className="fs-notice">{words.closedWaiting(number(waitingCount))}</p>}
      <TouchButton
        look="primary"
        onClick={() => {
          onGone();
          goToSignIn();
        }}
      >
        {words.toSignIn}
      </TouchButton>
    </main>
  );
}
