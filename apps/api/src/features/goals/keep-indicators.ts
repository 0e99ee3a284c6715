import { LockMode } from '@mikro-orm/core';
import { Indicator } from '@forspring/database/goals/indicator.entity';
import { goalProblems } from '@forspring/domain/goals/goal.problems';
import type { IndicatorCardInput, IndicatorVersionInput } from '@forspring/domain/goals/indicator';
import { commonProblems } from '@forspring/domain/measures/problem';
import { municipalitiesOf } from '@forspring/domain/people/actor';
import type { CommandContext } from '../../kernel/context.ts';

/** Puts a new card into the library. */
export async function addCard(ctx: CommandContext, input: IndicatorCardInput): Promise<{ id: string; key: string }> {
  const { em, audit } = ctx;
  if (await em.findOne(Indicator, { id: input.id })) throw goalProblems.exists();
  const key = `kort-${input.id}`;
  em.create(Indicator, rowOf(ctx, input, { key, version: 1, changeReason: '' }), { persist: true });
  await em.flush();
  audit.leave({
    action: 'addIndicatorCard',
    subjectKind: 'indicator',
    subjectId: input.id,
    municipalityId: homeOf(ctx),
  });
  return { id: input.id, key };
}

/**
 * Writes the next version of a card. The versions before it stay as they were, and so do the goals measured by them;
 * new goals choose among all, and projects measured by different versions are not compared.
 */
export async function addVersion(
  ctx: CommandContext,
  input: IndicatorVersionInput,
): Promise<{ id: string; version: number }> {
  const { em, audit } = ctx;
  if (input.key.startsWith('own/')) throw commonProblems.missing();
  const known = await em.find(
    Indicator,
    { key: input.key },
    { orderBy: { version: 'desc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const [latest] = known;
  if (!latest) throw commonProblems.missing();
  if (await em.findOne(Indicator, { id: input.id })) throw goalProblems.exists();
  if (latest.version !== input.afterVersion) throw commonProblems.stale({ version: latest.version });
  const version = latest.version + 1;
  em.create(Indicator, rowOf(ctx, input, { key: input.key, version, changeReason: input.changeReason }), {
    persist: true,
  });
  await em.flush();
  audit.leave({
    action: 'addIndicatorVersion',
    subjectKind: 'indicator',
    subjectId: input.id,
    municipalityId: homeOf(ctx),
  });
  return { id: input.id, version };
}

/** The municipality whose coordinator wrote it: where the trail of it is read. */
function homeOf({ actor }: CommandContext): string | null {
  return municipalitiesOf(actor, 'coordinator')[0] ?? null;
}

function rowOf(
  { actor, clock }: CommandContext,
  input: IndicatorCardInput,
  version: { key: string; version: number; changeReason: string },
) {
  const { id, titleDa, titleEn, tier, unit, direction, source, disaggregations, minAge, maxAge } = input;
  const isShareOrMean = unit === 'share' || unit === 'mean';
  return {
    ...version,
    id,
    titleDa,
    titleEn,
    tier,
    unit,
    direction,
    source,
    numerator: isShareOrMean ? (input.numerator ?? '') : '',
    denominator: isShareOrMean ? (input.denominator ?? '') : '',
    method: input.method ?? '',
    sourceEn: input.sourceEn ?? '',
    numeratorEn: isShareOrMean ? (input.numeratorEn ?? '') : '',
    denominatorEn: isShareOrMean ? (input.denominatorEn ?? '') : '',
    methodEn: input.methodEn ?? '',
    disaggregations,
    minAge,
    maxAge,
    createdById: actor.userId,
    createdAt: clock.now(),
  };
}
