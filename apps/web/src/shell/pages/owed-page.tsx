import { Page } from '@forspring/ui/page';
import { NoAccess } from '@forspring/ui/states';
import { OwedPanel } from '../../features/plans/owed-panel.tsx';
import { owedWords } from '../../features/plans/owed.words.ts';
import { rolesOf, useMe } from '../../kernel/session.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';

/** Who owes what, for owners and coordinators. */
export function OwedPage() {
  const words = useWords(owedWords);
  const roles = rolesOf(useMe());
  useTitle(words.title);
  const may = roles.includes('owner') || roles.includes('coordinator');
  return (
    <Page title={words.title} lead={words.lead}>
      {may ? <OwedPanel /> : <NoAccess />}
    </Page>
  );
}
