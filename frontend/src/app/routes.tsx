import { Suspense } from 'react';
import { Navigate, Outlet, type RouteObject, useLocation } from 'react-router';
import { paths } from '../platform/paths.js';
import { memberOf, useSession, useSessionQuery } from '../platform/session.js';
import { asProblem } from '../platform/query-client.js';
import { ErrorState, Loading } from '../ui/states.js';
import { homeOf } from './home.js';
import { NotFoundPage } from './not-found-page.js';
import { ScreensProvider } from '../platform/screens-context.js';
import { type Screen, screens } from './screens.js';
import { Shell } from './shell/shell.js';

const Home = () => <Navigate to={homeOf(useSession().acting?.role)} replace />;

/** Sends who is not signed in to sign in, and back here afterwards; the server guards what is read. */
const Door = ({ access }: Pick<Screen, 'access'>) => {
  const session = useSession();
  const location = useLocation();
  if (access !== 'public' && !session.person) {
    return <Navigate to={paths.signIn} state={{ from: `${location.pathname}${location.search}` }} replace />;
  }
  if (access === 'member' && !memberOf(session)) return <Navigate to={paths.chooseOrganization} replace />;
  return <Outlet />;
};

/** Waits for the session: no screen guesses who is looking. */
const Entrance = () => {
  const session = useSessionQuery();
  if (session.data) {
    return (
      <ScreensProvider value={addresses}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </ScreensProvider>
    );
  }
  if (session.isError)
    return <ErrorState problem={asProblem(session.error)} retry={() => void session.refetch()} />;
  return <Loading />;
};

const addresses = screens.map(({ path }) => path);
const accesses = ['public', 'signedIn', 'member'] as const;

export const routes: RouteObject[] = [
  {
    element: <Shell />,
    hydrateFallbackElement: <Loading />,
    children: [
      {
        element: <Entrance />,
        children: [
          { path: paths.home, element: <Home /> },
          ...accesses.map((access) => ({
            element: <Door access={access} />,
            children: screens
              .filter((screen) => screen.access === access)
              .map(({ path, load }) => ({ path, lazy: load })),
          })),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];
