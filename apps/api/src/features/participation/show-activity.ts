import { sql } from 'kysely';
import { countCards } from '@forspring/database/participation/counted-card.view';
import { reader } from '@forspring/database/reader';
import { notMeasured } from '@forspring/domain/measures/cell';
import { toMinutes } from '@forspring/domain/measures/counts';
import { mayPlanSessions, mayRegister } from '@forspring/domain/participation/participation.abilities';
import { planningStatuses } from '@forspring/domain/participation/participation.rules';
import type { ShownActivity, ShownMonth } from '@forspring/domain/participation/activity';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { SignedInContext } from '../../kernel/context.ts';
import type { Gate } from '../../kernel/gate.ts';
import { openRegister } from '../../kernel/gate-thresholds.ts';
import { gatedMonths } from '../../kernel/gated-months.ts';
import { countedMonths } from './counted-month.store.ts';

type Context = SignedInContext & { project: ProjectPlace };

const noFigures = {
  plannedCount: 0,
  heldCount: 0,
  cancelledCount: 0,
  visitCount: 0,
  contactCount: 0,
  firstTimeCount: 0,
  firstTimeMissingCount: 0,
  largestVisitCount: 0,
  heldMinutes: 0,
  visitMinutes: 0,
  staffMinutes: 0,
  volunteerMinutes: 0,
};

/**
 * Plan against actual of one project: month by month, in sum, and how many different young people. Whoever does not
 * register here meets the numbers of their audience.
 */
export async function showActivity(ctx: Context): Promise<ShownActivity> {
  const { em, actor, project, clock } = ctx;
  const db = reader(em);
  const gate = await openRegister(em, actor, project);
  const months = await monthsOf(ctx, gate);
  const figures =
    (await db.selectFrom('projectFigures').where('projectId', '=', project.projectId).selectAll().executeTakeFirst()) ??
    noFigures;
  const { usesCodes } = await db
    .selectFrom('project')
    .where('id', '=', project.projectId)
    .select('usesCodes')
    .executeTakeFirstOrThrow();
  const hasCards = usesCodes && project.tier === 'specific';
  const isRecording = recordingStatuses.includes(project.status);
  const mayCount = isRecording && mayRegister(actor, project);
  return {
    tier: project.tier,
    months,
    plannedCount: figures.plannedCount,
    heldCount: figures.heldCount,
    cancelledCount: figures.cancelledCount,
    unregisteredCount: months.reduce((sum, month) => sum + month.unregisteredCount, 0),
    isOutreach: figures.visitCount === 0 && figures.contactCount > 0,
    visits: gate.visits(figures.visitCount),
    contacts: gate.contacts(figures.contactCount),
    heldMinutes: toMinutes(figures.heldMinutes),
    visitMinutes: gate.visitMinutes(figures.visitMinutes, figures.visitCount),
    staffMinutes: toMinutes(figures.staffMinutes),
    volunteerMinutes: toMinutes(figures.volunteerMinutes),
    reach: gate.reach(figures),
    cards: hasCards ? await cardsOf(ctx, gate) : null,
    summedCount: await summedCountOf(ctx),
    today: clock.today(),
    hasEvenings: gate.audience === 'project',
    abilities: {
      mayPlan:
        planningStatuses.includes(project.status) && project.tier !== 'individual' && mayPlanSessions(actor, project),
      mayRegister: mayCount,
      mayIssueCodes: mayCount && hasCards,
    },
  };
}

/** Every month from the first to the last with sessions or contacts; a month without any is there too, so that the axis has no holes. */
async function monthsOf({ em, project, clock }: Context, gate: Gate): Promise<ShownMonth[]> {
  const months = await countedMonths(em, project.projectId, clock.today());
  const { visits, contacts } = gatedMonths(gate, months);
  return months.map(
    ({ month, plannedCount, heldCount, cancelledCount, unregisteredCount, heldMinutes }, index): ShownMonth => ({
      month,
      plannedCount,
      heldCount,
      cancelledCount,
      unregisteredCount,
      visits: visits[index] ?? notMeasured,
      contacts: contacts[index] ?? notMeasured,
      heldMinutes: toMinutes(heldMinutes),
    }),
  );
}

async function cardsOf({ em, project }: Context, gate: Gate): Promise<ShownActivity['cards']> {
  const { issuedCount, shownCount } = await countCards(reader(em), project.projectId);
  return { issuedCount, shown: gate.persons(shownCount) };
}

async function summedCountOf({ em, project }: Context): Promise<number> {
  const { count } = await reader(em)
    .selectFrom('sessionTotal')
    .where('projectId', '=', project.projectId)
    .select(sql<number>`coalesce(sum(session_count), 0)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
