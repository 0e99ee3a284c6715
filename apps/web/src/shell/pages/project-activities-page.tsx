import { useParams } from '@tanstack/react-router';
import { Page } from '@forspring/ui/page';
import { ActivityPanel } from '../../features/participation/activity-panel.tsx';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { pageTitles } from './page-titles.words.ts';

/** A project's Aktiviteter tab. */
export function ProjectActivitiesPage() {
  const titles = useWords(pageTitles);
  const { projectId } = useParams({ strict: false });
  useTitle(titles.projectActivities);
  return (
    <Page title={titles.projectActivities}>
      <ActivityPanel projectId={projectId ?? ''} />
    </Page>
  );
}
