import { Page } from '@forspring/ui/page';
import { Empty } from '@forspring/ui/states';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { pageTitles } from './page-titles.words.ts';

export function ProjectHistoryPage() {
  const titles = useWords(pageTitles);
  useTitle(titles.projectHistory);
  return (
    <Page title={titles.projectHistory}>
      <Empty title={titles.nothingYet} />
    </Page>
  );
}
