import { Look } from '@forspring/ui/theme';
import { UiLinkProvider } from '@forspring/ui/link';
import { UiWordsProvider } from '@forspring/ui/words';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from '../kernel/api.ts';
import { CommandQuestions } from '../kernel/commands.tsx';
import { useLanguage } from '../kernel/words.ts';
import { AppLink } from './app-link.tsx';
import { router } from './routes.ts';

/** The whole application: look, language, fetched data, commands and pages. */
export function App() {
  const language = useLanguage();
  return (
    <UiWordsProvider language={language}>
      <Look>
        <QueryClientProvider client={queryClient}>
          <UiLinkProvider value={AppLink}>
            <CommandQuestions>
              <RouterProvider router={router} />
            </CommandQuestions>
          </UiLinkProvider>
        </QueryClientProvider>
      </Look>
    </UiWordsProvider>
  );
}
