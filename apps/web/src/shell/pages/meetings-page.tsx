import { Page } from '@forspring/ui/page';
import { EmergencyPanel } from '../../features/plans/emergency-panel.tsx';
import { MeetingsPanel } from '../../features/meetings/meetings-panel.tsx';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { pageTitles } from './page-titles.words.ts';

/** Meetings with their decisions and tasks, and the emergency plans. */
export function MeetingsPage() {
  const titles = useWords(pageTitles);
  useTitle(titles.meetings);
  return (
    <Page title={titles.meetings}>
      <MeetingsPanel />
      <EmergencyPanel />
    </Page>
  );
}
