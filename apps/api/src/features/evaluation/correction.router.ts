import { z } from 'zod';
import {
  dropCorrectionInput,
  listedCorrection,
  sendCorrectionInput,
  shownCorrection,
} from '@forspring/domain/evaluation/correction';
import {
  mayCorrectEvaluation,
  mayReceiveCorrections,
  mayViewEvaluation,
} from '@forspring/domain/evaluation/evaluation.abilities';
import { command, projectOf, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { listCorrections, showCorrections } from './show-corrections.ts';
import { markCorrectionRead, projectOfCorrection, rejectCorrection, submitCorrection } from './submit-correction.ts';

const inProject = projectOf('correctionId', projectOfCorrection);

export const correctionRouter = router({
  list: query
    .by(mayReceiveCorrections)
    .output(z.array(listedCorrection))
    .query(({ ctx }) => listCorrections(ctx)),
  show: query
    .onProject(mayViewEvaluation)
    .output(z.array(shownCorrection))
    .query(({ ctx }) => showCorrections(ctx)),
  submit: command
    .within(inProject, mayCorrectEvaluation)
    .input(sendCorrectionInput)
    .output(z.object({ version: z.number().int(), receiverCount: z.number().int() }))
    .mutation(({ ctx, input }) => submitCorrection(ctx, input)),
  reject: command
    .within(inProject, mayCorrectEvaluation)
    .input(dropCorrectionInput)
    .output(z.object({ version: z.number().int() }))
    .mutation(({ ctx, input }) => rejectCorrection(ctx, input)),
  markRead: command
    .by(mayReceiveCorrections)
    .input(z.object({ correctionId: z.uuid() }))
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => markCorrectionRead(ctx, input)),
});
