import { daysBetween } from '../measures/day.ts';
import { allocateOere, amountOf, maxOere, sumOere, toOere, type Oere } from '../measures/money.ts';
import type { ChangeVerdict, CostKind, Imbalance, KindTotal, RuleCard, ShownVerdict } from './budget.ts';
import { costKinds } from './budget.ts';

/** A line as the rules see it; amounts in øre. */
export interface LineFacts {
  id: string;
  title: string;
  kind: CostKind;
  amountOere: number;
  shares: readonly ShareFacts[];
}

/** How much of a line one source pays, in øre. */
export interface ShareFacts {
  sourceId: string;
  amountOere: number;
}

/** A source as the rules see it. */
export interface SourceFacts {
  id: string;
  name: string;
  organisationId: string | null;
  kind: CostKind;
  amountOere: number;
}

/** One part of something, and whose it is; `null` where nobody pays. */
export interface SourcePart {
  sourceId: string | null;
  amountOere: number;
}

/** Rules of a funder that has no card of its own: what the state's pools ask for, prior approval over 10 % or DKK 100,000 (Social- og Boligstyrelsen's handbook on grant rules). */
export const defaultRuleCard: RuleCard = {
  askFromShare: 0.1,
  askFromOere: 10_000_000,
  reportFromShare: 0,
  minCofundingShare: null,
};

/** The amount of a line in øre, or null when it is more than any field may hold. */
export function lineAmount(quantityHundredths: number, unitPriceOere: number): Oere | null {
  // Compared before it is made exactly, so that no wild product is ever built.
  if ((quantityHundredths / 100) * unitPriceOere > maxOere) return null;
  return amountOf(quantityHundredths, toOere(unitPriceOere));
}

const sumOf = (items: readonly { amountOere: number }[]): number =>
  sumOere(items.map((item) => toOere(item.amountOere)));

/** Lines and funding of each kind side by side; both kinds always, 0 where there is nothing. */
export function balances(
  lines: readonly { kind: CostKind; amountOere: number }[],
  sources: readonly { kind: CostKind; amountOere: number }[],
): { kind: CostKind; linesOere: number; fundingOere: number }[] {
  return costKinds.map((kind) => ({
    kind,
    linesOere: sumOf(lines.filter((line) => line.kind === kind)),
    fundingOere: sumOf(sources.filter((source) => source.kind === kind)),
  }));
}

/**
 * Everything that does not balance, whole kinds first, then lines, then sources; empty when the budget balances: for each
 * kind lines equal funding, the shares of each line equal the line, the shares of each source equal its amount. Amounts
 * are positive; the code says which way.
 */
export function imbalancesOf(lines: readonly LineFacts[], sources: readonly SourceFacts[]): Imbalance[] {
  const found: Imbalance[] = [];
  for (const { kind, linesOere, fundingOere } of balances(lines, sources)) {
    const byOere = linesOere - fundingOere;
    if (byOere !== 0)
      found.push({
        code: byOere > 0 ? 'fundingMissing' : 'fundingTooLarge',
        kind,
        subjectId: null,
        title: '',
        byOere: Math.abs(byOere),
      });
  }
  for (const { id, title, kind, amountOere, shares } of lines) {
    const byOere = amountOere - sumOf(shares);
    if (byOere !== 0)
      found.push({
        code: byOere > 0 ? 'lineOpen' : 'lineOverpaid',
        kind,
        subjectId: id,
        title,
        byOere: Math.abs(byOere),
      });
  }
  for (const { id, name, kind, amountOere } of sources) {
    const byOere = amountOere - sharedOf(lines, id);
    if (byOere !== 0)
      found.push({
        code: byOere > 0 ? 'sourceLeft' : 'sourceOverdrawn',
        kind,
        subjectId: id,
        title: name,
        byOere: Math.abs(byOere),
      });
  }
  return found;
}

/** What a source pays of all lines together, in øre. */
export function sharedOf(lines: readonly Pick<LineFacts, 'shares'>[], sourceId: string): number {
  return sumOf(lines.flatMap((line) => line.shares.filter((share) => share.sourceId === sourceId)));
}

