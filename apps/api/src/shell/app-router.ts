import { router } from '../kernel/wire.ts';
import { interventionRouter } from '../features/interventions/intervention.router.ts';
import { periodRouter } from '../features/projects/period.router.ts';
import { partnerRouter } from '../features/partners/partner.router.ts';
import { projectRouter } from '../features/projects/project.router.ts';
import { budgetRouter } from '../features/budgets/budget.router.ts';
import { comparisonRouter } from '../features/comparison/comparison.router.ts';
import { evaluationRouter } from '../features/evaluation/evaluation.router.ts';
import { correctionRouter } from '../features/evaluation/correction.router.ts';
import { reportRouter } from '../features/evaluation/report.router.ts';
import { learningRouter } from '../features/learning/learning.router.ts';
import { indicatorRouter } from '../features/goals/indicator.router.ts';
import { goalRouter } from '../features/goals/goal.router.ts';
import { cardRouter } from '../features/participation/card.router.ts';
import { calendarRouter } from '../features/participation/calendar.router.ts';
import { kioskRouter } from '../features/participation/kiosk.router.ts';
import { participationRouter } from '../features/participation/participation.router.ts';
import { answerRouter } from '../features/surveys/answer.router.ts';
import { surveyRouter } from '../features/surveys/survey.router.ts';
import { meetingsRouter } from '../features/meetings/meetings.router.ts';
import { placesRouter } from '../features/places/places.router.ts';
import { trustRouter } from '../features/trust/trust.router.ts';
import { grantRouter } from '../features/funders/grant.router.ts';
import { plansRouter } from '../features/plans/plans.router.ts';
import { peopleRouter } from '../features/people/people.router.ts';

/** Every procedure of the API, by subject. */
export const appRouter = router({
  people: peopleRouter,
  places: placesRouter,
  plans: plansRouter,
  interventions: interventionRouter,
  projects: projectRouter,
  periods: periodRouter,
  partners: partnerRouter,
  meetings: meetingsRouter,
  budgets: budgetRouter,
  participation: participationRouter,
  cards: cardRouter,
  calendar: calendarRouter,
  kiosk: kioskRouter,
  trust: trustRouter,
  goals: goalRouter,
  indicators: indicatorRouter,
  surveys: surveyRouter,
  evaluation: evaluationRouter,
  reports: reportRouter,
  corrections: correctionRouter,
  comparison: comparisonRouter,
  learning: learningRouter,
  funders: grantRouter,
});

export type AppRouter = typeof appRouter;

/** What whoever holds a public link may ask. It is served by itself, where no cookie is read and nothing is logged. */
export const linkRouter = router({ answers: answerRouter });

export type LinkRouter = typeof linkRouter;
