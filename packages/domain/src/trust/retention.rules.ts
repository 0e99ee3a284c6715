import { addDays, type Day } from '../measures/day.ts';
import type { ProjectStatus } from '../projects/project.ts';
import type { DisposalReason, HeldBackReason } from './retention.ts';

/** The same day a number of months later; the last of the month where there is none (29 February, the 31st). */
export function monthsLater(on: Day, count: number): Day {
  const month = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + count;
  const first = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const next = month + 1;
  const lastDay = addDays(`${Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, '0')}-01`, -1);
  const same = `${first.slice(0, 8)}${on.slice(8)}`;
  return same < lastDay ? same : lastDay;
}

/** How long things are kept, in months: rows of an ended project, the audit log, security events, the log of an emergency plan. */
export const keptMonths = { project: 12, audit: 12, securityAudit: 24, emergencyLog: 12 } as const;

/** Actions that say who got or lost access, or who decided what is kept; they are kept longer. */
export const securityActions = [
  'acceptInvitation',
  'addHold',
  'endMembership',
  'invitePerson',
  'issueCodes',
  'endHold',
  'setBasis',
  'setUp',
] as const;

/** A project as retention sees it. `endedOn` is the day it was stopped or its last planned day, whichever came first. */
export interface RetainedProject {
  status: ProjectStatus;
  endedOn: Day | null;
  /** The day its evaluation was approved. */
  evaluatedOn: Day | null;
}

/** When a project's rows of single evenings and cards must be gone, and why; null while nobody can say. */
export function dueOf({ endedOn, evaluatedOn }: RetainedProject): { dueOn: Day; reason: DisposalReason } | null {
  const yearAfter = endedOn === null ? null : monthsLater(endedOn, keptMonths.project);
  if (evaluatedOn !== null && (yearAfter === null || evaluatedOn <= yearAfter))
    return { dueOn: evaluatedOn, reason: 'evaluationApproved' };
  return yearAfter === null ? null : { dueOn: yearAfter, reason: 'yearAfterEnd' };
}

/** The statuses in which a project has never been carried out: nothing of it is about anybody, and nothing is due. */
const neverCarriedOut: readonly ProjectStatus[] = ['idea', 'draft', 'submitted', 'returned', 'rejected'];

/** A basis and the holds that are in force. */
export interface Keeping {
  basis: { validFrom: Day } | null;
  isProjectHeld: boolean;
  isMunicipalityHeld: boolean;
}

/** Why nothing may be removed on a day although it is due; null when it may. A hold weighs more than a basis. */
export function heldBackBy({ basis, isProjectHeld, isMunicipalityHeld }: Keeping, today: Day): HeldBackReason | null {
  if (isMunicipalityHeld) return 'municipalityHold';
  if (isProjectHeld) return 'projectHold';
  if (basis === null) return 'noBasis';
  return basis.validFrom > today ? 'basisLater' : null;
}

/** Whether a project's rows are to be removed on a day, by which reason, and what holds them back if not. */
export function verdictOf(
  project: RetainedProject,
  keeping: Keeping,
  today: Day,
): { dueOn: Day | null; reason: DisposalReason | null; isDue: boolean; heldBack: HeldBackReason | null } {
  const due = neverCarriedOut.includes(project.status) ? null : dueOf(project);
  if (due === null) return { dueOn: null, reason: null, isDue: false, heldBack: null };
  const isDue = due.dueOn <= today;
  return {
    ...due,
    isDue,
    heldBack: isDue || keeping.isProjectHeld || keeping.isMunicipalityHeld ? heldBackBy(keeping, today) : null,
  };
}
