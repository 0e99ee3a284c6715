import { LearningCard } from '@forspring/database/learning/learning-card.entity';
import { ProjectFigures } from '@forspring/database/participation/project-figures.entity';
import type { Project } from '@forspring/database/projects/project.entity';
import { learningCardOf } from '@forspring/domain/learning/learning-card';
import { moveProject, type ProjectCommand } from './move-project.ts';
import { planOf } from './project.store.ts';

/** Ends a project before its time. What was learnt is worth as much as from any other, so its card is written at once. */
export function stopProject(ctx: ProjectCommand, { reason }: { reason: string }) {
  return moveProject(ctx, {
    to: 'stopped',
    comment: reason,
    action: 'stopProject',
    change: async (project) => {
      project.stopReason = reason;
      await writeCard(ctx, project);
    },
  });
}

async function writeCard({ em, clock }: ProjectCommand, project: Project): Promise<void> {
  const figures = await em.findOne(ProjectFigures, { projectId: project.id });
  const card = learningCardOf({
    project: {
      ...planOf(project),
      id: project.id,
      municipalityId: project.municipalityId,
      year: project.year,
      status: 'stopped',
      stopReason: project.stopReason,
    },
    evaluation: null,
    levels: [],
    figures: {
      visitMinutes: figures?.visitMinutes ?? 0,
      spentCashOere: figures?.spentCashOere ?? 0,
    },
    publishedAt: clock.now(),
  });
  const earlier = await em.findOne(LearningCard, { projectId: project.id });
  if (earlier) Object.assign(earlier, card);
  else em.create(LearningCard, card, { persist: true });
}
