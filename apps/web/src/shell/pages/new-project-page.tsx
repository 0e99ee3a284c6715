import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '@forspring/ui/page';
import { ErrorState, Loading, NoAccess } from '@forspring/ui/states';
import { InterventionChoice } from '../../features/interventions/intervention-choice.tsx';
import { NewProjectForm } from '../../features/projects/new-project-form.tsx';
import { newProjectWords } from '../../features/projects/new-project.words.ts';
import { projectWords } from '../../features/projects/project.words.ts';
import { trpc } from '../../kernel/api.ts';
import { problemOf } from '../../kernel/problem.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';

/** Starts a project from a recipe of any district or from nothing. */
export function NewProjectPage() {
  const words = useWords(newProjectWords);
  const { projects } = useWords(projectWords);
  const navigate = useNavigate();
  const { indsats } = useSearch({ strict: false }) as { indsats?: string };
  const places = useQuery(trpc.projects.listNewPlaces.queryOptions());
  const recipes = useQuery(trpc.interventions.list.queryOptions());
  useTitle(words.title, projects);
  if (places.isError && problemOf(places.error).kind === 'missing')
    return (
      <Page title={words.title} breadcrumb={[{ title: projects, href: '/projekter' }]}>
        <NoAccess title={words.noPlaces} text={words.noPlacesText} />
      </Page>
    );
  const isFailed = places.isError || recipes.isError;
  return (
    <Page title={words.title} lead={words.lead} breadcrumb={[{ title: projects, href: '/projekter' }]}>
      {isFailed ? (
        <ErrorState onRetry={() => void Promise.all([places.refetch(), recipes.refetch()])} />
      ) : places.data === undefined || recipes.data === undefined ? (
        <Loading lines={8} />
      ) : (
        <NewProjectForm
          places={places.data}
          recipes={recipes.data}
          firstRecipeId={indsats ?? null}
          choice={(chosenId, choose) => (
            <InterventionChoice recipes={recipes.data} chosenId={chosenId} onChoose={choose} />
          )}
          onDone={(projectId) => void navigate({ href: `/projekter/${projectId}` })}
        />
      )}
    </Page>
  );
}
