import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { tableSearchOf } from '@forspring/ui/table-state';
import { signInExpiry } from '../kernel/offline/person.ts';
import { fetchMe } from '../kernel/session.ts';
import { ErrorPage } from './pages/error-page.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { PendingPage } from './pages/pending-page.tsx';
import { isAnswerPath } from './answer-path.ts';
import { Layout } from './layout.tsx';

const kioskPath = '/kiosk';

const rootRoute = createRootRoute({
  component: Layout,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
  // Every address of a browser that is a kiosk leads to the kiosk.
  beforeLoad: async ({ location }) => {
    if (location.pathname === kioskPath || isAnswerPath(location.pathname)) return;
    const me = await fetchMe().catch(() => null);
    if (me !== null && me.kiosk !== null) throw redirect({ to: kioskPath, replace: true });
  },
});

/** Addresses that need no sign-in. */
const openRoute = createRoute({ getParentRoute: () => rootRoute, id: 'open' });

/** Everything else asks who is there first, and remembers where the person was going. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signedIn',
  beforeLoad: async ({ location }) => {
    const me = await fetchMe();
    if (me.needsSetUp) throw redirect({ to: '/opsaetning' });
    // Who was signed out by time alone goes on counting from what is on the phone; every other page asks first.
    const isOut = me.user === null || (signInExpiry.isExpired() && !opensOffline(location.pathname));
    if (isOut) throw redirect({ to: '/log-ind', search: location.href === '/' ? {} : { til: location.href } });
  },
});

/** The pages that show only what is on the phone already. */
const opensOffline = (path: string) => path === '/' || /^\/gange(?:\/|$)/u.test(path);

/**
 * Where to go after signing in: only an address inside the application. Any other is put out of the search by name,
 * since the router lays what is answered here over the search as it was typed.
 */
function signInSearch(search: Record<string, unknown>): { til?: string | undefined } {
  const to = search['til'];
  return { til: typeof to === 'string' && /^\/(?![/\\])/u.test(to) ? to : undefined };
}

const open = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => openRoute, path, component });
const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => signedInRoute, path, component });
/** A page with a table: its search, filters, sort, page and columns lie in the address. */
const listPage = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({
    getParentRoute: () => signedInRoute,
    path,
    component,
    // A page may keep search parameters of its own beside the table's.
    validateSearch: (search: Record<string, unknown>) => ({ ...search, ...tableSearchOf(search) }),
  });