/**
 * Whose an amount on a line is: split by what each source pays of the line, by the method of largest remainder. The part of
 * the line nobody pays stays nobody's; shares over the line's amount count by their weight. Parts always sum to the whole.
 */
export function partsOf(line: { amountOere: number; shares: readonly ShareFacts[] }, amountOere: number): SourcePart[] {
  const openOere = Math.max(0, line.amountOere - sumOf(line.shares));
  const owners: SourcePart[] = line.shares.map(({ sourceId, amountOere: weight }) => ({
    sourceId,
    amountOere: weight,
  }));
  if (openOere > 0 || owners.length === 0) owners.push({ sourceId: null, amountOere: openOere });
  const parts = allocateOere(
    toOere(amountOere),
    owners.map((owner) => owner.amountOere),
  );
  return parts.map((part, index) => ({ sourceId: owners[index]?.sourceId ?? null, amountOere: part }));
}

/** One expense as the rules see it. */
export interface ExpenseFacts {
  lineId: string;
  amountOere: number;
}

/**
 * Whose every expense is, summed by line and source. Each expense is split by itself, so that a month, a line, a source and
 * the whole always agree, whatever is filtered. Expenses on lines that are not given are left out.
 */
export function spentBySource(
  lines: readonly Pick<LineFacts, 'id' | 'amountOere' | 'shares'>[],
  expenses: readonly ExpenseFacts[],
): Map<string, SourcePart[]> {
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const sums = new Map<string, Map<string | null, number>>();
  for (const { lineId, amountOere } of expenses) {
    const line = lineOf.get(lineId);
    if (!line) continue;
    const ofLine = sums.get(lineId) ?? new Map<string | null, number>();
    sums.set(lineId, ofLine);
    for (const part of partsOf(line, amountOere))
      ofLine.set(part.sourceId, (ofLine.get(part.sourceId) ?? 0) + part.amountOere);
  }
  return new Map(
    [...sums].map(([lineId, ofLine]) => [
      lineId,
      [...ofLine].map(([sourceId, amountOere]) => ({ sourceId, amountOere })),
    ]),
  );
}

/** How much of a period has gone on a day, 0–1, the day itself counted; 0 without a period. */
export function timeGoneShare(startsOn: string | null, endsOn: string | null, today: string): number {
  if (startsOn === null || endsOn === null || endsOn < startsOn) return 0;
  const gone = daysBetween(startsOn, today) + 1;
  return Math.min(1, Math.max(0, gone / (daysBetween(startsOn, endsOn) + 1)));
}

/**
 * What a line is expected to cost in the end: what is spent plus the rest of the time as budgeted. A single purchase (quantity
 * 1) does not follow the time: it costs its budget until more is spent. After the end it cost what was spent.
 */
export function forecastOf(
  line: { quantityHundredths: number; amountOere: number; spentOere: number },
  goneShare: number,
): number {
  if (goneShare >= 1) return line.spentOere;
  if (line.quantityHundredths === 100) return Math.max(line.amountOere, line.spentOere);
  return line.spentOere + Math.round(line.amountOere * (1 - goneShare));
}

/** Money that is left on a line; never less than 0. An overspent line has nothing to move. */
export function leftOn(line: { amountOere: number; spentOere: number }): number {
  return Math.max(0, line.amountOere - line.spentOere);
}

/** How serious a verdict is; the most serious of several counts. */
const weight: Record<ChangeVerdict, number> = { allowed: 0, report: 1, ask: 2 };

/** The most serious of several verdicts; *allowed* for none. */
export function worstVerdict(verdicts: readonly ChangeVerdict[]): ChangeVerdict {
  return verdicts.reduce<ChangeVerdict>((worst, one) => (weight[one] > weight[worst] ? one : worst), 'allowed');
}

