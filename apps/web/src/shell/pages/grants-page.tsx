import { Page } from '@forspring/ui/page';
import { grantWords } from '../../features/funders/grant.words.ts';
import { GrantsPanel } from '../../features/funders/grants-panel.tsx';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';

/** A funder's grants. */
export function GrantsPage() {
  const words = useWords(grantWords);
  useTitle(words.list);
  return (
    <Page title={words.list}>
      <GrantsPanel />
    </Page>
  );
}
