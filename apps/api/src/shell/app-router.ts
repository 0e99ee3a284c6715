import { router } from '../kernel/wire.ts';
import { participationRouter } from '../features/participation/participation.router.ts';
import { meetingsRouter } from '../features/meetings/meetings.router.ts';
import { plansRouter } from '../features/plans/plans.router.ts';
import { peopleRouter } from '../features/people/people.router.ts';

/** Every procedure of the API, by subject. */
export const appRouter = router({
  people: peopleRouter,
  plans: plansRouter,
  meetings: meetingsRouter,
  participation: participationRouter,
});

export type AppRouter = typeof appRouter;
