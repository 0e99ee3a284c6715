import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { openReader } from './qr-reader.ts';

const LOOK_EVERY_MILLIS = 160;

/** Why there is no picture; null while there is one, or it is on its way. */
export type CameraProblem = 'refused' | 'none' | 'busy' | 'unsupported';

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
  const [isReady, setReady] = useState(false);
  const [problem, setProblem] = useState<CameraProblem | null>(null);
  const [track, setTrack] = useState<MediaStreamTrack | null>(null);
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });

  useEffect(() => {
    let isOver = false;
    let stream: MediaStream | null = null;
    let timer = 0;
    async function begin() {
      // Older browsers and pages without https have no such thing, whatever the types say.
      if ((navigator.mediaDevices as MediaDevices | undefined) === undefined) return setProblem('unsupported');
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: { ideal: facing }, width: { ideal: 1280 }, height: { ideal: 720 } },
          audio: false,
        });
      } catch (error) {
        if (!isOver) setProblem(problemOf(error));
        return;
      }
      const element = video.current;
      if (isOver || element === null) return stop();
      element.srcObject = stream;
      await element.play().catch(() => undefined);
      const read = await openReader();
      setTrack(stream.getVideoTracks()[0] ?? null);
      setReady(true);
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
    setReady(false);
    setProblem(null);
    void begin();
    return () => {
      isOver = true;
      window.clearTimeout(timer);
      stop();
      setTrack(null);
    };
  }, [facing, round]);

  const capabilities = track?.getCapabilities() as { torch?: boolean } | undefined;
  return {
    video,
    isReady,
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
