import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ShownProject } from '@forspring/domain/projects/shown-project';
import { UiLink } from '@forspring/ui/link';
import { Page } from '@forspring/ui/page';
import { Loading } from '@forspring/ui/states';
import { trpc } from '../../kernel/api.ts';
import { Failure } from '../../kernel/failure.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { PeriodNotice } from './period-notice.tsx';
import { type ProjectTab, projectTabs, statusLook, tabHref } from './project-look.ts';
import { ProjectMoves } from './project-moves.tsx';
import { ProjectNotice } from './project-notice.tsx';
import { projectWords } from './project.words.ts';

interface ProjectFrameProps {
  projectId: string;
  tab: ProjectTab;
  /** The tab's own content, once it is known what the project is and what this person may do. */
  children: (project: ShownProject) => ReactNode;
}

/** What all tabs of a project have in common: title, tier, status, one line of facts, the tabs, what it waits for. */
export function ProjectFrame({ projectId, tab, children }: ProjectFrameProps) {
  const words = useWords(projectWords);
  const terms = useWords(termWords);
  const facts = useFacts();
  const query = useQuery(trpc.projects.show.queryOptions({ projectId }));
  const project = query.data;
  useTitle(words.tabs[tab], project?.title, words.projects);

  if (query.isError) {
    return (
      <Page title={words.projects} breadcrumb={[{ title: words.projects, href: '/projekter' }]}>
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  if (project === undefined) return <Loading lines={8} />;
  return (
    <Page
      title={project.title}
      breadcrumb={[{ title: words.projects, href: '/projekter' }]}
      {...(project.tier === null ? {} : { tier: project.tier })}
      status={{ label: terms.projectStatus[project.status], look: statusLook(project.status) }}
      action={<ProjectMoves project={project} tab={tab} />}
      facts={facts(project)}
      tabs={projectTabs.map((one) => ({
        title: words.tabs[one],
        href: tabHref(projectId, one),
        isCurrent: one === tab,
      }))}
    >
      <ProjectNotice project={project} />
      <PeriodNotice projectId={projectId} />
      {children(project)}
    </Page>
  );
}

/** The line of facts under a project's title: place, period, ages, owner, where it comes from. */
function useFacts() {
  const words = useWords(projectWords);
  const { dayRange, ages, list } = useFormats();
  return (project: ShownProject): ReactNode[] => {
    const {
      district,
      municipality,
      areaName,
      venue,
      startsOn,
      endsOn,
      minAge,
      maxAge,
      extendedMinAge,
      owners,
      copiedFrom,
    } = project;
    const place = [venue?.name, areaName, district?.name ?? words.wholeMunicipality(municipality.name)];
    const facts: ReactNode[] = [
      [...new Set(place.filter((part) => part !== undefined && part !== ''))].join(', '),
      startsOn !== null && endsOn !== null ? dayRange(startsOn, endsOn) : words.noPeriod,
    ];
    if (minAge !== null && maxAge !== null)
      facts.push(
        extendedMinAge === null
          ? ages(minAge, maxAge)
          : `${ages(minAge, maxAge)} (${words.extendedTo(String(extendedMinAge))})`,
      );
    if (owners.length > 0) facts.push(words.ownerFact(list(owners.map((owner) => owner.name))));
    if (copiedFrom !== null)
      facts.push(
        <UiLink href={`/laering/${copiedFrom.projectId}`}>
          {words.copiedFrom(copiedFrom.title, String(copiedFrom.year), copiedFrom.districtName)}
        </UiLink>,
      );
    return facts;
  };
}
