import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter, LinkRouter } from '@forspring/api/shell/app-router';
import { isNetworkFailure, problemOf } from './problem.ts';

const NETWORK_RETRIES = 2;

/** What is fetched and remembered. A page is fresh for half a minute; only a failing network is asked again. */
export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      // A phone that says it is on line may be wrong, and the other way round; asking tells.
      networkMode: 'always',
      retry: (failureCount, error) => failureCount < NETWORK_RETRIES && isNetworkFailure(error),
    },
    // A command is sent again by useCommand, which keeps its id.
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** The API by plain calls, for loaders and work outside of components. */
export const api = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/api/trpc', maxURLLength: 4000 })],
});

/** What anybody who holds a public link may ask: no cookie is sent, no address is told, nothing travels with another question. */
export const linkApi = createTRPCClient<LinkRouter>({
  links: [
    httpLink({
      url: '/api/svar',
      fetch: (url, options) =>
        fetch(url, { ...(options as RequestInit), credentials: 'omit', referrerPolicy: 'no-referrer' }),
    }),
  ],
});

/** The API as options for queries and mutations: `useQuery(trpc.people.me.queryOptions())`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: api, queryClient });

// Somebody who was signed out meanwhile is shown the sign-in page instead of a page of refusals.
queryClient.getQueryCache().subscribe((event) => {
  if (event.type === 'updated' && event.action.type === 'error' && problemOf(event.action.error).code === 'signIn') {
    void queryClient.invalidateQueries(trpc.people.me.queryFilter());
  }
});
