import type { EntityManager } from '@forspring/database/open-database';
import { type EvaluatedProject, findEvaluatedProject } from '@forspring/database/evaluation/evaluation-facts';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';

/** A project's evaluation with the names of those who submitted and approved it; null before anybody has begun. */
export async function findEvaluation(em: EntityManager, projectId: string) {
  const row = await reader(em)
    .selectFrom('evaluation')
    .leftJoin('appUser as submitter', 'submitter.id', 'evaluation.submittedById')
    .leftJoin('appUser as approver', 'approver.id', 'evaluation.approvedById')
    .where('evaluation.projectId', '=', projectId)
    .selectAll('evaluation')
    .select(['submitter.name as submittedBy', 'approver.name as approvedBy'])
    .executeTakeFirst();
  return row ?? null;
}
export type EvaluationRow = NonNullable<Awaited<ReturnType<typeof findEvaluation>>>;

/** Notes after freezing, earliest first. */
export function notesOf(em: EntityManager, evaluationId: string) {
  return reader(em)
    .selectFrom('evaluationNote')
    .innerJoin('appUser', 'appUser.id', 'evaluationNote.byId')
    .where('evaluationId', '=', evaluationId)
    .orderBy('evaluationNote.at')
    .orderBy('evaluationNote.id')
    .select(['evaluationNote.id', 'evaluationNote.text', 'evaluationNote.at', 'appUser.name as by'])
    .execute();
}

/** How many of a project's surveys have begun and are not closed. */
export async function openSurveyCount(em: EntityManager, projectId: string): Promise<number> {
  const rows = await reader(em)
    .selectFrom('survey')
    .innerJoin('surveyWave', 'surveyWave.surveyId', 'survey.id')
    .where('survey.projectId', '=', projectId)
    .where('survey.closedOn', 'is', null)
    .select('survey.id')
    .distinct()
    .execute();
  return rows.length;
}

/** The level of evidence each goal had when it was judged. */
export function outcomeLevels(em: EntityManager, evaluationId: string) {
  return reader(em)
    .selectFrom('goalOutcome')
    .where('evaluationId', '=', evaluationId)
    .select('evidenceLevel as level')
    .execute();
}

/** The project row with the names of its places. */
export async function getProject(em: EntityManager, projectId: string): Promise<EvaluatedProject> {
  const row = await findEvaluatedProject(reader(em), projectId);
  if (!row) throw commonProblems.missing();
  return row;
}
