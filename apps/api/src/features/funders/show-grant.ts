import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { ShownGrant } from '@forspring/domain/funders/grant';
import { mayViewGrant } from '@forspring/domain/funders/grant.abilities';
import { ownAccounts } from '@forspring/domain/funders/grant.rules';
import { dayOf } from '@forspring/domain/measures/day';
import { toOere } from '@forspring/domain/measures/money';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { SignedInContext } from '../../kernel/context.ts';
import { type Gate, gateFor } from '../../kernel/gate.ts';
import { readThresholds } from '../../kernel/gate-thresholds.ts';
import { gatedGoals } from '../../kernel/gated-goals.ts';
import { asReleased } from '../../kernel/releases.ts';
import { paidLinesOf, placeName } from './grant.store.ts';

/**
 * One grant for its funder. Budget and accounts are shown as they stand; numbers about people and what moved are shown
 * when the body has approved the evaluation. The look itself is logged.
 */
export async function showGrant(ctx: SignedInContext, sourceId: string): Promise<ShownGrant> {
  const { em, actor, clock } = ctx;
  if (!mayViewGrant(actor, sourceId)) throw commonProblems.missing();
  const stored = await grantRow(em, sourceId);
  if (!stored) throw commonProblems.missing();
  const [row = stored] = stored.evaluationId === null ? [] : await asReleased(ctx, 'funder', [stored]);
  await reader(em)
    .insertInto('funderView')
    .values({ id: randomUUID(), sourceId, userId: actor.userId, at: clock.now() })
    .execute();

  const thresholds = await readThresholds(em);
  const isEvaluated = row.evaluationId !== null;
  const gate = gateFor('funder', {
    tier: row.tier,
    thresholds: thresholds(row.municipalityId),
    isOpen: !isEvaluated,
  });
  const [lines, goals, changes] = await Promise.all([
    paidLinesOf(em, [row.projectId]),
    gatedGoals(em, row.projectId, gate, row.visitCount),
    changesOf(em, sourceId),
  ]);
  const accounts = ownAccounts(lines, sourceId);
  const { heldCount, cancelledCount, plannedCount } = stored;
  return {
    id: sourceId,
    name: row.name,
    kind: row.kind,
    funderName: row.funderName,
    amountOere: toOere(row.amountOere),
    reportsOn: row.reportsOn,
    project: {
      id: row.projectId,
      title: row.title,
      year: row.year,
      status: row.status,
      tier: row.tier,
      placeName: row.placeName,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      minAge: row.minAge,
      maxAge: row.maxAge,
      ownerNames: row.ownerNames ?? [],
      summary: row.summary,
      stopReason: row.stopReason,
    },
    promised: {
      challenge: row.challenge,
      targetGroup: row.targetGroup,
      effects: row.effects,
      activities: row.activities,
      sessionCount: heldCount + cancelledCount + plannedCount,
    },
    done: {
      heldCount,
      cancelledCount,
      plannedCount,
      ...peopleIn(gate, row, accounts.total.spentOere),
    },
    goals: isEvaluated
      ? goals
      : goals.map((goal) => ({
          ...goal,
          attainment: null,
          evidenceLevel: null,
          comment: '',
        })),
    cost: accounts,
    changes: changes.map(({ at, amountOere, ...change }) => ({
      ...change,
      amountOere: toOere(amountOere),
      on: dayOf(at),
    })),
    learning:
      row.evaluationId !== null && row.frozenAt !== null
        ? {
            worked: row.worked ?? '',
            didNotWork: row.didNotWork ?? '',
            forWhom: row.forWhom ?? '',
            adaptations: row.adaptations ?? '',
            recommendation: row.recommendation,
            recommendationReason: row.recommendationReason ?? '',
            approvedOn: dayOf(row.frozenAt),
            contentHash: row.contentHash ?? '',
          }
        : null,
    isEvaluated,
  };
}

type GrantRow = NonNullable<Awaited<ReturnType<typeof grantRow>>>;

