import { addDays, daysBetween } from '@forspring/domain/measures/day';
import { amountOf, toOere } from '@forspring/domain/measures/money';
import type { CostKind } from '@forspring/domain/budgets/budget';
import type { PersonKey } from '../people.ts';
import type { OrganisationKey } from '../places/places.ts';
import type { LinePlan, SourcePlan } from '../recipes/recipe.ts';
import { storyId } from '../story-id.ts';
import { personId } from './tell-people.ts';
import { organisationId } from './tell-places.ts';
import { type Telling, organisationHere } from './telling.ts';

interface Line {
  id: string;
  plan: LinePlan;
  kind: CostKind;
  quantityHundredths: number;
  unitPriceOere: number;
  amountOere: number;
}

interface Source {
  id: string;
  plan: SourcePlan;
  organisation: OrganisationKey;
  kind: CostKind;
  amountOere: number;
}

/** Adds lines that balance with their sources for each kind, who pays what, what is spent, and a change asked for. */
export function tellBudget(telling: Telling): void {
  const lines = linesOf(telling);
  const sources = tellSources(telling, lines);
  tellShares(telling, lines, sources);
  for (const [position, line] of lines.entries()) {
    const spentOere = tellExpenses(telling, line, position);
    const { plan } = line;
    telling.rows.add('budgetLine', {
      id: line.id,
      projectId: telling.projectId,
      position,
      title: plan.title,
      quantityHundredths: line.quantityHundredths,
      unit: plan.unit,
      unitPriceOere: line.unitPriceOere,
      amountOere: line.amountOere,
      spentOere,
      kind: line.kind,
      isEligible: true,
      note: telling.edition.offset === 1 ? (plan.note ?? '') : '',
    });
  }
  tellBudgetChange(telling);
}

/** The id of a line of a project's budget. */
export const lineId = (telling: Telling, title: string): string => storyId(`line/${telling.name}/${title}`);

/** A line's price in whole kroner in the project's year. */
export function priceKrOf({ edition }: Telling, plan: LinePlan): number {
  const { priceShare = 1 } = edition;
  const step = plan.unit === 'samlet' ? 100 : plan.priceKr >= 1000 ? 10 : 1;
  return priceShare === 1 ? plan.priceKr : Math.round((plan.priceKr * priceShare) / step) * step;
}

/** Whether what is spent on a line is kept by the promise ledger: in the running year, at home, where a partner pays it. */
export function isPaidByPromise({ edition, recipe }: Telling, title: string): boolean {
  return edition.offset === 0 && edition.isCopy !== true && recipe.partners.some((one) => one.paysLine === title);
}

/** Next year's lines as printed; other years' with the prices and quantities of their year. */
function linesOf(telling: Telling): Line[] {
  const { volumeShare = 1 } = telling.edition;
  return telling.recipe.lines.map((plan) => {
    const priceKr = priceKrOf(telling, plan);
    const isByVolume = plan.unit === 'timer' || plan.unit === 'måltider';
    const quantity = isByVolume && volumeShare !== 1 ? Math.round(plan.quantity * volumeShare * 2) / 2 : plan.quantity;
    const quantityHundredths = Math.round(quantity * 100);
    const unitPriceOere = toOere(priceKr * 100);
    return {
      id: lineId(telling, plan.title),
      plan,
      kind: plan.kind ?? 'cash',
      quantityHundredths,
      unitPriceOere,
      amountOere: amountOf(quantityHundredths, unitPriceOere),
    };
  });
}

function totalOf(items: readonly { kind: CostKind; amountOere: number }[], kind: CostKind): number {
  return items.filter((item) => item.kind === kind).reduce((sum, item) => sum + item.amountOere, 0);
}

/** Who looks after a foundation's grants. A draft is not yet shown to its funder. */
const officers: Partial<Record<OrganisationKey, PersonKey>> = {
  'fonden-trygge-faellesskaber': 'ane',
  'fonden-haandvaerk-og-ungdom': 'bent',
};

