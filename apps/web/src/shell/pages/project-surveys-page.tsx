import { useParams } from '@tanstack/react-router';
import { ProjectFrame } from '../../features/projects/project-frame.tsx';
import { SurveysPanel } from '../../features/surveys/surveys-panel.tsx';

/** A project's Skemaer tab. */
export function ProjectSurveysPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string };
  return (
    <ProjectFrame projectId={projectId} tab="surveys">
      {(project) => <SurveysPanel projectId={project.id} />}
    </ProjectFrame>
  );
}
