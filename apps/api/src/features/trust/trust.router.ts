import { z } from 'zod';
import { mayAdministrate } from '@forspring/domain/people/people.abilities';
import { listTracesInput, tracePage } from '@forspring/domain/trust/audit';
import { listReleasesInput, releasePage } from '@forspring/domain/trust/release';
import {
  addHoldInput,
  endHoldInput,
  setBasisInput,
  shownRetention,
  showRetentionInput,
} from '@forspring/domain/trust/retention';
import { command, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addHold } from './add-hold.ts';
import { endHold } from './end-hold.ts';
import { listReleases } from './list-releases.ts';
import { listTraces } from './list-traces.ts';
import { setBasis } from './set-basis.ts';
import { showRetention } from './show-retention.ts';

const versioned = z.object({ id: z.uuid(), version: z.number().int() });

export const trustRouter = router({
  listTraces: query
    .by(mayAdministrate)
    .input(listTracesInput)
    .output(tracePage)
    .query(({ ctx, input }) => listTraces(ctx, input)),
  listReleases: query
    .by(mayAdministrate)
    .input(listReleasesInput)
    .output(releasePage)
    .query(({ ctx, input }) => listReleases(ctx, input)),
  showRetention: query
    .by(mayAdministrate)
    .input(showRetentionInput)
    .output(shownRetention)
    .query(({ ctx, input }) => showRetention(ctx, input)),
  setBasis: command
    .by(mayAdministrate)
    .input(setBasisInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => setBasis(ctx, input)),
  addHold: command
    .by(mayAdministrate)
    .input(addHoldInput)
    .output(versioned)
    .mutation(({ ctx, input }) => addHold(ctx, input)),
  endHold: command
    .by(mayAdministrate)
    .input(endHoldInput)
    .output(versioned)
    .mutation(({ ctx, input }) => endHold(ctx, input)),
});
