import { useParams } from '@tanstack/react-router';
import { mayReadIndicators } from '@forspring/domain/goals/indicator.abilities';
import { Page } from '@forspring/ui/page';
import { NoAccess } from '@forspring/ui/states';
import { IndicatorPanel } from '../../features/goals/indicator-panel.tsx';
import { indicatorWords } from '../../features/goals/indicator.words.ts';
import { useMay } from '../../kernel/session.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';

/** One card of the library of indicators. */
export function IndicatorPage() {
  const words = useWords(indicatorWords);
  const may = useMay(mayReadIndicators);
  const { key } = useParams({ strict: false }) as { key: string };
  useTitle(words.name);
  return (
    <Page title={words.name} breadcrumb={[{ title: words.title, href: '/indikatorer' }]}>
      {may ? <IndicatorPanel cardKey={key} /> : <NoAccess />}
    </Page>
  );
}
