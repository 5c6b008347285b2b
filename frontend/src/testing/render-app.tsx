import { sessionRoutes, type SessionView } from '@rinnalla/shared/organization/session-routes';
import type { Language } from '@rinnalla/shared/kernel/localized';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, parsePath, RouterProvider } from 'react-router';
import { Providers } from '../app/app.js';
import { routes } from '../app/routes.js';
import { createQueryClient } from '../platform/query-client.js';
import type { Wire } from '../platform/realtime.js';
import type { FakeServer } from './fake-server.js';
import { anonymous } from './sessions.js';

interface RenderAppOptions {
  server: FakeServer;
  /** Address to open; screens are loaded as in the browser. */
  at: string;
  state?: unknown;
  session?: SessionView;
  /** Also the signed-in person's own language. */
  language?: Language;
  wire?: Wire;
}

/** A wire that never hears anything. */
const silentWire = (): Wire => ({
  connected: false,
  on: () => undefined,
  onAny: () => undefined,
  emitWithAck: () => Promise.reject(new Error('silent')),
  close: () => undefined,
});

/** Renders the whole application at an address, signed in as told, with only the network faked. */
export const renderApp = ({
  server,
  at,
  state,
  session = anonymous,
  language = 'fi',
  wire = silentWire(),
}: RenderAppOptions) => {
  server.on(sessionRoutes.read, () => ({
    ...session,
    person: session.person && { ...session.person, language },
  }));
  globalThis.fetch = server.fetch;
  const router = createMemoryRouter(routes, { initialEntries: [{ ...parsePath(at), state }] });
  const view = render(
    <Providers queryClient={createQueryClient(0)} language={language} openWire={() => Promise.resolve(wire)}>
      <RouterProvider router={router} />
    </Providers>,
  );
  return { ...view, router, user: userEvent.setup() };
};
