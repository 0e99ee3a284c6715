import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from '@mantine/core';
import { monthOf, yearOf } from '@forspring/domain/measures/day';
import { planYear } from '@forspring/domain/plans/annual-plan';
import { UiLink } from '@forspring/ui/link';
import { Page } from '@forspring/ui/page';
import { Empty, Loading, NoAccess } from '@forspring/ui/states';
import { ConcernsPanel } from '../../features/partners/concerns-panel.tsx';
import { FramePanel } from '../../features/plans/frame-panel.tsx';
import { NoPlanPanel } from '../../features/plans/no-plan-panel.tsx';
import { PlanProjectsPanel } from '../../features/plans/plan-projects-panel.tsx';
import { planWords } from '../../features/plans/plan.words.ts';
import { ProposalsPanel } from '../../features/plans/proposals-panel.tsx';
import { SituationPanel } from '../../features/plans/situation-panel.tsx';
import { DecisionPanel } from '../../features/projects/decision-panel.tsx';
import { trpc } from '../../kernel/api.ts';
import { Failure } from '../../kernel/failure.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useMe } from '../../kernel/session.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { pageTitles } from './page-titles.words.ts';

interface Address {
  udvalg?: string | undefined;
  aar?: number | undefined;
  projekt?: string | undefined;
}

/** A committee's year: proposals beside the money left, all projects, the situation picture. */
export function CommitteePage() {
  const titles = useWords(pageTitles);
  const words = useWords(planWords);
  const terms = useWords(termWords);
  const { dayInText } = useFormats();
  const me = useMe();
  const navigate = useNavigate();
  const address = useSearch({ strict: false }) as Address;
  const go = (next: Address) => void navigate({ to: '.', search: next as never, replace: true, resetScroll: false });

  const bodies = useQuery(trpc.plans.listBodies.queryOptions());
  const own = me.memberships.find((one) => one.role === 'committeeMember')?.placeId;
  const planned = bodies.data?.find((one) => one.years.length > 0) ?? bodies.data?.[0];
  const bodyId = address.udvalg ?? own ?? planned?.bodyId;
  const body = bodies.data?.find((one) => one.bodyId === bodyId);
  const thisYear = yearOf(me.today);
  // In the autumn the coming year is what a committee works with.
  const newest = body?.years[0] ?? thisYear + (monthOf(me.today).slice(5) >= '08' ? 1 : 0);
  const asked = planYear.safeParse(Number(address.aar));
  const year = asked.success ? asked.data : newest;
  const hasPlan = body?.years.includes(year) === true;
  const plan = useQuery({
    ...trpc.plans.showPlan.queryOptions({ bodyId: bodyId ?? '', year }),
    enabled: hasPlan,
  });
  useTitle(titles.committee);

  if (bodies.isError || plan.isError) {
    return (
      <Page title={titles.committee}>
        <Failure
          error={bodies.error ?? plan.error}
          onRetry={() => void Promise.all([bodies.refetch(), plan.refetch()])}
        />
      </Page>
    );
  }
  if (bodies.data !== undefined && bodies.data.length === 0) {
    return (
      <Page title={titles.committee}>
        <Empty title={words.noBodies} text={words.noBodiesText} />
      </Page>
    );
  }
  if (bodies.data !== undefined && body === undefined) {
    return (
      <Page title={titles.committee}>
        <NoAccess
          title={words.noSuchBody}
          text={words.noSuchBodyText}
          action={<UiLink href="/udvalg">{words.ownBodies}</UiLink>}
        />
      </Page>
    );
  }
  const shown = plan.data;
  if (body === undefined || (hasPlan && shown === undefined)) {
    return (
      <Page title={titles.committee}>
        <Loading />
      </Page>
    );
  }
  const years = [...new Set([...body.years, thisYear + 1, thisYear, year])].toSorted((a, b) => b - a);
  const choices = (
    <div className="fs-field-row">
      <Select
        label={words.chooseBody}
        data={(bodies.data ?? []).map((one) => ({ value: one.bodyId, label: one.bodyName }))}
        value={body.bodyId}
        allowDeselect={false}
        searchable
        onChange={(value) => go({ udvalg: value ?? undefined })}
      />
      <Select
        label={words.chooseYear}
        data={years.map(String)}
        value={String(year)}
        allowDeselect={false}
        onChange={(value) => go({ udvalg: body.bodyId, aar: Number(value) })}
      />
    </div>
  );
  if (shown === undefined) {
    return (
      <Page title={words.title(body.bodyName, year)} facts={[body.municipalityName]}>
        {choices}
        <NoPlanPanel body={body} year={year} key={`${body.bodyId} ${year}`} />
      </Page>
    );
  }
  return (
    <Page
      title={words.title(shown.bodyName, shown.year)}
      status={{ label: terms.planStatus[shown.status], look: shown.status === 'draft' ? 'waiting' : 'plain' }}
      facts={[
        body.municipalityName,
        ...(shown.adoptedOn === null ? [] : [words.adoptedOn(dayInText(shown.adoptedOn))]),
      ]}
    >
      {choices}
      <FramePanel plan={shown} key={`frame ${shown.id}`} />
      <ConcernsPanel bodyId={body.bodyId} />
      <ProposalsPanel
        plan={shown}
        openId={address.projekt}
        onOpen={(projekt) => go({ udvalg: body.bodyId, aar: shown.year, projekt })}
        decision={(project) => <DecisionPanel projectId={project.id} />}
      />
      <PlanProjectsPanel plan={shown} />
      <SituationPanel plan={shown} key={shown.id} />
    </Page>
  );
}
