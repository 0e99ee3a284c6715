import { useParams } from '@tanstack/react-router';
import { ProjectFrame } from '../../features/projects/project-frame.tsx';

/** A project's plan. */
export function ProjectPlanPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string };
  return (
    <ProjectFrame projectId={projectId} tab="plan">
      {() => null}
    </ProjectFrame>
  );
}
