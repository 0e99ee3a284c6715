import { mayCompare } from '@forspring/domain/comparison/comparison.abilities';
import { Page } from '@forspring/ui/page';
import { NoAccess } from '@forspring/ui/states';
import { DistrictReport } from '../../features/evaluation/report-download.tsx';
import { ComparisonPanel } from '../../features/comparison/comparison-panel.tsx';
import { comparisonWords } from '../../features/comparison/comparison.words.ts';
import { useMay } from '../../kernel/session.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';

/** One intervention across districts and years, or a year's districts beside each other. */
export function ComparisonPage() {
  const words = useWords(comparisonWords);
  const may = useMay(mayCompare);
  useTitle(words.title);
  return (
    <Page title={words.title} {...(may ? { lead: words.lead } : {})}>
      {may ? (
        <>
          <ComparisonPanel />
          <DistrictReport />
        </>
      ) : (
        <NoAccess />
      )}
    </Page>
  );
}
