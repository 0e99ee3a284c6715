import { lazy, Suspense, useState } from 'react';
import { Navigate } from '@tanstack/react-router';
import { KioskScreen } from '../../features/participation/kiosk-screen.tsx';
import { KioskSurveys } from '../../features/surveys/kiosk-surveys.tsx';
import { rememberedKiosk } from '../../kernel/kiosk-memory.ts';
import { useMe } from '../../kernel/session.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { pageTitles } from './page-titles.words.ts';

const AnswerScreen = lazy(() =>
  import('../../features/surveys/answer-screen.tsx').then(({ AnswerScreen: screen }) => ({ default: screen })),
);

/** The whole screen of a browser that is a kiosk; any other browser is sent home. */
export function KioskPage() {
  const words = useWords(pageTitles);
  const { kiosk } = useMe();
  const [answering, setAnswering] = useState<string | null>(null);
  useTitle(words.kiosk);
  if (kiosk === null) return <Navigate to="/" replace />;
  if (answering !== null)
    return (
      <Suspense>
        <AnswerScreen token={answering} onLeave={() => setAnswering(null)} />
      </Suspense>
    );
  const remembered = rememberedKiosk();
  return (
    <KioskScreen
      sessionId={kiosk.sessionId}
      remembered={remembered?.sessionId === kiosk.sessionId ? remembered : null}
      ways={<KioskSurveys sessionId={kiosk.sessionId} onOpen={setAnswering} />}
    />
  );
}
