import type { EntityManager } from '@forspring/database/open-database';
import { keepDeliveries } from '@forspring/database/participation/keep-deliveries';
import { recomputeFigures } from '@forspring/database/participation/recompute-figures';
import { reader } from '@forspring/database/reader';
import { editions } from './editions/editions.ts';
import { tellHalfWrittenDraft } from './tell/tell-half-written-draft.ts';
import { tellIndicators } from './indicators.ts';
import { StoryDays } from './story-days.ts';
import { StoryRows } from './story-rows.ts';
import { tellBudget } from './tell/tell-budget.ts';
import { tellCodes } from './tell/tell-codes.ts';
import { tellEvaluations, type StoryGate } from './tell/tell-evaluations.ts';
import { tellGoals } from './tell/tell-goals.ts';
import { tellHalfYears } from './tell/tell-half-years.ts';
import { tellMeetings } from './tell/tell-meetings.ts';
import { tellMemberships } from './tell/tell-memberships.ts';
import { tellOpenActivities } from './tell/tell-open-activities.ts';
import { tellPeople } from './tell/tell-people.ts';
import { tellPeriods } from './tell/tell-periods.ts';
import { tellPlaces } from './tell/tell-places.ts';
import { tellPlans } from './tell/tell-plans.ts';
import { tellInterventions, tellProject } from './tell/tell-project.ts';
import { tellClosedSurvey, tellLastYear, tellSurveys } from './tell/tell-surveys.ts';
import { tellTraces } from './tell/tell-traces.ts';
import { tellReleases } from './tell/tell-releases.ts';
import { tellDisposals, tellRetention } from './tell/tell-retention.ts';
import { tellExtraOpening, tellSessions } from './tell/tell-sessions.ts';
import { tellingOf } from './tell/telling.ts';

interface StoryTime {
  em: EntityManager;
  /** The day the story is told on; there is a session of Fredagshallen that evening. */
  anchorOn: string;
  /** Nothing in the story is recorded later than this. */
  now: Date;
  /** The gate's answers an approved evaluation is frozen with. */
  gate: StoryGate;
}

/**
 * Tells the one sample story into an empty, migrated database, in one transaction: two municipalities, three years
 * (closed, running, proposed) around the anchor day, all names and numbers invented. The same anchor gives the same rows.
 */
export async function tellStory({ em, anchorOn, now, gate }: StoryTime): Promise<void> {
  const days = new StoryDays(anchorOn, now);
  const rows = new StoryRows();
  const foundedAt = days.at(`${days.year - 2}-09-01`, 540);
  await tellPeople(rows, foundedAt);
  tellPlaces(rows, days);
  tellMemberships(rows, foundedAt);
  tellIndicators(rows);
  tellInterventions(rows);
  const told = editions.map((edition) => {
    const telling = tellingOf(edition, rows, days);
    tellProject(telling);
    tellBudget(telling);
    const sessions = tellSessions(telling);
    const isHome = edition.recipe === 'fredagshallen' && !edition.isCopy && edition.offset === 0;
    if (isHome) tellExtraOpening(telling);
    if (isHome) tellSurveys(telling);
    if (telling.edition.hasClosedSurvey === true) tellClosedSurvey(telling);
    if (telling.status === 'evaluated' && edition.recipe === 'de-unges-hus') tellLastYear(telling);
    const codes = isHome ? tellCodes(telling, sessions.held, 84) : null;
    tellHalfYears(telling);
    tellOpenActivities(telling);
    tellGoals(telling, { ...sessions, codes });
    return telling;
  });
  tellHalfWrittenDraft(rows, days);
  tellPlans(rows, days);
  tellMeetings(rows, days);
  tellRetention(rows, days);
  tellPeriods(rows, days);

  await em.transactional(async (transaction) => {
    const db = reader(transaction);
    await rows.insert(db);
    const valued = await db.selectFrom('promiseValue').select('projectId').distinct().execute();
    for (const { projectId } of valued) await keepDeliveries(db, projectId);
    await recomputeFigures(db);
    await tellEvaluations(db, rows, told, gate);
    await rows.insert(db);
    await tellTraces(db, rows, days);
    await rows.insert(db);
    await tellDisposals(db, told);
    await tellReleases(db, told);
  });
}
