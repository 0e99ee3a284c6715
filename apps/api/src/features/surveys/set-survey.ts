import { reader } from '@forspring/database/reader';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SurveyChangeInput } from '@forspring/domain/surveys/survey';
import { surveyProblems } from '@forspring/domain/surveys/survey.problems';
import { lateUntil, waveState } from '@forspring/domain/surveys/survey.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { countUp } from '../../kernel/stale.ts';
import { saltLetters } from './add-survey.ts';
import { checkPlan } from './check-plan.ts';
import { getSurveyLocked, leaveTrace, randomLetters } from './survey.store.ts';

/**
 * Changes a survey's plan. Once a round has begun its questions and its link stand as they were asked and promised; only
 * its name may change then, and the salt may go sooner than was said.
 */
export async function setSurvey(
  ctx: CommandContext & { project: ProjectPlace },
  { surveyId, baseVersion, title, items, isLinked, unlinkOn }: SurveyChangeInput,
): Promise<{ id: string; version: number }> {
  const { em, clock } = ctx;
  await checkPlan(ctx, { isLinked, unlinkOn });
  const survey = await getSurveyLocked(em, surveyId);
  if (survey.closedOn) throw surveyProblems.isClosed();
  const waves = await reader(em).selectFrom('surveyWave').where('surveyId', '=', surveyId).selectAll().execute();
  const hasBegun = waves.some((wave) => waveState(wave, clock.today()) !== 'waiting');
  const isSame = JSON.stringify(itemsOf(survey.items)) === JSON.stringify(itemsOf(items));
  if (hasBegun && (!isSame || isLinked !== survey.isLinked)) throw surveyProblems.begun();
  if (isLinked && unlinkOn !== null) {
    if (hasBegun && survey.unlinkOn && unlinkOn > survey.unlinkOn) throw surveyProblems.unlinkLater();
    if (waves.some((wave) => lateUntil(wave) >= unlinkOn)) throw surveyProblems.unlinkBeforeEnd();
  }
  await countUp(survey, baseVersion, () => ({ title: survey.title, version: survey.version }));
  const salt = isLinked ? (survey.salt ?? randomLetters(saltLetters)) : null;
  Object.assign(survey, { title, items, isLinked, salt, unlinkOn: isLinked ? unlinkOn : null });
  leaveTrace(ctx, 'setSurvey', 'survey', surveyId, ['title', ...(isSame ? [] : ['items'])]);
  return { id: surveyId, version: survey.version };
}

/** The items with their keys in one order: the database gives JSON back in its own. */
function itemsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(itemsOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, itemsOf(inner)]);
}
