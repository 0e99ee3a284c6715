import { Session } from '@forspring/database/participation/session.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { sessionFigures } from '@forspring/domain/participation/participation.rules';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import type { CountUnit } from '@forspring/domain/participation/session';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { changeFigures } from '../../kernel/figures.ts';
import { refuseLocked } from '../../kernel/period-locks.ts';
import { assertPlaces, assertPlannable } from './participation.store.ts';
import { findShownSession } from './shown-session.store.ts';

interface Input {
  id: string;
  title: string;
  heldOn: string;
  startMinute: number;
  endMinute: number;
  venueId: string | null;
  organisationId: string | null;
  countUnit: CountUnit;
}

/** Adds one planned session outside any series. */
export async function addSession(
  ctx: CommandContext & { project: ProjectPlace },
  { id, title, heldOn, startMinute, endMinute, venueId, organisationId, countUnit }: Input,
): Promise<ShownSession> {
  const { em, project } = ctx;
  assertPlannable(project);
  await refuseLocked(ctx, project, [heldOn]);
  await assertPlaces(em, project, { venueId, organisationId });
  const taken = await reader(em).selectFrom('session').where('id', '=', id).select('id').executeTakeFirst();
  if (taken) throw commonProblems.commandReused();
  const session = em.create(
    Session,
    {
      id,
      projectId: project.projectId,
      title,
      heldOn,
      startMinute,
      endMinute,
      venueId,
      organisationId,
      countUnit,
      state: 'planned',
      version: 1,
    },
    { persist: true },
  );
  await em.flush();
  await changeFigures(em, project.projectId, sessionFigures({ ...session, visitCount: null, firstTimeCount: null }));
  ctx.audit.leave({
    action: 'addSession',
    subjectKind: 'session',
    subjectId: id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['heldOn', 'startMinute', 'endMinute'],
  });
  return findShownSession(em, ctx, id);
}
