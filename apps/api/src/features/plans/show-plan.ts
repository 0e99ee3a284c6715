import { reader } from '@forspring/database/reader';
import { dayOf } from '@forspring/domain/measures/day';
import { toOere } from '@forspring/domain/measures/money';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ShownPlan } from '@forspring/domain/plans/annual-plan';
import { mayAdoptPlan, mayEditPlanOf, maySeePlan } from '@forspring/domain/plans/annual-plan.abilities';
import { frameOf } from '@forspring/domain/plans/annual-plan.rules';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { mayDecide } from '@forspring/domain/projects/project.abilities';
import { lockedStatuses } from '@forspring/domain/projects/project.rules';
import type { SignedInContext } from '../../kernel/context.ts';
import { projectsOfPlan } from './plan.store.ts';

/** A body's year: its situation, its projects with money and the frame left. */
export async function showPlan(
  { em, actor }: SignedInContext,
  { bodyId, year }: { bodyId: string; year: number },
): Promise<ShownPlan> {
  const db = reader(em);
  const body = await db
    .selectFrom('body')
    .where('id', '=', bodyId)
    .select(['id as bodyId', 'name', 'municipalityId', 'districtId'])
    .executeTakeFirst();
  if (!body || !maySeePlan(actor, body)) throw commonProblems.missing();
  const plans = await db
    .selectFrom('annualPlan')
    .where('bodyId', '=', bodyId)
    .orderBy('year', 'desc')
    .selectAll()
    .execute();
  const plan = plans.find((one) => one.year === year);
  if (!plan) throw commonProblems.missing();

  const rows = await projectsOfPlan(em, bodyId, year).execute();
  const observations = body.districtId
    ? await db
        .selectFrom('observation')
        .where('districtId', '=', body.districtId)
        .where('toOn', '>=', `${year - 1}-01-01`)
        .where('toOn', '<=', `${year}-12-31`)
        .orderBy('fromOn', 'desc')
        .select(['id', 'placeName', 'theme', 'fromOn', 'toOn', 'text'])
        .limit(50)
        .execute()
    : [];
  const isMember = mayAdoptPlan(actor, body);
  return {
    id: plan.id,
    bodyId,
    bodyName: body.name,
    year,
    status: plan.status,
    situation: plan.situation,
    challenges: plan.challenges,
    adoptedOn: plan.adoptedOn,
    version: plan.version,
    years: plans.map((one) => one.year),
    observations,
    frame: frameOf(
      plan.frameOere,
      plan.otherCostsOere,
      rows.map((row) => ({
        isDecided: lockedStatuses.includes(row.status),
        isProposed: row.status === 'submitted',
        frameOere: row.frameOere ?? 0,
      })),
    ),
    projects: rows.map((row) => {
      const place = { ...row, projectId: row.id, bodyId, tier: row.tier } as unknown as ProjectPlace;
      const isOwn = (row.ownerIds ?? []).includes(actor.userId);
      return {
        id: row.id,
        title: row.title,
        status: row.status,
        tier: row.tier,
        ownerName: row.ownerName ?? '',
        minAge: row.minAge,
        maxAge: row.maxAge,
        cashOere: toOere(row.cashOere),
        inKindOere: toOere(row.inKindOere),
        frameOere: toOere(row.frameOere ?? 0),
        submittedOn: row.submittedAt ? dayOf(row.submittedAt) : null,
        mayDecide: row.status === 'submitted' && !isOwn && mayDecide(actor, place),
      };
    }),
    abilities: {
      edit: mayEditPlanOf(actor, body) && plan.status === 'draft',
      adopt: isMember && plan.status === 'draft',
    },
  };
}
