import { sql } from 'kysely';
import type { z } from 'zod';
import { reader } from '@forspring/database/reader';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { HistoryEntry, historyPage } from '@forspring/domain/projects/shown-project';
import type { SignedInContext } from '../../kernel/context.ts';

/** Enough for a year's work; what is older stays in the municipality's trail. */
const latest = 300;

/** What happened to a project, newest first: moves, changes after approval, adaptations, and who changed which fields. */
export async function listHistory({
  em,
  project,
}: SignedInContext & { project: ProjectPlace }): Promise<z.infer<typeof historyPage>> {
  const db = reader(em);
  const { projectId } = project;
  const [steps, changes, adaptations, traces] = await Promise.all([
    db
      .selectFrom('projectStep')
      .innerJoin('appUser', 'appUser.id', 'projectStep.byId')
      .where('projectId', '=', projectId)
      .orderBy('at', 'desc')
      .limit(latest)
      .select(['projectStep.id', 'at', 'appUser.name as byName', 'fromStatus', 'toStatus', 'comment'])
      .execute(),
    db
      .selectFrom('lockedChange')
      .innerJoin('appUser', 'appUser.id', 'lockedChange.byId')
      .leftJoin('goal', 'goal.id', 'lockedChange.subjectId')
      .where('lockedChange.projectId', '=', projectId)
      .orderBy('at', 'desc')
      .limit(latest)
      .select([
        'lockedChange.id',
        'at',
        'appUser.name as byName',
        'subjectKind',
        'field',
        'fromText',
        'toText',
        'reason',
        sql<string>`coalesce(goal.title, '')`.as('subjectTitle'),
      ])
      .execute(),
    db
      .selectFrom('adaptation')
      .where('projectId', '=', projectId)
      .orderBy('at', 'desc')
      .limit(latest)
      .select(['id', 'at', 'field', 'fromText', 'toText', 'reason'])
      .execute(),
    db
      .selectFrom('auditEntry')
      .leftJoin('appUser', 'appUser.id', 'auditEntry.actorId')
      .where('projectId', '=', projectId)
      // Moves and locked changes stand here already, with their comment and reason.
      .where('action', '<>', 'changeLocked')
      .where(sql<boolean>`changed <> array['status']`)
      .orderBy('at', 'desc')
      .limit(latest + 1)
      .select([
        'auditEntry.id',
        'at',
        sql<string>`coalesce(app_user.name, '–')`.as('byName'),
        'action',
        'subjectKind',
        'changed',
      ])
      .execute(),
  ]);
  const entries: (Omit<HistoryEntry, 'at'> & { at: Date })[] = [
    ...steps.map((one) => ({ kind: 'step' as const, ...one })),
    ...changes.map((one) => ({ kind: 'lockedChange' as const, ...one })),
    ...adaptations.map((one) => ({ kind: 'adaptation' as const, ...one })),
    ...traces.slice(0, latest).map((one) => ({ kind: 'trace' as const, ...one })),
  ];
  return {
    entries: entries
      .sort((a, b) => b.at.getTime() - a.at.getTime())
      .map((entry) => ({ ...entry, at: entry.at.toISOString() }) as HistoryEntry),
    isCapped: traces.length > latest,
  };
}