/** What is counted in people, past the gate; before approval it withholds whatever its size. */
function peopleIn(gate: Gate, row: GrantRow, spentOere: number) {
  // Before approval not even that nobody was counted is told.
  const isEarly = row.evaluationId === null;
  const hasContacts = isEarly || row.contactCount > 0;
  const hasVisits = row.visitCount > 0 || !hasContacts;
  return {
    visits: gate.visits(isEarly || (hasVisits && row.heldCount > 0) ? row.visitCount : null),
    contacts: gate.contacts(hasContacts ? row.contactCount : null),
    reach: gate.reach(row),
    visitMinutes: gate.visitMinutes(row.visitMinutes, row.visitCount),
    costPerVisitHour: gate.costPerVisitHour(spentOere, row),
  };
}

function grantRow(em: EntityManager, sourceId: string) {
  const figure = (name: string) => sql<number>`coalesce(project_figures.${sql.ref(name)}, 0)`;
  return reader(em)
    .selectFrom('fundingSource')
    .innerJoin('project', 'project.id', 'fundingSource.projectId')
    .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
    .leftJoin('organisation', 'organisation.id', 'fundingSource.organisationId')
    .leftJoin('district', 'district.id', 'project.districtId')
    .leftJoin('projectFigures', 'projectFigures.projectId', 'project.id')
    .leftJoin('evaluation', (join) =>
      join.onRef('evaluation.projectId', '=', 'project.id').on('evaluation.status', '=', 'approved'),
    )
    .where('fundingSource.id', '=', sourceId)
    .select((grant) => [
      'fundingSource.name',
      'fundingSource.kind',
      'fundingSource.amountOere',
      'fundingSource.reportsOn',
      'organisation.name as funderName',
      'project.id as projectId',
      'project.title',
      'project.year',
      'project.status',
      'project.tier',
      'project.municipalityId',
      'project.startsOn',
      'project.endsOn',
      'project.minAge',
      'project.maxAge',
      'project.summary',
      'project.stopReason',
      'project.challenge',
      'project.targetGroup',
      'project.effects',
      'project.activities',
      placeName.as('placeName'),
      figure('held_count').as('heldCount'),
      figure('cancelled_count').as('cancelledCount'),
      figure('planned_count').as('plannedCount'),
      figure('visit_count').as('visitCount'),
      figure('contact_count').as('contactCount'),
      figure('visit_minutes').as('visitMinutes'),
      figure('first_time_count').as('firstTimeCount'),
      figure('first_time_missing_count').as('firstTimeMissingCount'),
      figure('largest_visit_count').as('largestVisitCount'),
      figure('started_count').as('startedCount'),
      figure('completed_count').as('completedCount'),
      'evaluation.id as evaluationId',
      'evaluation.worked',
      'evaluation.didNotWork',
      'evaluation.forWhom',
      'evaluation.adaptations',
      'evaluation.recommendation',
      'evaluation.recommendationReason',
      'evaluation.frozenAt',
      'evaluation.contentHash',
      grant
        .selectFrom('membership')
        .innerJoin('appUser', 'appUser.id', 'membership.userId')
        .whereRef('membership.placeId', '=', 'project.id')
        .where('membership.role', '=', 'owner')
        .where('membership.endedAt', 'is', null)
        .select(sql<string[]>`coalesce(array_agg(app_user.name order by app_user.name), '{}')`.as('names'))
        .as('ownerNames'),
    ])
    .executeTakeFirst();
}

/** Moves of money from or to a line this funder pays part of, newest first. */
function changesOf(em: EntityManager, sourceId: string) {
  return reader(em)
    .selectFrom('budgetChange')
    .innerJoin('budgetLine as from', 'from.id', 'budgetChange.fromLineId')
    .innerJoin('budgetLine as to', 'to.id', 'budgetChange.toLineId')
    .where((change) =>
      change.exists(
        change
          .selectFrom('lineShare')
          .where('lineShare.sourceId', '=', sourceId)
          .where((share) =>
            share.or([
              share('lineShare.lineId', '=', share.ref('budgetChange.fromLineId')),
              share('lineShare.lineId', '=', share.ref('budgetChange.toLineId')),
            ]),
          )
          .select('lineShare.id'),
      ),
    )
    .orderBy('budgetChange.at', 'desc')
    .select([
      'budgetChange.id',
      'from.title as fromTitle',
      'to.title as toTitle',
      'budgetChange.amountOere',
      'budgetChange.reason',
      'budgetChange.verdict',
      'budgetChange.status',
      'budgetChange.at',
    ])
    .limit(100)
    .execute();
}
