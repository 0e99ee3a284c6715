import type { ShownVerdict } from '@forspring/domain/budgets/budget';
import { partsOf, type SourcePart, verdictOf } from '@forspring/domain/budgets/budget.rules';
import type { ChangeRow, LineRow, SourceRow } from './budget.store.ts';

/** How much earlier changes have moved of one source's grant, in øre. */
export function movedOf(changes: readonly Pick<ChangeRow, 'status' | 'parts'>[], sourceId: string): number {
  return changes
    .filter((change) => change.status === 'made')
    .flatMap((change) => change.parts)
    .reduce((sum, part) => sum + (part.sourceId === sourceId ? part.amountOere : 0), 0);
}

/** Whose money a move from a line takes: its sources' parts and what each one's rule card says of it. */
export function judgeMove(
  from: Pick<LineRow, 'amountOere' | 'shares'>,
  to: { isEligible: boolean },
  amountOere: number,
  { sources, changes }: { sources: readonly SourceRow[]; changes: readonly Pick<ChangeRow, 'status' | 'parts'>[] },
): { parts: SourcePart[]; verdicts: ShownVerdict[] } {
  const parts = partsOf(from, amountOere).filter((part) => part.amountOere > 0);
  return { parts, verdicts: judgeParts(parts, to, { sources, changes }) };
}

/** What each source's rule card says of its part. */
export function judgeParts(
  parts: readonly SourcePart[],
  to: { isEligible: boolean },
  { sources, changes }: { sources: readonly SourceRow[]; changes: readonly Pick<ChangeRow, 'status' | 'parts'>[] },
): ShownVerdict[] {
  return parts.flatMap((part) => {
    const source = sources.find((one) => one.id === part.sourceId);
    if (!source) return [];
    return verdictOf({
      sourceId: source.id,
      grantOere: source.amountOere,
      amountOere: part.amountOere,
      movedBeforeOere: movedOf(changes, source.id),
      card: source.ruleCard,
      isToEligible: to.isEligible,
    });
  });
}
