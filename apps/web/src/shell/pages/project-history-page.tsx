import { useParams } from '@tanstack/react-router';
import { HistoryPanel } from '../../features/projects/history-panel.tsx';
import { ProjectFrame } from '../../features/projects/project-frame.tsx';

/** What has happened to a project. */
export function ProjectHistoryPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string };
  return (
    <ProjectFrame projectId={projectId} tab="history">
      {() => <HistoryPanel projectId={projectId} />}
    </ProjectFrame>
  );
}
