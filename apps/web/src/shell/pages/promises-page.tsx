import { mayListOwnPromises } from '@forspring/domain/partners/partner.abilities';
import { Page } from '@forspring/ui/page';
import { NoAccess } from '@forspring/ui/states';
import { OwnLedger } from '../../features/partners/own-ledger.tsx';
import { useMay } from '../../kernel/session.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { pageTitles } from './page-titles.words.ts';

/** A partner's own promises, and what was delivered of them. */
export function PromisesPage() {
  const titles = useWords(pageTitles);
  const isPartner = useMay(mayListOwnPromises);
  useTitle(titles.promises);
  return <Page title={titles.promises}>{isPartner ? <OwnLedger /> : <NoAccess />}</Page>;
}
