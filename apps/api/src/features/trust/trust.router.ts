import { mayAdministrate } from '@forspring/domain/people/people.abilities';
import { listTracesInput, tracePage } from '@forspring/domain/trust/audit';
import { query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { listTraces } from './list-traces.ts';

export const trustRouter = router({
  listTraces: query
    .by(mayAdministrate)
    .input(listTracesInput)
    .output(tracePage)
    .query(({ ctx, input }) => listTraces(ctx, input)),
});
