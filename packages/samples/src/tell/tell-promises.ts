import { addDays } from '@forspring/domain/measures/day';
import type { LedgerSide, PromiseKind, StatementKind } from '@forspring/domain/partners/promise';
import { quarterEnd, quartersBetween, splitOverQuarters } from '@forspring/domain/partners/promise.rules';
import type { PersonKey } from '../people.ts';
import type { OrganisationKey } from '../places/places.ts';
import type { PartnerPlan } from '../recipes/recipe.ts';
import { storyId } from '../story-id.ts';
import { isPaidByPromise, lineId, priceKrOf } from './tell-budget.ts';
import { personId } from './tell-people.ts';
import type { Telling } from './telling.ts';

/** The id of an organisation's part in a project. */
export const partnerIdOf = (telling: Telling, here: OrganisationKey): string =>
  storyId(`partner/${telling.name}/${here}`);

const stepOf: Partial<Record<PromiseKind, number>> = { hall: 15, staff: 15, volunteers: 15 };

/** Adds what a partner promised, spread over the quarters of the project, and what has been said of it. */
export function tellPromises(telling: Telling, here: OrganisationKey, plan: PartnerPlan): void {
  const { rows, projectId, startsOn, endsOn, year } = telling;
  const quarters = quartersBetween(startsOn, endsOn, year);
  const promised: [PromiseKind, number][] = [
    ['hall', (plan.hallHours ?? 0) * 60],
    ['staff', (plan.staffHours ?? 0) * 60],
    ['volunteers', (plan.volunteerHours ?? 0) * 60],
    ['introductions', plan.introductionCount ?? 0],
  ];
  for (const [kind, total] of promised) {
    if (total === 0) continue;
    const name = `${telling.name}/${here}/${kind}`;
    const promiseId = storyId(`promise/${name}`);
    rows.add('partnerPromise', { id: promiseId, projectId, partnerId: partnerIdOf(telling, here), kind });
    const parts = splitOverQuarters(total, quarters.length, stepOf[kind] ?? 1);
    const periods = quarters.map((quarter, index) => ({
      ...quarter,
      quantity: parts[index] ?? 0,
      id: storyId(`promise-period/${name}/${quarter.year}-${quarter.quarter}`),
    }));
    for (const { id, quarter, quantity, year: ofYear } of periods)
      rows.add('promisePeriod', { id, promiseId, year: ofYear, quarter, quantity });
    const line = telling.recipe.lines.find((one) => one.title === plan.paysLine);
    if (line && isPaidByPromise(telling, line.title))
      rows.add('promiseValue', {
        promiseId,
        projectId,
        lineId: lineId(telling, line.title),
        unitValueOere: priceKrOf(telling, line) * 100,
      });
    tellStatements(telling, here, kind, periods);
  }
}

interface Said {
  side: LedgerSide;
  kind: StatementKind;
  quantity: number;
  /** What registrations said then; null where nobody registers. */
  registeredQuantity: number | null;
  reason: string;
  by: PersonKey;
  /** Days after the quarter ended. */
  after: number;
}

/** What has been said at home in the running year, of quarters that are over: reports, one agreement, one dispute. */
function tellStatements(
  telling: Telling,
  here: OrganisationKey,
  kind: PromiseKind,
  periods: readonly { id: string; year: number; quarter: number }[],
): void {
  const { edition, rows, days } = telling;
  if (edition.recipe !== 'fredagshallen' || edition.isCopy === true || edition.offset !== 0) return;
  const over = periods.filter((period) => quarterEnd(period) < addDays(days.anchorOn, -14));
  over.forEach((period, index) => {
    const isLast = index === over.length - 1;
    saidOf(here, kind, { index, quarter: period.quarter, isLast }).forEach(({ after, by, ...said }, position) => {
      rows.add('promiseStatement', {
        id: storyId(`promise-statement/${period.id}/${position}`),
        periodId: period.id,
        position: position + 1,
        ...said,
        byId: personId(by),
        at: days.at(days.passed(addDays(quarterEnd(period), after), 1), 840 + position * 7),
      });
    });
  });
}

const hour = 60;

function saidOf(
  here: OrganisationKey,
  kind: PromiseKind,
  { index, quarter, isLast }: { index: number; quarter: number; isLast: boolean },
): Said[] {
  const report = (quantity: number, reason: string): Said[] => [
    { side: 'owner', kind: 'say', quantity, registeredQuantity: null, reason, by: 'mette', after: 5 },
  ];
  const pick = (quarters: readonly number[]) => quarters[index % quarters.length] ?? 0;
  if (here === 'klatreklubben' && kind === 'staff')
    return report(pick([6, 5, 4, 4]) * hour, 'Instruktøren kom sjældnere end aftalt; talt sammen fra vagtplanen.');
  if (here === 'valby-idraetsforening' && kind === 'volunteers')
    return report(pick([38, 41, 36, 40]) * hour, 'Foreningens egen liste over vagter.');
  if (here === 'valby-idraetsforening' && kind === 'introductions')
    return report(pick([3, 4, 2, 3]), 'Antal, der er begyndt på et prøvehold. Kun antal, ingen navne.');
  if (here !== 'fc-indre-valby' || kind !== 'staff') return [];
  const claim = (quantity: number, reason: string): Said => ({
    side: 'partner',
    kind: 'say',
    quantity,
    registeredQuantity: null,
    reason,
    by: 'jonas',
    after: 6,
  });
  if (isLast)
    return [
      claim(
        // In the summer there are few evenings.
        (quarter === 3 ? 78 : 128) * hour,
        'To aftener i kvartalet var vi tre på arbejde, og vi mødte kl. 17 for at stille op. Det står ikke i registreringerne.',
      ),
    ];
  if (index !== 0) return [];
  return [
    claim(126 * hour, 'Vi har talt oprydning efter kl. 22.30 med hver fredag.'),
    {
      side: 'owner',
      kind: 'accept',
      quantity: 126 * hour,
      registeredQuantity: null,
      reason: '',
      by: 'mette',
      after: 9,
    },
  ];
}
