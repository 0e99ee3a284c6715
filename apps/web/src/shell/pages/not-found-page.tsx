import { UiLink } from '@forspring/ui/link';
import { NoAccess } from '@forspring/ui/states';
import { useWords } from '../../kernel/words.ts';
import { pageTitles } from './page-titles.words.ts';

/** An address that does not exist, or that is not the person's: they look the same. */
export function NotFoundPage() {
  const titles = useWords(pageTitles);
  return <NoAccess action={<UiLink href="/">{titles.toHome}</UiLink>} />;
}
