import { useSearch } from '@tanstack/react-router';
import { Page, Section } from '@forspring/ui/page';
import { MySessionsPanel, viewOf } from '../../features/participation/my-sessions-panel.tsx';
import { sessionsWords } from '../../features/participation/sessions.words.ts';
import { TonightCard } from '../../features/participation/tonight-card.tsx';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';

/** One's own sessions: tonight's first, then those that lack registration, then the rest. */
export function SessionsPage() {
  const words = useWords(sessionsWords);
  const view = viewOf(useSearch({ strict: false }));
  useTitle(words.title);
  return (
    <Page title={words.title}>
      <Section title={words.tonight}>
        <TonightCard isAlways />
      </Section>
      <MySessionsPanel key={view} view={view} />
    </Page>
  );
}
