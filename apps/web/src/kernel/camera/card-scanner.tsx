import { IconCamera } from '@tabler/icons-react';
import { type ComponentType, useEffect, useState } from 'react';
import { Loading } from '@forspring/ui/states';
import { TouchButton } from '@forspring/ui/touch-fields';
import { useWords } from '../words.ts';
import type { CardCameraProps } from './card-camera.tsx';
import { scannerWords } from './scanner.words.ts';

interface CardScannerProps {
  /** Takes the code of a card that was held up, and answers what to say about it. */
  onCode: (code: string) => string;
  /** Which camera to begin with: the one at the back of a phone, or the one above a tablet's screen. */
  facing?: 'environment' | 'user';
  /** Opens the camera at once instead of after a button. */
  isOpenFirst?: boolean;
  /** What the button says, where cards are not read one after the other. */
  label?: string;
}

/** Reads cards with the camera, one after the other, and says on the screen what it read. Typing a code is always there beside it. */
export function CardScanner({ onCode, facing = 'environment', isOpenFirst = false, label }: CardScannerProps) {
  const words = useWords(scannerWords);
  const [isOpen, setOpen] = useState(isOpenFirst);
  if (!isOpen)
    return (
      <TouchButton onClick={() => setOpen(true)}>
        <IconCamera size={20} aria-hidden="true" /> {label ?? words.open}
      </TouchButton>
    );
  return <FetchedCamera onCode={onCode} facing={facing} onClose={isOpenFirst ? undefined : () => setOpen(false)} />;
}

/** Reading pictures is much code; it is fetched when somebody asks for the camera, and without network it says so. */
function FetchedCamera(props: CardCameraProps) {
  const words = useWords(scannerWords);
  const [Camera, setCamera] = useState<ComponentType<CardCameraProps> | 'unreachable' | null>(null);
  useEffect(() => {
    let isGone = false;
    const show = (next: ComponentType<CardCameraProps> | 'unreachable') => {
      if (!isGone) setCamera(() => next);
    };
    void import('./card-camera.tsx').then(
      ({ CardCamera }) => show(CardCamera),
      () => show('unreachable'),
    );
    return () => {
      isGone = true;
    };
  }, []);
  if (Camera === null) return <Loading lines={4} />;
  if (Camera === 'unreachable') return <p role="alert">{words.problems.unreachable}</p>;
  return <Camera {...props} />;
}
