import { Suspense } from 'react';
import { Page } from '@forspring/ui/page';
import { Loading } from '@forspring/ui/states';
import { CalendarFeeds } from '../../features/participation/calendar-feeds.tsx';
import { CalendarPanel } from '../../features/participation/calendar-panel.tsx';
import { calendarWords } from '../../features/participation/calendar.words.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { NeedsNetwork } from '../needs-network.tsx';

/** When everything is: sessions by month, week or list, and links that bring them to one's own calendar. */
export function CalendarPage() {
  const words = useWords(calendarWords);
  useTitle(words.title);
  return (
    <Page title={words.title}>
      <NeedsNetwork>
        <CalendarPanel />
        <Suspense fallback={<Loading lines={2} />}>
          <CalendarFeeds />
        </Suspense>
      </NeedsNetwork>
    </Page>
  );
}
