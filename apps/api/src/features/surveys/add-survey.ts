import { Survey } from '@forspring/database/surveys/survey.entity';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SurveyInput } from '@forspring/domain/surveys/survey';
import type { CommandContext } from '../../kernel/context.ts';
import { checkPlan } from './check-plan.ts';
import { leaveTrace, randomLetters } from './survey.store.ts';

/** Letters of a salt: 225 bits. */
export const saltLetters = 48;

/** Plans a survey; a linked one gets its salt at once. */
export async function addSurvey(
  ctx: CommandContext & { project: ProjectPlace },
  { id, title, items, isLinked, unlinkOn }: SurveyInput,
): Promise<{ id: string; version: number }> {
  const { em, clock, project } = ctx;
  await checkPlan(ctx, { isLinked, unlinkOn });
  if (await em.findOne(Survey, { id })) throw commonProblems.alreadyThere();
  const survey = em.create(
    Survey,
    {
      id,
      projectId: project.projectId,
      title,
      items,
      isLinked,
      salt: isLinked ? randomLetters(saltLetters) : null,
      unlinkOn: isLinked ? unlinkOn : null,
      closedOn: null,
      addedOn: clock.today(),
    },
    { persist: true },
  );
  await em.flush();
  leaveTrace(ctx, 'addSurvey', 'survey', id);
  return { id, version: survey.version };
}
