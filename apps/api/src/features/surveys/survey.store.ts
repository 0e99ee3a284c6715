import { randomInt } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { Survey } from '@forspring/database/surveys/survey.entity';
import { SurveyWave } from '@forspring/database/surveys/survey-wave.entity';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace, ProjectStatus } from '@forspring/domain/projects/project';
import { planOpenStatuses, recordingStatuses } from '@forspring/domain/projects/project.rules';
import { surveyProblems } from '@forspring/domain/surveys/survey.problems';
import type { CommandContext } from '../../kernel/context.ts';

/** The project a survey belongs to; null when there is no such survey. */
export async function projectOfSurvey(em: EntityManager, surveyId: string): Promise<string | null> {
  const row = await reader(em).selectFrom('survey').where('id', '=', surveyId).select('projectId').executeTakeFirst();
  return row?.projectId ?? null;
}

/** The project a round belongs to; null when there is no such round. */
export async function projectOfWave(em: EntityManager, waveId: string): Promise<string | null> {
  const row = await reader(em)
    .selectFrom('surveyWave')
    .innerJoin('survey', 'survey.id', 'surveyWave.surveyId')
    .where('surveyWave.id', '=', waveId)
    .select('survey.projectId')
    .executeTakeFirst();
  return row?.projectId ?? null;
}

/** A survey held fast until the command is over. */
export async function getSurveyLocked(em: EntityManager, surveyId: string): Promise<Survey> {
  const survey = await em.findOne(Survey, { id: surveyId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!survey) throw commonProblems.missing();
  return survey;
}

/** A round and its survey, both held fast: the survey first, as everywhere. */
export async function getWaveLocked(em: EntityManager, waveId: string): Promise<{ survey: Survey; wave: SurveyWave }> {
  const row = await reader(em).selectFrom('surveyWave').where('id', '=', waveId).select('surveyId').executeTakeFirst();
  if (!row) throw commonProblems.missing();
  const survey = await getSurveyLocked(em, row.surveyId);
  const wave = await em.findOne(SurveyWave, { id: waveId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!wave) throw commonProblems.missing();
  return { survey, wave };
}

/** The rounds of a survey with how many have answered, in no order. */
export function wavesOf(em: EntityManager, surveyIds: readonly string[]) {
  return reader(em)
    .selectFrom('surveyWave')
    .leftJoin('surveyAnswers', 'surveyAnswers.waveId', 'surveyWave.id')
    .$if(surveyIds.length === 0, (none) => none.where(sql<boolean>`false`))
    .$if(surveyIds.length > 0, (some) => some.where('surveyWave.surveyId', 'in', [...surveyIds]))
    .selectAll('surveyWave')
    .select(['surveyAnswers.answerCount', 'surveyAnswers.doubleCount']);
}

const planStatuses: readonly ProjectStatus[] = [...planOpenStatuses, ...recordingStatuses];

/** Whether a project in this status and tier may have a survey planned in it. */
export function maySurvey({ status, tier }: ProjectPlace): boolean {
  return planStatuses.includes(status) && tier !== 'individual';
}

/** Refuses a project whose status or tier allows no survey. */
export function mustSurvey(project: ProjectPlace): void {
  if (project.tier === 'individual') throw surveyProblems.individualTier();
  if (!maySurvey(project)) throw surveyProblems.notOpen(project.status);
}

/** Whether young people of the project have cards, so that answers of two rounds can be linked. */
export async function hasCards(em: EntityManager, { projectId, tier }: ProjectPlace): Promise<boolean> {
  if (tier !== 'specific') return false;
  const row = await reader(em)
    .selectFrom('project')
    .where('id', '=', projectId)
    .select('usesCodes')
    .executeTakeFirstOrThrow();
  return row.usesCodes;
}

/** A trace of what was done about a survey. */
export function leaveTrace(
  { audit, project }: CommandContext & { project: ProjectPlace },
  action: string,
  subjectKind: 'survey' | 'surveyWave',
  subjectId: string,
  changed: string[] = [],
): void {
  const { projectId, municipalityId } = project;
  audit.leave({ action, subjectKind, subjectId, projectId, municipalityId, changed });
}

/** Letters drawn by chance, 4.7 bits each; no digits, so that nothing in them looks like somebody's number. */
export function randomLetters(count: number): string {
  return Array.from({ length: count }, () => String.fromCodePoint(97 + randomInt(26))).join('');
}
