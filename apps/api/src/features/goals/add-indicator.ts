import { Indicator } from '@forspring/database/goals/indicator.entity';
import { goalProblems } from '@forspring/domain/goals/goal.problems';
import type { IndicatorInput } from '@forspring/domain/goals/goal';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { planOpenStatuses } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';

/** Writes an indicator card of the project's own, in its first version. It is nobody else's to choose and cannot be compared. */
export async function addIndicator(
  ctx: CommandContext & { project: ProjectPlace },
  input: IndicatorInput,
): Promise<{ id: string }> {
  const { em, project, audit } = ctx;
  if (!planOpenStatuses.includes(project.status)) throw goalProblems.notOpen(project.status);
  if (await em.findOne(Indicator, { id: input.id })) throw goalProblems.exists();
  em.create(
    Indicator,
    {
      id: input.id,
      key: `own/${project.projectId}/${input.id}`,
      version: 1,
      titleDa: input.title,
      titleEn: input.title,
      tier: project.tier,
      unit: input.unit,
      direction: input.direction,
      source: input.source,
      numerator: input.numerator ?? '',
      denominator: input.denominator ?? '',
      disaggregations: input.disaggregations,
    },
    { persist: true },
  );
  await em.flush();
  audit.leave({
    action: 'addIndicator',
    subjectKind: 'indicator',
    subjectId: input.id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id: input.id };
}
