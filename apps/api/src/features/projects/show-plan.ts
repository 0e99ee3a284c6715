import { Project } from '@forspring/database/projects/project.entity';
import { reader } from '@forspring/database/reader';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { projectAbilities } from '@forspring/domain/projects/project.abilities';
import type { ShownPlan } from '@forspring/domain/projects/shown-project';
import type { SignedInContext } from '../../kernel/context.ts';
import { planOf } from './project.store.ts';

/** The plan as its form needs it: all fields, the places to choose from, and what was changed after approval. */
export async function showPlan({
  em,
  actor,
  project: place,
}: SignedInContext & { project: ProjectPlace }): Promise<ShownPlan> {
  const db = reader(em);
  const { municipalityId, projectId } = place;
  const [project, districts, bodies, venues, lockedChanges, saved] = await Promise.all([
    em.findOneOrFail(Project, { id: projectId }, { refresh: true }),
    db
      .selectFrom('district')
      .where('municipalityId', '=', municipalityId)
      .where('isImplicit', '=', false)
      .orderBy('sortKey')
      .select(['id', 'name'])
      .execute(),
    db
      .selectFrom('body')
      .where('municipalityId', '=', municipalityId)
      .orderBy('sortKey')
      .select(['id', 'name', 'districtId'])
      .execute(),
    db
      .selectFrom('venue')
      .where('municipalityId', '=', municipalityId)
      .orderBy('sortKey')
      .select(['id', 'name', 'districtId'])
      .execute(),
    db
      .selectFrom('lockedChange')
      .innerJoin('appUser', 'appUser.id', 'lockedChange.byId')
      .where('projectId', '=', projectId)
      .where('subjectKind', '=', 'project')
      .orderBy('at')
      .select([
        'lockedChange.id',
        'lockedChange.field',
        'lockedChange.fromText',
        'lockedChange.toText',
        'lockedChange.reason',
        'lockedChange.at',
        'appUser.name as byName',
      ])
      .execute(),
    db
      .selectFrom('auditEntry')
      .innerJoin('appUser', 'appUser.id', 'auditEntry.actorId')
      .where('projectId', '=', projectId)
      .where('subjectKind', '=', 'project')
      .orderBy('at', 'desc')
      .limit(1)
      .select('appUser.name')
      .executeTakeFirst(),
  ]);
  const { editPlan, changeLocked } = projectAbilities(actor, place);
  return {
    projectId,
    version: project.version,
    savedAt: project.updatedAt.toISOString(),
    savedByName: saved?.name ?? null,
    fields: planOf(project),
    nameCheckedOn: project.nameCheckedOn ?? null,
    lockedChanges: lockedChanges.map((change) => ({ ...change, at: change.at.toISOString() })),
    places: { districts, bodies, venues },
    abilities: { edit: editPlan, changeLocked },
  };
}
