import { mayCompare } from '@forspring/domain/comparison/comparison.abilities';
import { comparisonSentence, shownComparison } from '@forspring/domain/comparison/comparison';
import { query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { compareProjects } from './compare-projects.ts';

export const comparisonRouter = router({
  compare: query
    .by(mayCompare)
    .input(comparisonSentence)
    .output(shownComparison)
    .query(({ ctx, input }) => compareProjects(ctx, input)),
});
