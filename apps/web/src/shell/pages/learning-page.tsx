import { mayLearn } from '@forspring/domain/learning/learning.abilities';
import { Page } from '@forspring/ui/page';
import { NoAccess } from '@forspring/ui/states';
import { LibraryPanel } from '../../features/learning/library-panel.tsx';
import { learningWords } from '../../features/learning/learning.words.ts';
import { useMay } from '../../kernel/session.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';

/** The library of what evaluated and stopped projects have learnt. */
export function LearningPage() {
  const words = useWords(learningWords);
  const may = useMay(mayLearn);
  useTitle(words.title);
  return (
    <Page title={words.title} {...(may ? { lead: words.lead } : {})}>
      {may ? <LibraryPanel /> : <NoAccess />}
    </Page>
  );
}
