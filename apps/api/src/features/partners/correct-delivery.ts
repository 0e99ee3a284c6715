import { randomUUID } from 'node:crypto';
import { PromiseStatement } from '@forspring/database/partners/promise-statement.entity';
import { commonProblems } from '@forspring/domain/measures/problem';
import { sideOf } from '@forspring/domain/partners/partner.abilities';
import { partnerProblems } from '@forspring/domain/partners/partner.problems';
import type { LedgerSide, CorrectDeliveryInput } from '@forspring/domain/partners/promise';
import { figureToAccept, quarterDays, quarterStart } from '@forspring/domain/partners/promise.rules';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { changeDeliveries } from '../../kernel/figures.ts';
import { draftCorrection, refuseLocked } from '../../kernel/period-locks.ts';
import { countUp } from '../../kernel/stale.ts';
import { getPeriodLocked, ledgerProjects, mayStateIn } from './ledger.store.ts';

type Context = CommandContext & { project: ProjectPlace };
type Found = Awaited<ReturnType<typeof getPeriodLocked>>;

/** One side says what was delivered in a quarter, and why. What the other side said stays beside it. */
export async function correctDelivery(
  ctx: Context,
  { periodId, baseVersion, quantity, reason }: CorrectDeliveryInput,
): Promise<{ id: string; version: number }> {
  const found = await openPeriod(ctx, periodId, baseVersion);
  return addStatement(ctx, found, { kind: 'say', quantity, reason });
}

/** One side takes the other's figure as its own, which ends the dispute. */
export async function acceptDelivery(
  ctx: Context,
  { periodId, baseVersion }: { periodId: string; baseVersion: number },
): Promise<{ id: string; version: number }> {
  const found = await openPeriod(ctx, periodId, baseVersion);
  const quantity = figureToAccept(found.now.standing, found.side);
  if (quantity === null) throw partnerProblems.nothingToAccept();
  return addStatement(ctx, found, { kind: 'accept', quantity, reason: '' });
}

/** The quarter, held fast and counted up, with the side that speaks; missing for whoever is on neither. */
async function openPeriod(ctx: Context, periodId: string, baseVersion: number): Promise<Found & { side: LedgerSide }> {
  const { em, actor, clock, project } = ctx;
  const found = await getPeriodLocked(em, project.projectId, periodId);
  const side = sideOf(actor, project.projectId, found.promise.organisationId);
  if (side === null) throw commonProblems.missing();
  const [place] = await ledgerProjects(em, [project.projectId]);
  const { isOpened } = await refuseLocked(ctx, project, quarterDays(found.period));
  if (!place || !mayStateIn(place, isOpened)) throw partnerProblems.ledgerClosed();
  if (quarterStart(found.period) > clock.today()) throw partnerProblems.quarterToCome();
  await countUp(found.period, baseVersion, () => ({
    version: found.period.version,
    owner: found.now.standing.owner?.quantity ?? null,
    partner: found.now.standing.partner?.quantity ?? null,
  }));
  return { ...found, side };
}

async function addStatement(
  ctx: Context,
  { period, now, side }: Found & { side: LedgerSide },
  { kind, quantity, reason }: { kind: 'say' | 'accept'; quantity: number; reason: string },
) {
  const { em, actor, clock, audit, project } = ctx;
  em.create(
    PromiseStatement,
    {
      id: randomUUID(),
      periodId: period.id,
      position: now.statements.length + 1,
      side,
      kind,
      quantity,
      registeredQuantity: now.registeredQuantity,
      reason,
      byId: actor.userId,
      at: clock.now(),
    },
    { persist: true },
  );
  await em.flush();
  await changeDeliveries(em, project.projectId);
  if (project.status === 'evaluated') await draftCorrection(ctx, project.projectId);
  audit.leave({
    action: kind === 'say' ? 'correctDelivery' : 'acceptDelivery',
    subjectKind: 'promise',
    subjectId: period.promiseId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: [`${period.year}-${period.quarter}`],
  });
  return { id: period.id, version: period.version };
}
