import { Page } from '@forspring/ui/page';
import { LettersPanel } from '../../features/people/letters-panel.tsx';
import { peopleWords } from '../../features/people/people.words.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';

/** Letters that were not sent because no mail server is set; for coordinators. */
export function PostPage() {
  const words = useWords(peopleWords);
  useTitle(words.letters);
  return (
    <Page title={words.letters}>
      <LettersPanel />
    </Page>
  );
}