/** What one source's rule card needs to judge its part of a change. */
export interface VerdictFacts {
  sourceId: string;
  /** The whole grant. */
  grantOere: number;
  /** The source's part of this change. */
  amountOere: number;
  /** What earlier changes have moved of the same grant: ten small moves are one large. */
  movedBeforeOere: number;
  card: RuleCard;
  /** Whether the receiving line may be paid by a grant at all. */
  isToEligible: boolean;
}

/**
 * What a funder's rules say of a change: *ask* when all that has been moved of the grant, this change included, is over the share or over the
 * amount of the card, or when the money would go to a line that is not eligible; *report* from the card's lower share up; else *allowed*. Exactly
 * on a limit is not over it.
 */
export function verdictOf({
  sourceId,
  grantOere,
  amountOere,
  movedBeforeOere,
  card,
  isToEligible,
}: VerdictFacts): ShownVerdict {
  const movedOere = movedBeforeOere + amountOere;
  const movedShare = grantOere === 0 ? null : movedOere / grantOere;
  const isOver =
    (card.askFromShare !== null && (movedShare === null || movedShare > card.askFromShare)) ||
    (card.askFromOere !== null && movedOere > card.askFromOere) ||
    !isToEligible;
  const isReported = card.reportFromShare !== null && (movedShare === null || movedShare > card.reportFromShare);
  return { sourceId, amountOere, movedShare, movedOere, verdict: isOver ? 'ask' : isReported ? 'report' : 'allowed' };
}

/** A line's shares after an amount was moved from or to it; parts are added to the source's share, shares of 0 disappear. */
export function sharesAfter(shares: readonly ShareFacts[], parts: readonly SourcePart[], sign: 1 | -1): ShareFacts[] {
  const after = new Map(shares.map((share) => [share.sourceId, share.amountOere]));
  for (const { sourceId, amountOere } of parts)
    if (sourceId !== null) after.set(sourceId, (after.get(sourceId) ?? 0) + sign * amountOere);
  return [...after]
    .filter(([, amountOere]) => amountOere > 0)
    .map(([sourceId, amountOere]) => ({ sourceId, amountOere }));
}

/** Shares of a line whose amount changed: when they paid all of it they pay all of the new amount in the same proportion, else they stay. */
export function sharesFollowing(shares: readonly ShareFacts[], beforeOere: number, afterOere: number): ShareFacts[] {
  if (shares.length === 0 || sumOf(shares) !== beforeOere) return [...shares];
  const parts = allocateOere(
    toOere(afterOere),
    shares.map((share) => share.amountOere),
  );
  return shares
    .map(({ sourceId }, index) => ({ sourceId, amountOere: parts[index] ?? 0 }))
    .filter((share) => share.amountOere > 0);
}

/**
 * What others pay of a whole budget beside one funder, all its sources together, cash and in-kind counted alike because
 * rules of co-funding do; null when the card asks for none or nothing is funded.
 */
export function cofundingOf(
  source: SourceFacts,
  sources: readonly SourceFacts[],
  card: RuleCard,
): { share: number; minShare: number; isEnough: boolean } | null {
  const minShare = card.minCofundingShare;
  const wholeOere = sumOf(sources);
  if (minShare === null || wholeOere === 0) return null;
  const isSame = (one: SourceFacts) =>
    one.id === source.id || (source.organisationId !== null && one.organisationId === source.organisationId);
  const share = 1 - sumOf(sources.filter(isSame)) / wholeOere;
  return { share, minShare, isEnough: share >= minShare };
}

/** Sums of each kind over lines with their spending and forecast; kinds are never added. */
export function totalsOf(
  lines: readonly { kind: CostKind; amountOere: number; spentOere: number; forecastOere: number }[],
  sources: readonly { kind: CostKind; amountOere: number }[],
): KindTotal[] {
  return balances(lines, sources).map((balance) => {
    const own = lines.filter((line) => line.kind === balance.kind);
    const spentOere = own.reduce((sum, line) => sum + line.spentOere, 0);
    return {
      ...balance,
      spentOere,
      restOere: balance.linesOere - spentOere,
      forecastOere: own.reduce((sum, line) => sum + line.forecastOere, 0),
    };
  });
}
