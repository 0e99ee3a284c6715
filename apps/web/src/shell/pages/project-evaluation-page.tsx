import { useParams } from '@tanstack/react-router';
import { CorrectionsPanel } from '../../features/evaluation/corrections-panel.tsx';
import { EvaluationPanel } from '../../features/evaluation/evaluation-panel.tsx';
import { ProjectReport } from '../../features/evaluation/report-download.tsx';
import { ProjectFrame } from '../../features/projects/project-frame.tsx';

/** A project's Evaluering tab. */
export function ProjectEvaluationPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string };
  return (
    <ProjectFrame projectId={projectId} tab="evaluation">
      {(project) => (
        <>
          <EvaluationPanel projectId={project.id} />
          <CorrectionsPanel projectId={project.id} />
          <ProjectReport projectId={project.id} />
        </>
      )}
    </ProjectFrame>
  );
}