/** Sources as printed when the lines are; else in proportion, the first of each kind taking the rest. */
function tellSources(telling: Telling, lines: readonly Line[]): Source[] {
  const { edition, recipe, rows, year } = telling;
  const sources: Source[] = recipe.sources.map((plan) => {
    const here = organisationHere(telling, plan.organisation);
    const kind = plan.kind ?? 'cash';
    return {
      id: storyId(`source/${telling.name}/${here}/${kind}`),
      plan,
      organisation: here,
      kind,
      amountOere: plan.kr * 100,
    };
  });
  for (const kind of ['cash', 'inKind'] as const) {
    const wanted = totalOf(lines, kind);
    const printed = totalOf(sources, kind);
    const [first, ...others] = sources.filter((source) => source.kind === kind);
    if (!first || wanted === printed) continue;
    const step = kind === 'cash' ? 100_000 : 10_000;
    for (const source of others) source.amountOere = Math.round((source.amountOere * wanted) / printed / step) * step;
    first.amountOere = wanted - others.reduce((sum, source) => sum + source.amountOere, 0);
  }
  for (const [position, { id, plan, organisation, kind, amountOere }] of sources.entries()) {
    rows.add('fundingSource', {
      id,
      projectId: telling.projectId,
      organisationId: organisationId(organisation),
      position,
      name: plan.name,
      kind,
      amountOere,
      isPlanFrame: plan.isPlanFrame ?? false,
      reportsOn: plan.isPlanFrame || kind === 'inKind' ? null : `${year + 1}-03-01`,
    });
    const officer = officers[organisation];
    if (officer && telling.status !== 'draft')
      rows.add('membership', {
        id: storyId(`membership/funder/${telling.name}/${organisation}`),
        userId: personId(officer),
        role: 'funder',
        placeKind: 'fundingSource',
        placeId: id,
        municipalityId: storyId(`municipality/${edition.municipality}`),
        createdAt: telling.days.at(telling.days.passed(`${year - 1}-11-03`, 8), 600),
        endedAt: null,
      });
  }
  return sources;
}

/** Lines are filled from the sources of their kind in order, so that both sides sum. */
function tellShares(telling: Telling, lines: readonly Line[], sources: readonly Source[]): void {
  const left = new Map(sources.map((source) => [source.id, source.amountOere]));
  for (const line of lines) {
    let missing = line.amountOere;
    for (const source of sources) {
      const leftOere = left.get(source.id) ?? 0;
      const amountOere = source.kind === line.kind ? Math.min(missing, leftOere) : 0;
      if (amountOere === 0) continue;
      telling.rows.add('lineShare', {
        id: storyId(`share/${line.id}/${source.id}`),
        lineId: line.id,
        sourceId: source.id,
        amountOere,
      });
      left.set(source.id, leftOere - amountOere);
      missing -= amountOere;
    }
  }
}

/** What has been spent on a line so far: monthly, or once at its time. Gives the sum in øre. */
function tellExpenses(telling: Telling, line: Line, position: number): number {
  const { edition, startsOn, endsOn, recordedUntil, rows, days, chance } = telling;
  if (edition.offset === 1) return 0;
  // Its chances are drawn all the same, so that nothing else of the project is told differently.
  const isKept = isPaidByPromise(telling, line.plan.title);
  const length = daysBetween(startsOn, endsOn);
  const { spentAtShare } = line.plan;
  const instalments =
    spentAtShare === undefined ? Math.max(1, Math.round(length / (line.kind === 'cash' ? 30.4 : 91))) : 1;
  const share = 0.93 + chance.next() * 0.07;
  let spentOere = 0;
  const spend = (spentOn: string, amountOere: number, number: number): void => {
    spentOere += amountOere;
    if (isKept) return;
    rows.add('expense', {
      id: storyId(`expense/${line.id}/${number}`),
      projectId: telling.projectId,
      lineId: line.id,
      spentOn,
      amountOere,
      voucher:
        line.kind === 'cash' ? `B-${String(position + 1).padStart(2, '0')}${String(number).padStart(2, '0')}` : '',
      note: line.kind === 'cash' ? '' : 'Opgjort af partneren',
      recordedById: personId(edition.owner),
      recordedAt: days.at(addDays(spentOn, 2), 840),
      removedAt: null,
    });
  };
  const dueOn = Array.from({ length: instalments }, (_, index) =>
    addDays(startsOn, Math.round(length * (spentAtShare ?? (index + 1) / instalments))),
  );
  const passed = dueOn.filter((on) => on <= recordedUntil);
  const spentShare = edition.spentShares?.[line.plan.title];
  const goalOere = Math.round((line.amountOere * (spentShare ?? (share * passed.length) / instalments)) / 100) * 100;
  // What is told about a line is true on whatever day the story is told, if need be by one large purchase.
  const purchases = spentShare !== undefined && passed.length === 0 ? [startsOn] : passed;
  purchases.forEach((spentOn, index) => {
    const leftOere = goalOere - spentOere;
    const isLast = index === purchases.length - 1;
    const amountOere = isLast
      ? leftOere
      : Math.min(leftOere, Math.round(((goalOere / purchases.length) * chance.around(0.08)) / 100) * 100);
    if (amountOere > 0) spend(spentOn, amountOere, index + 1);
  });
  return isKept ? 0 : spentOere;
}

function tellBudgetChange(telling: Telling): void {
  const change = telling.edition.budgetChange;
  if (!change) return;
  telling.rows.add('budgetChange', {
    id: storyId(`budget-change/${telling.name}`),
    projectId: telling.projectId,
    fromLineId: lineId(telling, change.fromLine),
    toLineId: lineId(telling, change.toLine),
    amountOere: change.kr * 100,
    reason: change.reason,
    verdict: 'ask',
    status: 'requested',
    byId: personId(telling.edition.owner),
    at: telling.days.at(addDays(telling.recordedUntil, -9), 780),
  });
}
