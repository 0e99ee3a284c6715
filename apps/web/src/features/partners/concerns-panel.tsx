import { useQuery } from '@tanstack/react-query';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { trpc } from '../../kernel/api.ts';
import { useWords } from '../../kernel/words.ts';
import { ledgerWords } from './ledger.words.ts';
import { useQuantity } from './use-quantity.ts';

/** Promises that are disputed or far behind, of one body or of all one works with. Nothing is drawn when there are none. */
export function ConcernsPanel({ bodyId }: { bodyId?: string }) {
  const words = useWords(ledgerWords);
  const { figure, what } = useQuantity();
  const { data = [] } = useQuery(trpc.partners.listConcerns.queryOptions());
  const shown = data.filter((one) => bodyId === undefined || one.bodyId === bodyId);
  if (shown.length === 0) return null;
  return (
    <Section title={words.concerns}>
      <ul className="fs-plain-list">
        {shown.map((one) => (
          <li key={`${one.projectId} ${one.organisationName} ${one.kind} ${one.unit}`}>
            <UiLink href={`/projekter/${one.projectId}/partnere`}>
              {one.why === 'disputed'
                ? words.concernDisputed(one.organisationName, what(one).toLocaleLowerCase())
                : words.concernBehind(one.organisationName, what(one).toLocaleLowerCase())}
            </UiLink>{' '}
            <span className="fs-help">
              {one.projectTitle} {one.year} ·{' '}
              {words.ofPromised(figure(one, one.deliveredQuantity), figure(one, one.promisedQuantity))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
