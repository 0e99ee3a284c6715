import { z } from 'zod';
import {
  adaptationReasonInput,
  learningSearch,
  repeatedProject,
  repeatInput,
  shownAdaptations,
  shownLearning,
  shownLearningCards,
} from '@forspring/domain/learning/learning';
import {
  mayLearn,
  mayRepeatProject,
  maySeeAdaptations,
  maySetAdaptationReason,
} from '@forspring/domain/learning/learning.abilities';
import { command, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { listAdaptations } from './list-adaptations.ts';
import { listCards } from './list-cards.ts';
import { repeatHere } from './repeat-here.ts';
import { setAdaptationReason } from './set-adaptation-reason.ts';
import { showCard } from './show-card.ts';

export const learningRouter = router({
  listCards: query
    .by(mayLearn)
    .input(learningSearch)
    .output(shownLearningCards)
    .query(({ ctx, input }) => listCards(ctx, input)),
  showCard: query
    .by(mayLearn)
    .input(z.object({ projectId: z.uuid() }))
    .output(shownLearning)
    .query(({ ctx, input }) => showCard(ctx, input)),
  repeatHere: command
    .by(mayRepeatProject)
    .input(repeatInput)
    .output(repeatedProject)
    .mutation(({ ctx, input }) => repeatHere(ctx, input)),
  listAdaptations: query
    .onProject(maySeeAdaptations)
    .output(shownAdaptations.nullable())
    .query(({ ctx }) => listAdaptations(ctx)),
  setAdaptationReason: command
    .onProject(maySetAdaptationReason)
    .input(adaptationReasonInput)
    .output(shownAdaptations)
    .mutation(({ ctx, input }) => setAdaptationReason(ctx, input)),
});
