import { Navigate } from '@tanstack/react-router';
import { KioskScreen } from '../../features/participation/kiosk-screen.tsx';
import { rememberedKiosk } from '../../kernel/kiosk-memory.ts';
import { useMe } from '../../kernel/session.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { pageTitles } from './page-titles.words.ts';

/** The whole screen of a browser that is a kiosk; any other browser is sent home. */
export function KioskPage() {
  const words = useWords(pageTitles);
  const { kiosk } = useMe();
  useTitle(words.kiosk);
  if (kiosk === null) return <Navigate to="/" replace />;
  const remembered = rememberedKiosk();
  return (
    <KioskScreen
      sessionId={kiosk.sessionId}
      remembered={remembered?.sessionId === kiosk.sessionId ? remembered : null}
    />
  );
}
