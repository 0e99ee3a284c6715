import { useQuery } from '@tanstack/react-query';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { ledgerWords } from './ledger.words.ts';

/** On a partner's home page: the way to its promises, and how many quarters wait for its answer. */
export default function OwnLedgerLink() {
  const words = useWords(ledgerWords);
  const { counted } = useFormats();
  const ledger = useQuery(trpc.partners.listOwnLedger.queryOptions());
  const waiting = (ledger.data ?? [])
    .flatMap((promise) => promise.periods)
    .filter((period) => period.waitsFor === 'partner').length;
  return (
    <Section
      title={words.myPage}
      help={waiting > 0 ? words.waitingForYou(counted(waiting, words.quarters)) : undefined}
    >
      <UiLink href="/loefter">{words.openOwn}</UiLink>
    </Section>
  );
}
