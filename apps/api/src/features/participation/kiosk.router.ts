import { z } from 'zod';
import { id } from '@forspring/domain/measures/ids';
import {
  exitPulse,
  kioskPin,
  kioskPlan,
  kioskTap,
  leaveResult,
  shownKiosk,
  shownKiosks,
  tapOutcomes,
} from '@forspring/domain/participation/kiosk';
import { mayServeKiosk } from '@forspring/domain/participation/kiosk.abilities';
import { mayRegister, maySeeSessions } from '@forspring/domain/participation/participation.abilities';
import { command, projectOf, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addExitPulse } from './add-exit-pulse.ts';
import { endKiosk } from './end-kiosk.ts';
import { findShownKiosk } from './kiosk.store.ts';
import { leaveKiosk } from './leave-kiosk.ts';
import { findSessionProject } from './participation.store.ts';
import { registerTap } from './register-tap.ts';
import { showKiosks } from './show-kiosks.ts';
import { startKiosk } from './start-kiosk.ts';

const bySession = projectOf('sessionId', findSessionProject);

/** A tablet at the door: opened and ended by staff, and what a browser that is one may do. */
export const kioskRouter = router({
  listOpened: query
    .within(bySession, maySeeSessions)
    .input(z.object({ sessionId: id }))
    .output(shownKiosks)
    .query(({ ctx, input }) => showKiosks(ctx, input)),
  start: command
    .within(bySession, mayRegister)
    .input(z.object({ sessionId: id, kioskId: id, ...kioskPlan }))
    .output(z.object({ endsAt: z.string() }))
    .mutation(({ ctx, input }) => startKiosk(ctx, input)),
  end: command
    .within(bySession, mayRegister)
    .input(z.object({ sessionId: id, kioskId: id }))
    .output(z.object({ isEnded: z.boolean() }))
    .mutation(({ ctx, input }) => endKiosk(ctx, input)),

  show: query
    .atKiosk(mayServeKiosk)
    .output(shownKiosk)
    .query(({ ctx }) => findShownKiosk(ctx.em, ctx.kiosk)),
  registerTap: command
    .atKiosk(mayServeKiosk)
    .input(z.object(kioskTap))
    .output(z.object({ outcome: z.enum(tapOutcomes) }))
    .mutation(({ ctx, input }) => registerTap(ctx, input)),
  addPulse: command
    .atKiosk(mayServeKiosk)
    .input(z.object(exitPulse))
    .output(z.object({ isKept: z.boolean() }))
    .mutation(({ ctx, input }) => addExitPulse(ctx, input)),
  endByPin: command
    .atKiosk(mayServeKiosk)
    .input(z.object({ pin: kioskPin }))
    .output(leaveResult)
    .mutation(({ ctx, input }) => leaveKiosk(ctx, input)),
});
