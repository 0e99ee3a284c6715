import { Page } from '@forspring/ui/page';
import { Empty } from '@forspring/ui/states';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { pageTitles } from './page-titles.words.ts';

export function PostPage() {
  const titles = useWords(pageTitles);
  useTitle(titles.post);
  return (
    <Page title={titles.post}>
      <Empty title={titles.nothingYet} />
    </Page>
  );
}
