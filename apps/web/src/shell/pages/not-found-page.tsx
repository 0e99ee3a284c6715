import { UiLink } from '@forspring/ui/link';
import { Page } from '@forspring/ui/page';
import { useUiWords } from '@forspring/ui/words';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { pageTitles } from './page-titles.words.ts';

/** An address that does not exist, or that is not the person's: they look the same. */
export function NotFoundPage() {
  const titles = useWords(pageTitles);
  const { words } = useUiWords();
  useTitle(words.noAccess);
  return (
    <Page title={words.noAccess} lead={words.noAccessText}>
      <UiLink href="/">{titles.toHome}</UiLink>
    </Page>
  );
}
