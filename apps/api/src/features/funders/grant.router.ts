import { z } from 'zod';
import { listedGrant, shownGrant } from '@forspring/domain/funders/grant';
import { mayFindGrants } from '@forspring/domain/funders/grant.abilities';
import { query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { listGrants } from './list-grants.ts';
import { showGrant } from './show-grant.ts';

export const grantRouter = router({
  listGrants: query
    .by(mayFindGrants)
    .output(z.array(listedGrant))
    .query(({ ctx }) => listGrants(ctx)),
  showGrant: query
    .by(mayFindGrants)
    .input(z.object({ sourceId: z.uuid() }))
    .output(shownGrant)
    .query(({ ctx, input }) => showGrant(ctx, input.sourceId)),
});
