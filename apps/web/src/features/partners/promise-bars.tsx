import { Button } from '@mantine/core';
import type { ShownPromise } from '@forspring/domain/partners/promise';
import { minuteKinds } from '@forspring/domain/partners/promise';
import { expectedBy } from '@forspring/domain/partners/promise.rules';
import { Bar, FactLine } from '@forspring/ui/page';
import { StatusBadge } from '@forspring/ui/tier';
import { useFormats } from '../../kernel/formats.ts';
import { useMe } from '../../kernel/session.ts';
import { useWords } from '../../kernel/words.ts';
import { ledgerWords } from './ledger.words.ts';
import { useQuantity } from './use-quantity.ts';

interface Props {
  promises: ShownPromise[];
  /** The partner's own page names the project, the project's page names the partner. */
  names: 'partner' | 'project';
  onEdit?: (promise: ShownPromise) => void;
}

/** Each promise as a thin bar: delivered of promised, with a tick for what should have come by today, and a word. */
export function PromiseBars({ promises, names, onEdit }: Props) {
  const words = useWords(ledgerWords);
  const { money } = useFormats();
  const { figure, what } = useQuantity();
  const { today } = useMe();
  return (
    <ul className="fs-plain-list fs-promises">
      {promises.map((promise) => {
        const sum = (of: 'promisedQuantity' | 'deliveredQuantity') =>
          promise.periods.reduce((total, period) => total + period[of], 0);
        const promised = sum('promisedQuantity');
        const delivered = sum('deliveredQuantity');
        const expected = promise.periods.reduce((total, period) => total + expectedBy(period, today), 0);
        const name = names === 'partner' ? promise.organisationName : `${promise.projectTitle} ${promise.year}`;
        const label = `${name} · ${what(promise)}`;
        const worth =
          promise.value === null
            ? null
            : words.isWorth(
                minuteKinds.includes(promise.kind)
                  ? words.perHour(money(promise.value.unitValueOere))
                  : words.perUnit(money(promise.value.unitValueOere)),
                promise.value.lineTitle,
              );
        return (
          <li key={promise.id} className="fs-promise">
            <Bar
              label={label}
              share={promised === 0 ? 0 : delivered / promised}
              text={words.ofPromised(figure(promise, delivered), figure(promise, promised))}
              {...(promised === 0 ? {} : { markShare: expected / promised, markText: words.timeGone })}
            />
            <span className="fs-promise-side">
              <StatusBadge
                label={words.pace[promise.pace]}
                look={promise.pace === 'farBehind' || promise.pace === 'behind' ? 'waiting' : 'plain'}
              />
              {onEdit !== undefined && (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={words.editPromiseOf(label)}
                  onClick={() => onEdit(promise)}
                >
                  {words.editPromise}
                </Button>
              )}
            </span>
            {worth !== null && <FactLine facts={[worth]} />}
          </li>
        );
      })}
    </ul>
  );
}
