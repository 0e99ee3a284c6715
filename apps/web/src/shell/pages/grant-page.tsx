import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Page } from '@forspring/ui/page';
import { Loading } from '@forspring/ui/states';
import { GrantReport } from '../../features/evaluation/report-download.tsx';
import { GrantPanel } from '../../features/funders/grant-panel.tsx';
import { grantWords } from '../../features/funders/grant.words.ts';
import { LearningGoals } from '../../features/learning/learning-goals.tsx';
import { trpc } from '../../kernel/api.ts';
import { Failure } from '../../kernel/failure.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';

/** One grant on one page: promised, done, moved, cost, learnt, next. */
export function GrantPage() {
  const words = useWords(grantWords);
  const terms = useWords(termWords);
  const formats = useFormats();
  const { sourceId } = useParams({ strict: false }) as { sourceId: string };
  const { data: grant, error, refetch } = useQuery(trpc.funders.showGrant.queryOptions({ sourceId }));
  useTitle(grant === undefined ? words.list : `${grant.project.title} ${grant.project.year}`);
  const breadcrumb = [{ title: words.list, href: '/bevillinger' }];
  if (error !== null) {
    return (
      <Page title={words.list} breadcrumb={breadcrumb}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (grant === undefined) {
    return (
      <Page title={words.list} breadcrumb={breadcrumb}>
        <Loading />
      </Page>
    );
  }
  const { project } = grant;
  return (
    <Page
      title={`${project.title} ${project.year}`}
      breadcrumb={breadcrumb}
      {...(project.tier === null ? {} : { tier: project.tier })}
      status={{ label: terms.projectStatus[project.status] }}
      facts={[
        project.placeName,
        ...(project.startsOn !== null && project.endsOn !== null
          ? [formats.dayRange(project.startsOn, project.endsOn)]
          : []),
        ...(project.minAge !== null && project.maxAge !== null ? [formats.ages(project.minAge, project.maxAge)] : []),
        `${grant.name}: ${formats.money(grant.amountOere)}`,
      ]}
      lead={project.summary === '' ? undefined : project.summary}
      action={
        <Button variant="default" className="fs-no-print" onClick={() => window.print()}>
          {words.print}
        </Button>
      }
    >
      <GrantPanel grant={grant} goals={<LearningGoals goals={grant.goals} />} />
      <GrantReport sourceId={sourceId} isEvaluated={grant.isEvaluated} />
    </Page>
  );
}
