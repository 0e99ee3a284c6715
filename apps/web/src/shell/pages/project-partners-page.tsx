import { useParams } from '@tanstack/react-router';
import { LedgerPanel } from '../../features/partners/ledger-panel.tsx';
import { PartnerPanel } from '../../features/partners/partner-panel.tsx';
import { ProjectFrame } from '../../features/projects/project-frame.tsx';

/** Who takes part in a project and what they promised. */
export function ProjectPartnersPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string };
  return (
    <ProjectFrame projectId={projectId} tab="partners">
      {() => (
        <>
          <LedgerPanel projectId={projectId} />
          <PartnerPanel projectId={projectId} />
        </>
      )}
    </ProjectFrame>
  );
}
