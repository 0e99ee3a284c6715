import { z } from 'zod';
import { mayEditGoals, mayMeasureGoals, mayViewGoals } from '@forspring/domain/goals/goal.abilities';
import {
  comparisonReadingInput,
  goalChangeInput,
  goalInput,
  indicatorInput,
  measurementChangeInput,
  measurementInput,
  shownGoals,
  shownIndicator,
} from '@forspring/domain/goals/goal';
import { command, projectOf, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addComparisonReading, removeComparisonReading } from './add-comparison-reading.ts';
import { addGoal } from './add-goal.ts';
import { addIndicator } from './add-indicator.ts';
import { addMeasurement } from './add-measurement.ts';
import { projectOfComparisonReading, projectOfGoal, projectOfMeasurement } from './goal.store.ts';
import { listGoals } from './list-goals.ts';
import { listIndicators } from './list-indicators.ts';
import { removeGoal } from './remove-goal.ts';
import { setGoal } from './set-goal.ts';
import { setMeasurement } from './set-measurement.ts';

const byGoal = projectOf('goalId', projectOfGoal);
const byMeasurement = projectOf('measurementId', projectOfMeasurement);
const byComparisonReading = projectOf('readingId', projectOfComparisonReading);
const versioned = z.object({ id: z.uuid(), version: z.number().int() });

export const goalRouter = router({
  list: query
    .onProject(mayViewGoals)
    .output(shownGoals)
    .query(({ ctx }) => listGoals(ctx)),
  listIndicators: query
    .onProject(mayViewGoals)
    .output(z.array(shownIndicator))
    .query(({ ctx }) => listIndicators(ctx)),
  addIndicator: command
    .onProject(mayEditGoals)
    .input(indicatorInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => addIndicator(ctx, input)),
  add: command
    .onProject(mayEditGoals)
    .input(goalInput)
    .output(versioned)
    .mutation(({ ctx, input }) => addGoal(ctx, input)),
  set: command
    .within(byGoal, mayEditGoals)
    .input(goalChangeInput)
    .output(versioned)
    .mutation(({ ctx, input }) => setGoal(ctx, input)),
  remove: command
    .within(byGoal, mayEditGoals)
    .input(z.object({ goalId: z.uuid(), baseVersion: z.number().int().min(1) }))
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => removeGoal(ctx, input)),
  addMeasurement: command
    .within(byGoal, mayMeasureGoals)
    .input(measurementInput)
    .output(versioned)
    .mutation(({ ctx, input }) => addMeasurement(ctx, input)),
  setMeasurement: command
    .within(byMeasurement, mayMeasureGoals)
    .input(measurementChangeInput)
    .output(versioned)
    .mutation(({ ctx, input }) => setMeasurement(ctx, input)),
  addComparisonReading: command
    .within(byGoal, mayMeasureGoals)
    .input(comparisonReadingInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => addComparisonReading(ctx, input)),
  removeComparisonReading: command
    .within(byComparisonReading, mayMeasureGoals)
    .input(z.object({ readingId: z.uuid() }))
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => removeComparisonReading(ctx, input)),
});
