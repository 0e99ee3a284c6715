import { useParams } from '@tanstack/react-router';
import { ActivityPanel } from '../../features/participation/activity-panel.tsx';
import { ProjectFrame } from '../../features/projects/project-frame.tsx';

/** A project's Aktiviteter tab. */
export function ProjectActivitiesPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string };
  return (
    <ProjectFrame projectId={projectId} tab="activities">
      {() => <ActivityPanel projectId={projectId} />}
    </ProjectFrame>
  );
}
