import { IconCamera } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Loading } from '@forspring/ui/states';
import { TouchButton } from '@forspring/ui/touch-fields';
import { useWords } from '../../kernel/words.ts';
import { scannerWords } from './scanner.words.ts';

// Reading pictures is much code; it is fetched when somebody asks for the camera.
const CardCamera = lazy(() => import('./card-camera.tsx'));

interface CardScannerProps {
  /** Takes the code of a card that was held up, and answers what to say about it. */
  onCode: (code: string) => string;
  /** Which camera to begin with: the one at the back of a phone, or the one above a tablet's screen. */
  facing?: 'environment' | 'user';
  /** Opens the camera at once instead of after a button. */
  isOpenFirst?: boolean;
}

/** Reads cards with the camera, one after the other, and says on the screen what it read. Typing a code is always there beside it. */
export function CardScanner({ onCode, facing = 'environment', isOpenFirst = false }: CardScannerProps) {
  const words = useWords(scannerWords);
  const [isOpen, setOpen] = useState(isOpenFirst);
  if (!isOpen)
    return (
      <TouchButton onClick={() => setOpen(true)}>
        <IconCamera size={20} aria-hidden="true" /> {words.open}
      </TouchButton>
    );
  return (
    <Suspense fallback={<Loading lines={4} />}>
      <CardCamera onCode={onCode} facing={facing} onClose={isOpenFirst ? undefined : () => setOpen(false)} />
    </Suspense>
  );
}
