import { randomUUID } from 'node:crypto';
import { Adaptation } from '@forspring/database/projects/adaptation.entity';
import type { AdaptationField, ShownAdaptations } from '@forspring/domain/learning/learning';
import { learningProblems } from '@forspring/domain/learning/learning.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { differencesOf, findOriginal, listAdaptations } from './list-adaptations.ts';

/** Keeps why a copy does one thing differently, together with what it was changed from and to. */
export async function setAdaptationReason(
  ctx: CommandContext & { project: ProjectPlace },
  { field, reason }: { field: AdaptationField; reason: string },
): Promise<ShownAdaptations> {
  const { em, project, clock, audit } = ctx;
  const { projectId } = project;
  const originalId = await findOriginal(em, projectId);
  if (originalId === null) throw learningProblems.notACopy();
  const differences = await differencesOf(em, projectId, originalId);
  const difference = differences.find((one) => one.field === field);
  if (!difference) throw learningProblems.nothingChanged();

  const { fromText, toText } = difference;
  const kept = await em.findOne(Adaptation, { projectId, field });
  const at = clock.now();
  if (kept) Object.assign(kept, { fromText, toText, reason, at });
  else em.create(Adaptation, { id: randomUUID(), projectId, field, fromText, toText, reason, at }, { persist: true });
  await em.flush();
  audit.leave({
    action: 'setAdaptationReason',
    subjectKind: 'project',
    subjectId: projectId,
    projectId,
    municipalityId: project.municipalityId,
    changed: [field],
  });
  const shown = await listAdaptations(ctx);
  if (!shown) throw learningProblems.notACopy();
  return shown;
}
