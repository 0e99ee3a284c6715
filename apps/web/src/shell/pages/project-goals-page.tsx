import { useParams } from '@tanstack/react-router';
import { GoalsPanel } from '../../features/goals/goals-panel.tsx';
import { ProjectFrame } from '../../features/projects/project-frame.tsx';

/** A project's Mål tab. */
export function ProjectGoalsPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string };
  return (
    <ProjectFrame projectId={projectId} tab="goals">
      {(project) => <GoalsPanel projectId={project.id} />}
    </ProjectFrame>
  );
}