const routeTree = rootRoute.addChildren([
  openRoute.addChildren([
    createRoute({
      getParentRoute: () => openRoute,
      path: '/log-ind',
      validateSearch: signInSearch,
      component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
    }),
    open(
      '/invitation/$token',
      lazyRouteComponent(() => import('./pages/invitation-page.tsx'), 'InvitationPage'),
    ),
    open(
      '/opsaetning',
      lazyRouteComponent(() => import('./pages/set-up-page.tsx'), 'SetUpPage'),
    ),
    open(
      '/tilgaengelighed',
      lazyRouteComponent(() => import('./pages/accessibility-page.tsx'), 'AccessibilityPage'),
    ),
    open(
      '/privatliv',
      lazyRouteComponent(() => import('./pages/privacy-page.tsx'), 'PrivacyPage'),
    ),
    open(
      '/kontakt',
      lazyRouteComponent(() => import('./pages/contact-page.tsx'), 'ContactPage'),
    ),
    open(
      '/om',
      lazyRouteComponent(() => import('./pages/about-page.tsx'), 'AboutPage'),
    ),
    open(
      kioskPath,
      lazyRouteComponent(() => import('./pages/kiosk-page.tsx'), 'KioskPage'),
    ),
    open(
      '/svar/$token',
      lazyRouteComponent(() => import('./pages/answer-page.tsx'), 'AnswerPage'),
    ),
    open(
      '/post',
      lazyRouteComponent(() => import('./pages/post-page.tsx'), 'PostPage'),
    ),
  ]),
  signedInRoute.addChildren([
    page(
      '/',
      lazyRouteComponent(() => import('./pages/home-page.tsx'), 'HomePage'),
    ),
    listPage(
      '/projekter',
      lazyRouteComponent(() => import('./pages/projects-page.tsx'), 'ProjectsPage'),
    ),
    page(
      '/projekter/nyt',
      lazyRouteComponent(() => import('./pages/new-project-page.tsx'), 'NewProjectPage'),
    ),
    page(
      '/projekter/$projectId',
      lazyRouteComponent(() => import('./pages/project-plan-page.tsx'), 'ProjectPlanPage'),
    ),
    listPage(
      '/projekter/$projectId/aktiviteter',
      lazyRouteComponent(() => import('./pages/project-activities-page.tsx'), 'ProjectActivitiesPage'),
    ),
    listPage(
      '/projekter/$projectId/okonomi',
      lazyRouteComponent(() => import('./pages/project-budget-page.tsx'), 'ProjectBudgetPage'),
    ),
    page(
      '/projekter/$projectId/maal',
      lazyRouteComponent(() => import('./pages/project-goals-page.tsx'), 'ProjectGoalsPage'),
    ),
    page(
      '/projekter/$projectId/skemaer',
      lazyRouteComponent(() => import('./pages/project-surveys-page.tsx'), 'ProjectSurveysPage'),
    ),
    page(
      '/projekter/$projectId/evaluering',
      lazyRouteComponent(() => import('./pages/project-evaluation-page.tsx'), 'ProjectEvaluationPage'),
    ),
    page(
      '/projekter/$projectId/partnere',
      lazyRouteComponent(() => import('./pages/project-partners-page.tsx'), 'ProjectPartnersPage'),
    ),
    listPage(
      '/projekter/$projectId/historik',
      lazyRouteComponent(() => import('./pages/project-history-page.tsx'), 'ProjectHistoryPage'),
    ),
    listPage(
      '/gange',
      lazyRouteComponent(() => import('./pages/sessions-page.tsx'), 'SessionsPage'),
    ),
    page(
      '/kalender',
      lazyRouteComponent(() => import('./pages/calendar-page.tsx'), 'CalendarPage'),
    ),
    page(
      '/gange/$sessionId',
      lazyRouteComponent(() => import('./pages/registration-page.tsx'), 'RegistrationPage'),
    ),
    listPage(
      '/mangler',
      lazyRouteComponent(() => import('./pages/owed-page.tsx'), 'OwedPage'),
    ),
    page(
      '/aktiviteter',
      lazyRouteComponent(() => import('./pages/open-activities-page.tsx'), 'OpenActivitiesPage'),
    ),
    listPage(
      '/udvalg',
      lazyRouteComponent(() => import('./pages/committee-page.tsx'), 'CommitteePage'),
    ),
    listPage(
      '/sammenlign',
      lazyRouteComponent(() => import('./pages/comparison-page.tsx'), 'ComparisonPage'),
    ),
    listPage(
      '/bevillinger',
      lazyRouteComponent(() => import('./pages/grants-page.tsx'), 'GrantsPage'),
    ),
    page(
      '/bevillinger/$sourceId',
      lazyRouteComponent(() => import('./pages/grant-page.tsx'), 'GrantPage'),
    ),
    listPage(
      '/laering',
      lazyRouteComponent(() => import('./pages/learning-page.tsx'), 'LearningPage'),
    ),
    page(
      '/laering/$projectId',
      lazyRouteComponent(() => import('./pages/learning-card-page.tsx'), 'LearningCardPage'),
    ),
    listPage(
      '/indikatorer',
      lazyRouteComponent(() => import('./pages/indicators-page.tsx'), 'IndicatorsPage'),
    ),
    page(
      '/indikatorer/$key',
      lazyRouteComponent(() => import('./pages/indicator-page.tsx'), 'IndicatorPage'),
    ),
    listPage(
      '/administration',
      lazyRouteComponent(() => import('./pages/administration-page.tsx'), 'AdministrationPage'),
    ),
    page(
      '/loefter',
      lazyRouteComponent(() => import('./pages/promises-page.tsx'), 'PromisesPage'),
    ),
    listPage(
      '/moeder',
      lazyRouteComponent(() => import('./pages/meetings-page.tsx'), 'MeetingsPage'),
    ),
  ]),
]);

/** The router: code of a page is fetched when it is opened or a pointer nears its link. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: PendingPage,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingMs: 250,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
