import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@forspring/database/open-database';
import { Partner } from '@forspring/database/partners/partner.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';

/** The project a partner's promise lies in; null when there is no such promise. */
export async function projectOfPartner(em: EntityManager, partnerId: string): Promise<string | null> {
  const row = await reader(em).selectFrom('partner').where('id', '=', partnerId).select('projectId').executeTakeFirst();
  return row?.projectId ?? null;
}

/** The stored promise, locked until the command ends. */
export async function getPartnerLocked(em: EntityManager, partnerId: string): Promise<Partner> {
  const partner = await em.findOne(Partner, { id: partnerId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!partner) throw commonProblems.missing();
  return partner;
}

/** A promise as a conflict shows it. */
export function storedPromise(partner: Partner) {
  const { role, promise, registers, version } = partner;
  return { role, promise, registers, version };
}

/** The project a ledger promise lies in; null when there is no such promise. */
export async function projectOfPromise(em: EntityManager, promiseId: string): Promise<string | null> {
  const row = await reader(em)
    .selectFrom('partnerPromise')
    .where('id', '=', promiseId)
    .select('projectId')
    .executeTakeFirst();
  return row?.projectId ?? null;
}

/** The project a quarter of a promise lies in; null when there is no such quarter. */
export async function projectOfPeriod(em: EntityManager, periodId: string): Promise<string | null> {
  const row = await reader(em)
    .selectFrom('promisePeriod')
    .innerJoin('partnerPromise', 'partnerPromise.id', 'promisePeriod.promiseId')
    .where('promisePeriod.id', '=', periodId)
    .select('partnerPromise.projectId')
    .executeTakeFirst();
  return row?.projectId ?? null;
}
