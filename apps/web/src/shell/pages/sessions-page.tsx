import { lazy, Suspense } from 'react';
import { useSearch } from '@tanstack/react-router';
import { UiLink } from '@forspring/ui/link';
import { Page, Section } from '@forspring/ui/page';
import { Loading } from '@forspring/ui/states';
import { viewOf } from '../../features/participation/listed-views.ts';
import { MySessionsPanel } from '../../features/participation/my-sessions-panel.tsx';
import { openActivityWords } from '../../features/participation/open-activity.words.ts';
import { sessionsWords } from '../../features/participation/sessions.words.ts';
import { TonightCard } from '../../features/participation/tonight-card.tsx';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { NeedsNetwork } from '../needs-network.tsx';
import { InstallHint } from '../phone-line.tsx';

const OpeningsCard = lazy(() => import('../../features/participation/openings-card.tsx'));

/** One's own sessions: tonight's first, then those that lack registration, then the rest. */
export function SessionsPage() {
  const words = useWords(sessionsWords);
  const activityWords = useWords(openActivityWords);
  const view = viewOf(useSearch({ strict: false }));
  useTitle(words.title);
  return (
    <Page title={words.title}>
      <NeedsNetwork>
        <Suspense fallback={<Loading lines={4} />}>
          <InstallHint />
          <Section title={words.tonight}>
            <TonightCard isAlways />
            <Suspense>
              <OpeningsCard />
            </Suspense>
          </Section>
          <MySessionsPanel key={view} view={view} />
        </Suspense>
      </NeedsNetwork>
      <p>
        <UiLink href="/aktiviteter">{activityWords.openPage}</UiLink>
      </p>
    </Page>
  );
}
