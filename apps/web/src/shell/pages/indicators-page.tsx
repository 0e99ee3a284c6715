import { mayReadIndicators } from '@forspring/domain/goals/indicator.abilities';
import { Page } from '@forspring/ui/page';
import { NoAccess } from '@forspring/ui/states';
import { IndicatorsPanel } from '../../features/goals/indicators-panel.tsx';
import { indicatorWords } from '../../features/goals/indicator.words.ts';
import { useMay } from '../../kernel/session.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';

/** The library of indicators. */
export function IndicatorsPage() {
  const words = useWords(indicatorWords);
  const may = useMay(mayReadIndicators);
  useTitle(words.title);
  return (
    <Page title={words.title} {...(may ? { lead: words.lead } : {})}>
      {may ? <IndicatorsPanel /> : <NoAccess />}
    </Page>
  );
}
