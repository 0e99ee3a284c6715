import { z } from 'zod';
import { mayReadInterventions } from '@forspring/domain/interventions/intervention.abilities';
import { interventionRow, shownIntervention } from '@forspring/domain/interventions/shown-intervention';
import { newIntervention } from '@forspring/domain/interventions/new-intervention';
import { mayEditPlan } from '@forspring/domain/projects/project.abilities';
import { command, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addIntervention } from './add-intervention.ts';
import { listInterventions } from './list-interventions.ts';
import { showIntervention } from './show-intervention.ts';

export const interventionRouter = router({
  list: query
    .by(mayReadInterventions)
    .output(z.array(interventionRow))
    .query(({ ctx }) => listInterventions(ctx)),
  show: query
    .by(mayReadInterventions)
    .input(z.object({ interventionId: z.uuid() }))
    .output(shownIntervention)
    .query(({ ctx, input }) => showIntervention(ctx, input.interventionId)),
  add: command
    .onProject(mayEditPlan)
    .input(newIntervention)
    .output(z.object({ id: z.uuid(), title: z.string() }))
    .mutation(({ ctx, input }) => addIntervention(ctx, input)),
});
