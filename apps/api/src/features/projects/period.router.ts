import { z } from 'zod';
import {
  addExceptionInput,
  addLockInput,
  endExceptionInput,
  endLockInput,
  listedException,
  shownPeriods,
} from '@forspring/domain/projects/period-lock';
import { mayFindPeriods, mayMeetPeriods } from '@forspring/domain/projects/period-lock.abilities';
import { command, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addPeriodException, addPeriodLock, endPeriodException, endPeriodLock } from './add-period-lock.ts';
import { listExceptions, showPeriods } from './show-periods.ts';

const kept = z.object({ id: z.uuid() });

export const periodRouter = router({
  show: query
    .by(mayFindPeriods)
    .input(z.object({ municipalityId: z.uuid() }))
    .output(shownPeriods)
    .query(({ ctx, input }) => showPeriods(ctx, input.municipalityId)),
  listExceptions: query
    .by(mayMeetPeriods)
    .output(z.array(listedException))
    .query(({ ctx }) => listExceptions(ctx)),
  addLock: command
    .by(mayFindPeriods)
    .input(addLockInput)
    .output(kept)
    .mutation(({ ctx, input }) => addPeriodLock(ctx, input)),
  endLock: command
    .by(mayFindPeriods)
    .input(endLockInput)
    .output(kept)
    .mutation(({ ctx, input }) => endPeriodLock(ctx, input)),
  addException: command
    .by(mayFindPeriods)
    .input(addExceptionInput)
    .output(kept)
    .mutation(({ ctx, input }) => addPeriodException(ctx, input)),
  endException: command
    .by(mayFindPeriods)
    .input(endExceptionInput)
    .output(kept)
    .mutation(({ ctx, input }) => endPeriodException(ctx, input)),
});
