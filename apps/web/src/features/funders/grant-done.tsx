import type { Cell } from '@forspring/domain/measures/cell';
import type { ShownGrant } from '@forspring/domain/funders/grant';
import { Figure, type FigureCell } from '@forspring/ui/figure-cell';
import { Facts } from '@forspring/ui/page';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { grantWords } from './grant.words.ts';

/** What was done: sessions as they stand, people past the gate. */
export function GrantDone({ done, isEvaluated }: { done: ShownGrant['done']; isEvaluated: boolean }) {
  const words = useWords(grantWords);
  const { number, money } = useFormats();
  const drawn = (cell: Cell<number>): FigureCell =>
    cell.kind === 'value'
      ? { kind: 'value', value: cell.value }
      : cell.kind === 'withheld'
        ? { kind: 'withheld', ...(cell.reason === 'notFrozen' ? { why: words.notYetShort } : {}) }
        : { kind: cell.kind };
  const hours = (minutes: number) => number(minutes / 60, 0);
  const { reach } = done;
  const hasContacts = done.contacts.kind === 'value';
  return (
    <>
      <Facts
        facts={[
          { term: words.held, value: number(done.heldCount) },
          { term: words.cancelled, value: number(done.cancelledCount) },
          { term: words.planned, value: number(done.plannedCount) },
          ...(hasContacts
            ? [{ term: words.contacts, value: <Figure cell={drawn(done.contacts)} /> }]
            : [
                { term: words.visits, value: <Figure cell={drawn(done.visits)} /> },
                {
                  term: words.reach,
                  value:
                    reach.kind === 'value' ? (
                      reach.value.isCounted ? (
                        number(reach.value.lower)
                      ) : (
                        words.reachBounds(number(reach.value.lower), number(reach.value.upper))
                      )
                    ) : (
                      <Figure cell={drawn(reach)} />
                    ),
                },
                { term: words.hours, value: <Figure cell={drawn(done.visitMinutes)} format={hours} /> },
                { term: words.perHour, value: <Figure cell={drawn(done.costPerVisitHour)} format={money} /> },
              ]),
        ]}
      />
      <p className="fs-help">{isEvaluated ? words.small : words.notYet}</p>
    </>
  );
}
