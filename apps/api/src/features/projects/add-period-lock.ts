import { LockMode } from '@mikro-orm/core';
import { Municipality } from '@forspring/database/places/municipality.entity';
import { PeriodException } from '@forspring/database/projects/period-exception.entity';
import { PeriodLock } from '@forspring/database/projects/period-lock.entity';
import { Project } from '@forspring/database/projects/project.entity';
import { addDays } from '@forspring/domain/measures/day';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { AddExceptionInput, AddLockInput, EndLockInput } from '@forspring/domain/projects/period-lock';
import { mayLock } from '@forspring/domain/projects/period-lock.abilities';
import { periodProblems } from '@forspring/domain/projects/period-lock.problems';
import { maxExceptionDays, mayLockPeriod, periodOf } from '@forspring/domain/projects/period-lock.rules';
import type { CommandContext } from '../../kernel/context.ts';

/** Locks the period of a kind that holds a day, for a whole municipality, once it is over. */
export async function addPeriodLock(
  { em, actor, clock, audit }: CommandContext,
  { municipalityId, id, kind, startsOn: on, reason }: AddLockInput,
): Promise<{ id: string }> {
  if (!mayLock(actor, municipalityId)) throw commonProblems.missing();
  await holdMunicipality(em, municipalityId);
  const { startsOn, endsOn } = periodOf(kind, on);
  if (!mayLockPeriod(endsOn, clock.today())) throw periodProblems.notOver(endsOn);
  if (await em.findOne(PeriodLock, { municipalityId, startsOn, endsOn, endedAt: null }))
    throw periodProblems.lockExists();
  if (await em.findOne(PeriodLock, { id })) throw commonProblems.commandReused();
  em.create(
    PeriodLock,
    {
      id,
      municipalityId,
      kind,
      startsOn,
      endsOn,
      reason: reason ?? '',
      byId: actor.userId,
      at: clock.now(),
      endedById: null,
      endedAt: null,
    },
    { persist: true },
  );
  await em.flush();
  audit.leave({ action: 'addPeriodLock', subjectKind: 'periodLock', subjectId: id, municipalityId });
  return { id };
}

/** Lifts a lock for everybody, with the reason; its exceptions end with it. */
export async function endPeriodLock(
  ctx: CommandContext,
  { municipalityId, lockId, reason }: EndLockInput,
): Promise<{ id: string }> {
  const { em, actor, clock, audit } = ctx;
  const lock = await getLock(ctx, municipalityId, lockId);
  const at = clock.now();
  Object.assign(lock, { endReason: reason, endedById: actor.userId, endedAt: at });
  await em.flush();
  await em.nativeUpdate(PeriodException, { lockId, endedAt: null }, { endedAt: at });
  audit.leave({
    action: 'endPeriodLock',
    subjectKind: 'periodLock',
    subjectId: lockId,
    municipalityId,
    changed: ['endedAt'],
  });
  return { id: lockId };
}

/** Lets one project change what lies in a locked period, until a day and for a reason its owner and partners see. */
export async function addPeriodException(
  ctx: CommandContext,
  { municipalityId, id, lockId, projectId, reason, endsOn }: AddExceptionInput,
): Promise<{ id: string }> {
  const { em, actor, clock, audit } = ctx;
  await getLock(ctx, municipalityId, lockId);
  if (!(await em.findOne(Project, { id: projectId, municipalityId }))) throw commonProblems.missing();
  const today = clock.today();
  if (endsOn < today || endsOn > addDays(today, maxExceptionDays)) throw periodProblems.exceptionDays(maxExceptionDays);
  if (await em.findOne(PeriodException, { lockId, projectId, endedAt: null, endsOn: { $gte: today } }))
    throw periodProblems.exceptionExists();
  if (await em.findOne(PeriodException, { id })) throw commonProblems.commandReused();
  em.create(
    PeriodException,
    { id, lockId, projectId, reason, endsOn, byId: actor.userId, at: clock.now(), endedAt: null },
    { persist: true },
  );
  await em.flush();
  audit.leave({
    action: 'addPeriodException',
    subjectKind: 'periodException',
    subjectId: id,
    projectId,
    municipalityId,
  });
  return { id };
}

/** Ends an exception before its day. */
export async function endPeriodException(
  { em, actor, clock, audit }: CommandContext,
  { municipalityId, exceptionId }: { municipalityId: string; exceptionId: string },
): Promise<{ id: string }> {
  if (!mayLock(actor, municipalityId)) throw commonProblems.missing();
  const exception = await em.findOne(PeriodException, { id: exceptionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const lock = exception && (await em.findOne(PeriodLock, { id: exception.lockId, municipalityId }));
  if (!exception || !lock) throw commonProblems.missing();
  if (exception.endedAt || exception.endsOn < clock.today()) throw periodProblems.exceptionEnded();
  exception.endedAt = clock.now();
  await em.flush();
  audit.leave({
    action: 'endPeriodException',
    subjectKind: 'periodException',
    subjectId: exceptionId,
    projectId: exception.projectId,
    municipalityId,
    changed: ['endedAt'],
  });
  return { id: exceptionId };
}

/** Two who lock the same period come one after the other. */
async function holdMunicipality(em: CommandContext['em'], municipalityId: string): Promise<void> {
  await em.findOneOrFail(Municipality, { id: municipalityId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** A lock of this municipality that holds, locked itself; missing for whoever may not lock here. */
async function getLock({ em, actor }: CommandContext, municipalityId: string, lockId: string): Promise<PeriodLock> {
  if (!mayLock(actor, municipalityId)) throw commonProblems.missing();
  const lock = await em.findOne(PeriodLock, { id: lockId, municipalityId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!lock) throw commonProblems.missing();
  if (lock.endedAt) throw periodProblems.lockEnded();
  return lock;
}
