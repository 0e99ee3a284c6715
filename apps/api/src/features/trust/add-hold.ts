import { Project } from '@forspring/database/projects/project.entity';
import { ArchivalHold } from '@forspring/database/trust/archival-hold.entity';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { AddHoldInput } from '@forspring/domain/trust/retention';
import { retentionProblems } from '@forspring/domain/trust/retention.problems';
import { mayKeep } from '@forspring/domain/trust/trust.abilities';
import type { CommandContext } from '../../kernel/context.ts';

/** Keeps a project, or all of a municipality, from being disposed of until the hold is lifted. */
export async function addHold(
  { em, actor, clock, audit }: CommandContext,
  { municipalityId, id, projectId, reason }: AddHoldInput,
): Promise<{ id: string; version: number }> {
  if (!mayKeep(actor, municipalityId)) throw commonProblems.missing();
  if (projectId !== null && !(await em.findOne(Project, { id: projectId, municipalityId })))
    throw retentionProblems.unknownProject();
  if (await em.findOne(ArchivalHold, { municipalityId, projectId, liftedAt: null }))
    throw retentionProblems.holdExists();
  if (await em.findOne(ArchivalHold, { id })) throw commonProblems.commandReused();
  em.create(
    ArchivalHold,
    {
      id,
      municipalityId,
      projectId,
      reason,
      setById: actor.userId,
      setAt: clock.now(),
      liftedById: null,
      liftedAt: null,
    },
    { persist: true },
  );
  await em.flush();
  audit.leave({ action: 'addHold', subjectKind: 'archivalHold', subjectId: id, projectId, municipalityId });
  return { id, version: 1 };
}
