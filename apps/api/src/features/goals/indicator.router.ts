import { z } from 'zod';
import {
  indicatorCardInput,
  indicatorVersionInput,
  shownIndicatorCard,
  shownIndicatorLibrary,
} from '@forspring/domain/goals/indicator';
import { mayKeepIndicators, mayReadIndicators } from '@forspring/domain/goals/indicator.abilities';
import { commonProblems } from '@forspring/domain/measures/problem';
import { compareNames } from '@forspring/domain/measures/sort';
import { municipalitiesOf } from '@forspring/domain/people/actor';
import { command, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { goalsOfIndicator, indicatorVersions } from './indicator.store.ts';
import { addCard, addVersion } from './keep-indicators.ts';

const key = z.string().min(1).max(120);

export const indicatorRouter = router({
  list: query
    .by(mayReadIndicators)
    .output(shownIndicatorLibrary)
    .query(async ({ ctx: { em, actor } }) => {
      const versions = await indicatorVersions(em, null);
      const cards = Map.groupBy(versions, (one) => one.key)
        .values()
        .flatMap((all) => {
          const [newest] = all;
          if (!newest) return [];
          const goalCount = all.reduce((sum, one) => sum + one.goalCount, 0);
          return [{ ...newest, goalCount, versionCount: all.length }];
        })
        .toArray();
      return {
        cards: cards.toSorted((a, b) => compareNames(a.titleDa, b.titleDa)),
        mayAdd: mayKeepIndicators(actor),
      };
    }),
  show: query
    .by(mayReadIndicators)
    .input(z.object({ key }))
    .output(shownIndicatorCard)
    .query(async ({ ctx: { em, actor }, input }) => {
      const versions = await indicatorVersions(em, input.key);
      if (versions.length === 0) throw commonProblems.missing();
      const own = municipalitiesOf(actor, 'committeeMember', 'coordinator', 'dataProtectionOfficer');
      return {
        versions,
        goals: await goalsOfIndicator(em, input.key, own),
        mayAddVersion: mayKeepIndicators(actor),
      };
    }),
  add: command
    .by(mayKeepIndicators)
    .input(indicatorCardInput)
    .output(z.object({ id: z.uuid(), key }))
    .mutation(({ ctx, input }) => addCard(ctx, input)),
  addVersion: command
    .by(mayKeepIndicators)
    .input(indicatorVersionInput)
    .output(z.object({ id: z.uuid(), version: z.number().int() }))
    .mutation(({ ctx, input }) => addVersion(ctx, input)),
});
