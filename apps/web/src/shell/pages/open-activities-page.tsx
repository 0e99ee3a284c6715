import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { SelectField } from '@forspring/ui/form';
import { Page } from '@forspring/ui/page';
import { Empty } from '@forspring/ui/states';
import { OpenActivitiesPanel } from '../../features/participation/open-activities-panel.tsx';
import { openActivityWords } from '../../features/participation/open-activity.words.ts';
import { trpc } from '../../kernel/api.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';

/** One's own activities without a register, project by project; the page a partner opens on a phone. */
export function OpenActivitiesPage() {
  const words = useWords(openActivityWords);
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const { data: projects } = useSuspenseQuery(trpc.participation.listOpenActivityProjects.queryOptions());
  useTitle(words.pageTitle);
  const chosen = projects.find(({ id }) => id === search['projekt']) ?? projects[0];
  return (
    <Page title={words.pageTitle}>
      {chosen === undefined && <Empty title={words.noProjects} text={words.noProjectsText} />}
      {projects.length > 1 && chosen !== undefined && (
        <SelectField
          name="projekt"
          label={words.project}
          value={chosen.id}
          options={projects.map(({ id, title, year }) => ({ value: id, label: `${title} ${year}` }))}
          onChange={(projekt) => {
            if (projekt !== null) void navigate({ to: '.', search: (() => ({ projekt })) as never, replace: true });
          }}
        />
      )}
      {chosen !== undefined && (
        <OpenActivitiesPanel key={chosen.id} projectId={chosen.id} title={`${chosen.title} ${chosen.year}`} />
      )}
    </Page>
  );
}
