import { randomUUID } from 'node:crypto';
import { PartnerPromise } from '@forspring/database/partners/partner-promise.entity';
import { PromisePeriod } from '@forspring/database/partners/promise-period.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { partnerProblems } from '@forspring/domain/partners/partner.problems';
import type { AddPromiseInput } from '@forspring/domain/partners/promise';
import { quarterDays } from '@forspring/domain/partners/promise.rules';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { partnerStatuses } from '@forspring/domain/projects/project.abilities';
import type { CommandContext } from '../../kernel/context.ts';
import { changeDeliveries } from '../../kernel/figures.ts';
import { refuseLocked } from '../../kernel/period-locks.ts';
import { writeValue } from './set-promise.ts';

/** Writes down one thing a partner has promised, quarter by quarter, and what it is worth if it pays an in-kind line. */
export async function addPromise(
  ctx: CommandContext & { project: ProjectPlace },
  { partnerId, id, kind, unit, periods, value }: AddPromiseInput,
): Promise<{ id: string; version: number }> {
  const { em, audit, project } = ctx;
  const { projectId, municipalityId } = project;
  if (!partnerStatuses.includes(project.status)) throw partnerProblems.notOpen(project.status);
  await refuseLocked(ctx, project, periods.filter(({ quantity }) => quantity > 0).flatMap(quarterDays));
  const own = { kind, unit: kind === 'other' ? (unit ?? '') : '' };
  if (await em.findOne(PartnerPromise, { partnerId, ...own })) throw partnerProblems.promiseExists();
  if (await em.findOne(PartnerPromise, { id })) throw commonProblems.commandReused();
  em.create(PartnerPromise, { id, projectId, partnerId, ...own }, { persist: true });
  for (const period of periods)
    em.create(PromisePeriod, { id: randomUUID(), promiseId: id, ...period }, { persist: true });
  await em.flush();
  await writeValue(reader(em), { projectId, promiseId: id, value });
  await changeDeliveries(em, projectId);
  audit.leave({ action: 'addPromise', subjectKind: 'promise', subjectId: id, projectId, municipalityId });
  return { id, version: 1 };
}
