import { router } from '../kernel/wire.ts';
import { peopleRouter } from '../features/people/people.router.ts';

/** Every procedure of the API, by subject. */
export const appRouter = router({
  people: peopleRouter,
});

export type AppRouter = typeof appRouter;
