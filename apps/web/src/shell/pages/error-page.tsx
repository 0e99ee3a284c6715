import { useEffect } from 'react';
import { ErrorState } from '@forspring/ui/states';
import { UiLink } from '@forspring/ui/link';
import { Page } from '@forspring/ui/page';
import { useUiWords } from '@forspring/ui/words';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { problemOf } from '../../kernel/problem.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { pageTitles } from './page-titles.words.ts';

/** A page that could not be shown: says why and tries again. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const titles = useWords(pageTitles);
  const { textOf } = useProblemWords();
  const { words } = useUiWords();
  const problem = problemOf(error);
  if (problem.code === 'signIn') return <ToSignIn />;
  if (problem.kind === 'missing' || problem.kind === 'refused') return <NotFoundPage />;
  return (
    <Page title={words.somethingFailed}>
      <ErrorState
        title={textOf(problem)}
        text={null}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
        action={<UiLink href="/">{titles.toHome}</UiLink>}
      />
    </Page>
  );
}

/** Somebody whose sign-in has ended is asked to sign in, and comes back. */
function ToSignIn() {
  const router = useRouter();
  useEffect(() => {
    const { href } = router.state.location;
    void router.navigate({ to: '/log-ind', search: href === '/' ? {} : { til: href } });
  }, [router]);
  return null;
}
