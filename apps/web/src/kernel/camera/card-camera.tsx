import './card-camera.css';
import { IconBulb, IconCameraRotate, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { codeInCard } from '@forspring/domain/participation/card-code';
import { TouchButton } from '@forspring/ui/touch-fields';
import { useWords } from '../words.ts';
import { scannerWords } from './scanner.words.ts';
import { useCamera } from './use-camera.ts';
import type { Facing } from './use-camera.ts';

const SAID_MILLIS = 2500;
/** The same card held still is one card. */
const SAME_CARD_MILLIS = 4000;

/** Takes what the camera reads, from the side of the device that looks at the card. */
export interface CardCameraProps {
  onCode: (code: string) => string;
  facing: Facing;
  onClose?: (() => void) | undefined;
}

/** The camera's picture with what was read last; `CardScanner` fetches it when it is needed. */
export function CardCamera({ onCode, facing: firstFacing, onClose }: CardCameraProps) {
  const words = useWords(scannerWords);
  const [facing, setFacing] = useState<Facing>(firstFacing);
  const [hasLight, setHasLight] = useState(false);
  const [said, setSaid] = useState<{ text: string; isCard: boolean } | null>(null);
  const last = useRef<{ text: string; at: number }>({ text: '', at: 0 });

  function take(text: string) {
    const now = performance.now();
    const isSame = last.current.text === text && now - last.current.at < SAME_CARD_MILLIS;
    last.current = { text, at: now };
    if (isSame) return;
    const code = codeInCard(text);
    setSaid(code === null ? { text: words.notACard, isCard: false } : { text: onCode(code), isCard: true });
  }
  const { video, isReady, problem, setLight, retry } = useCamera(facing, take);

  useEffect(() => {
    if (said === null) return;
    const timer = window.setTimeout(() => setSaid(null), SAID_MILLIS);
    return () => window.clearTimeout(timer);
  }, [said]);

  if (problem !== null)
    return (
      <div className="fs-camera-problem" role="alert">
        <p>{words.problems[problem]}</p>
        <div className="fs-camera-tools">
          <TouchButton onClick={retry}>{words.retry}</TouchButton>
          {onClose !== undefined && (
            <TouchButton look="quiet" onClick={onClose}>
              {words.close}
            </TouchButton>
          )}
        </div>
      </div>
    );
  return (
    <div className="fs-camera">
      <div className="fs-camera-view" data-said={said === null ? undefined : said.isCard ? 'card' : 'other'}>
        <video ref={video} muted playsInline aria-label={words.view} data-mirrored={facing === 'user' || undefined} />
        {said !== null && (
          <p className="fs-camera-said" aria-hidden="true">
            {said.isCard && <IconCheck size={28} aria-hidden="true" />}
            {said.text}
          </p>
        )}
      </div>
      <p role="status" className="fs-hidden">
        {said?.text}
      </p>
      <p className="fs-help">{isReady ? words.hold : words.starting}</p>
      <div className="fs-camera-tools">
        {setLight !== undefined && (
          <TouchButton
            onClick={() => {
              setLight(!hasLight);
              setHasLight(!hasLight);
            }}
          >
            <IconBulb size={18} aria-hidden="true" /> {hasLight ? words.lightOff : words.lightOn}
          </TouchButton>
        )}
        <TouchButton onClick={() => setFacing(facing === 'user' ? 'environment' : 'user')}>
          <IconCameraRotate size={18} aria-hidden="true" /> {words.turn}
        </TouchButton>
        {onClose !== undefined && (
          <TouchButton look="quiet" onClick={onClose}>
            {words.close}
          </TouchButton>
        )}
      </div>
    </div>
  );
}
