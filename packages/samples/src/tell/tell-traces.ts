import type { NewRow, Reader } from '@forspring/database/tables';
import { addDays } from '@forspring/domain/measures/day';
import type { ProjectStatus } from '@forspring/domain/projects/project';
import type { StoryDays } from '../story-days.ts';
import { storyId } from '../story-id.ts';
import type { StoryRows } from '../story-rows.ts';

/** What moving a project to a status is called in the trail. */
const moves: Partial<Record<ProjectStatus, string>> = {
  submitted: 'submitProject',
  returned: 'returnProject',
  approved: 'approveProject',
  running: 'startProject',
  closed: 'closeProject',
  stopped: 'stopProject',
};

/** Everyday work is traced for the last weeks; the main steps for all the years. */
const everydayDays = 56;

/**
 * Adds the trail the told projects would have left: who made, moved, changed and evaluated them, and the last weeks'
 * registrations, expenses and readings. Reads what is told from the database.
 */
export async function tellTraces(db: Reader, rows: StoryRows, days: StoryDays): Promise<void> {
  const since = days.at(addDays(days.anchorOn, -everydayDays), 0);
  const projects = await db
    .selectFrom('project')
    .select(['id', 'municipalityId', 'createdById', 'createdAt'])
    .execute();
  const municipalityOf = new Map(projects.map(({ id, municipalityId }) => [id, municipalityId]));
  const leave = (trace: Omit<NewRow<'auditEntry'>, 'id' | 'municipalityId' | 'changed'> & { changed?: string[] }) =>
    rows.add('auditEntry', {
      changed: [],
      ...trace,
      id: storyId(`audit/${trace.action}/${trace.subjectId}/${new Date(trace.at).toISOString()}`),
      municipalityId: municipalityOf.get(trace.projectId ?? '') ?? null,
    });

  for (const { id, createdById, createdAt } of projects)
    leave({
      action: 'addProject',
      subjectKind: 'project',
      subjectId: id,
      projectId: id,
      actorId: createdById,
      at: createdAt,
    });

  const steps = await db.selectFrom('projectStep').select(['projectId', 'toStatus', 'byId', 'at']).execute();
  for (const { projectId, toStatus, byId, at } of steps) {
    const action = moves[toStatus];
    if (action)
      leave({
        action,
        subjectKind: 'project',
        subjectId: projectId,
        projectId,
        actorId: byId,
        at,
        changed: ['status'],
      });
  }

  const changes = await db.selectFrom('lockedChange').selectAll().execute();
  for (const { projectId, subjectKind, subjectId, field, byId, at } of changes)
    leave({
      action: subjectKind === 'goal' ? 'setGoal' : 'changeLocked',
      subjectKind,
      subjectId,
      projectId,
      actorId: byId,
      at,
      changed: [field],
    });

  const evaluations = await db
    .selectFrom('evaluation')
    .select(['id', 'projectId', 'submittedById', 'submittedAt', 'approvedById', 'frozenAt'])
    .execute();
  for (const { id, projectId, submittedById, submittedAt, approvedById, frozenAt } of evaluations) {
    const about = { subjectKind: 'evaluation', subjectId: id, projectId };
    if (submittedById !== null && submittedAt !== null)
      leave({ ...about, action: 'submitEvaluation', actorId: submittedById, at: submittedAt, changed: ['status'] });
    if (approvedById !== null && frozenAt !== null)
      leave({
        ...about,
        action: 'approveEvaluation',
        actorId: approvedById,
        at: frozenAt,
        changed: ['status', 'frozen', 'contentHash'],
      });
  }

  const sessions = await db
    .selectFrom('session')
    .where('registeredAt', '>=', since)
    .select(['id', 'projectId', 'state', 'registeredById', 'registeredAt'])
    .execute();
  for (const { id, projectId, state, registeredById, registeredAt } of sessions)
    if (registeredById !== null && registeredAt !== null)
      leave({
        action: state === 'held' ? 'registerSession' : 'cancelSession',
        subjectKind: 'session',
        subjectId: id,
        projectId,
        actorId: registeredById,
        at: registeredAt,
      });

  const expenses = await db
    .selectFrom('expense')
    .where('recordedAt', '>=', since)
    .select(['id', 'projectId', 'recordedById', 'recordedAt'])
    .execute();
  for (const { id, projectId, recordedById, recordedAt } of expenses)
    leave({
      action: 'addExpense',
      subjectKind: 'expense',
      subjectId: id,
      projectId,
      actorId: recordedById,
      at: recordedAt,
    });

  const readings = await db
    .selectFrom('measurement')
    .innerJoin('goal', 'goal.id', 'measurement.goalId')
    .where('recordedAt', '>=', since)
    .select(['measurement.id', 'goal.projectId', 'recordedById', 'recordedAt'])
    .execute();
  for (const { id, projectId, recordedById, recordedAt } of readings)
    leave({
      action: 'addMeasurement',
      subjectKind: 'measurement',
      subjectId: id,
      projectId,
      actorId: recordedById,
      at: recordedAt,
    });
}
