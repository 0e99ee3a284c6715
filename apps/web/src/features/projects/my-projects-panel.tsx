import { useQuery } from '@tanstack/react-query';
import type { ProjectRow } from '@forspring/domain/projects/shown-project';
import { UiLink } from '@forspring/ui/link';
import { Bar, FactLine, Section } from '@forspring/ui/page';
import { Empty, ErrorState, Loading } from '@forspring/ui/states';
import { StatusBadge, TierBadge } from '@forspring/ui/tier';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useWords } from '../../kernel/words.ts';
import { myProjectsWords } from './my-projects.words.ts';

const shownAtMost = 12;

/** The projects one works with now, each with three thin bars against the time gone. */
export function MyProjectsPanel() {
  const words = useWords(myProjectsWords);
  const { data, isError, refetch } = useQuery(
    trpc.projects.list.queryOptions({
      statuses: ['draft', 'returned', 'submitted', 'approved', 'running', 'paused'],
      sort: 'status',
      isDescending: true,
    }),
  );
  if (isError) return <ErrorState onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <Section title={words.title} action={<UiLink href="/projekter">{words.all}</UiLink>}>
      {data.rows.length === 0 && (
        <Empty
          title={words.none}
          text={data.abilities.add ? words.noneText : undefined}
          action={data.abilities.add ? <UiLink href="/projekter/nyt">{words.add}</UiLink> : undefined}
        />
      )}
      <ul className="fs-plain-list">
        {data.rows.slice(0, shownAtMost).map((project) => (
          <li key={project.id}>
            <ProjectItem project={project} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ProjectItem({ project }: { project: ProjectRow }) {
  const words = useWords(myProjectsWords);
  const terms = useWords(termWords);
  const { money, number, percent } = useFormats();
  const isRunning = project.status === 'running' || project.status === 'paused';
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const time =
    project.goneShare === null
      ? {}
      : { markShare: project.goneShare, markText: words.timeGone(percent(project.goneShare, 0)) };
  return (
    <>
      <div className="fs-title-line">
        <h3>
          <UiLink href={`/projekter/${project.id}`}>{project.title}</UiLink>
        </h3>
        {project.tier !== null && <TierBadge tier={project.tier} label={terms.tier[project.tier]} />}
        <StatusBadge
          label={terms.projectStatus[project.status]}
          look={project.status === 'submitted' || project.status === 'returned' ? 'waiting' : 'plain'}
        />
      </div>
      <FactLine facts={[String(project.year), project.districtName ?? project.municipalityName]} />
      {isRunning && (
        <div className="fs-bars">
          {project.sessionCount > 0 && (
            <Bar
              label={words.sessions}
              share={share(project.heldCount, project.sessionCount)}
              text={words.sessionsText(number(project.heldCount), number(project.sessionCount))}
              {...time}
            />
          )}
          <Bar
            label={words.money}
            share={share(project.spentOere, project.budgetOere)}
            text={words.moneyText(money(project.spentOere), money(project.budgetOere))}
            look={project.spentOere > project.budgetOere ? 'over' : 'plain'}
            {...time}
          />
          {project.goalCount > 0 && (
            <Bar
              label={words.goals}
              share={share(project.goalMetCount, project.goalCount)}
              text={words.goalsText(number(project.goalMetCount), number(project.goalCount))}
              {...time}
            />
          )}
        </div>
      )}
    </>
  );
}
