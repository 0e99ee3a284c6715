import { sql } from 'kysely';
import { heldBackBy, keptMonths, monthsLater, securityActions } from '@forspring/domain/trust/retention.rules';
import type { Reader } from '../tables.ts';
import { type DisposalTime, logDisposal } from './dispose-project.ts';
import { readKeeping } from './retained-project.view.ts';

/** Rows of a municipality's logs that are due on a day; rows of a project on hold are not counted. */
export interface DueLogs {
  audit: number;
  securityAudit: number;
  emergencyLog: number;
}

const isSecurity = sql`action in (${sql.join([...securityActions])})`;

/** The rows of a municipality's access log that are older than a number of months, except a held project's. */
const oldTraces = (municipalityId: string, today: string, months: number) => sql`
  at < (${monthsLater(today, -months)}::date)::timestamp at time zone 'Europe/Copenhagen'
  and (municipality_id = ${municipalityId}
    or project_id in (select id from project where municipality_id = ${municipalityId}))
  and (project_id is null
    or project_id not in (select project_id from archival_hold where project_id is not null and lifted_at is null))`;

/** Closed emergency plans a year after they were last looked at, whose account of what happened is still there. */
const oldPlans = (municipalityId: string, today: string) => sql`
  municipality_id = ${municipalityId} and status = 'closed' and trigger <> ''
  and greatest(reviewed_on, closed_on) <= ${monthsLater(today, -keptMonths.emergencyLog)}::date`;

/** How much of a municipality's logs is due on a day. */
export async function countDueLogs(db: Reader, municipalityId: string, today: string): Promise<DueLogs> {
  const { rows } = await sql<DueLogs>`
    select
      (select count(*)::int from audit_entry
        where ${oldTraces(municipalityId, today, keptMonths.audit)} and not ${isSecurity}) as audit,
      (select count(*)::int from audit_entry
        where ${oldTraces(municipalityId, today, keptMonths.securityAudit)} and ${isSecurity}) as "securityAudit",
      (select count(*)::int from emergency_plan where ${oldPlans(municipalityId, today)}) as "emergencyLog"
  `.execute(db);
  return rows[0] ?? { audit: 0, securityAudit: 0, emergencyLog: 0 };
}

/**
 * Removes what is due of a municipality's logs in the caller's transaction, unless it has no basis or is on hold: the
 * access log after twelve months, security events after twenty-four, and of a closed emergency plan everything but its
 * summary a year after its review. Safe to run twice.
 */
export async function disposeLogs(db: Reader, municipalityId: string, { now, today }: DisposalTime): Promise<void> {
  const keeping = await readKeeping(db, municipalityId, today);
  if (keeping.basis === null || heldBackBy({ ...keeping, isProjectHeld: false }, today) !== null) return;
  const by = { municipalityId, projectId: null, basisId: keeping.basis.id, at: now };
  const count = async (statement: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ count: number }>`
      with gone as (${statement} returning 1) select count(*)::int as count from gone
    `.execute(db);
    return rows[0]?.count ?? 0;
  };
  const audit = await count(
    sql`delete from audit_entry where ${oldTraces(municipalityId, today, keptMonths.audit)} and not ${isSecurity}`,
  );
  const securityAudit = await count(
    sql`delete from audit_entry where ${oldTraces(municipalityId, today, keptMonths.securityAudit)} and ${isSecurity}`,
  );
  const emergencyLog = await count(
    sql`update emergency_plan set trigger = '' where ${oldPlans(municipalityId, today)}`,
  );
  await logDisposal(
    db,
    { ...(audit > 0 ? { audit } : {}), ...(securityAudit > 0 ? { securityAudit } : {}) },
    { ...by, reason: 'age' },
  );
  await logDisposal(db, emergencyLog > 0 ? { emergencyLog } : {}, { ...by, reason: 'yearAfterReview' });
}

/** How long a receipt answers a repeated command; long enough for a phone that lay in a drawer over the summer. */
const receiptDays = 90;

/** Removes old receipts. They are copies kept for repeated commands only, so no basis is asked for and no hold keeps them. */
export async function disposeReceipts(db: Reader, now: Date): Promise<void> {
  await db
    .deleteFrom('commandReceipt')
    .where('at', '<', new Date(now.getTime() - receiptDays * 86_400_000))
    .execute();
}
