import { z } from 'zod';
import { id } from '@forspring/domain/measures/ids';
import { cardIds, cardLanguages, cardSheet, shownCards } from '@forspring/domain/participation/card';
import { shownDose } from '@forspring/domain/participation/dose';
import { participantCode } from '@forspring/domain/participation/participant-code';
import { mayRegister, maySeeActivity } from '@forspring/domain/participation/participation.abilities';
import { command, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { exportCards } from './export-cards.ts';
import { issueCodes } from './issue-codes.ts';
import { listCards } from './list-cards.ts';
import { setCardLost } from './set-card-lost.ts';
import { showCards } from './show-cards.ts';
import { showDose } from './show-dose.ts';

/** Cards: issuing, printing, losing, and what they say about dose. */
export const cardRouter = router({
  show: query
    .onProject(mayRegister)
    .output(shownCards)
    .query(({ ctx }) => showCards(ctx)),
  issue: command
    .onProject(mayRegister)
    .input(z.object({ cardIds }))
    .output(z.object({ issuedOn: z.string(), issuedCount: z.number().int() }))
    .mutation(({ ctx, input }) => issueCodes(ctx, input)),
  list: query
    .onProject(mayRegister)
    .input(z.object({ cardIds }))
    .output(z.object({ codes: z.array(z.string()) }))
    .query(({ ctx, input }) => listCards(ctx, input)),
  export: query
    .onProject(mayRegister)
    .input(z.object({ cardIds, language: z.enum(cardLanguages) }))
    .output(cardSheet)
    .query(({ ctx, input }) => exportCards(ctx, input)),
  setLost: command
    .onProject(mayRegister)
    .input(z.object({ code: participantCode, cardId: id }))
    .output(z.object({ lostOn: z.string() }))
    .mutation(({ ctx, input }) => setCardLost(ctx, input)),
  showDose: query
    .onProject(maySeeActivity)
    .output(shownDose.nullable())
    .query(({ ctx }) => showDose(ctx)),
});
