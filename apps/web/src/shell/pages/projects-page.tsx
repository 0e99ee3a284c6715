import { Button } from '@mantine/core';
import { mayListOwnPromises } from '@forspring/domain/partners/partner.abilities';
import { mayAddProject, mayListProjects } from '@forspring/domain/projects/project.abilities';
import { UiLink } from '@forspring/ui/link';
import { Page } from '@forspring/ui/page';
import { NoAccess } from '@forspring/ui/states';
import { OwnPromises } from '../../features/partners/own-promises.tsx';
import { ownPromiseWords } from '../../features/partners/own-promise.words.ts';
import { ProjectList } from '../../features/projects/project-list.tsx';
import { projectWords } from '../../features/projects/project.words.ts';
import { useMay } from '../../kernel/session.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';

/** The projects a person has a part in; a partner sees what its organisation promised. */
export function ProjectsPage() {
  const words = useWords(projectWords);
  const promiseWords = useWords(ownPromiseWords);
  const mayList = useMay(mayListProjects);
  const isPartner = useMay(mayListOwnPromises);
  const mayAdd = useMay(mayAddProject);
  useTitle(words.projects);
  const action = mayAdd ? (
    <Button component={UiLink} href="/projekter/nyt">
      {words.list.newProject}
    </Button>
  ) : undefined;
  return (
    <Page
      title={words.projects}
      {...(action === undefined ? {} : { action })}
      {...(!mayList && isPartner ? { lead: promiseWords.lead } : {})}
    >
      {mayList && <ProjectList />}
      {isPartner && <OwnPromises />}
      {!mayList && !isPartner && <NoAccess />}
    </Page>
  );
}
