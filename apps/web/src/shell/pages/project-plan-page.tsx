import { useParams } from '@tanstack/react-router';
import { RecipePanel } from '../../features/interventions/recipe-panel.tsx';
import { AdaptationsPanel } from '../../features/learning/adaptations-panel.tsx';
import { DecisionPanel } from '../../features/projects/decision-panel.tsx';
import { PlanPanel } from '../../features/projects/plan-panel.tsx';
import { ProjectFrame } from '../../features/projects/project-frame.tsx';
import { SimilarPanel } from '../../features/projects/similar-panel.tsx';

/** A project's plan, with what other districts have learnt beside it; its body decides about it here too. */
export function ProjectPlanPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string };
  return (
    <ProjectFrame projectId={projectId} tab="plan">
      {(project) => (
        <>
          <PlanPanel
            key={projectId}
            project={project}
            aside={<SimilarPanel projectId={projectId} />}
            decision={<DecisionPanel projectId={projectId} />}
          />
          <RecipePanel project={project} />
          <AdaptationsPanel projectId={projectId} />
        </>
      )}
    </ProjectFrame>
  );
}
