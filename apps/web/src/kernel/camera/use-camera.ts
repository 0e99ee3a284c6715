import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { openReader } from './qr-reader.ts';

const LOOK_EVERY_MILLIS = 160;

/** Why there is no picture; null while there is one, or it is on its way. */
type CameraProblem = 'refused' | 'none' | 'busy' | 'unsupported' | 'unreachable';

/** Which side of the device looks at the card. */
export type Facing = 'environment' | 'user';

interface Camera {
  video: RefObject<HTMLVideoElement | null>;
  isReady: boolean;
  problem: CameraProblem | null;
  /** Turns the light on or off; absent where the camera has none. */
  setLight: ((isOn: boolean) => void) | undefined;
  retry: () => void;
}

/** What came of asking for a camera; `asked` tells an answer to an earlier question apart. */
interface Found {
  asked: string;
  track: MediaStreamTrack | null;
  problem: CameraProblem | null;
}

function problemOf(error: unknown): CameraProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'unsupported';
}

/** Shows a camera in a video element and hands over what every QR in front of it says. Nothing is recorded, kept or sent. */
export function useCamera(facing: Facing, onText: (text: string) => void): Camera {
  const video = useRef<HTMLVideoElement | null>(null);
  const [round, setRound] = useState(0);
  const asked = `${facing}/${round}`;
  const [found, setFound] = useState<Found>({ asked: '', track: null, problem: null });
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });

  useEffect(() => {
    let isOver = false;
    const tell = (track: MediaStreamTrack | null, problem: CameraProblem | null) => {
      if (!isOver) setFound({ asked: `${facing}/${round}`, track, problem });
    };
    let stream: MediaStream | null = null;
    let timer = 0;
    async function begin() {
      // Older browsers and pages without https have no such thing, whatever the types say.
      if ((navigator.mediaDevices as MediaDevices | undefined) === undefined) return tell(null, 'unsupported');
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: { ideal: facing }, width: { ideal: 1280 }, height: { ideal: 720 } },
          audio: false,
        });
      } catch (error) {
        return tell(null, problemOf(error));
      }
      const element = video.current;
      if (isOver || element === null) return stop();
      element.srcObject = stream;
      await element.play().catch(() => undefined);
      // Without network what reads pictures may not be on the device.
      const read = await openReader().catch(() => null);
      if (read === null) {
        stop();
        return tell(null, 'unreachable');
      }
      tell(stream.getVideoTracks()[0] ?? null, null);
      const look = async () => {
        if (isOver) return;
        const text = element.readyState >= element.HAVE_CURRENT_DATA ? await read(element) : null;
        if (!isOver && text !== null) latest.current(text);
        timer = window.setTimeout(() => void look(), LOOK_EVERY_MILLIS);
      };
      await look();
    }
    function stop() {
      for (const one of stream?.getTracks() ?? []) one.stop();
    }
    void begin();
    return () => {
      isOver = true;
      window.clearTimeout(timer);
      stop();
    };
  }, [facing, round]);

  const { track, problem } = found.asked === asked ? found : { track: null, problem: null };
  const capabilities = track?.getCapabilities() as { torch?: boolean } | undefined;
  return {
    video,
    isReady: track !== null,
    problem,
    setLight:
      track !== null && capabilities?.torch === true
        ? (isOn) =>
            void track
              .applyConstraints({ advanced: [{ torch: isOn } as MediaTrackConstraintSet] })
              .catch(() => undefined)
        : undefined,
    retry: () => setRound((now) => now + 1),
  };
}
