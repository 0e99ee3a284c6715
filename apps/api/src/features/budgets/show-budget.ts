import { reader } from '@forspring/database/reader';
import { budgetAbilities } from '@forspring/domain/budgets/budget.abilities';
import {
  cofundingOf,
  forecastOf,
  imbalancesOf,
  partsOf,
  sharedOf,
  spentBySource,
  timeGoneShare,
  totalsOf,
} from '@forspring/domain/budgets/budget.rules';
import type { ShownBudget, ShownChange, ShownLine } from '@forspring/domain/budgets/budget';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import {
  changeRows,
  type ChangeRow,
  expenseFacts,
  lineRows,
  type LineRow,
  sourceRows,
  type SourceRow,
} from './budget.store.ts';
import { judgeMove, judgeParts } from './judge-change.ts';

/** A project's whole budget: lines by source with spending and forecast, balance, rules, changes. */
export async function showBudget({
  em,
  actor,
  clock,
  project,
}: SignedInContext & { project: ProjectPlace }): Promise<ShownBudget> {
  const { projectId } = project;
  const [row, sources, lines, expenses, changes] = [
    await reader(em)
      .selectFrom('project')
      .where('id', '=', projectId)
      .select(['title', 'status', 'startsOn', 'endsOn'])
      .executeTakeFirstOrThrow(),
    await sourceRows(em, projectId),
    await lineRows(em, projectId),
    await expenseFacts(em, projectId),
    await changeRows(em, projectId),
  ];
  const today = clock.today();
  const goneShare = timeGoneShare(row.startsOn, row.endsOn, today);
  const spent = spentBySource(lines, expenses);
  const shownLines = lines.map((line) => shownLine(line, { goneShare, spent, sources, changes }));
  return {
    projectId,
    ...row,
    today,
    timeGoneShare: goneShare,
    sources: sources.map(
      ({ id, organisationId, name, kind, amountOere, isPlanFrame, reportsOn, version, ruleCard }) => ({
        id,
        organisationId,
        name,
        kind,
        amountOere,
        sharedOere: sharedOf(lines, id),
        spentOere: shownLines.reduce(
          (sum, line) => sum + (line.shares.find((share) => share.sourceId === id)?.spentOere ?? 0),
          0,
        ),
        isPlanFrame,
        reportsOn,
        version,
        ruleCard,
        cofunding: cofundingOf({ id, organisationId, name, kind, amountOere }, sources, ruleCard),
      }),
    ),
    lines: shownLines,
    totals: totalsOf(shownLines, sources),
    imbalances: imbalancesOf(lines, sources),
    changes: changes.map((change) => shownChange(change, { lines, sources, changes })),
    abilities: budgetAbilities(actor, project),
  };
}

interface Around {
  goneShare: number;
  spent: ReturnType<typeof spentBySource>;
  sources: readonly SourceRow[];
  changes: readonly ChangeRow[];
}

function shownLine(line: LineRow, { goneShare, spent, sources, changes }: Around): ShownLine {
  const {
    id,
    title,
    quantityHundredths,
    unit,
    unitPriceOere,
    amountOere,
    spentOere,
    kind,
    isEligible,
    note,
    version,
    shares,
  } = line;
  const ofSource = spent.get(id) ?? [];
  const forecastOere = forecastOf(line, goneShare);
  const forecasts = partsOf(line, forecastOere);
  const byOere = spentOere - amountOere;
  return {
    id,
    title,
    quantityHundredths,
    unit,
    unitPriceOere,
    amountOere,
    spentOere,
    restOere: amountOere - spentOere,
    forecastOere,
    kind,
    isEligible,
    note,
    version,
    movedOere: changes
      .filter((change) => change.status === 'made')
      .reduce(
        (sum, change) =>
          sum + (change.toLineId === id ? change.amountOere : 0) - (change.fromLineId === id ? change.amountOere : 0),
        0,
      ),
    shares: shares.map(({ sourceId, amountOere: shareOere }) => ({
      sourceId,
      amountOere: shareOere,
      spentOere: ofSource.find((part) => part.sourceId === sourceId)?.amountOere ?? 0,
      forecastOere: forecasts.find((part) => part.sourceId === sourceId)?.amountOere ?? 0,
    })),
    overspent: byOere > 0 ? { byOere, verdicts: judgeMove(line, line, byOere, { sources, changes }).verdicts } : null,
  };
}

function shownChange(
  change: ChangeRow,
  {
    lines,
    sources,
    changes,
  }: { lines: readonly LineRow[]; sources: readonly SourceRow[]; changes: readonly ChangeRow[] },
): ShownChange {
  const { id, fromLineId, toLineId, amountOere, reason, verdict, status, by, at, parts } = change;
  const from = lines.find((line) => line.id === fromLineId);
  const to = lines.find((line) => line.id === toLineId);
  // What was moved before this one decides; a later change must not make an earlier one look worse.
  const earlier = changes.slice(0, changes.indexOf(change));
  const verdicts =
    from && to
      ? status === 'made'
        ? judgeParts(parts, to, { sources, changes: earlier })
        : judgeMove(from, to, amountOere, { sources, changes: earlier }).verdicts
      : [];
  return {
    id,
    fromLineId,
    toLineId,
    fromTitle: from?.title ?? '',
    toTitle: to?.title ?? '',
    amountOere,
    reason,
    verdict,
    status,
    verdicts,
    by,
    at: new Date(at).toISOString(),
  };
}
