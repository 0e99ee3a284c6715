import { useParams } from '@tanstack/react-router';
import { BudgetPanel } from '../../features/budgets/budget-panel.tsx';
import { ProjectFrame } from '../../features/projects/project-frame.tsx';

/** A project's Økonomi tab. */
export function ProjectBudgetPage() {
  const { projectId = '' } = useParams({ strict: false });
  return (
    <ProjectFrame projectId={projectId} tab="budget">
      {() => <BudgetPanel projectId={projectId} />}
    </ProjectFrame>
  );
}
